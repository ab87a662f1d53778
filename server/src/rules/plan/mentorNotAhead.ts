import { presentMembers } from '../../model/coverage';
import type { Competency, Link, Member, Model, Person } from '../../model/model';
import { replace } from '../../planning/edits';
import { referenceTo } from '../../planning/reference';
import { bestFirst, mostOffered } from '../assigning';
import { isHalfTyped } from '../halfTyped';
import { atLink } from '../place';
import { defineRule } from '../rule';
import { matches } from '../sharing';
import { levelName } from '../wording';

interface Values {
  readonly mentor: string;
  readonly mentee: string;
  readonly competency: string;
  /** Null: not assessed. */
  readonly mentorLevel: string | null;
  readonly menteeLevel: string | null;
}

export const mentorNotAhead = defineRule<Values>({
  name: 'plan/mentor-not-ahead',
  severity: 'warning',
  options: {},
  summary: {
    en: 'Whoever mentors somebody in a competency holds it at a higher level.',
    fr: 'Qui accompagne quelqu’un sur une compétence la maîtrise à un niveau plus élevé.',
  },
  why: {
    en: 'Two people at the same level can learn from each other, but that is not mentoring, and the gap it was to close stays open.',
    fr: 'Deux personnes de même niveau peuvent apprendre l’une de l’autre, mais ce n’est pas un accompagnement, et l’écart à combler demeure.',
  },
  examples: {
    bad: `competency user-research "User research"

member anna "Anna Morel" { has user-research 3 }
member bob "Bob Okafor" { has user-research 3 }
member chloe "Chloé Lam" { has user-research 5 }

link anna -> bob mentors in user-research
`,
    good: `competency user-research "User research"

member anna "Anna Morel" { has user-research 4 }
member bob "Bob Okafor" { has user-research 3 }
member chloe "Chloé Lam" { has user-research 5 }

link anna -> bob mentors in user-research
`,
  },
  message: {
    en: ({ mentor, mentee, competency, mentorLevel, menteeLevel }) =>
      `${mentor} (${mentorLevel ?? 'not assessed'}) mentors ${mentee} (${menteeLevel ?? 'not assessed'}) in ${competency} without holding it at a higher level`,
    fr: ({ mentor, mentee, competency, mentorLevel, menteeLevel }) =>
      `${mentor} (${mentorLevel ?? 'sans évaluation'}) accompagne ${mentee} (${menteeLevel ?? 'sans évaluation'}) sur ${competency} sans avoir un niveau plus élevé`,
  },
  check(model, report) {
    for (const link of model.links) {
      const mentoring = mentoringIn(link);
      if (!mentoring || mentoring.mentorLevel > mentoring.menteeLevel || isHalfTyped(model, mentoring.competency)) continue;
      const { mentor, mentee, competency, mentorLevel, menteeLevel } = mentoring;
      const name = (level: number) => (level === 0 ? null : levelName(model.scale, level));
      report({
        at: atLink(link),
        subjects: [link.id, mentor.id, mentee.id, competency.id],
        evidence: { mentor: mentorLevel, mentee: menteeLevel },
        values: {
          mentor: mentor.label,
          mentee: mentee.label,
          competency: competency.label,
          mentorLevel: name(mentorLevel),
          menteeLevel: name(menteeLevel),
        },
      });
    }
  },
  fixes({ at: place }, model) {
    const link = model.links.find(({ file, node }) => file === place.file && node.keyword.start === place.span.start);
    const file = model.snapshot.files.get(place.file);
    const mentoring = link && mentoringIn(link);
    const end = link?.node.ends?.from;
    if (!file || !mentoring || !end) return [];
    return bestFirst(
      betterMentors(model, mentoring).map((mentor) => {
        const name = referenceTo(model, mentor, { kind: 'link', word: 'ends' });
        const level = levelName(model.scale, mentor.levels.get(mentoring.competency) ?? 0);
        const title = {
          en: `Let ${mentor.label} (${level}) mentor ${mentoring.mentee.label}`,
          fr: `Confier l’accompagnement à ${mentor.label} (${level})`,
        };
        return name ? { title, preferred: false, edits: [replace(file, end, name)] } : null;
      }),
    );
  },
});

interface Mentoring {
  readonly mentor: Person;
  readonly mentee: Person;
  readonly competency: Competency;
  readonly mentorLevel: number;
  readonly menteeLevel: number;
}

/** Between two people who are here; two who mentor each other are peers. */
function mentoringIn({ from, to, mutual, relation, competency }: Link): Mentoring | null {
  if (relation !== 'mentors' || mutual || !competency || from === to || from.kind === 'team' || to.kind === 'team') return null;
  if ([from, to].some((person) => person.kind === 'member' && !person.present)) return null;
  const level = (person: Person) => person.levels.get(competency) ?? 0;
  return { mentor: from, mentee: to, competency, mentorLevel: level(from), menteeLevel: level(to) };
}

/** Those who can train others first, then who share most with the mentee. */
function betterMentors(model: Model, { mentee, competency, menteeLevel }: Mentoring): readonly Member[] {
  const held = (member: Member) => member.levels.get(competency) ?? 0;
  const ahead = presentMembers(model).filter((member) => member !== mentee && held(member) > menteeLevel);
  const ranked = matches(model, mentee, ahead).map(({ to }) => to);
  const trains = (member: Member) => Number(held(member) >= model.scale.trains);
  return ranked.toSorted((a, b) => trains(b) - trains(a)).slice(0, mostOffered);
}
