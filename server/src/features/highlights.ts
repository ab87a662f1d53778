import type { Snapshot } from '../model/snapshot';
import type { Place, Span } from '../text/span';
import { givenAt, mentionsIn, namingAt } from './naming';

export interface Highlight extends Span {
  /** Is the name given here, rather than used? */
  readonly isDeclaration: boolean;
}

/** Where the file of `place` gives or uses the name there, in text order. */
export function highlights(snapshot: Snapshot, place: Place): readonly Highlight[] {
  const file = snapshot.files.get(place.file);
  const naming = namingAt(snapshot, place);
  if (!file || !naming) return [];
  const given = givenAt(snapshot, naming.named);
  const declaration = given?.file === place.file ? [{ ...given.span, isDeclaration: true }] : [];
  const uses = mentionsIn(snapshot, file, naming.named).map(({ start, end }) => ({ start, end, isDeclaration: false }));
  return [...declaration, ...uses].sort((a, b) => a.start - b.start);
}
