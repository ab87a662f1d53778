import type { ConflictingSkill } from '../../model/faults/fault';
import { removeValues } from '../../planning/removal';
import type { Language } from '../../text/localised';
import { listed } from '../wording';
import { defineFaultRule } from './faultRule';

export const conflictingSkill = defineFaultRule({
  name: 'model/conflicting-skill',
  severity: 'warning',
  summary: { en: 'A competency stands once in a list, with one level.', fr: 'Une compétence figure une fois par liste, à un seul niveau.' },
  why: {
    en: 'Of two levels for one competency the higher counts, and the text does not say which one is true.',
    fr: 'De deux niveaux pour une même compétence, le plus élevé compte, et le texte ne dit pas lequel est vrai.',
  },
  examples: {
    bad: 'competency research "Research"\nmember anna "Anna Morel" { has research 2, research 4 }\n',
    good: 'competency research "Research"\nmember anna "Anna Morel" { has research 4 }\n',
  },
  message: {
    en: ({ fault }) => `“${fault.competency.name}” stands here at levels ${levels('en', fault)}; the highest counts`,
    fr: ({ fault }) => `« ${fault.competency.name} » figure ici aux niveaux ${levels('fr', fault)} ; le plus élevé compte`,
  },
  fixes({ at, values: { fault } }, { snapshot }) {
    const file = snapshot.files.get(at.file);
    if (!file) return [];
    const others = new Set(fault.values.map(({ entry }) => entry).filter((entry) => entry !== fault.counts));
    const title = { en: 'Keep the highest level', fr: 'Garder le niveau le plus élevé' };
    return [{ title, preferred: true, edits: removeValues(file, fault.node, fault.word, others) }];
  },
});

function levels(language: Language, { values }: ConflictingSkill): string {
  const distinct = [...new Set(values.map(({ level }) => level))].sort((a, b) => a - b);
  return listed(language, distinct.map(String));
}
