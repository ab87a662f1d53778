import { involved, isInTime } from '../../model/answers';
import { presentMembers } from '../../model/coverage';
import { memo } from '../../model/memo';
import type { Member, Model, Party } from '../../model/model';
import { linksOf } from '../../model/network';
import { bestFirst, mostOffered } from '../assigning';
import { hasUnclearLinks } from '../halfTyped';
import { newLinkFix } from '../newLink';
import { atName } from '../place';
import { defineRule } from '../rule';
import { inCommon, matches } from '../sharing';
import { subject } from '../subjects';
import { inDays } from '../wording';

interface Values {
  readonly member: string;
  readonly days: number;
}

export const newcomerWithoutBuddy = defineRule<Values, { days: number }>({
  name: 'network/newcomer-without-buddy',
  severity: 'warning',
  options: { days: 90 },
  summary: { en: 'Every newcomer has somebody who takes them along.', fr: 'Toute personne qui arrive est accompagnée par quelqu’un.' },
  why: {
    en: 'What a newcomer needs to know is mostly written nowhere. With somebody who takes them along they ask early; alone they find out late, or leave.',
    fr: 'Ce qu’il faut savoir en arrivant n’est le plus souvent écrit nulle part. Avec quelqu’un à ses côtés, on demande tôt ; sans personne, on apprend tard, ou l’on s’en va.',
  },
  source:
    'Bauer, T. et al. (2007). Newcomer adjustment during organizational socialization: a meta-analytic review. Journal of Applied Psychology 92(3)',
  examples: {
    bad: `member anna "Anna Morel"
member bob "Bob Okafor" { from 2026-03-16 }
`,
    good: `member anna "Anna Morel"
member bob "Bob Okafor" { from 2026-03-16 }

link anna -> bob mentors weekly
`,
  },
  message: {
    en: ({ member, days }) =>
      `${member} ${days === 0 ? 'starts today' : `has been here for ${inDays('en', days)}`}, and nobody mentors them`,
    fr: ({ member, days }) =>
      `${member} ${days === 0 ? 'arrive aujourd’hui' : `est là depuis ${inDays('fr', days)}`}, et personne ne l’accompagne`,
  },
  check(model, report, { days: limit }) {
    for (const member of presentMembers(model)) {
      const days = member.from === null ? null : model.today - member.from;
      if (days === null || days < 0 || days > limit || isTakenAlong(model, member) || hasUnclearLinks(model, member)) continue;
      report({ at: atName(member), subjects: [member.id], evidence: { days }, values: { member: member.label, days } });
    }
  },
  fixes(found, model) {
    const member = subject(model, found, 'member');
    if (!member) return [];
    const nearest = matches(model, member, presentMembers(model)).slice(0, mostOffered);
    return bestFirst(
      nearest.map((match) => {
        const shared = inCommon(match);
        const title = {
          en: `Make ${match.to.label} the mentor${shared ? `: ${shared.en}` : ''}`,
          fr: `Confier l’accompagnement à ${match.to.label}${shared ? ` : ${shared.fr}` : ''}`,
        };
        return newLinkFix(model, [{ from: match.to, arrow: '->', to: member, how: 'mentors' }], title, 'other');
      }),
    );
  },
});

function isTakenAlong(model: Model, member: Member): boolean {
  const isMentored = linksOf(model, member).some(
    ({ relation, to, from, mutual }) => relation === 'mentors' && from !== to && (to === member || mutual),
  );
  return isMentored || involvedInTime(model).has(member);
}

const involvedInTime = memo((model: Model): ReadonlySet<Party> => {
  const inTime = model.interventions.filter((intervention) => isInTime(model, intervention));
  return new Set(inTime.flatMap((intervention) => [...involved(model, intervention)]));
});
