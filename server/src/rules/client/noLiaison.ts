import { presentMembers } from '../../model/coverage';
import { bestFirst, mostOffered } from '../assigning';
import { hasUnclearLinks } from '../halfTyped';
import { liaisonsOf } from '../liaisons';
import { newLinkFix } from '../newLink';
import { atName } from '../place';
import { defineRule } from '../rule';
import { inCommon, matches } from '../sharing';
import { subject } from '../subjects';

interface Values {
  readonly stakeholder: string;
  readonly client: string;
  readonly decides: boolean;
}

export const noLiaison = defineRule<Values>({
  name: 'client/no-liaison',
  severity: 'warning',
  options: {},
  summary: { en: 'Every stakeholder is linked to a member.', fr: 'Chaque partie prenante est en lien avec un membre.' },
  why: {
    en: 'A stakeholder whom nobody talks to learns of the work when it is done. Where they decide, the work may then be done again.',
    fr: 'Une partie prenante à qui personne ne parle découvre le travail une fois fait. Si elle décide, il pourra être à refaire.',
  },
  examples: {
    bad: `member anna "Anna Morel"

client acme "Acme Transports" {
  stakeholder zoe "Zoé Petit"
}
`,
    good: `member anna "Anna Morel"

client acme "Acme Transports" {
  stakeholder zoe "Zoé Petit"
}

link anna -> zoe liaises monthly
`,
  },
  message: {
    en: ({ stakeholder, client, decides }) => `no member is linked to ${stakeholder} (${client})${decides ? ', who decides' : ''}`,
    fr: ({ stakeholder, client, decides }) => `aucun membre n’est en lien avec ${stakeholder} (${client})${decides ? ', qui décide' : ''}`,
  },
  check(model, report) {
    for (const stakeholder of model.stakeholders) {
      if (liaisonsOf(model, stakeholder).length > 0) continue;
      if (hasUnclearLinks(model, stakeholder)) continue;
      const { client, decides } = stakeholder;
      report({
        at: atName(stakeholder),
        subjects: [stakeholder.id, client.id],
        evidence: { decides },
        values: { stakeholder: stakeholder.label, client: client.label, decides },
        ...(decides ? { severity: 'error' } : {}),
      });
    }
  },
  fixes(found, model) {
    const stakeholder = subject(model, found, 'stakeholder');
    if (!stakeholder) return [];
    const nearest = matches(model, stakeholder, presentMembers(model)).slice(0, mostOffered);
    return bestFirst(
      nearest.map((match) => {
        const { to: member } = match;
        const shared = inCommon(match);
        const title = {
          en: `Make ${member.label} the liaison${shared ? `: ${shared.en}` : ''}`,
          fr: `Confier la liaison à ${member.label}${shared ? ` : ${shared.fr}` : ''}`,
        };
        return newLinkFix(model, [{ from: member, arrow: '->', to: stakeholder, how: 'liaises' }], title, 'other');
      }),
    );
  },
});
