import type { Finding } from '../rules/rule';
import type { Language } from '../text/localised';
import type { Remark, RemarkedFile } from './analysisMessages';
import { remarkOn } from './reading';

interface Worded {
  readonly finding: Finding;
  readonly remark: Remark;
}

/**
 * Findings in a reader’s words, file by file. A large project has tens of thousands, of which a key changes a few:
 * what is found again is not worded again, and files on which nothing is new are not told again.
 */
export class Wordings {
  readonly #known = new Map<string, readonly Worded[]>();
  #language: Language | null = null;

  /** The files on which something else is to be said than last time. */
  changed(findings: readonly Finding[], language: Language): readonly RemarkedFile[] {
    const isSameLanguage = this.#language === language;
    this.#language = language;
    const byFile = Map.groupBy(findings, ({ found }) => found.at.file);
    const changed: RemarkedFile[] = [];
    for (const file of new Set([...this.#known.keys(), ...byFile.keys()])) {
      const before = this.#known.get(file) ?? [];
      const worded = (byFile.get(file) ?? []).map((finding, index): Worded => {
        const known = isSameLanguage ? before[index] : undefined;
        return { finding, remark: known && isSame(known.finding, finding) ? known.remark : remarkOn(finding, language) };
      });
      if (worded.length > 0) this.#known.set(file, worded);
      else this.#known.delete(file);
      const isNew = worded.length !== before.length || worded.some(({ remark }, index) => !isSaidAlike(remark, before[index]?.remark));
      if (isNew) changed.push({ file, remarks: worded.map(({ remark }) => remark) });
    }
    return changed;
  }
}

function isSaidAlike(remark: Remark, before: Remark | undefined): boolean {
  return remark === before || JSON.stringify(remark) === JSON.stringify(before);
}

/** How much of two findings is compared before they are taken for different. */
const mostCompared = 300;

/** Do both make the same remark for sure? */
function isSame(a: Finding, b: Finding): boolean {
  if (a.rule !== b.rule || a.severity !== b.severity) return false;
  return isSameData([a.found.at, a.found.values, a.found.related, a.answer], [b.found.at, b.found.values, b.found.related, b.answer], {
    left: mostCompared,
  });
}

/** Are both the same plain data, as far as `budget` goes? What is no plain data is the same only as itself. */
function isSameData(a: unknown, b: unknown, budget: { left: number }): boolean {
  if (Object.is(a, b)) return true;
  if (budget.left-- <= 0 || typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((each, index) => isSameData(each, b[index], budget));
  if (Object.getPrototypeOf(a) !== Object.prototype || Object.getPrototypeOf(b) !== Object.prototype) return false;
  const keys = Object.keys(a) as (keyof typeof a)[];
  return keys.length === Object.keys(b).length && keys.every((key) => isSameData(a[key], b[key], budget));
}
