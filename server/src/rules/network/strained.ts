import type { Member, Model, Person, Team } from '../../model/model';
import { leadOf } from '../../model/teams';
import { newIntervention } from '../newIntervention';
import { atLink } from '../place';
import { defineRule } from '../rule';
import { subjectsOf } from '../subjects';

interface Values {
  readonly from: string;
  readonly to: string;
}

export const strained = defineRule<Values>({
  name: 'network/strained',
  severity: 'warning',
  options: {},
  summary: { en: 'No link is strained.', fr: 'Aucun lien n’est tendu.' },
  why: {
    en: 'Strain between two people costs both of them, and everyone whose work passes between them. It rarely eases by itself.',
    fr: 'Une tension entre deux personnes coûte à chacune, et à tous ceux dont le travail passe entre elles. Elle s’apaise rarement d’elle-même.',
  },
  source:
    'De Dreu, C. & Weingart, L. (2003). Task versus relationship conflict, team performance, and team member satisfaction: a meta-analysis. Journal of Applied Psychology 88(4)',
  examples: {
    bad: `member anna "Anna Morel"
member bob "Bob Okafor"

link anna <-> bob collaborates weekly strained
`,
    good: `member anna "Anna Morel"
member bob "Bob Okafor"

link anna <-> bob collaborates weekly
`,
  },
  message: {
    en: ({ from, to }) => `the link between ${from} and ${to} is strained`,
    fr: ({ from, to }) => `le lien entre ${from} et ${to} est tendu`,
  },
  check(model, report) {
    for (const link of model.links) {
      const { from, to } = link;
      const isHere = [from, to].every((end) => end.kind !== 'member' || end.present);
      if (!link.strained || from === to || !isHere) continue;
      report({ at: atLink(link), subjects: [link.id, from.id, to.id], evidence: {}, values: { from: from.label, to: to.label } });
    }
  },
  fixes(found, model, language) {
    const [from, to] = subjectsOf(model, found).filter(
      (entity) => entity.kind === 'member' || entity.kind === 'stakeholder' || entity.kind === 'team',
    );
    if (!from || !to) return [];
    const text = texts[language];
    const edit = newIntervention(
      model,
      {
        name: `mediate-${from.name}-${to.name}`,
        title: text.title(from.label, to.label),
        technique: 'mediation',
        answers: 'network/strained',
        involves: [from, to],
        owner: leadApart(model, [from, to]),
        measure: text.measure(from.label, to.label),
      },
      from,
    );
    if (!edit) return [];
    return [{ title: { en: 'Answer it with a mediation', fr: 'Y répondre par une médiation' }, preferred: true, edits: [edit] }];
  },
});

const texts = {
  en: {
    title: (from: string, to: string) => `Mediation: ${from} and ${to}`,
    measure: (from: string, to: string) => `${from} and ${to} both say that they work well together.`,
  },
  fr: {
    title: (from: string, to: string) => `Médiation : ${from} et ${to}`,
    measure: (from: string, to: string) => `${from} et ${to} disent bien travailler ensemble.`,
  },
} as const;

/** The lead of a team that one of the ends is in, who is no end: somebody else has to see to it. */
function leadApart(model: Model, ends: readonly (Person | Team)[]): Member | null {
  const teams = ends.flatMap((end) => (end.kind === 'member' ? [...end.inTeams] : []));
  return teams.map((team) => leadOf(model, team)).find((lead) => lead?.present && !ends.includes(lead)) ?? null;
}
