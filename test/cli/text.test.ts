import assert from 'node:assert/strict';
import { stripVTControlCharacters } from 'node:util';
import { Folder } from '../host/folder';
import { collab } from './run';

const model = {
  'team.collab': `competency user-research "User research"
member anna "Anna Morel" { has user-research 5 }
member bob "Bob Okafor" { has user-research 2 }
link anna -> bob mentors
`,
  'tâches.collab': 'task interviews "Interviews" { requires user-research 4 assigned bob }\n',
};

/** Each finding of the text answer: all lines up to the next blank one. */
function findingsIn(out: string): readonly (readonly string[])[] {
  return out
    .split('\n\n')
    .slice(0, -1)
    .map((block) => block.split('\n'));
}

describe('collab check', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = new Folder().write(model);
  });
  afterEach(() => folder.remove());

  it('shows where, the line with carets under the place, the evidence, what is related, the rule, and a summary', async () => {
    const { code, out, err } = await collab(['check', '--fail-on', 'warning'], { cwd: folder.path });
    assert.deepEqual([code, err], [1, '']);
    const [single, latent, underQualified] = findingsIn(out);
    assert.match(single?.[0] ?? '', /^team\.collab:1:12 warning \S.+$/);
    assert.deepEqual(single?.slice(1, 3), ['1 | competency user-research "User research"', '  |            ^^^^^^^^^^^^^']);
    assert.match(single?.[3] ?? '', /^ {2}= \S.*Interviews/);
    assert.match(single?.[4] ?? '', /^ {2}= team\.collab:2:8 \S/);
    assert.equal(single?.at(-1), '  = competency/single-holder');
    assert.match(latent?.[0] ?? '', /^team\.collab:2:8 hint /);
    assert.deepEqual(underQualified?.slice(1, 3), [
      '1 | task interviews "Interviews" { requires user-research 4 assigned bob }',
      `  | ${' '.repeat(56)}^^^^^^^^^^^^`,
    ]);
    assert.equal(out.split('\n').at(-2), '2 files: 2 warnings, 1 hint');
  });

  it('puts together what one rule finds in one line, and says once what goes for all', async () => {
    folder.write({ 'team.collab': 'member anna "Anna" { team apps, web, design }\n', 'tâches.collab': 'team web\n' });
    const { out } = await collab(['check'], { cwd: folder.path });
    assert.deepEqual(findingsIn(out), [
      [
        'team.collab:1:27 error nothing is called “apps”',
        'team.collab:1:38 error nothing is called “design”',
        '1 | member anna "Anna" { team apps, web, design }',
        '  |                           ^^^^       ^^^^^^',
        '  = model/unknown-name',
      ],
    ]);
  });

  it('says the gravest first of what is found at one place, and no evidence twice', async () => {
    const stakeholder = 'stakeholder zoe "Zoé Petit" { decides engagement neutral -> supportive }';
    folder.write({ 'team.collab': `member anna\nclient acme "Acme" {\n  ${stakeholder}\n}\n`, 'tâches.collab': '' });
    const { out } = await collab(['check'], { cwd: folder.path });
    const atZoe = findingsIn(out).filter(([first = '']) => first.startsWith('team.collab:3:15 '));
    assert.deepEqual(
      atZoe.map((lines) => [lines[0]?.split(' ')[1], lines.slice(3)]),
      [
        ['error', ['  = client/no-liaison']],
        ['warning', ['  = client/engagement-gap']],
      ],
    );
  });

  it('speaks French throughout', async () => {
    const [{ out }, located] = await Promise.all([
      collab(['check', '--lang', 'fr'], { cwd: folder.path }),
      collab(['check'], { cwd: folder.path, env: { LC_ALL: 'fr_CA.UTF-8' } }),
    ]);
    assert.match(out, /^team\.collab:1:12 avertissement .*\n/);
    assert.match(out, /^tâches\.collab:1:57 avertissement /m);
    assert.match(out, /^team\.collab:2:8 piste /m);
    assert.equal(out.split('\n').at(-2), '2 fichiers\u00a0: 2 avertissements, 1 piste');
    assert.equal(located.out, out);
  });

  it('sums up where there is nothing to say', async () => {
    const empty = new Folder();
    try {
      const [english, french] = await Promise.all(['en', 'fr'].map((lang) => collab(['check', '--lang', lang], { cwd: empty.path })));
      assert.deepEqual([english?.out, english?.code], ['0 files: no findings\n', 0]);
      assert.equal(french?.out, '0 fichier\u00a0: aucun constat\n');
    } finally {
      empty.remove();
    }
  });

  it('shows paths as seen from where it runs, of all projects together', async () => {
    folder.write({ 'p/collab.config.json': '{}', 'p/a.collab': 'competency x "X" critical' });
    const from = { cwd: folder.at('p') };
    const [{ out }, below] = await Promise.all([collab(['check', folder.path], from), collab(['check', '..'], from)]);
    assert.match(out, new RegExp(`^${folder.path}/team\\.collab:1:12 `, 'm'));
    assert.match(out, /^3 files: /m);
    assert.match(below.out, /^\.\.\/team\.collab:1:12 /m);
  });

  it('paints where it is asked to, and on no pipe otherwise', async () => {
    const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
      collab(['check', ...args], { cwd: folder.path, env });
    const [plain, always, forced, never] = await Promise.all([
      run([]),
      run(['--color', 'always'], { NO_COLOR: '1' }),
      run([], { FORCE_COLOR: '1' }),
      run(['--color', 'never'], { FORCE_COLOR: '1' }),
    ]);
    assert.ok(!plain.out.includes('\u001b'));
    assert.ok(always.out.includes('\u001b[33mwarning\u001b[39m'));
    assert.equal(forced.out, always.out);
    assert.equal(never.out, plain.out);
    assert.equal(stripVTControlCharacters(always.out), plain.out);
  });

  it('never lets a text act on the terminal', async () => {
    folder.write({ 'team.collab': 'member anna "\u001b]0;owned\u0007"\nmember bob\nmember cyril\n', 'tâches.collab': '' });
    const { out } = await collab(['check'], { cwd: folder.path });
    assert.match(out, /␛\]0;owned␇/);
    assert.equal(out, stripVTControlCharacters(out).replaceAll('\u0007', ''));
  });
});
