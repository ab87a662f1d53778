import assert from 'node:assert/strict';
import { isCollabFile, isWithin, leftOut, pathFrom, rootAbove } from '../../server/src/host/scope';
import { Folder } from './folder';

describe('what belongs to which project', () => {
  it('knows a model by the end of its name', () => {
    assert.deepEqual(['a/b.collab', '.collab', 'b.collab.md', 'collab'].filter(isCollabFile), ['a/b.collab', '.collab']);
  });

  it('tells what is within a folder from what only starts like it', () => {
    assert.deepEqual(
      ['/work/a', '/work/a/b', '/work/ab', '/work'].filter((path) => isWithin('/work/a', path)),
      ['/work/a', '/work/a/b'],
    );
    assert.ok(isWithin('/', '/a'));
  });

  it('says a path as it is seen from a folder', () => {
    assert.deepEqual([pathFrom('/a', '/a/b/c'), pathFrom('/a/b', '/a/c'), pathFrom('/a', '/a')], ['b/c', '../c', '.']);
  });

  it('tells a single path as the walk does', () => {
    const isLeftOut = leftOut(['archive', 'drafts/*.collab']);
    const paths = [
      'archive/2024/a.collab',
      'drafts/a.collab',
      'drafts/b/a.collab',
      'b/archive/a.collab',
      '.git/a.collab',
      'a/node_modules/b.collab',
    ];
    assert.deepEqual(paths.filter(isLeftOut), ['archive/2024/a.collab', 'drafts/a.collab', '.git/a.collab', 'a/node_modules/b.collab']);
  });

  it('finds the configuration above', async () => {
    const folder = new Folder().write({ 'p/collab.config.json': '{}', 'p/a/b/c.collab': '', 'q/c.collab': '' });
    try {
      assert.equal(await rootAbove(folder.at('p/a/b')), folder.at('p'));
      assert.equal(await rootAbove(folder.at('p')), folder.at('p'));
      assert.equal(await rootAbove(folder.at('q')), null);
    } finally {
      folder.remove();
    }
  });
});
