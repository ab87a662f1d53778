import type { Snapshot } from '../model/snapshot';
import type { Place, Span } from '../text/span';
import { mentionsOf, namingAt } from './naming';

/**
 * The name at `place` wherever it stands, to be typed in all places at once, in text order. Nothing where it stands once, or in another file
 * too: then typing would leave that behind, and renaming is the way.
 */
export function linkedNames(snapshot: Snapshot, place: Place): readonly Span[] {
  const naming = namingAt(snapshot, place);
  const source = snapshot.files.get(place.file);
  if (!naming || !source) return [];
  const mentions = mentionsOf(snapshot, naming.named).filter(({ isNumber }) => !isNumber);
  const written = source.text.slice(naming.span.start, naming.span.end);
  const areAlike = mentions.every(({ file, span }) => file === place.file && source.text.slice(span.start, span.end) === written);
  return areAlike && mentions.length > 1 ? mentions.map(({ span }) => span).sort((a, b) => a.start - b.start) : [];
}
