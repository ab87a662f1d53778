import type { Snapshot } from '../model/snapshot';
import type { Location, Place } from '../text/span';
import { givenAt, mentionsOf, namingAt } from './naming';

/** Everywhere the name at `place` stands, where it is given included. */
export function references(snapshot: Snapshot, place: Place): readonly Location[] {
  const naming = namingAt(snapshot, place);
  return naming ? mentionsOf(snapshot, naming.named).map(({ file, span }) => ({ file, span })) : [];
}

/** Everywhere the name at `place` is referred to. */
export function uses(snapshot: Snapshot, place: Place): readonly Location[] {
  const naming = namingAt(snapshot, place);
  const given = naming && givenAt(snapshot, naming.named);
  return references(snapshot, place).filter(({ file, span }) => file !== given?.file || span.start !== given.span.start);
}
