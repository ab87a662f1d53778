import { memo } from '../../model/memo';
import type { Model, Resource } from '../../model/model';
import { atName } from '../place';
import { defineRule } from '../rule';
import { quoted } from '../wording';

interface Values {
  readonly resource: string;
  readonly client: string;
}

export const resourceUnused = defineRule<Values>({
  name: 'client/resource-unused',
  severity: 'hint',
  options: {},
  summary: { en: 'What a client offers is used by some task.', fr: 'Ce qu’un client met à disposition sert à une tâche.' },
  why: {
    en: 'What the client offered and no task uses is a missed chance, and may be felt as a slight.',
    fr: 'Ce que le client a offert et qu’aucune tâche n’utilise est une occasion manquée, parfois ressentie comme un affront.',
  },
  examples: {
    bad: `client acme "Acme Transports" {
  resource panel "Twenty volunteer customers"
}
`,
    good: `client acme "Acme Transports" {
  resource panel "Twenty volunteer customers"
}

task interviews "Interview twelve customers" {
  for acme
  uses panel
}
`,
  },
  message: {
    en: ({ resource, client }) => `no task uses the resource ${quoted('en', resource)} (${client})`,
    fr: ({ resource, client }) => `aucune tâche n’utilise la ressource ${quoted('fr', resource)} (${client})`,
  },
  check(model, report) {
    for (const resource of model.resources) {
      if (resource.owner.kind !== 'client' || used(model).has(resource)) continue;
      report({
        at: atName(resource),
        subjects: [resource.id, resource.owner.id],
        evidence: {},
        values: { resource: resource.label, client: resource.owner.label },
      });
    }
  },
});

const used = memo((model: Model): ReadonlySet<Resource> => new Set(model.tasks.flatMap(({ uses }) => uses)));
