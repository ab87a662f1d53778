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
  readonly desired: Stance;
}

export const engagementGap = defineRule<Values>({
  name: 'client/engagement-gap',
  severity: 'warning',
  options: {},
  summary: {
    en: 'Where a stakeholder is to be more engaged, an intervention involves them.',
    fr: 'Là où une partie prenante doit être plus engagée, une intervention l’implique.',
  },
  why: {
    en: 'Engagement does not rise by itself. A wish without an intervention is a hope, and the client does not know of it.',
    fr: 'L’engagement ne grandit pas tout seul. Un souhait sans intervention n’est qu’un espoir, et le client n’en sait rien.',
  },
  source:
    'Project Management Institute (2021). A Guide to the Project Management Body of Knowledge, 7th edition: stakeholder engagement assessment matrix',
  examples: {
    bad: `client acme "Acme Transports" {
  stakeholder zoe "Zoé Petit" { engagement neutral -> supportive }
}
`,
    good: `client acme "Acme Transports" {
  stakeholder zoe "Zoé Petit" { engagement neutral -> supportive }
}

intervention co-design "Co-design: booking" { involves zoe }
`,
  },
  message: {
    en: ({ stakeholder, client, current, desired }) =>
      `${stakeholder} (${client}) is ${current} and should become ${desired}, yet no planned or active intervention involves them`,
    fr: ({ stakeholder, client, current, desired }) =>
      `${stakeholder} (${client}) : l’engagement est à porter de ${inQuotes(current)} à ${inQuotes(desired)}, et aucune intervention prévue ou en cours n’y travaille`,
  },
  check(model, report) {
    for (const stakeholder of model.stakeholders) {
      const { engagement, client } = stakeholder;
      if (!engagement?.desired || isDesiredUnclear(stakeholder)) continue;
      const { current, desired } = engagement;
      if (stances.indexOf(desired) <= stances.indexOf(current) || isWorkedOn(model, stakeholder)) continue;
      report({
        at: atName(stakeholder),
        subjects: [stakeholder.id, client.id],
        evidence: { current, desired },
        values: { stakeholder: stakeholder.label, client: client.label, current, desired },
      });
    }
  },
  fixes(found, model, language) {
    const stakeholder = subject(model, found, 'stakeholder');
    if (!stakeholder) return [];
    const { current, desired } = found.values;
    // Who is not with it yet is heard first; who is can be given a part in it.
    const isCold = stances.indexOf(current) < stances.indexOf('neutral');
    const measure = {
      en: `${stakeholder.label} is ${desired} at the next assessment.`,
      fr: `Prochain état des lieux : engagement ${inQuotes(desired)} (${stakeholder.label}).`,
    };
    const approaches = isCold ? (['stakeholder-interview', 'co-design'] as const) : (['co-design', 'stakeholder-interview'] as const);
    return approachFixes(model, { rule: 'client/engagement-gap', stakeholder, approaches, measure }, language);
  },
});

function inQuotes(stance: Stance): string {
  return quoted('fr', inVocabulary('fr', stance));
}
