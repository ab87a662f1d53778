import type { Finding } from '../../rules/rule';
import type { Action, Offer, Where } from './action';
import { certainFix, compatible, editsOf, mendable } from './mending';

/** Mends all that one rule finds in a file, where one of its findings is met that can be mended without a choice. */
export const fixRule: Offer = (where) => {
  const { checked, file, span } = where;
  const inFile = checked.findings.filter(({ rule, found: { at } }) => at.file === file.path && mendable.has(rule.name));
  const met = inFile.filter(({ found: { at } }) => at.span.start <= span.end && span.start <= at.span.end);
  const rules = new Set(met.filter((finding) => certainFix(finding, where)).map(({ rule }) => rule));
  return [...rules].flatMap(({ name }) => {
    const alike = inFile.filter(({ rule }) => rule.name === name);
    return isRepeated(alike.slice(0, mostTried), where) ? [mendAll(name, alike, where)] : [];
  });
};

/** So many findings are looked at before the action is offered, which is asked at every move of the cursor. */
const mostTried = 20;

function isRepeated(findings: readonly Finding[], where: Where): boolean {
  let count = 0;
  return findings.some((finding) => certainFix(finding, where) !== null && ++count > 1);
}

function mendAll(rule: string, findings: readonly Finding[], where: Where): Action {
  return {
    name: `fixRule ${rule}`,
    kind: 'quickfix',
    title: { en: `Mend all of ${rule} in this file`, fr: `Corriger dans ce fichier tout ce que relève ${rule}` },
    edits: () => editsOf(compatible(findings.flatMap((finding) => certainFix(finding, where) ?? []))),
  };
}
