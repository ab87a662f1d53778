import { grouped } from '../model/grouped';
import type { Finding } from '../rules/rule';
import type { Language } from '../text/localised';
import type { Remark, RemarkedFile } from './analysisMessages';
import { remarkOn } from './reading';

/** What was given out on one file, and the findings that it says. */
interface OnFile {
  readonly language: Language;
  readonly findings: readonly Finding[];
  readonly remarks: readonly Remark[];
}

/** The remarks on the files of one project that were given out last. */
export class Given {
  readonly #onFiles = new Map<string, OnFile>();

  /** The files whose remarks are no longer those that were given out; takes note of the new ones. Remarks follow the order of `findings`. */
  changedBy(findings: readonly Finding[], language: Language): readonly RemarkedFile[] {
    const now = grouped(findings, ({ found }) => [found.at.file]);
    const changed: RemarkedFile[] = [];
    for (const file of new Set([...now.keys(), ...this.#onFiles.keys()])) {
      const found = now.get(file) ?? [];
      const before = this.#onFiles.get(file) ?? { language, findings: [], remarks: [] };
      // Tens of thousands of sentences need not be made to see that they say what they said before.
      const isSaid = before.language === language && saysTheSame(found, before.findings);
      const remarks = isSaid ? before.remarks : found.map((finding) => remarkOn(finding, language));
      if (!isSaid && JSON.stringify(remarks) !== JSON.stringify(before.remarks)) changed.push({ file, remarks });
      if (found.length === 0) this.#onFiles.delete(file);
      else this.#onFiles.set(file, { language, findings: found, remarks });
    }
    return changed;
  }
}

/** Do two lists of findings on one file say the same, as far as their data tell? False where that takes a closer look. */
function saysTheSame(now: readonly Finding[], before: readonly Finding[]): boolean {
  return now.length === before.length && now.every((finding, at) => saysTheSameAs(finding, before[at]));
}

function saysTheSameAs({ rule, severity, found, answer }: Finding, before: Finding | undefined): boolean {
  if (!before || rule !== before.rule || severity !== before.severity) return false;
  return (
    isSame(found.at.span, before.found.at.span, deepest) &&
    isSame(found.values, before.found.values, deepest) &&
    isSame(found.related, before.found.related, deepest) &&
    isSame(answer, before.answer, deepest)
  );
}

/** How deep data are compared: enough for labels and figures in lists, not for whole entities and what they refer to. */
const deepest = 4;

function isSame(a: unknown, b: unknown, depth: number): boolean {
  if (Object.is(a, b)) return true;
  if (depth === 0 || typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, at) => isSame(item, b[at], depth - 1));
  return isPlain(a) && isPlain(b) && haveSameEntries(a, b, depth - 1);
}

type Plain = Readonly<Record<string, unknown>>;

function isPlain(value: object): value is Plain {
  return Object.getPrototypeOf(value) === Object.prototype;
}

function haveSameEntries(a: Plain, b: Plain, depth: number): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && isSame(a[key], b[key], depth));
}
