import { type Cell, code, empty, inlineProse, type InnerLink, lead, lines, quiet, type Rich, type Section, section, state, table, words } from '../../document';
import { missingWords } from '../../evidence';
import type { Review } from '../../review';
import type { Say } from '../../say';
import type { InterventionReviewed } from '../interventions';
import { cardOf } from './finding';

/** Step 4. */
export function interventionsPage({ interventions }: Review, say: Say): Section {
  const text = texts[say.language];
  const columns = [words(text.intervention, 5), words(text.gap, 5), words(text.who, 4), words(text.when, 3), words(text.measure, 4), words(text.status, 3)];
  const block =
    interventions.length === 0
      ? empty(text.none)
      : table(
          text.title,
          columns,
          say.inOrder(interventions).map((intervention) => row(intervention, say)),
        );
  return { ...section('interventions', text.title, [lead(text.lead), block]), label: text.step };
}

function row(intervention: InterventionReviewed, say: Say): readonly Cell[] {
  const text = texts[say.language];
  const { name, technique, about, involves, owner, measure } = intervention;
  return [
    [say.name(name), ...(technique ? [quiet(say.name(technique))] : []), ...(about === null ? [] : [inlineProse(about)])],
    gapCell(intervention, say),
    lines([
      [owner ? text.owner(say.name(owner)) : state('missing', text.noOwner)],
      ...(involves.length > 0 ? [[quiet(text.involves(say.names(involves)))]] : []),
    ]),
    [whenOf(intervention, say)],
    measure === null ? [state('missing', text.noMeasure)] : [inlineProse(measure)],
    statusCell(intervention, say),
  ];
}

function gapCell({ pitfalls, rules, findings }: InterventionReviewed, say: Say): Cell {
  const text = texts[say.language];
  const numbers: Rich = findings.map((number): InnerLink => ({ kind: 'link', to: cardOf(number), text: text.finding(number) })).flatMap((link, at) => (at === 0 ? [link] : [', ', link]));
  const gaps: readonly Rich[] = [...pitfalls.map((pitfall): Rich => [say.name(pitfall)]), ...rules.map((rule): Rich => [code(rule)])];
  if (gaps.length === 0) return [state('missing', text.noGap)];
  return lines(numbers.length === 0 ? gaps : [...gaps, numbers]);
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
  lead: 'What was chosen, which gap it answers, who carries it, by when, and how one will know that it worked.',
  none: 'The model declares no intervention: nothing has been chosen yet.',
  intervention: 'Intervention',
  gap: 'Gap it answers',
  noGap: 'not stated',
  who: 'Who',
  owner: (name: string) => `Led by ${name}`,
  noOwner: 'no owner',
  involves: (names: string) => `with ${names}`,
  when: 'When',
  until: (to: string) => `until ${to}`,
  noEnd: (from: string) => `from ${from}, no end`,
  noDates: 'no dates',
  measure: 'It has worked when',
  noMeasure: 'no measure',
  status: 'Status',
  lapsed: (status: string) => `${status}, its time is up`,
  missing: (what: string) => `missing: ${what}`,
  finding: (number: number) => `finding ${number}`,
};

const fr: typeof en = {
  step: 'Étape 4',
  title: 'Interventions',
  lead: 'Ce qui a été choisi, à quel écart cela répond, qui le porte, pour quand, et à quoi l’on saura que cela a réussi.',
  none: 'Le modèle ne déclare aucune intervention : rien n’a encore été choisi.',
  intervention: 'Intervention',
  gap: 'Écart visé',
  noGap: 'non indiqué',
  who: 'Qui',
  owner: (name) => `Portée par ${name}`,
  noOwner: 'aucun responsable',
  involves: (names) => `avec ${names}`,
  when: 'Quand',
  until: (to) => `jusqu’au ${to}`,
  noEnd: (from) => `à partir du ${from}, sans fin`,
  noDates: 'aucune date',
  measure: 'Elle a réussi quand',
  noMeasure: 'aucun critère',
  status: 'État',
  lapsed: (status) => `${status}, échéance passée`,
  missing: (what) => `il manque ${what}`,
  finding: (number) => `constat ${number}`,
};

const texts = { en, fr };
