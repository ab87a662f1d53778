import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editDistance, nearest } from '../../server/src/text/nearest';

describe('the nearest names', () => {
  it('are at most two edits away, or a third of the length', () => {
    assert.deepEqual(nearest('bobb', ['anna', 'bob', 'bobby', 'robert']), ['bob', 'bobby']);
    assert.deepEqual(nearest('user-reserch', ['research', 'user-research', 'user-rsrch']), ['user-research', 'user-rsrch']);
    assert.deepEqual(nearest('facilitaton-x', ['facilitation']), ['facilitation']);
  });

  it('are never all another, and not the name itself', () => {
    assert.deepEqual(nearest('ab', ['cd', 'ac', 'ab']), ['ac']);
    assert.deepEqual(nearest('a', ['b', 'ab']), []);
  });

  it('stand in the order of their edits, then of the case, then of the alphabet', () => {
    assert.deepEqual(nearest('anna', ['hanna', 'Anna', 'annna', 'ann']), ['Anna', 'ann', 'annna', 'hanna']);
    assert.deepEqual(nearest('Éva', ['eva', 'éva']), ['éva', 'eva']);
  });

  it('are all that are near enough, whatever letters they have', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'A', 'b', 'é', 'É', 'q', '1', '-', '😀'), maxLength: 7 });
    fc.assert(
      fc.property(word, fc.array(word), (meant, candidates) => {
        const limit = Math.min(Math.max(2, Math.floor(meant.length / 3)), meant.length - 1);
        const edits = (candidate: string) => editDistance(meant.toLowerCase(), candidate.toLowerCase(), 99);
        const near = new Set(candidates.filter((candidate) => candidate !== meant && edits(candidate) <= limit));
        assert.deepEqual(nearest(meant, candidates).toSorted(), [...near].sort());
      }),
    );
  });

  it('counts a swap of neighbours as one edit', () => {
    assert.equal(editDistance('desing', 'design', 9), 1);
    assert.equal(editDistance('kitten', 'sitting', 9), 3);
    assert.equal(editDistance('', 'abc', 9), 3);
    assert.equal(editDistance('ca', 'abc', 9), 3);
  });

  it('gives up no distance within its limit', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });
    fc.assert(
      fc.property(word, word, fc.nat(5), (a, b, limit) => {
        const exact = editDistance(a, b, 99);
        const found = editDistance(a, b, limit);
        assert.ok(exact <= limit ? found === exact : found > limit);
      }),
    );
  });
});
