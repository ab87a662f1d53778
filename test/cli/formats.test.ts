import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Folder } from '../host/folder';
import { collab } from './run';

/** One error in a file whose name and texts hold what each format must guard against. */
const model = {
  'équipes, 100%.collab': 'member anna "Anna <&> \\"Morel\\"" { lead bob }\nteam web "Web: a, b" { lead nobody }\n',
  'sound.collab': 'member bob "Bob"\n',
};

describe('formats for other tools', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = new Folder().write(model);
  });
  afterEach(() => folder.remove());

  const check = (...args: readonly string[]) => collab(['check', '--today', '2026-04-10', ...args], { cwd: folder.path });

  it('github: a command a finding, with what means something to it escaped', async () => {
    const { code, out } = await check('--format', 'github');
    assert.equal(code, 1);
    const lines = out.trimEnd().split('\n');
    assert.equal(
      lines[0],
      '::error file=équipes%2C 100%25.collab,line=1,endLine=1,col=36,endColumn=40,title=model/syntax::“lead” is not a property of “member”',
    );
    assert.equal(
      lines[1],
      '::error file=équipes%2C 100%25.collab,line=2,endLine=2,col=29,endColumn=35,title=model/unknown-name::nothing is called “nobody”',
    );
    assert.equal(lines.length, 2);
  });

  it('junit: a suite a file, a failure a finding that fails the check, a passing case for a file without findings', async () => {
    const { out } = await check('--format', 'junit');
    assert.match(
      out,
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<testsuites name="Collab" tests="3" failures="2" errors="0" skipped="0">/,
    );
    assert.match(out, /<testsuite name="sound\.collab" tests="1" failures="0"/);
    assert.match(
      out,
      /<testcase classname="équipes, 100%\.collab" name="model\/unknown-name 2:29" file="équipes, 100%\.collab">\s*<failure message="nothing is called “nobody”" type="error"\/>/,
    );
    const never = await check('--format', 'junit', '--fail-on', 'never');
    assert.equal(never.code, 0);
    assert.match(never.out, /failures="0"/);
    assert.match(never.out, /<system-out><!\[CDATA\[error: nothing is called “nobody”\]\]><\/system-out>/);
  });

  it('sarif: every finding at its place, with the rule it comes from and a print that does not hang on its line', async () => {
    const { out } = await check('--format', 'sarif');
    const log = JSON.parse(out);
    assert.equal(log.version, '2.1.0');
    const [run] = log.runs;
    assert.deepEqual([run.tool.driver.name, run.columnKind], ['Collab', 'utf16CodeUnits']);
    const [, unknown] = run.results;
    assert.equal(unknown.ruleId, 'model/unknown-name');
    assert.equal(run.tool.driver.rules[unknown.ruleIndex].id, 'model/unknown-name');
    assert.deepEqual([unknown.level, unknown.message.text], ['error', 'nothing is called “nobody”']);
    assert.deepEqual(unknown.locations[0].physicalLocation.artifactLocation.uri, '%C3%A9quipes%2C%20100%25.collab');
    assert.deepEqual(unknown.locations[0].physicalLocation.region, { startLine: 2, startColumn: 29, endLine: 2, endColumn: 35 });
    assert.deepEqual(unknown.partialFingerprints, { 'subjects/v1': 'model/unknown-name team:web' });
  });
});

describe('a baseline', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = new Folder().write({ 'a.collab': 'team web { lead nobody }\n' });
  });
  afterEach(() => folder.remove());

  const check = (today: string, ...args: readonly string[]) => collab(['check', '--today', today, ...args], { cwd: folder.path });
  const baseline = () => JSON.parse(readFileSync(folder.at('known.json'), 'utf8'));

  it('records findings with an owner and a date, and keeps them from counting until then, wherever their line moves', async () => {
    assert.equal((await check('2026-04-10', '--write-baseline', 'known.json')).code, 1);
    const [entry, ...more] = baseline().entries;
    assert.deepEqual([entry.rule, entry.subjects, entry.expires, more.length], ['model/unknown-name', ['team:web'], '2026-07-09', 0]);
    assert.ok(entry.owner);
    folder.write({ 'a.collab': '\n\n// moved\nteam web { lead nobody }\n' });
    const known = await check('2026-07-09', '--baseline', 'known.json');
    assert.deepEqual([known.code, known.out, known.err], [0, '1 file: no findings\n', '']);
    const late = await check('2026-07-10', '--baseline', 'known.json');
    assert.equal(late.code, 1);
    assert.match(late.err, /^collab: model\/unknown-name at team:web counts again: .* expired on 2026-07-09 \(owner: .+\)\n$/);
  });

  it('counts what is new, and says what is found no more', async () => {
    await check('2026-04-10', '--write-baseline', 'known.json');
    folder.write({ 'a.collab': 'team web { lead nobody-else }\nteam design { lead nobody }\n' });
    const { code, out } = await check('2026-04-10', '--baseline', 'known.json');
    assert.equal(code, 1);
    assert.match(out, /^a\.collab:2:20 error /m);
    folder.write({ 'a.collab': 'team web\n' });
    assert.match(
      (await check('2026-04-10', '--baseline', 'known.json')).err,
      /^collab: model\/unknown-name at team:web is no longer found: .*\n$/,
    );
  });

  it('keeps the owner and the date of what it recorded before', async () => {
    await check('2026-04-10', '--write-baseline', 'known.json');
    const mine = { version: 1, entries: baseline().entries.map((entry: object) => ({ ...entry, owner: 'Anna', expires: '2026-05-01' })) };
    folder.write({ 'known.json': JSON.stringify(mine) });
    await check('2026-04-20', '--write-baseline', 'known.json');
    assert.deepEqual(baseline(), mine);
  });

  it('is refused, and not written over, where it is none', async () => {
    folder.write({ 'known.json': '{ "version": 2 }' });
    for (const option of ['--baseline', '--write-baseline']) {
      const { code, err } = await check('2026-04-10', option, 'known.json');
      assert.equal(code, 2);
      assert.match(err, /^collab: “known\.json” is not a baseline.*\n$/);
    }
    assert.equal(readFileSync(folder.at('known.json'), 'utf8'), '{ "version": 2 }');
    assert.equal((await check('2026-04-10', '--baseline', 'nowhere.json')).code, 2);
  });
});
