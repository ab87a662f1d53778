import { isFileRule } from '../rules/check';
import { changedStretch } from '../text/edit';
import type { Remark, RemarkedFile } from './analysisMessages';

/** Remarks on a file, and the text that their places are in. */
interface Remarked {
  readonly text: string;
  readonly remarks: readonly Remark[];
}

/** The text of a file of the state that was analysed; undefined where it had none. */
export type TextOf = (file: string) => string | undefined;

/** The newest remarks on every file of a project: from the analysis, and, of a file that was typed in since, from its own text. */
export class Remarks {
  readonly #analysed = new Map<string, readonly Remark[]>();
  readonly #own = new Map<string, Remarked>();
  #textOf: TextOf = () => undefined;

  /** Takes what the analysis says anew of the state of which `textOf` has the texts; answers the files whose remarks may have changed. */
  take(files: readonly RemarkedFile[], textOf: TextOf): ReadonlySet<string> {
    const changed = new Set([...this.#own.keys(), ...files.map(({ file }) => file)]);
    this.#textOf = textOf;
    for (const { file, remarks } of files) {
      if (remarks.length > 0) this.#analysed.set(file, remarks);
      else this.#analysed.delete(file);
    }
    for (const [file, { text }] of this.#own) if (textOf(file) === text) this.#own.delete(file);
    return changed;
  }

  /** Takes what the rules that judge each file by itself say anew of a file that reads as it did when it was analysed. */
  takeAtOnce({ file, remarks }: RemarkedFile): void {
    const others = (this.#analysed.get(file) ?? []).filter(({ rule }) => !isFileRule(rule));
    this.#analysed.set(file, [...remarks, ...others].sort(byPlace));
  }

  /** Takes what the text of one file says by itself. */
  takeOwn(file: string, text: string, remarks: readonly Remark[]): void {
    this.#own.set(file, { text, remarks });
  }

  /** The files that the analysis has something to say of. */
  get files(): Iterable<string> {
    return this.#analysed.keys();
  }

  /** What to show on `file`, which reads `text`. What the analysis said of an older text moves along with what was typed. */
  on(file: string, text: string): readonly Remark[] {
    const analysed = this.#analysed.get(file) ?? [];
    const before = this.#textOf(file);
    const own = this.#own.get(file);
    if (own?.text !== text) return before === undefined || before === text ? analysed : movedAlong(analysed, before, text);
    const others = analysed.filter(({ rule }) => !isFileRule(rule));
    return [...own.remarks, ...(before === undefined || before === text ? others : movedAlong(others, before, text))].sort(byPlace);
  }
}

/** As the analysis gives them: what was shown already is recognised then. */
function byPlace(a: Remark, b: Remark): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}

/** `remarks` on `before` as they stand in `after`, which differs in one stretch; without those whose place was in it and is gone. */
function movedAlong(remarks: readonly Remark[], before: string, after: string): readonly Remark[] {
  if (remarks.length === 0) return remarks;
  const changed = changedStretch(before, after);
  const more = after.length - before.length;
  const movedStart = (offset: number): number => (offset >= changed.end ? offset + more : Math.min(offset, changed.start));
  const movedEnd = (offset: number): number => {
    if (offset <= changed.start) return offset;
    return offset >= changed.end ? offset + more : changed.end + more;
  };
  return remarks.flatMap((remark) => {
    const start = movedStart(remark.span.start);
    const span = { start, end: Math.max(start, movedEnd(remark.span.end)) };
    return span.end > start || remark.span.end === remark.span.start ? [{ ...remark, span }] : [];
  });
}
