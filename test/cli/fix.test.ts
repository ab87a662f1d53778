import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { mend } from '../../server/src/cli/mend';
import { read } from '../../server/src/cli/projects';
import type { Settings } from '../../server/src/cli/settings';
import { Folder } from '../host/folder';
import { collab } from './run';

const declared = 'competency user-research "User research"\nteam web "Web"\nmember bob "Bob Okafor" { team web has user-research 2 }\n';
/** A misspelt name, a misspelt level and a brace that is missing. */
const faulty = `member anna "Anna Morel" { team web has user-reserch expret }
task interviews "Interviews" {
  requires user-research 4
  assigned bob
`;
const mended = `member anna "Anna Morel" { team web has user-research expert }
task interviews "Interviews" {
  requires user-research 4
  assigned bob
}`;

describe('collab check --fix', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = new Folder();
  });
  afterEach(() => folder.remove());

  const fix = (...args: readonly string[]) => collab(['check', '--fix', '--today', '2026-04-10', ...args], { cwd: folder.path });
  const content = (path: string): string => readFileSync(folder.at(path), 'utf8');

  it('writes what is certain, names files and counts on standard error, and answers what is left', async () => {
    folder.write({ 'declared.collab': declared, 'work/faulty.collab': faulty });
    const before = statSync(folder.at('declared.collab')).mtimeMs;
    const { code, out, err } = await fix('--format', 'json');
    assert.deepEqual([code, err], [0, 'collab: 3 fixes made in “work/faulty.collab”\n']);
    assert.equal(content('work/faulty.collab').trimEnd(), mended);
    assert.equal(statSync(folder.at('declared.collab')).mtimeMs, before);
    const { findings } = JSON.parse(out) as { readonly findings: readonly { readonly rule: string }[] };
    assert.deepEqual([...new Set(findings.map(({ rule }) => rule))].sort(), [
      'competency/latent',
      'competency/no-contribution',
      'competency/single-holder',
      'competency/under-qualified',
    ]);
  });

  it('never decides who does what, and says where there is nothing to mend', async () => {
    folder.write({ 'declared.collab': declared, 'work/faulty.collab': mended });
    assert.equal((await fix()).err, 'collab: no fix was made: none is certain\n');
    assert.equal((await fix('--lang', 'fr')).err, 'collab\u00a0: aucune correction n’a été faite\u00a0: aucune n’est certaine\n');
    assert.deepEqual([content('declared.collab'), content('work/faulty.collab')], [declared, mended]);
  });

  it('leaves what has to be chosen', async () => {
    const text = 'member bab\nmember bob\ntask a { assigned bib }\n';
    folder.write({ 'a.collab': text });
    const { code, err } = await fix();
    assert.deepEqual([code, err, content('a.collab')], [1, 'collab: no fix was made: none is certain\n', text]);
  });

  it('does not take away what is only reached by a misspelt name', async () => {
    folder.write({ 'a.collab': 'competency user-research\nmember anna { has user-reserch 4 }\n' });
    assert.match((await fix()).err, /^collab: 1 fix made in “a\.collab”\n$/);
    assert.equal(content('a.collab'), 'competency user-research\nmember anna { has user-research 4 }\n');
  });

  it('keeps the byte-order mark and the line ends of a file', async () => {
    folder.write({ 'declared.collab': declared, 'faulty.collab': `\uFEFF${faulty.replaceAll('\n', '\r\n')}` });
    await fix();
    const text = content('faulty.collab');
    assert.equal(text.replaceAll('\r\n', '\n').trimEnd(), `\uFEFF${mended}`);
    assert.equal(/[^\r]\n/.test(text), false);
  });

  it('leaves a file as it is where what it holds could not be read whole', async () => {
    const latin = Buffer.from('member ren\xe9 "René"\nlink bob -> bob\nmember bob // caf\xe9\n', 'latin1');
    folder.write({ 'latin.collab': latin });
    const { code, err } = await fix('--fail-on', 'never');
    assert.equal(code, 2);
    assert.match(err, /^collab: “latin\.collab” is left as it is; line 1: .+UTF-8.*\n$/);
    assert.deepEqual(readFileSync(folder.at('latin.collab')), latin);
  });

  it('leaves a file as it is that was changed since it was read', async () => {
    const settings: Settings = { language: 'en', today: '2026-04-10', config: null, color: 'never', debug: false };
    folder.write({ 'a.collab': 'member bob\nlink bob -> bob\n', 'b.collab': 'link bob -> bob\n' });
    const reading = await read([folder.path], settings);
    folder.write({ 'a.collab': 'member bob "Bob Okafor"\n' });
    const { isSound, projects } = await mend(reading, settings);
    assert.deepEqual([isSound, content('a.collab'), content('b.collab')], [false, 'member bob "Bob Okafor"\n', '']);
    assert.deepEqual(projects[0]?.asked.project.files, [
      { path: 'a.collab', text: 'member bob\nlink bob -> bob\n' },
      { path: 'b.collab', text: '' },
    ]);
  });

  it('writes to what is asked about alone, and to nothing while the configuration is not valid', async () => {
    const selfLink = 'member bob\nlink bob -> bob\n';
    folder.write({ 'collab.config.json': '{}', 'a.collab': selfLink, 'b.collab': 'link bob -> bob\n' });
    assert.equal((await fix('b.collab')).err, 'collab: 1 fix made in “b.collab”\n');
    assert.equal(content('a.collab'), selfLink);
    folder.write({ 'collab.config.json': '{ "exclude": 1 }' });
    const { code, err } = await fix();
    assert.equal(code, 2);
    assert.match(err, /^collab: “collab\.config\.json”, line 1: [^\n]+\n$/);
    assert.equal(content('a.collab'), selfLink);
  });
});
