import type { UnknownLevel } from '../../model/faults/fault';
import { nearest } from '../../text/nearest';
import type { Fix } from '../rule';
import { defineFaultRule } from './faultRule';

/** So many levels are offered at the most. */
const mostOffered = 3;

export const unknownLevel = defineFaultRule({
  name: 'model/unknown-level',
  severity: 'error',
  summary: { en: 'Every level is one of the scale.', fr: 'Chaque niveau figure dans l’échelle.' },
  why: {
    en: 'A level that the scale does not have says nothing: who holds the competency is then not known.',
    fr: 'Un niveau absent de l’échelle ne dit rien : on ne sait pas qui maîtrise la compétence.',
  },
  examples: {
    bad: 'competency research "Research"\nmember anna "Anna Morel" { has research expertt }\n',
    good: 'competency research "Research"\nmember anna "Anna Morel" { has research expert }\n',
  },
  message: {
    en: ({ fault: { text, scale } }) => `“${text}” is no level of the scale: ${levelsOf(scale)}, or 1 to ${scale.levels.length}`,
    fr: ({ fault: { text, scale } }) => `« ${text} » n’est pas un niveau de l’échelle : ${levelsOf(scale)}, ou 1 à ${scale.levels.length}`,
  },
  fixes({ at, values: { fault } }) {
    return nearestLevels(fault)
      .slice(0, mostOffered)
      .map(
        (text, index): Fix => ({
          title: { en: `Change to ${text}`, fr: `Remplacer par ${text}` },
          preferred: index === 0,
          edits: [{ ...at, text }],
        }),
      );
  },
});

/** The levels that may be meant, nearest first, by name or by number as they are written. */
export function nearestLevels({ text, scale: { levels } }: UnknownLevel): readonly string[] {
  const number = Number(text);
  if (!Number.isNaN(number)) return [String(number < 1 ? 1 : levels.length)];
  return nearest(
    text,
    levels.map(({ name }) => name),
  );
}

function levelsOf({ levels }: { readonly levels: readonly { readonly name: string }[] }): string {
  return levels.map(({ name }) => name).join(', ');
}
