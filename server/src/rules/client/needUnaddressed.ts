import { memo } from '../../model/memo';
import type { Model, Need } from '../../model/model';
import { addDeclaration, quotedTitle, topLevelAround } from '../../planning/edits';
import { freshName, referenceTo } from '../../planning/reference';
import { atName } from '../place';
import { defineRule } from '../rule';
import { subject } from '../subjects';
import { quoted } from '../wording';

interface Values {
  readonly need: string;
  readonly owner: string;
}

export const needUnaddressed = defineRule<Values>({
  name: 'client/need-unaddressed',
  severity: 'warning',
  options: {},
  summary: { en: 'Every need has a task that serves it.', fr: 'À chaque besoin correspond une tâche.' },
  why: {
    en: 'A need that was heard, and that no task serves, is a promise that the client remembers and the plan does not.',
    fr: 'Un besoin entendu auquel aucune tâche ne répond est une promesse dont le client se souvient et que le plan ignore.',
  },
  examples: {
    bad: `client acme "Acme Transports" {
  need faster-booking "Booking in under two minutes"
}

task interviews "Interview twelve customers" { for acme }
`,
    good: `client acme "Acme Transports" {
  need faster-booking "Booking in under two minutes"
}

task interviews "Interview twelve customers" { for faster-booking }
`,
  },
  message: {
    en: ({ need, owner }) => `no task serves the need ${quoted('en', need)} (${owner})`,
    fr: ({ need, owner }) => `aucune tâche ne répond au besoin ${quoted('fr', need)} (${owner})`,
  },
  check(model, report) {
    for (const need of model.needs) {
      if (servedNeeds(model).has(need)) continue;
      report({
        at: atName(need),
        subjects: [need.id, need.owner.id],
        evidence: { priority: need.priority },
        values: { need: need.label, owner: need.owner.label },
      });
    }
  },
  fixes(found, model) {
    const need = subject(model, found, 'need');
    const reference = need && referenceTo(model, need, { kind: 'task', word: 'for' });
    const anchor = need && (lastTaskFor(model, need) ?? model.tasks.at(-1) ?? need);
    const around = anchor && topLevelAround(model.snapshot, anchor.file, anchor.node);
    if (!need || !reference || !around) return [];
    const text = `task ${freshName(model, `${need.name}-task`)} ${quotedTitle(need.label)} {\n  for ${reference}\n}`;
    return [
      {
        title: { en: 'Add a task for this need', fr: 'Ajouter une tâche pour ce besoin' },
        preferred: true,
        edits: [addDeclaration(around.file, around.declaration, text)],
      },
    ];
  },
});

const servedNeeds = memo((model: Model): ReadonlySet<unknown> => new Set(model.tasks.flatMap(({ serves }) => serves)));

/** The last task for the need's owner or another need of theirs. */
function lastTaskFor(model: Model, { owner }: Need) {
  return model.tasks.findLast(({ serves }) =>
    serves.some((served) => served === owner || (served.kind === 'need' && served.owner === owner)),
  );
}
