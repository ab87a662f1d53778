import type { Snapshot } from '../model/snapshot';
import type { Location, Place } from '../text/span';
import { namingAt, namings } from './naming';

/** Everywhere the name at `place` is referred to, its declaration included. */
export function references(snapshot: Snapshot, place: Place): readonly Location[] {
  const naming = namingAt(snapshot, place);
  return naming ? namings(snapshot, naming.declared) : [];
}

/** `references` without the declaration itself. */
export function uses(snapshot: Snapshot, place: Place): readonly Location[] {
  const declared = namingAt(snapshot, place)?.declared;
  if (!declared) return [];
  const { name } = declared.node;
  return namings(snapshot, declared).filter(({ file, span }) => file !== declared.file || span.start !== name?.start);
}
