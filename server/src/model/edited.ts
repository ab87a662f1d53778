import { applyEdits, type Edit } from '../text/edit';
import { grouped } from './grouped';
import type { Snapshot } from './snapshot';

/** The project with `edits` made. */
export function edited(snapshot: Snapshot, edits: readonly Edit[]): Snapshot {
  let after = snapshot;
  for (const [file, its] of grouped(edits, (edit) => [edit.file])) {
    after = after.with(file, applyEdits(snapshot.files.get(file)?.text ?? '', its));
  }
  return after;
}
