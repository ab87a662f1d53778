import type { Evidence, EvidenceValue } from '../../rules/rule';
import { code, type Rich } from '../document';
import { rounded } from '../render/json';

/** Thresholds or evidence with the words and figures of the JSON answers: `people 3 · below -0.667`. */
export function settings(values: Evidence): Rich {
  const pairs = Object.entries(values).map(([key, value]) => `${key} ${written(value)}`);
  return pairs.length === 0 ? ['–'] : [code(pairs.join(' · '))];
}

function written(value: EvidenceValue): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(rounded(value)) : 'null';
  if (typeof value !== 'object' || value === null) return String(value);
  if (!isList(value)) return pairs(value);
  const separator = value.some((each) => typeof each === 'object' && each !== null) ? ' / ' : ', ';
  return `(${value.map(written).join(separator)})`;
}

function pairs(value: Evidence): string {
  return Object.entries(value)
    .map(([key, inner]) => `${key} ${written(inner)}`)
    .join(', ');
}

function isList(value: readonly EvidenceValue[] | Evidence): value is readonly EvidenceValue[] {
  return Array.isArray(value);
}
