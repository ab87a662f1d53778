import assert from 'node:assert/strict';
import { deepest, folderOf, isBelow, isIn, joined, nameOf, pathOf, slashed, uriOf, within } from '../../server/src/lsp/uris';

describe('URIs and paths', () => {
  it('lead to each other, whatever characters they hold', () => {
    for (const path of ['/project/a.collab', '/projet été/équipe #1.collab', '/a%20b/c?d.collab']) assert.equal(pathOf(uriOf(path)), path);
  });

  it('of folders have no slash at their end, but for the root', () => {
    assert.deepEqual([pathOf('file:///project/'), pathOf('file:///')], ['/project', '/']);
  });

  it('of anything but files are none', () => {
    for (const uri of ['untitled:Untitled-1', 'git:/project/a.collab?x', 'nonsense', '', '::', 'a b:c']) assert.equal(pathOf(uri), null);
  });

  it('are below their folder, and not below one of a similar name', () => {
    assert.deepEqual([isBelow('/a', '/a/b'), isBelow('/a', '/a'), isBelow('/a', '/ab'), isBelow('/', '/a')], [true, true, false, true]);
  });

  it('are put together and taken apart', () => {
    for (const root of ['/', '/project']) assert.equal(within(root, joined(root, 'teams/web.collab')), 'teams/web.collab');
    assert.deepEqual([folderOf('/a/b'), folderOf('/a'), folderOf('/')], ['/a', '/', '/']);
  });

  it('know what is around them', () => {
    assert.equal(
      deepest(['/', '/a/b', '/a'], '/a/b/c.collab', (folder) => folder),
      '/a/b',
    );
    assert.equal(
      deepest(['/a/b'], '/a/c.collab', (folder) => folder),
      undefined,
    );
    assert.deepEqual(
      [isIn(new Set(['/a']), '/a/b/c'), isIn(new Set(['/a/b/c']), '/a/b/c'), isIn(new Set(['/b']), '/a/b/c')],
      [true, true, false],
    );
  });

  it('have a name', () => {
    assert.deepEqual([nameOf('file:///a/b.collab'), nameOf('untitled:Untitled-1')], ['b.collab', 'Untitled-1']);
  });

  it('have slashes only, as Windows gives them too; elsewhere a backslash is a letter', () => {
    assert.equal(slashed('c:\\team\\a.collab'), 'c:/team/a.collab');
    assert.equal(slashed('\\\\server\\share\\'), '//server/share');
    assert.equal(slashed('/team/a\\b.collab'), '/team/a\\b.collab');
  });
});
