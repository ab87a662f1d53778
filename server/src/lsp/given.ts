import { grouped } from '../model/grouped';
import type { Snapshot, SourceFile } from '../model/snapshot';
import { isFileRule } from '../rules/check';
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
  /** The files of the state that they are about. */
  #files: ReadonlyMap<string, SourceFile> = new Map();
  /** What was given out since of rules that judge each file by itself, by file. */
  readonly #sinceThen = new Map<string, readonly Remark[]>();

  /**
   * The files that read as they did when remarks on them were given out, where the rules that judge each file by itself find something else
   * by now, with what these find; takes note of it. `findingsIn` asks them.
   */
  changedAtOnce(snapshot: Snapshot, findingsIn: (path: string) => readonly Finding[], language: Language): readonly RemarkedFile[] {
    const changed: RemarkedFile[] = [];
    for (const [path, file] of snapshot.files) {
      if (this.#files.get(path) !== file) continue;
      const found = findingsIn(path);
      const before = this.#sinceThen.get(path) ?? this.#onFiles.get(path)?.remarks.filter(({ rule }) => isFileRule(rule)) ?? [];
      if (standsAsBefore(found, before)) continue;
      const remarks = found.map((finding) => remarkOn(finding, language));
      this.#sinceThen.set(path, remarks);
      changed.push({ file: path, remarks });
    }
    return changed;
  }

  /**
   * The files whose remarks are no longer those that were given out; takes note of the new ones, which are about `snapshot`. Remarks follow
   * the order of `findings`.
   */
  changedBy(findings: readonly Finding[], snapshot: Snapshot, language: Language): readonly RemarkedFile[] {
    const now = grouped(findings, ({ found }) => [found.at.file]);
    const changed: RemarkedFile[] = [];
    for (const file of new Set([...now.keys(), ...this.#onFiles.keys(), ...this.#sinceThen.keys()])) {
      const found = now.get(file) ?? [];
      const before = this.#onFiles.get(file) ?? { language, findings: [], remarks: [] };
      // Tens of thousands of sentences need not be made to see that they say what they said before.
      const isSaid = before.language === language && saysTheSame(found, before.findings);
      const remarks = isSaid ? before.remarks : remarksOn(found, before, language);
      const isNew = this.#sinceThen.has(file) || (!isSaid && JSON.stringify(remarks) !== JSON.stringify(before.remarks));
      if (isNew) changed.push({ file, remarks });
      if (found.length === 0) this.#onFiles.delete(file);
      else this.#onFiles.set(file, { language, findings: found, remarks });
    }
    this.#files = snapshot.files;
    this.#sinceThen.clear();
    return changed;
  }
}

/** What is said of `found`; of what was found before, as it was said then. */
function remarksOn(found: readonly Finding[], before: OnFile, language: Language): readonly Remark[] {
  const known = before.language === language ? before.findings : [];
  const places = new Map(known.map((finding, at) => [finding.found, at]));
  return found.map((finding) => {
    const at = places.get(finding.found);
    const remark = at !== undefined && saysTheSameAs(finding, known[at]) ? before.remarks[at] : undefined;
    return remark ?? remarkOn(finding, language);
  });
}

/** Do the same rules find something in the same places as they did? */
function standsAsBefore(found: readonly Finding[], before: readonly Remark[]): boolean {
  if (found.length !== before.length) return false;
  return found.every(({ rule, found: { at } }, index) => {
    const other = before[index];
    return other?.rule === rule.name && other.span.start === at.span.start && other.span.end === at.span.end;
  });
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
