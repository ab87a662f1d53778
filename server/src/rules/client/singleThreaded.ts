import { presentMembers } from '../../model/coverage';
import type { Client, Member, Model } from '../../model/model';
import { bestFirst, mostOffered } from '../assigning';
import { hasUnclearLinks } from '../halfTyped';
import { liaisonsOf } from '../liaisons';
import { newLinkFix } from '../newLink';
import { atName } from '../place';
import { defineRule } from '../rule';
import { compareMatches, inCommon, type Match, matches } from '../sharing';
import { subject } from '../subjects';
import { plural } from '../wording';
import { byWeight } from './weight';

interface Values {
  readonly client: string;
  readonly member: string;
  readonly stakeholders: number;
}

export const singleThreaded = defineRule<Values>({
  name: 'client/single-threaded',
  severity: 'warning',
  options: {},
  summary: {
    en: 'The stakeholders of a client are linked to more than one member.',
    fr: 'Les parties prenantes d’un client sont en lien avec plus d’un membre.',
  },
  why: {
    en: 'Where all that is said between client and team passes through one person, the relation goes on holiday with them, and leaves with them.',
    fr: 'Quand tout ce qui se dit entre le client et l’équipe passe par une seule personne, la relation part en congé avec elle, et s’en va avec elle.',
  },
  examples: {
    bad: `member anna "Anna Morel"
member bob "Bob Okafor"

client acme "Acme Transports" {
  stakeholder zoe "Zoé Petit"
  stakeholder adam "Adam Roche"
}

link anna -> zoe liaises monthly
link anna -> adam liaises monthly
`,
    good: `member anna "Anna Morel"
member bob "Bob Okafor"

client acme "Acme Transports" {
  stakeholder zoe "Zoé Petit"
  stakeholder adam "Adam Roche"
}

link anna -> zoe liaises monthly
link bob -> adam liaises monthly
`,
  },
  message: {
    en: ({ client, member, stakeholders }) =>
      `${member} is the only member linked to ${client} (${plural('en', stakeholders, 'stakeholder', 'stakeholders')})`,
    fr: ({ client, member, stakeholders }) =>
      `${member} est le seul membre en lien avec le client ${client} (${plural('fr', stakeholders, 'partie prenante', 'parties prenantes')})`,
  },
  check(model, report) {
    for (const client of model.clients) {
      const [only, ...others] = membersLinkedTo(model, client);
      if (!only || others.length > 0 || client.stakeholders.some((each) => hasUnclearLinks(model, each))) continue;
      const stakeholders = client.stakeholders.length;
      report({
        at: atName(client),
        subjects: [client.id, only.id],
        evidence: { stakeholders },
        values: { client: client.label, member: only.label, stakeholders },
        related: [{ at: atName(only), message: { en: 'the only link to this client', fr: 'le seul lien avec ce client' } }],
      });
    }
  },
  fixes(found, model) {
    const client = subject(model, found, 'client');
    const only = subject(model, found, 'member');
    if (!client || !only) return [];
    return bestFirst(
      secondLiaisons(model, client, only).map((match) => {
        const { from: stakeholder, to: member } = match;
        const shared = inCommon(match);
        const title = {
          en: `Make ${member.label} the second liaison, with ${stakeholder.label}${shared ? `: ${shared.en}` : ''}`,
          fr: `Confier une deuxième liaison à ${member.label}, avec ${stakeholder.label}${shared ? ` : ${shared.fr}` : ''}`,
        };
        return newLinkFix(model, [{ from: member, arrow: '->', to: stakeholder, how: 'liaises' }], title, 'other');
      }),
    );
  },
});

function membersLinkedTo(model: Model, { stakeholders }: Client): readonly Member[] {
  return [...new Set(stakeholders.flatMap((stakeholder) => liaisonsOf(model, stakeholder)))];
}

/** The members who share most with one of the client’s stakeholders, each with the one they share most with; of equals the weightiest. */
function secondLiaisons(model: Model, client: Client, only: Member): readonly Match[] {
  const others = presentMembers(model).filter((member) => member !== only);
  const best = new Map<Member, Match>();
  for (const stakeholder of byWeight(client)) {
    for (const match of matches(model, stakeholder, others)) {
      const known = best.get(match.to);
      if (!known || compareMatches(match, known) < 0) best.set(match.to, match);
    }
  }
  return [...best.values()].sort(compareMatches).slice(0, mostOffered);
}
