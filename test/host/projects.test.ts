import assert from 'node:assert/strict';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import files from 'node:fs/promises';
import { type Project, projectOf, projectsIn } from '../../server/src/host/projects';
import { Folder } from './folder';

const exclusions = (config: string | null): readonly string[] => (config === null ? [] : (JSON.parse(config).exclude ?? []));

describe('the projects in a folder', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = new Folder();
  });
  afterEach(() => folder.remove());

  const projects = async (path = '.'): Promise<readonly Project[]> => projectsIn(folder.at(path), exclusions);
  const paths = async (): Promise<readonly string[]> => {
    const [project, ...more] = await projects();
    assert.deepEqual(more, []);
    assert.deepEqual(project?.unreadable, []);
    return project?.files.map(({ path }) => path) ?? [];
  };

  it('is one project of every file below it, by path, without a configuration', async () => {
    folder.write({ 'b.collab': 'b', 'a/é.collab': 'é', 'a/z.collab': 'z', 'B.collab': 'B', 'a.txt': 'no', 'a.collab.bak': 'no' });
    assert.deepEqual(await projects(), [
      {
        root: folder.path,
        config: null,
        files: [
          { path: 'B.collab', text: 'B' },
          { path: 'a/z.collab', text: 'z' },
          { path: 'a/é.collab', text: 'é' },
          { path: 'b.collab', text: 'b' },
        ],
        unreadable: [],
        folders: [folder.path, folder.at('a')],
        nested: [],
      },
    ]);
  });

  it('is a project without files where it holds none', async () => {
    assert.deepEqual(await paths(), []);
  });

  it('starts a project at each configuration, and is none itself where it holds no more', async () => {
    folder.write({
      'two/collab.config.json': '{"today":"2026-04-10"}',
      'two/a.collab': 'two a',
      'two/in/in.collab': 'in',
      'two/own/collab.config.json': '{}',
      'two/own/a.collab': 'own a',
      'one/collab.config.json': '{}',
    });
    const found = (await projects()).map(({ root, config, files }) => [root.slice(folder.path.length), config, files]);
    assert.deepEqual(found, [
      ['/one', '{}', []],
      [
        '/two',
        '{"today":"2026-04-10"}',
        [
          { path: 'a.collab', text: 'two a' },
          { path: 'in/in.collab', text: 'in' },
        ],
      ],
      ['/two/own', '{}', [{ path: 'a.collab', text: 'own a' }]],
    ]);
    folder.write({ 'loose.collab': '' });
    assert.deepEqual((await projects())[0]?.files, [{ path: 'loose.collab', text: '' }]);
  });

  it('leaves out what the configuration excludes, and the folders that tools keep', async () => {
    folder.write({
      'collab.config.json': JSON.stringify({
        exclude: ['archive/**', './old', '/top.collab', '**/*-draft.collab', 'dir/', '!kept.collab', ''],
      }),
      'archive/collab.config.json': '{}',
      'archive/a.collab': '',
      'old/a/b.collab': '',
      'top.collab': '',
      'sub/top.collab': '',
      'sub/x-draft.collab': '',
      'dir/a.collab': '',
      'kept.collab': '',
      'node_modules/a/b.collab': '',
      '.git/a.collab': '',
      '.hidden.collab': '',
    });
    assert.deepEqual(await paths(), ['.hidden.collab', 'kept.collab', 'sub/top.collab']);
  });

  it('takes a folder that is asked for by name, whatever the name', async () => {
    folder.write({ 'node_modules/a/b.collab': '' });
    assert.deepEqual((await projects('node_modules'))[0]?.files, [{ path: 'a/b.collab', text: '' }]);
  });

  it('reads UTF-8 without its mark, and marks what is not valid', async () => {
    folder.write({
      'bom.collab': '\uFEFFmember anna',
      'latin.collab': Buffer.from('member andr\xe9', 'latin1'),
      'crlf.collab': 'a\r\nb\r',
    });
    const [project] = await projects();
    assert.deepEqual(
      project?.files.map(({ text }) => text),
      ['member anna', 'a\r\nb\r', 'member andr\uFFFD'],
    );
  });

  it('follows links out of the project once, by their own path', async () => {
    const elsewhere = new Folder().write({ 'team/a.collab': 'a', 'one.collab': 'one' });
    try {
      folder.write({ 'z/real.collab': '' });
      symlinkSync(folder.at('z'), folder.at('a-link'));
      symlinkSync(folder.at('z/real.collab'), folder.at('another.collab'));
      symlinkSync(elsewhere.at('team'), folder.at('team'));
      symlinkSync(elsewhere.at('one.collab'), folder.at('linked.collab'));
      assert.deepEqual(await paths(), ['linked.collab', 'team/a.collab', 'z/real.collab']);
    } finally {
      elsewhere.remove();
    }
  });

  it('ends where links lead in a circle', async () => {
    folder.write({ 'in/a.collab': '', 'in/b/b.collab': '' });
    symlinkSync('.', folder.at('in/self'));
    symlinkSync('..', folder.at('in/b/up'));
    symlinkSync(folder.path, folder.at('in/b/top'));
    symlinkSync('pong', folder.at('ping'));
    symlinkSync('ping', folder.at('pong'));
    symlinkSync('echo.collab', folder.at('echo.collab'));
    symlinkSync('gone.collab', folder.at('broken.collab'));
    assert.deepEqual(await paths(), ['in/a.collab', 'in/b/b.collab']);
    const above = (await projects('in'))[0];
    assert.deepEqual(
      above?.files.map(({ path }) => path),
      ['a.collab', 'b/b.collab'],
    );
  });

  it('ends where projects link to each other', async () => {
    folder.write({ 'a/collab.config.json': '{}', 'b/collab.config.json': '{}', 'a/a.collab': '', 'b/b.collab': '' });
    symlinkSync(folder.at('b'), folder.at('a/b'));
    symlinkSync(folder.at('a'), folder.at('b/a'));
    assert.deepEqual(
      (await projects()).map(({ root }) => root),
      [folder.at('a'), folder.at('b')],
    );
  });

  it('takes files given by name as a project of their own', async () => {
    folder.write({ 'a.collab': 'a', 'b.collab': 'b' });
    const project = await projectOf(folder.path, [folder.at('b.collab'), folder.at('gone.collab')]);
    assert.deepEqual(project, {
      root: folder.path,
      config: null,
      files: [{ path: 'b.collab', text: 'b' }],
      unreadable: [],
      folders: [folder.path],
      nested: [],
    });
  });

  it('cannot start where there is no folder', async () => {
    folder.write({ 'a.collab': '' });
    await assert.rejects(projects('gone'), { code: 'ENOENT' });
    await assert.rejects(projects('a.collab/below'), { code: 'ENOTDIR' });
  });

  describe('while files come and go', () => {
    const { readFile, readdir } = files;
    afterEach(() => Object.assign(files, { readFile, readdir }));

    it('skips a file that is deleted before it is read', async () => {
      folder.write({ 'a.collab': 'a', 'b.collab': 'b' });
      const racing = (path: string): Promise<unknown> => {
        if (path.endsWith('b.collab')) rmSync(path);
        return readFile(path);
      };
      Object.assign(files, { readFile: racing });
      assert.deepEqual(await paths(), ['a.collab']);
    });

    it('skips a folder that is deleted before it is opened', async () => {
      folder.write({ 'a.collab': 'a', 'b/b.collab': 'b', 'c/collab.config.json': '{}' });
      const racing = (path: string, options: { withFileTypes: true }): Promise<unknown> => {
        if (path.endsWith('/b')) rmSync(path, { recursive: true });
        return readdir(path, options);
      };
      Object.assign(files, { readdir: racing });
      const [project] = await projects();
      assert.deepEqual([project?.files, project?.unreadable], [[{ path: 'a.collab', text: 'a' }], []]);
    });

    it('names what cannot be read, and reads the rest', async () => {
      folder.write({ 'a.collab': 'a', 'b/b.collab': 'b', 'c.collab': 'c', 'collab.config.json': '{}' });
      const denied = (path: string): never => {
        throw Object.assign(new Error(`EACCES: permission denied, open '${path}'`), { code: 'EACCES' });
      };
      Object.assign(files, {
        readdir: (path: string, options: { withFileTypes: true }) => (path.endsWith('/b') ? denied(path) : readdir(path, options)),
        readFile: async (path: string) => (path.endsWith('a.collab') ? readFile(path) : denied(path)),
      });
      const [project] = await projects();
      const reason = { en: 'permission denied', fr: 'accès refusé' };
      assert.deepEqual(project?.files, [{ path: 'a.collab', text: 'a' }]);
      assert.deepEqual(
        project?.unreadable,
        ['collab.config.json', 'b', 'c.collab'].map((path) => ({ path: folder.at(path), reason })),
      );
    });
  });

  it('reads many files, large ones too', async () => {
    const many = Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`${at % 7}/${at}.collab`, `member m${at}`]));
    folder.write({ ...many, 'large.collab': '// a line\n'.repeat(500_000) });
    mkdirSync(folder.at('folder.collab'));
    const [project] = await projects();
    assert.equal(project?.files.length, 201);
    assert.equal(project?.files.find(({ path }) => path === 'large.collab')?.text.length, 5_000_000);
  });
});
