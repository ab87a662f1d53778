import assert from 'node:assert/strict';
import type { CheckAnswer, FindingAnswer } from '../../server/src/rules/answer';
import { Folder } from '../host/folder';
import { collab, type RunOptions } from './run';

const people = `competency user-research "User research"
member anna "Anna Morel" { has user-research 5 }
member bob "Bob Okafor" { has user-research 2 }
link anna -> bob mentors
`;
const tasks = `task interviews "Interviews" {
  requires user-research 4
  assigned bob
}
`;
/** Two warnings and a hint. */
const understaffed = { 'people.collab': people, 'plan/tasks.collab': tasks };

type Answer = CheckAnswer & { readonly project?: string };

describe('collab check --format json', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = new Folder();
  });
  afterEach(() => folder.remove());

  const check = (args: readonly string[], options: RunOptions = {}) =>
    collab(['check', '--format', 'json', ...args], { cwd: folder.path, ...options });
  const answer = async (args: readonly string[] = [], options?: RunOptions): Promise<Answer> =>
    JSON.parse((await check(args, options)).out);
  const rulesIn = ({ findings }: Answer): readonly string[] => findings.map(({ rule, file }) => `${file} ${rule}`);

  it('gives every finding to the letter, keys in order, by file, then place, then rule', async () => {
    folder.write(understaffed);
    const { code, out, err } = await check(['--today', '2026-04-10']);
    assert.deepEqual([code, err], [0, '']);
    const { findings }: CheckAnswer = JSON.parse(out);
    const expected: CheckAnswer = {
      version: 1,
      today: '2026-04-10',
      files: 2,
      findings: [
        {
          rule: 'competency/single-holder',
          severity: 'warning',
          file: 'people.collab',
          range: { start: { line: 1, column: 12 }, end: { line: 1, column: 25 } },
          message: '',
          subjects: ['competency:user-research', 'member:anna'],
          evidence: { level: 4, tasks: ['task:interviews'], critical: false },
          related: [{ file: 'people.collab', range: { start: { line: 2, column: 8 }, end: { line: 2, column: 12 } }, message: '' }],
          answeredBy: null,
          fixes: [],
        },
        {
          rule: 'competency/latent',
          severity: 'hint',
          file: 'people.collab',
          range: { start: { line: 2, column: 8 }, end: { line: 2, column: 12 } },
          message: '',
          subjects: ['member:anna'],
          evidence: { competencies: [{ competency: 'user-research', held: 5, tasks: ['task:interviews'] }] },
          related: [],
          answeredBy: null,
          fixes: [],
        },
        {
          rule: 'competency/under-qualified',
          severity: 'warning',
          file: 'plan/tasks.collab',
          range: { start: { line: 3, column: 3 }, end: { line: 3, column: 15 } },
          message: '',
          subjects: ['task:interviews', 'member:bob'],
          evidence: { requirements: [{ competency: 'user-research', required: 4, held: 2 }] },
          related: [{ file: 'plan/tasks.collab', range: { start: { line: 2, column: 12 }, end: { line: 2, column: 27 } }, message: '' }],
          answeredBy: null,
          fixes: [],
        },
      ],
      summary: { error: 0, warning: 2, info: 0, hint: 1 },
    };
    const wordless = (key: string, value: unknown): unknown => (key === 'message' ? '' : key === 'fixes' ? [] : value);
    // As text, so that the order of the keys counts too.
    assert.equal(JSON.stringify(JSON.parse(out), wordless), JSON.stringify(expected));
    for (const { message, related, fixes } of findings) {
      assert.match([message, ...related.map((each) => each.message)].join('\n'), /^.+$/m);
      for (const sentence of [message, ...fixes]) assert.ok(sentence.length > 3, sentence);
    }
    const reassigned = findings[2]?.fixes[0];
    assert.match(reassigned ?? '', /Anna Morel/);
    assert.equal(out.endsWith('}\n'), true);
  });

  it('rounds figures to three decimals', async () => {
    folder.write({
      'a.collab': 'period 2026-04-01 to 2026-06-30\nmember anna\ntask a { effort 70d assigned anna }\ntask b { effort 1h assigned anna }\n',
    });
    const { findings } = await answer(['--today', '2026-04-10']);
    const overloaded = findings.find(({ rule }) => rule === 'workload/overloaded');
    // April to June 2026 has 65 days from Monday to Friday; 70.125 ÷ 65 is 1.078846….
    assert.deepEqual(overloaded?.evidence, {
      availableDays: 65,
      assignedDays: 70.125,
      load: 1.079,
      tasks: [
        { task: 'task:a', days: 70 },
        { task: 'task:b', days: 0.125 },
      ],
    });
  });

  it('says which intervention answers a finding while there is time', async () => {
    const intervention = 'intervention pairing { answers competency/single-holder involves anna owner anna to 2026-06-30 measure "x" }\n';
    folder.write({ ...understaffed, 'plan.collab': intervention });
    const single = async (today: string): Promise<FindingAnswer | undefined> =>
      (await answer(['--today', today])).findings.find(({ rule }) => rule === 'competency/single-holder');
    const [inTime, late] = await Promise.all([single('2026-04-10'), single('2026-07-01')]);
    assert.deepEqual([inTime?.severity, inTime?.answeredBy], ['info', 'intervention:pairing']);
    assert.deepEqual([late?.severity, late?.answeredBy], ['warning', null]);
    assert.match(inTime?.message ?? '', /pairing/);
    assert.match(late?.message ?? '', /pairing/);
    assert.notEqual(inTime?.message, late?.message);
  });

  it('answers for an empty folder', async () => {
    const { code, out } = await check(['--today', '2026-04-10']);
    const empty = { version: 1, today: '2026-04-10', files: 0, findings: [], summary: { error: 0, warning: 0, info: 0, hint: 0 } };
    assert.deepEqual([code, JSON.parse(out)], [0, empty]);
  });

  it('answers several projects in order, each with its folder, in one list', async () => {
    folder.write({
      'all/two/collab.config.json': '{}',
      'all/two/people.collab': people,
      'all/two/tasks.collab': tasks,
      'all/one/collab.config.json': '{}',
      'lone/a.collab': 'member anna',
    });
    const { code, out } = await check(['lone', 'all', 'lone/', folder.at('all/two')]);
    const answers: readonly Answer[] = JSON.parse(out);
    assert.equal(code, 0);
    assert.deepEqual(
      answers.map(({ project, files }) => [project, files]),
      [
        ['lone', 1],
        ['all/one', 0],
        ['all/two', 2],
      ],
    );
    assert.deepEqual(Object.keys(answers[0] ?? {}), ['version', 'project', 'today', 'files', 'findings', 'summary']);
    assert.deepEqual(rulesIn(answers[2] as Answer)[0], 'people.collab competency/single-holder');
  });

  it('takes a file without a configuration alone, and files of one folder together', async () => {
    folder.write(understaffed);
    const [alone, together] = await Promise.all([answer(['people.collab']), answer(['people.collab', folder.at('plan/tasks.collab')])]);
    assert.equal(alone.files, 1);
    assert.ok(Array.isArray(together));
    folder.write({ 'tasks.collab': tasks });
    assert.equal((await answer(['tasks.collab', 'people.collab'])).files, 2);
  });

  it('judges a file of a configured project within all of it, and answers for that file', async () => {
    folder.write({ ...understaffed, 'collab.config.json': '{}', 'sub/collab.config.json': '{}', 'sub/a.collab': 'member eve' });
    const [file, part, both] = await Promise.all([answer(['plan/tasks.collab']), answer(['plan']), answer(['plan', 'people.collab'])]);
    assert.deepEqual([file.files, rulesIn(file)], [2, ['plan/tasks.collab competency/under-qualified']]);
    assert.deepEqual(part, file);
    assert.equal(both.findings.length, 3);
  });

  it('takes what the configuration sets', async () => {
    const rules = { 'competency/latent': 'off', 'competency/single-holder': 'error', 'competency/under-qualified': { severity: 'hint' } };
    folder.write({
      ...understaffed,
      'archive/old.collab': 'member anna',
      'collab.config.json': JSON.stringify({ today: '2026-04-10', language: 'fr', exclude: ['archive/**'], rules }),
    });
    const [configured, overruled] = await Promise.all([check([]), check(['--today', '2026-05-11', '--lang', 'en'])]);
    assert.equal(configured.code, 1);
    const inFrench: Answer = JSON.parse(configured.out);
    const inEnglish: Answer = JSON.parse(overruled.out);
    assert.deepEqual([inFrench.today, inEnglish.today], ['2026-04-10', '2026-05-11']);
    assert.deepEqual(
      inFrench.findings.map(({ severity }) => severity),
      ['error', 'hint'],
    );
    assert.notEqual(inFrench.findings[0]?.message, inEnglish.findings[0]?.message);
    assert.deepEqual(inFrench.findings[0]?.evidence, inEnglish.findings[0]?.evidence);
  });

  it('still answers where the configuration is not valid, with the defaults, and exits 2', async () => {
    folder.write({ ...understaffed, 'collab.config.json': '{\n  "language": "de",\n  "rules": { "competency/latent": "off" }\n}\n' });
    const { code, out, err } = await check([]);
    const { files, findings }: Answer = JSON.parse(out);
    assert.deepEqual([code, files, findings.length], [2, 2, 4]);
    const [fault] = findings;
    assert.deepEqual([fault?.rule, fault?.severity, fault?.file], ['model/config', 'error', 'collab.config.json']);
    assert.deepEqual(fault?.range, { start: { line: 2, column: 15 }, end: { line: 2, column: 19 } });
    assert.match(err, /^collab: “collab\.config\.json”, line 2: .+\n$/);
  });

  it('exits 2 for a configuration that is not valid even where nothing is to fail', async () => {
    folder.write({ 'collab.config.json': '[]' });
    assert.equal((await check(['--fail-on', 'never'])).code, 2);
  });

  it('reads another configuration in place of each project’s own', async () => {
    folder.write({
      'p/people.collab': people,
      'p/collab.config.json': '{ "rules": { "competency/latent": "off" } }',
      'strict.json': '{ "rules": { "network/nothing": "off" } }',
      'q/tasks.collab': tasks,
    });
    const { code, out } = await check(['p', 'q', '--config', 'strict.json']);
    const [p, q]: readonly Answer[] = JSON.parse(out);
    assert.equal(code, 1);
    assert.ok(p && q);
    assert.equal(rulesIn(p)[0], '../strict.json model/unknown-rule');
    assert.equal(rulesIn(q)[0], '../strict.json model/unknown-rule');
    assert.deepEqual(p.findings[0]?.range, { start: { line: 1, column: 14 }, end: { line: 1, column: 31 } });
  });

  it('fails on what it is told to fail on', async () => {
    folder.write(understaffed);
    const codes = await Promise.all(['error', 'warning', 'hint', 'never'].map(async (limit) => (await check(['--fail-on', limit])).code));
    assert.deepEqual(codes, [0, 1, 1, 0]);
    folder.write({ 'sound/a.collab': 'member anna "Anna Morel"', 'broken/a.collab': 'team web { lead nobody }' });
    const runs = await Promise.all([check(['sound', '--fail-on', 'hint']), check(['broken']), check(['broken', '--fail-on', 'never'])]);
    assert.deepEqual(
      runs.map(({ code }) => code),
      [0, 1, 0],
    );
  });
});
