import { presentMembers } from '../../model/coverage';
import type { Member, Model, Team } from '../../model/model';
import { collaboration, teamTies } from '../../model/network';
import { membersOf } from '../../model/teams';
import { hasUnclearLinks } from '../halfTyped';
import { linkFix } from '../newLink';
import { atName } from '../place';
import { defineRule } from '../rule';
import { bestMatches } from '../sharing';
import { subject } from '../subjects';
import { plural } from '../wording';

interface Values {
  readonly team: string;
  readonly internal: number;
  readonly external: number;
}

export const silo = defineRule<Values, { team: number; people: number; below: number }>({
  name: 'network/silo',
  severity: 'warning',
  options: { team: 3, people: 6, below: -0.667 },
  summary: { en: 'Every team is linked to the rest.', fr: 'Chaque équipe est reliée aux autres.' },
  why: {
    en: 'Where nearly all links stay within a team, news of what the others need comes late, what they have solved is solved again, and the team’s own help is hard to reach.',
    fr: 'Quand presque tous les liens restent dans une équipe, les besoins des autres s’y apprennent tard, ce qu’ils ont déjà résolu s’y résout de nouveau, et son aide est difficile à solliciter.',
  },
  source:
    'Leonardi, P. & Contractor, N. (2018). Better People Analytics. Harvard Business Review 96(6); E–I index: Krackhardt, D. & Stern, R. (1988). Informal networks and organizational crises. Social Psychology Quarterly 51(2)',
  examples: {
    bad: `team design "Design"

member anna "Anna Morel" { team design }
member bob "Bob Okafor" { team design }
member chloe "Chloé Lam" { team design }
member dan "Dan Weiss"
member eva "Eva Ruiz"
member farid "Farid Aït"

link anna <-> bob weekly
link bob <-> chloe weekly
link chloe <-> anna weekly
link dan <-> eva weekly
link eva <-> farid weekly
`,
    good: `team design "Design"

member anna "Anna Morel" { team design }
member bob "Bob Okafor" { team design }
member chloe "Chloé Lam" { team design }
member dan "Dan Weiss"
member eva "Eva Ruiz"
member farid "Farid Aït"

link anna <-> bob weekly
link bob <-> chloe weekly
link chloe <-> anna weekly
link anna <-> dan monthly
link dan <-> eva weekly
link eva <-> farid weekly
`,
  },
  message: {
    en: ({ team, internal, external }) =>
      `the links of the team ${team} ${external === 0 ? 'all stay' : 'stay mostly'} within it: ${internal} inside, ${external === 0 ? 'none' : external} to the rest`,
    fr: ({ team, internal, external }) =>
      `les liens de l’équipe ${team} restent ${external === 0 ? 'tous' : 'pour l’essentiel'} en son sein : ${plural('fr', internal, 'interne', 'internes')}, ${external === 0 ? 'aucun' : external} vers les autres`,
  },
  check(model, report, { team: smallest, people, below }) {
    if (presentMembers(model).length < people) return;
    for (const team of model.teams) {
      if (team.unresolved.has('within')) continue;
      const { members, internal, external, ei, chance } = teamTies(model, team);
      if (members.length < smallest || ei === null || chance === null) continue;
      if (ei >= below || ei >= chance || members.some((member) => hasUnclearLinks(model, member))) continue;
      report({
        at: atName(team),
        subjects: [team.id],
        evidence: { members: members.length, internal, external, ei, chance },
        values: { team: team.label, internal, external },
      });
    }
  },
  fixes(found, model) {
    const team = subject(model, found, 'team');
    if (!team) return [];
    const inside = membersOf(model, team).filter(({ present }) => present);
    const pairs = bestMatches(model, inside, nearestOutside(model, team)).slice(0, 3);
    return pairs.map((pair, index) => linkFix(model, [pair], index === 0 ? 'preferred' : 'other')).filter((fix) => fix !== null);
  },
});

/** The present members of the team that has most links with `team`, then most members; everyone outside where there is no other team. */
function nearestOutside(model: Model, team: Team): readonly Member[] {
  const linked = neighboursOf(model, team);
  const isOutside = (member: Member) => member.present && !member.inTeams.has(team);
  const others = model.teams
    .filter((other) => other !== team && !team.broader.includes(other))
    .map((other) => {
      const outside = membersOf(model, other).filter(isOutside);
      return { outside, ties: outside.filter((member) => linked.has(member)).length };
    })
    .filter(({ outside }) => outside.length > 0);
  others.sort((a, b) => b.ties - a.ties || b.outside.length - a.outside.length);
  const nearest = others[0]?.outside ?? presentMembers(model).filter(isOutside);
  const unlinked = nearest.filter((member) => !linked.has(member));
  return unlinked.length > 0 ? unlinked : nearest;
}

function neighboursOf(model: Model, team: Team): ReadonlySet<Member> {
  const { index, neighbours, nodes } = collaboration(model);
  const found = new Set<Member>();
  for (const member of membersOf(model, team)) {
    for (const position of neighbours[index.get(member) ?? -1] ?? []) {
      const neighbour = nodes[position];
      if (neighbour) found.add(neighbour);
    }
  }
  return found;
}
