import { type DateText, type Declaration, type Entry, entriesOf, type Property, propertyOf } from '../../syntax/tree';
import type { Span } from '../../text/span';
import { dayOf } from '../calendar';
import { meant } from '../names';
import { peopleKinds } from '../references';
import { numberOf, scaleFrom } from '../scale';
import type { Invalid, Lookup } from './fault';

/** Reports the dates, figures and shares of `node` that cannot be. */
export function reportValues(node: Declaration, lookup: Lookup): void {
  const report = (at: Span, value: Invalid): void => {
    lookup.report({ fault: 'invalid-value', at: { start: at.start, end: at.end }, node, value });
  };
  reportRange(node.dates?.from ?? null, node.dates?.to ?? null, report);
  for (const date of [node.dates?.from, node.dates?.to]) reportDate(date, report);
  for (const property of node.items) {
    if (property.type === 'property') reportProperty(property, report);
  }
  if (node.kind === 'member') reportDates(node, 'from', 'until', report);
  if (node.kind === 'intervention') reportDates(node, 'from', 'to', report);
  if (node.kind === 'task') {
    reportDates(node, 'from', 'due', report);
    reportShares(node, lookup, report);
  }
  if (node.kind === 'link') reportArrow(node, lookup, report);
  if (node.kind === 'scale') reportScale(node, report);
}

type Report = (at: Span, value: Invalid) => void;

function reportProperty(property: Property, report: Report): void {
  for (const entry of property.entries) {
    reportDate(entry.date, report);
    reportDate(entry.toDate, report);
    reportFigures(property.word, entry, report);
    if (property.word === 'away') reportRange(entry.date ?? null, entry.toDate ?? null, report);
  }
}

function reportFigures(word: string, entry: Entry, report: Report): void {
  const { percent, days, number } = entry;
  if (percent && (percent.value < 1 || percent.value > 100)) report(percent, { why: 'percent', figure: percent.value });
  if (number && word === 'strength' && (number.value < 1 || number.value > 5)) report(number, { why: 'strength', figure: number.value });
  if (number && word === 'holders' && number.value === 0) report(number, { why: 'zero', word });
  if (!days) return;
  if (days.value === 0 && (word === 'effort' || word === 'capacity')) report(days, { why: 'zero', word });
  if (entry.perWeek && days.value > 5) report(entry, { why: 'days-per-week', figure: days.value });
}

function reportDate(date: DateText | null | undefined, report: Report): void {
  if (date && dayOf(date.text) === null) report(date, { why: 'no-such-date', date: date.text });
}

/** A range that ends before it starts is at fault at its end. */
function reportRange(from: DateText | null, to: DateText | null, report: Report): void {
  const first = from && dayOf(from.text);
  const last = to && dayOf(to.text);
  if (from && to && first !== null && last !== null && last < first) report(to, { why: 'ends-before', from: from.text, to: to.text });
}

function reportDates(node: Declaration, from: string, to: string, report: Report): void {
  const dateOf = (word: string): DateText | null => propertyOf(node, word)?.entries[0]?.date ?? null;
  reportRange(dateOf(from), dateOf(to), report);
}

function reportShares(node: Declaration, { names }: Lookup, report: Report): void {
  const assigned = propertyOf(node, 'assigned');
  if (!assigned) return;
  const percents = new Map<unknown, number>();
  for (const { ref, percent } of entriesOf(node, 'assigned')) {
    const person = ref && (meant(names.resolve(ref, peopleKinds)) ?? ref);
    if (percent && !percents.has(person)) percents.set(person, percent.value);
  }
  const sum = [...percents.values()].reduce((total, percent) => total + percent, 0);
  // A single share above 100 has been reported where it stands.
  if (sum > 100 && ![...percents.values()].some((percent) => percent > 100)) report(assigned, { why: 'shares', figure: sum });
}

/** Who reports to whom has a direction. */
function reportArrow(node: Declaration, { file }: Lookup, report: Report): void {
  const { ends } = node;
  if (ends?.arrow !== '<->' || !ends.from || !ends.to || !propertyOf(node, 'reports')) return;
  const between = file.text.slice(ends.from.end, ends.to.start);
  const start = ends.from.end + between.length - between.trimStart().length;
  report({ start, end: start + between.trim().length }, { why: 'mutual-reports' });
}

function reportScale(node: Declaration, report: Report): void {
  const levels = propertyOf(node, 'levels');
  const scale = scaleFrom(node);
  if (!scale) {
    // Levels that are half typed are a matter of syntax.
    if (levels?.entries.length === 0) return;
    const count = new Set(entriesOf(node, 'levels').flatMap(({ name }) => name?.text ?? [])).size;
    report(levels ?? node.name ?? node.keyword, { why: 'levels', figure: count });
    return;
  }
  const autonomous = propertyOf(node, 'autonomous')?.entries[0]?.level;
  const trains = propertyOf(node, 'trains')?.entries[0]?.level;
  const alone = autonomous && numberOf(scale, autonomous);
  const training = trains && numberOf(scale, trains);
  if (!autonomous || !trains || !alone || !training || training >= alone) return;
  report(trains, { why: 'trains-below', trains: scale.levels[training - 1]?.name ?? '', autonomous: scale.levels[alone - 1]?.name ?? '' });
}
