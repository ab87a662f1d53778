import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlanAnswer } from '../../server/src/reports/planAnswer';
import type { CheckAnswer, FindingName } from '../../server/src/rules/answer';
import { Folder } from '../host/folder';
import { randomStaff, staffText } from '../planning/staffs';
import { collab, node } from './run';

const people = `period 2026-04-06 to 2026-04-17
competency research "User research"
member anna "Anna Morel" { capacity 3d has research 4 }
member bob "Bob Okafor" { has research 2 }
`;
const tasks = `// What is to do
task interviews "Interviews" {
  requires research 4
  effort 6d // about
  assigned bob // for now
}
task report { effort 2d assigned anna }
`;

describe('collab plan', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = new Folder().write({ 'people.collab': people, 'work/tasks.collab': tasks });
  });
  afterEach(() => folder.remove());

  const plan = (...args: readonly string[]) => collab(['plan', '--today', '2026-04-10', ...args], { cwd: folder.path });
  const text = (path: string) => readFileSync(folder.at(path), 'utf8');

  it('answers in JSON, to the letter', async () => {
    const { code, out, err } = await plan('--format', 'json');
    const expected: PlanAnswer = {
      version: 1,
      before: { uncovered: 1, overloadDays: 0, changes: 0 },
      after: { uncovered: 0, overloadDays: 0, changes: 1 },
      proved: true,
      tasks: [
        {
          task: 'task:interviews',
          before: [{ person: 'member:bob', share: 100 }],
          after: [
            { person: 'member:bob', share: 84 },
            { person: 'member:anna', share: 16 },
          ],
        },
      ],
      findings: {
        resolved: [
          { rule: 'competency/latent', subjects: ['member:anna'] },
          { rule: 'competency/under-qualified', subjects: ['task:interviews', 'member:bob'] },
        ],
        added: [],
      },
    };
    assert.deepEqual([code, err], [0, '']);
    // As text, so that the order of the keys counts too. Which findings there are is not the plan’s to say.
    const { findings, ...answer } = JSON.parse(out) as PlanAnswer;
    const { findings: names, ...rest } = expected;
    assert.equal(JSON.stringify(answer), JSON.stringify(rest));
    for (const name of names.resolved)
      assert.ok(
        findings.resolved.some((each) => JSON.stringify(each) === JSON.stringify(name)),
        name.rule,
      );
  });

  it('is of the project that starts where the path leads, without those below it', async () => {
    folder.write({ 'sub/collab.config.json': '[]', 'sub/a.collab': 'task idle\n' });
    const { code, out, err } = await plan('--format', 'json');
    assert.deepEqual([code, err], [0, '']);
    assert.deepEqual(
      (JSON.parse(out) as PlanAnswer).tasks.map(({ task }) => task),
      ['task:interviews'],
    );
  });

  it('ends the lines that it writes as the file does', async () => {
    folder.write({ 'work/tasks.collab': 'task interviews {\r\n  requires research 4\r\n  effort 6d\r\n}\r\n' });
    const patch = await plan('--format', 'patch');
    await plan('--write');
    assert.match(text('work/tasks.collab'), /\r\n {2}assigned anna\b/);
    assert.equal(/[^\r]\n/.test(text('work/tasks.collab')), false);
    assert.match(patch.out, /^\+ {2}assigned anna.*\r$/m);
  });

  it('shows a table for people, in both languages', async () => {
    const [english, french] = await Promise.all([plan('--lang', 'en'), plan('--lang', 'fr')]);
    assert.match(english.out, /^ +before {2}after\nDemands that nobody meets, by weight +1 +0\n/);
    assert.match(english.out, /\nInterviews work\/tasks\.collab:2:1\n {2}Bob Okafor 100 % → Bob Okafor 84 %, Anna Morel 16 %\n/);
    assert.match(english.out, /\nProved: no plan is better\.\n$/);
    assert.match(french.out, /\nProuvé\u00a0: aucun plan n’est meilleur\.\n$/);
    assert.deepEqual([english.err, french.err], ['', '']);
  });

  it('writes no more than it must', async () => {
    const { code } = await plan('--write');
    assert.equal(code, 0);
    assert.equal(text('work/tasks.collab'), tasks.replace('assigned bob // for', 'assigned bob 84%, anna 16% // for'));
    assert.equal(text('people.collab'), people);
  });

  it('foretells what check finds afterwards', async () => {
    for (const seed of [1, 2, 3]) {
      folder.write({ 'people.collab': '', 'work/tasks.collab': staffText(randomStaff(seed, { members: 6, tasks: 10, competencies: 4 })) });
      const before = await findings();
      const { findings: foretold, after } = JSON.parse((await plan('--format', 'json', '--write')).out) as PlanAnswer;
      const left = [...before];
      for (const name of foretold.resolved) {
        const at = left.indexOf(JSON.stringify(name));
        assert.ok(at >= 0, JSON.stringify(name));
        left.splice(at, 1);
      }
      assert.deepEqual(
        (await findings()).toSorted(),
        [...left, ...foretold.added.map((name) => JSON.stringify(name))].sort(),
        `seed ${seed}`,
      );
      const again = JSON.parse((await plan('--format', 'json')).out) as PlanAnswer;
      assert.deepEqual([again.before.uncovered, again.before.overloadDays], [after.uncovered, after.overloadDays]);
    }
  });

  it('makes a patch that git applies, whatever the line ends, the last line and the names', async () => {
    const other = 'task other { requires research 4 assigned bob }';
    folder.write({
      'work/tasks.collab': tasks.replaceAll('\n', '\r\n'),
      'équipe à nous/tâches "deux".collab': `\uFEFF${other}`,
      'b.collab': `${'\n'.repeat(9)}task far-off { requires research 4 }\n${'// \n'.repeat(20)}task last { requires research 4 }`,
    });
    const { out, code } = await plan('--format', 'patch');
    assert.equal(code, 0);
    const git = (...args: readonly string[]) => {
      const { status, stderr } = spawnSync('git', args, { cwd: folder.path, input: out, encoding: 'utf8' });
      assert.deepEqual([status, stderr], [0, '']);
    };
    const names = ['work/tasks.collab', 'équipe à nous/tâches "deux".collab', 'b.collab'];
    const before = names.map(text);
    git('init', '-q');
    git('apply', '-');
    const patched = names.map(text);
    for (const name of names) assert.match(text(name), /anna/);
    git('apply', '-R', '-');
    assert.deepEqual(names.map(text), before);
    await plan('--write');
    assert.deepEqual(names.map(text), patched);
  });

  it('gives a patch that is applied where the command runs', async () => {
    const inside = await collab(['plan', 'work/..', '--format', 'patch'], { cwd: folder.path });
    const outside = await collab(['plan', folder.path, '--format', 'patch'], { cwd: folder.at('work') });
    assert.match(inside.out, /^--- a\/work\/tasks\.collab\n\+\+\+ b\/work\/tasks\.collab\n/);
    assert.match(outside.out, /^--- a\/tasks\.collab\n/);
  });

  it('has no patch and no change where nothing is better', async () => {
    await plan('--write');
    const [patch, words] = await Promise.all([plan('--format', 'patch'), plan()]);
    assert.deepEqual([patch.code, patch.out], [0, '']);
    assert.match(words.out, /Nobody has to change\.\n\nThe findings stay as they are\./);
  });

  it('writes nothing where a file to be changed has a syntax error, or the configuration is not valid', async () => {
    const broken = `${tasks}task {\n`;
    folder.write({ 'work/tasks.collab': broken });
    const { code, out, err } = await plan('--write');
    assert.deepEqual([code, out, text('work/tasks.collab')], [2, '', broken]);
    assert.match(err, /^collab: “work\/tasks\.collab” is left as it is; line 8: .+\n$/);
    folder.write({ 'work/tasks.collab': tasks, 'collab.config.json': '{' });
    assert.equal((await plan('--write')).code, 2);
    assert.equal(text('work/tasks.collab'), tasks);
    const answered = await plan('--format', 'json');
    assert.deepEqual([answered.code, JSON.parse(answered.out).version], [2, 1]);
  });

  it('falls back on the ranking of the quick fixes where the solver cannot be loaded, and says so', async () => {
    const bare = new Folder();
    try {
      mkdirSync(bare.at('dist'));
      copyFileSync(join('dist', 'cli.js'), bare.at('dist/cli.js'));
      const without = async (...args: readonly string[]) =>
        node([bare.at('dist/cli.js'), 'plan', '--today', '2026-04-10', ...args], { cwd: folder.path });
      const { code, out, err } = await without('--format', 'json');
      const { proved, by, after, gap } = JSON.parse(out) as PlanAnswer;
      assert.deepEqual([code, proved, by, after.uncovered], [0, false, 'ranking', 0]);
      assert.ok(gap !== undefined);
      assert.match(err, /^collab: the solver could not be loaded: .+\n$/);
      assert.match(
        (await without()).out,
        /Not proved: the solver could not be loaded, so each task went to whom its quick fix names first\.\n$/,
      );
      // The script alone does not suffice either.
      cpSync(join('dist', 'solver.js'), bare.at('dist/solver.js'));
      assert.equal(JSON.parse((await without('--format', 'json')).out).by, 'ranking');
    } finally {
      bare.remove();
    }
  });

  it('is the same each time', async () => {
    folder.write({ 'people.collab': '', 'work/tasks.collab': staffText(randomStaff(7, { members: 8, tasks: 30, competencies: 5 })) });
    const [first, second] = await Promise.all([plan('--format', 'json'), plan('--format', 'json')]);
    assert.equal(first.out, second.out);
    assert.equal(JSON.parse(first.out).proved, true);
  });

  it('has an answer to what makes no sense', async () => {
    const models: Readonly<Record<string, string>> = {
      'no members': 'competency c\ntask a { requires c 3 }\ntask b',
      'nothing at all': '',
      'shares above 100': 'member anna\nmember bob\ntask a { effort 3d assigned anna 80%, bob 80% }',
      'everybody away': `${people.replaceAll('capacity 3d', 'away 2026-04-01 to 2026-05-01')}task a { requires research 4 effort 2d }`,
      'ten thousand days': `${people}task a { requires research 4 effort 10000d }`,
      'a half-typed line': `${people}task a { requires research 4 effort 2d assigned\n`,
      'an unknown name': `${people}task a { requires research 4 effort 2d assigned nobody, bob }`,
    };
    for (const [what, model] of Object.entries(models)) {
      folder.write({ 'people.collab': '', 'work/tasks.collab': model });
      const { code, out, err } = await plan('--format', 'json');
      const { version, proved, tasks: changed } = JSON.parse(out) as PlanAnswer;
      assert.deepEqual([what, code, err, version, proved], [what, 0, '', 1, true]);
      for (const { after } of changed) {
        if (after.length === 0) continue;
        assert.equal(
          after.reduce((sum, { share }) => sum + share, 0),
          100,
        );
        assert.ok(after.every(({ share }) => share >= 10 && Number.isInteger(share)));
      }
    }
  });

  it('says what is wrong with what it is asked', async () => {
    const [limit, form, nowhere] = await Promise.all([plan('--time-limit', 'soon'), plan('--format', 'csv'), plan('no-such-folder')]);
    assert.deepEqual([limit.code, form.code, nowhere.code], [2, 2, 2]);
    assert.equal(limit.err, 'collab: --time-limit cannot be “soon”: give seconds, above 0 and up to 86400, such as 30\n');
  });

  async function findings(): Promise<readonly string[]> {
    const { out } = await collab(['check', '--format', 'json', '--today', '2026-04-10'], { cwd: folder.path });
    return (JSON.parse(out) as CheckAnswer).findings.map(({ rule, subjects }) => JSON.stringify({ rule, subjects } satisfies FindingName));
  }
});

describe('collab check --verbose', () => {
  it('says of each fix what it resolves and adds, as check finds it afterwards', async () => {
    const folder = new Folder().write({ 'model.collab': people + tasks });
    try {
      const check = async (...args: readonly string[]) =>
        JSON.parse((await collab(['check', '--format', 'json', '--today', '2026-04-10', ...args], { cwd: folder.path })).out);
      const [plain, verbose] = [await check(), await check('--verbose')];
      const titles = plain.findings.map(({ fixes }: CheckAnswer['findings'][number]) => fixes);
      assert.deepEqual(
        verbose.findings.map(({ fixes }: { readonly fixes: readonly { readonly title: string }[] }) => fixes.map(({ title }) => title)),
        titles,
      );
      const finding = verbose.findings.find(({ rule }: { readonly rule: string }) => rule === 'competency/under-qualified');
      assert.deepEqual(Object.keys(finding.fixes[0]), ['title', 'resolves', 'adds']);
      assert.ok(finding.fixes[0].resolves.some(({ rule }: FindingName) => rule === 'competency/under-qualified'));
    } finally {
      folder.remove();
    }
  });
});
