import { type Declaration, type Entry, entriesOf } from '../../syntax/tree';
import { formOf } from '../../syntax/vocabulary';
import { meant } from '../names';
import type { Declared } from '../outline';
import { numberOf, scaleFrom } from '../scale';
import type { Lookup } from './fault';

/** Reports levels that the scale does not have, and competencies of `node` with more than one level. */
export function reportSkills(node: Declaration, lookup: Lookup): void {
  reportLevels(node, lookup);
  for (const word of ['has', 'wants', 'requires'] as const) {
    if (formOf(node.kind, word)) reportConflicts(node, word, lookup);
  }
}

function reportLevels(node: Declaration, { file, scale, report }: Lookup): void {
  // A scale names levels of its own; one of fewer than two levels is at fault itself.
  const own = node.kind === 'scale' ? scaleFrom(node) : scale;
  if (!own) return;
  for (const property of node.items) {
    if (property.type !== 'property') continue;
    for (const { level } of property.entries) {
      if (!level || numberOf(own, level) !== null) continue;
      const at = { start: level.start, end: level.end };
      report({ fault: 'unknown-level', at, node, text: file.text.slice(at.start, at.end), scale: own });
    }
  }
}

/** One fault a competency, at the first value that says otherwise than the one before it. */
function reportConflicts(node: Declaration, word: 'has' | 'wants' | 'requires', { names, scale, report }: Lookup): void {
  const entries = entriesOf(node, word);
  if (entries.length < 2) return;
  const byCompetency = new Map<Declared, { readonly entry: Entry; readonly level: number }[]>();
  for (const entry of entries) {
    const competency = entry.ref && meant(names.resolve(entry.ref, ['competency']));
    const level = entry.level && numberOf(scale, entry.level);
    if (!competency || !level) continue;
    const known = byCompetency.get(competency);
    if (known) known.push({ entry, level });
    else byCompetency.set(competency, [{ entry, level }]);
  }
  for (const [competency, values] of byCompetency) {
    const [first] = values;
    const second = values.find(({ level }) => level !== first?.level);
    if (!second) continue;
    const highest = Math.max(...values.map(({ level }) => level));
    const counts = values.find(({ level }) => level === highest)?.entry ?? second.entry;
    report({
      fault: 'conflicting-skill',
      at: { start: second.entry.start, end: second.entry.end },
      node,
      word,
      competency,
      values,
      counts,
    });
  }
}
