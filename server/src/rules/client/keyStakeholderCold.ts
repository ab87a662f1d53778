import { type Stance, stances } from '../../syntax/vocabulary';
import { approachFixes, isDesiredUnclear, isWorkedOn } from '../engagement';
import { atName } from '../place';
import { defineRule } from '../rule';
import { subject } from '../subjects';
import { inVocabulary, quoted } from '../wording';

interface Values {
  readonly stakeholder: string;
  readonly client: string;
  readonly current: Stance;
}

export const keyStakeholderCold = defineRule<Values>({
  name: 'client/key-stakeholder-cold',
  severity: 'warning',
  options: {},
  summary: {
    en: 'No stakeholder of high influence and interest is left unaware or resistant.',
    fr: 'Aucune partie prenante d’influence et d’intérêt forts ne reste non informée ou réticente.',
  },
  why: {
    en: 'Whoever can stop the project, and cares, is the first to be talked to. Here not even the engagement wished for is written down.',
    fr: 'Qui peut arrêter le projet, et s’y intéresse, est la première personne à qui parler. Ici, l’engagement souhaité n’est pas même consigné.',
  },
  source:
    'Mendelow, A. (1981). Environmental scanning: the impact of the stakeholder concept. Proceedings of the 2nd International Conference on Information Systems',
  examples: {
    bad: `client acme "Acme Transports" {
  stakeholder zoe "Zoé Petit" {
    influence high interest high
    engagement resistant
  }
}
`,
    good: `client acme "Acme Transports" {
  stakeholder zoe "Zoé Petit" {
    influence high interest high
    engagement resistant
  }
}

intervention interview "Interview: Zoé Petit" { involves zoe }
`,
  },
  message: {
    en: ({ stakeholder, client, current }) =>
      `${stakeholder} (${client}), of high influence and interest, is ${current}, and no planned or active intervention involves them`,
    fr: ({ stakeholder, client, current }) =>
      `${stakeholder} (${client}) : influence et intérêt forts, engagement ${quoted('fr', inVocabulary('fr', current))}, et aucune intervention prévue ou en cours n’y travaille`,
  },
  check(model, report) {
    for (const stakeholder of model.stakeholders) {
      const { influence, interest, engagement, client } = stakeholder;
      if (influence !== 'high' || interest !== 'high' || !engagement || isDesiredUnclear(stakeholder)) continue;
      const { current, desired } = engagement;
      if (current !== 'unaware' && current !== 'resistant') continue;
      if ((desired !== null && stances.indexOf(desired) > stances.indexOf(current)) || isWorkedOn(model, stakeholder)) continue;
      report({
        at: atName(stakeholder),
        subjects: [stakeholder.id, client.id],
        evidence: { current, desired },
        values: { stakeholder: stakeholder.label, client: client.label, current },
      });
    }
  },
  fixes(found, model, language) {
    const stakeholder = subject(model, found, 'stakeholder');
    if (!stakeholder) return [];
    const measure = {
      en: `What ${stakeholder.label} expects and fears is written down, and has been answered.`,
      fr: `Attentes et craintes sont consignées et ont reçu une réponse (${stakeholder.label}).`,
    };
    const answering = { rule: 'client/key-stakeholder-cold', stakeholder, approaches: ['stakeholder-interview'], measure } as const;
    return approachFixes(model, answering, language);
  },
});
