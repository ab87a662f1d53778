import { addProperties } from '../../planning/edits';
import { bestFirst, mostOffered } from '../assigning';
import { isGarbled } from '../halfTyped';
import { atName } from '../place';
import { defineRule } from '../rule';
import { subject } from '../subjects';
import { byWeight } from './weight';

interface Values {
  readonly client: string;
}

export const noDecisionMaker = defineRule<Values>({
  name: 'client/no-decision-maker',
  severity: 'info',
  options: {},
  summary: { en: 'It is known who decides at every client.', fr: 'De chaque client, on sait qui décide.' },
  why: {
    en: 'An agreement with everyone but the one who decides holds until that person hears of it.',
    fr: 'Un accord conclu avec tous, sauf avec qui décide, tient jusqu’à ce que cette personne l’apprenne.',
  },
  examples: {
    bad: `client acme "Acme Transports" {
  stakeholder zoe "Zoé Petit" { influence high }
}
`,
    good: `client acme "Acme Transports" {
  stakeholder zoe "Zoé Petit" { influence high decides }
}
`,
  },
  message: {
    en: ({ client }) => `no stakeholder of ${client} is marked as the one who decides`,
    fr: ({ client }) => `aucune partie prenante du client ${client} n’est désignée comme décisionnaire`,
  },
  check(model, report) {
    for (const client of model.clients) {
      const { stakeholders } = client;
      if (stakeholders.length === 0 || stakeholders.some(({ decides }) => decides) || isGarbled(model, client)) continue;
      report({ at: atName(client), subjects: [client.id], evidence: {}, values: { client: client.label } });
    }
  },
  fixes(found, model) {
    const client = subject(model, found, 'client');
    const file = client && model.snapshot.files.get(client.file);
    if (!client || !file) return [];
    return bestFirst(
      byWeight(client)
        .slice(0, mostOffered)
        .map(({ label, node }) => ({
          title: { en: `Note that ${label} decides`, fr: `Désigner ${label} comme décisionnaire` },
          preferred: false,
          edits: addProperties(file, node, [{ word: 'decides', text: 'decides' }]),
        })),
    );
  },
});
