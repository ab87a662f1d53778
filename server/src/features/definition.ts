import { names } from '../model/names';
import type { Declared } from '../model/outline';
import type { Snapshot } from '../model/snapshot';
import type { Location, Place } from '../text/span';
import { givenAt, namingAt, referenceAt } from './naming';

/**
 * Where the name at `place` is given; of one that is given twice, where it is given first. A reference that may mean several declarations,
 * or that names one which cannot stand there, leads to all of them.
 */
export function definition(snapshot: Snapshot, place: Place): readonly Location[] {
  const naming = namingAt(snapshot, place);
  if (!naming) return candidatesAt(snapshot, place).flatMap((declared) => givenAt(snapshot, { declared }) ?? []);
  const { named } = naming;
  const first = 'declared' in named ? { declared: names(snapshot).firstOf(named.declared) ?? named.declared } : named;
  return [givenAt(snapshot, first) ?? []].flat();
}

function candidatesAt(snapshot: Snapshot, { file: path, offset }: Place): readonly Declared[] {
  const file = snapshot.files.get(path);
  const reference = file && referenceAt(file, offset);
  const resolution = reference && names(snapshot).resolve(reference.ref, reference.kinds);
  return resolution && 'candidates' in resolution ? resolution.candidates : [];
}
