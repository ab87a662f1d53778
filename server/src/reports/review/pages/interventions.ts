import {
  type Cell,
  code,
  empty,
  inlineProse,
  lead,
  lines,
  quiet,
  type Rich,
  type Section,
  section,
  state,
  table,
  words,
} from '../../document';
import { missingWords } from '../../evidence/plan';
import type { Review } from '../../review';
import type { Say } from '../../say';
import type { ReviewedFinding } from '../findings';
import type { InterventionReviewed } from '../interventions';
import { gapsOf, numbered } from './finding';

/** Step 4. */
export function interventionsPage({ interventions, findings }: Review, say: Say): Section {
  const text = texts[say.language];
  const columns = [
    words(text.intervention, 5),
    words(text.gap, 5),
    words(text.who, 4),
    words(text.when, 3),
    words(text.measure, 4),
    words(text.status, 3),
  ];
  const block =
    interventions.length === 0
      ? empty(text.none)
      : table(
          text.title,
          columns,
          say.inOrder(interventions).map((intervention) => row(intervention, findings, say)),
        );
  return { ...section('interventions', text.title, [lead(text.lead), block]), label: text.step };
}

function row(intervention: InterventionReviewed, findings: readonly ReviewedFinding[], say: Say): readonly Cell[] {
  const text = texts[say.language];
  const { name, technique, about, involves, owner, measure } = intervention;
  return [
    [say.name(name), ...(technique ? [quiet(say.name(technique))] : []), ...(about === null ? [] : [inlineProse(about)])],
    gapCell(intervention, findings, say),
    lines([
      [owner ? text.owner(say.name(owner)) : state('missing', text.noOwner)],
      ...(involves.length > 0 ? [[quiet(text.involves(say.names(involves)))]] : []),
    ]),
    [whenOf(intervention, say)],
    measure === null ? [state('missing', text.noMeasure)] : [inlineProse(measure)],
    statusCell(intervention, say),
  ];
}

/** What it names and nothing is found of stands last, by the name of its rule. */
function gapCell(intervention: InterventionReviewed, findings: readonly ReviewedFinding[], say: Say): Cell {
  const text = texts[say.language];
  const found = new Set(numbered(findings, intervention.findings).map(({ rule }) => rule));
  const silent = intervention.rules.filter((rule) => !found.has(rule));
  const gaps = [...gapsOf(intervention, findings, say), ...silent.map((rule): Rich => [code(rule), quiet(text.nothingFound)])];
  return gaps.length === 0 ? [state('missing', text.noGap)] : lines(gaps);
}

function whenOf({ from, to }: InterventionReviewed, say: Say): Rich[number] {
  const text = texts[say.language];
  if (from !== null && to !== null) return say.range(from, to);
  if (to !== null) return text.until(say.date(to));
  return state('missing', from === null ? text.noDates : text.noEnd(say.date(from)));
}

function statusCell({ status, lapsed, missing }: InterventionReviewed, say: Say): Cell {
  const text = texts[say.language];
  const word = say.word.intervention[status];
  const first = lapsed ? state('missing', text.lapsed(word)) : state(missing.length > 0 ? 'pending' : 'good', word);
  const lacking = missing.map((each) => missingWords[say.language][each]);
  return lines([[first], ...(lacking.length > 0 ? [[quiet(text.missing(say.listed(lacking)))]] : [])]);
}

const en = {
  step: 'Step 4',
  title: 'Interventions',
  lead: 'What was chosen, which gap it answers, who sees to it, by when, and how one will know that it worked.',
  none: 'The model declares no intervention: nothing has been chosen yet.',
  intervention: 'Intervention',
  gap: 'Gap it answers',
  noGap: 'not stated',
  nothingFound: 'nothing found by this rule',
  who: 'Who',
  owner: (name: string) => `Owner: ${name}`,
  noOwner: 'no owner',
  involves: (names: string) => `with ${names}`,
  when: 'When',
  until: (to: string) => `until ${to}`,
  noEnd: (from: string) => `from ${from}, no end`,
  noDates: 'no dates',
  measure: 'It has worked when',
  noMeasure: 'no measure',
  status: 'Status',
  lapsed: (status: string) => `${status}, end date past`,
  missing: (what: string) => `missing: ${what}`,
};

const fr: typeof en = {
  step: 'Étape 4',
  title: 'Interventions',
  lead: 'Ce qui a été choisi, à quel écart cela répond, qui en est responsable, pour quand, et à quoi l’on saura que cela a réussi.',
  none: 'Le modèle ne déclare aucune intervention : rien n’a encore été choisi.',
  intervention: 'Intervention',
  gap: 'Écart visé',
  noGap: 'non indiqué',
  nothingFound: 'cette règle ne relève rien',
  who: 'Qui',
  owner: (name) => `Responsable : ${name}`,
  noOwner: 'aucun responsable',
  involves: (names) => `avec ${names}`,
  when: 'Quand',
  until: (to) => `jusqu’au ${to}`,
  noEnd: (from) => `à partir du ${from}, sans fin`,
  noDates: 'aucune date',
  measure: 'Critère de réussite',
  noMeasure: 'aucun critère de réussite',
  status: 'État',
  lapsed: (status) => `${status}, date de fin passée`,
  missing: (what) => `il manque ${what}`,
};

const texts = { en, fr };
