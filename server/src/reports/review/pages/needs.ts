import { type Grade, grades } from '../../../syntax/vocabulary';
import type { Say } from '../../say';

/** Needs of high priority first; what has none weighs as low. Equals by what people call them. */
export function byPriority<Need extends { readonly name: string; readonly priority: Grade | null }>(
  needs: readonly Need[],
  say: Say,
): readonly Need[] {
  return say.inOrder(needs).toSorted((a, b) => grades.indexOf(b.priority ?? 'low') - grades.indexOf(a.priority ?? 'low'));
}
