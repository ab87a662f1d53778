import { isFileRule } from '../rules/check';
import type { Remark, RemarkedFile } from './analysisMessages';
import type { Project } from './session';

/** Remarks on a file, and the text that their places are in. */
interface Remarked {
  readonly text: string;
  readonly remarks: readonly Remark[];
}

/** The newest remarks on every file of a project: from the analysis, and, of a file that was typed in since, from its own text. */
export class Remarks {
  readonly #analysed = new Map<string, Remarked>();
  readonly #own = new Map<string, Remarked>();

  /** Takes what the analysis of `project`, as it was then, says anew; answers the files whose remarks may have changed. */
  take(project: Project, files: readonly RemarkedFile[]): ReadonlySet<string> {
    const changed = new Set<string>();
    for (const [file, { text }] of this.#analysed) {
      const now = project.snapshot.files.get(file)?.text;
      if (now !== undefined && now !== text) {
        this.#analysed.set(file, { text: now, remarks: this.#analysed.get(file)?.remarks ?? [] });
        changed.add(file);
      }
    }
    for (const { file, remarks } of files) {
      changed.add(file);
      this.#analysed.set(file, { text: project.snapshot.files.get(file)?.text ?? '', remarks });
    }
    return changed;
  }

  /** Takes what the text of one file says by itself. */
  takeOwn(file: string, text: string, remarks: readonly Remark[]): void {
    this.#own.set(file, { text, remarks });
  }

  /** What to show on `file`, which reads `text`. What the analysis said of an older text moves along with what was typed. */
  on(file: string, text: string): readonly Remark[] {
    const analysed = this.#analysed.get(file);
    const own = this.#own.get(file);
    if (!own || own.text !== text || analysed?.text === text) return analysed?.remarks ?? own?.remarks ?? [];
    const older = (analysed?.remarks ?? []).filter(({ rule }) => !isFileRule(rule));
    return [...own.remarks, ...older.flatMap((remark) => movedAlong(remark, analysed?.text ?? '', text))];
  }

  get files(): Iterable<string> {
    return new Set([...this.#analysed.keys(), ...this.#own.keys()]);
  }
}

/** `remark` on `before` as it stands in `after`, which differs in one stretch; nothing where that stretch was all of it. */
function movedAlong(remark: Remark, before: string, after: string): readonly Remark[] {
  let start = 0;
  const shorter = Math.min(before.length, after.length);
  while (start < shorter && before[start] === after[start]) start++;
  let same = 0;
  while (same < shorter - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  const moved = (offset: number): number => {
    if (offset <= start) return offset;
    if (offset >= before.length - same) return offset + after.length - before.length;
    return Math.min(offset, after.length - same);
  };
  const span = { start: moved(remark.span.start), end: moved(remark.span.end) };
  return span.end > span.start || remark.span.end === remark.span.start ? [{ ...remark, span }] : [];
}
