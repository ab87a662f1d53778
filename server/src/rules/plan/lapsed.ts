import type { Day } from '../../model/calendar';
import { dateOf } from '../../model/calendar';
import { addProperties, replace } from '../../planning/edits';
import { propertyOf } from '../../syntax/tree';
import { bestFirst } from '../assigning';
import { atProperty } from '../place';
import { defineRule } from '../rule';
import { subject } from '../subjects';
import { inDays, inWords, quoted } from '../wording';

interface Values {
  readonly intervention: string;
  readonly days: number;
}

/** How much more time the fix gives. */
const moreDays: Day = 30;

export const lapsed = defineRule<Values>({
  name: 'plan/lapsed',
  severity: 'warning',
  options: {},
  summary: { en: 'No intervention is past its end and still open.', fr: 'Aucune intervention ne reste ouverte au-delà de sa date de fin.' },
  why: {
    en: 'Either it was done and nobody says so, or it was not and nobody says so. What it was to answer is open meanwhile.',
    fr: 'Ou elle a eu lieu et personne ne le dit, ou elle n’a pas eu lieu et personne ne le dit. Ce à quoi elle devait répondre reste ouvert.',
  },
  examples: {
    bad: 'intervention pairing "Research pairing" { to 2026-03-31 }\n',
    good: 'intervention pairing "Research pairing" { to 2026-03-31 status done }\n',
  },
  message: {
    en: ({ intervention, days }) => `${quoted('en', intervention)} was to end ${inDays('en', days)} ago and is not done`,
    fr: ({ intervention, days }) => `${quoted('fr', intervention)} devait prendre fin il y a ${inDays('fr', days)} et n’est pas terminée`,
  },
  check(model, report) {
    for (const intervention of model.interventions) {
      if (intervention.status === 'done' || intervention.to === null || intervention.to >= model.today) continue;
      const days = model.today - intervention.to;
      report({
        at: atProperty(intervention, 'to'),
        subjects: [intervention.id],
        evidence: { days },
        values: { intervention: intervention.label, days },
      });
    }
  },
  fixes(found, model) {
    const intervention = subject(model, found, 'intervention');
    const file = intervention && model.snapshot.files.get(intervention.file);
    if (!intervention || !file) return [];
    const status = propertyOf(intervention.node, 'status')?.entries[0]?.word;
    const done = status
      ? [replace(file, status, 'done')]
      : addProperties(file, intervention.node, [{ word: 'status', text: 'status done' }]);
    const date = propertyOf(intervention.node, 'to')?.entries[0]?.date;
    const later = model.today + moreDays;
    return bestFirst([
      { title: { en: 'Mark it done', fr: 'La marquer comme terminée' }, preferred: false, edits: done },
      date
        ? {
            title: { en: `Extend it to ${inWords('en', later)}`, fr: `La prolonger jusqu’au ${inWords('fr', later)}` },
            preferred: false,
            edits: [replace(file, date, dateOf(later))],
          }
        : null,
    ]);
  },
});
