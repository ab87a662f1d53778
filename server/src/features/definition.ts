import type { Snapshot } from '../model/snapshot';
import type { Location, Place } from '../text/span';
import { namingAt } from './naming';

/** Where the name at `place` is declared. */
export function definition(snapshot: Snapshot, place: Place): readonly Location[] {
  const naming = namingAt(snapshot, place);
  return naming?.declared.node.name ? [{ file: naming.declared.file, span: naming.declared.node.name }] : [];
}
