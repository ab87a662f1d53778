import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { WhatIfAnswer } from '../../server/src/reports/whatIfAnswer';
import { Folder } from '../host/folder';
import { collab } from './run';

const model = `competency research "User research"
competency writing
member anna "Anna Morel" { has research 4, writing 3 }
member bob "Bob Okafor" { has research 2 }
member élodie { from 2026-04-10 has writing 3 }
link anna -> bob mentors in research
task interviews { requires research 4 assigned anna }
task report { requires writing 3 assigned anna, élodie }
`;

describe('collab whatif', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = new Folder().write({ 'model.collab': model });
  });
  afterEach(() => folder.remove());

  const whatIf = (...args: readonly string[]) => collab(['whatif', '--today', '2026-04-10', ...args], { cwd: folder.path });
  const answer = async (...args: readonly string[]): Promise<WhatIfAnswer> => JSON.parse((await whatIf('--format', 'json', ...args)).out);

  it('says what is lost without somebody, and of no fault of the model', async () => {
    const { version, changes, findings, coverage } = await answer('--without', 'anna');
    assert.deepEqual([version, changes], [1, [{ change: 'without', member: 'member:anna' }]]);
    assert.deepEqual(coverage, [
      { competency: 'competency:research', level: 4, before: ['member:anna'], after: [] },
      { competency: 'competency:writing', level: 3, before: ['member:anna', 'member:élodie'], after: ['member:élodie'] },
    ]);
    const added = findings.added.map(({ rule, subjects }) => `${rule} ${subjects[0]}`);
    assert.ok(added.includes('competency/unassigned task:interviews'), added.join('\n'));
    assert.ok(added.includes('competency/undoable task:interviews'), added.join('\n'));
    assert.deepEqual(
      added.filter((each) => each.startsWith('model/')),
      [],
    );
    assert.ok(findings.resolved.every(({ subjects }) => !subjects.includes('task:report')));
  });

  it('knows somebody who came today, and whom several changes concern', async () => {
    const { findings, coverage } = await answer('--without', 'élodie', '--without', 'anna', '--add', 'bob: research 4, writing competent');
    assert.deepEqual(
      findings.added.filter(({ rule }) => rule.startsWith('model/')),
      [],
    );
    assert.deepEqual(
      coverage.map(({ after }) => after),
      [['member:bob'], ['member:bob']],
    );
  });

  it('takes names as answers give them', async () => {
    const { changes } = await answer(
      '--without',
      'member:anna',
      '--move',
      'task:report=member:élodie',
      '--add',
      'member:bob: competency:research 4',
    );
    assert.deepEqual(changes, [
      { change: 'without', member: 'member:anna' },
      { change: 'add', person: 'member:bob', competency: 'competency:research', level: 4 },
      { change: 'move', task: 'task:report', person: 'member:élodie' },
    ]);
  });

  it('gives a task to somebody else after that', async () => {
    const { changes, findings } = await answer('--move', 'interviews=bob', '--add', 'bob: research 4');
    assert.deepEqual(
      changes.map(({ change }) => change),
      ['add', 'move'],
    );
    assert.deepEqual(
      findings.added.filter(({ rule }) => rule === 'competency/under-qualified'),
      [],
    );
    const alone = await answer('--move', 'interviews=bob');
    assert.ok(alone.findings.added.some(({ rule }) => rule === 'competency/under-qualified'));
  });

  it('speaks to people in both languages, and writes nothing', async () => {
    const [english, french] = await Promise.all([whatIf('--without', 'anna', '--lang', 'en'), whatIf('--without', 'anna', '--lang', 'fr')]);
    assert.match(english.out, /^Resolves|^Adds/);
    assert.match(english.out, /\n {2}User research \(proficient\): Anna Morel → nobody\n/);
    assert.match(french.out, /\n {2}User research \(proficient\)\u00a0: Anna Morel → personne\n/);
    assert.deepEqual([english.code, english.err], [0, '']);
    assert.equal(readFileSync(folder.at('model.collab'), 'utf8'), model);
  });

  it('says what it does not know, with what may have been meant', async () => {
    const asked: readonly (readonly [args: readonly string[], says: string])[] = [
      [['--without', 'ana'], 'nothing that could stand here is called “ana”: did you mean anna?'],
      [
        ['--without', 'research'],
        '“research” is a competency, which cannot stand here: --without takes a member, --add a person and what they hold, --move a task and a person',
      ],
      [['--without', 'somebody'], 'nothing that could stand here is called “somebody”: write the name as the files declare it'],
      [['--add', 'anna research'], '--add cannot be “anna research”: write who and what, such as "anna: user-research 4"'],
      [['--add', 'anna: research 9'], 'there is no level “9”: give 1 to 5, or one of novice, beginner, competent, proficient, expert'],
      [['--move', 'interview=bob'], 'nothing that could stand here is called “interview”: did you mean interviews?'],
      [['--move', 'interviews'], '--move cannot be “interviews”: write the task and who does it, such as interviews=bob'],
      [[], 'say what would be otherwise: --without anna, --add "anna: user-research 4" or --move interviews=bob'],
    ];
    for (const [args, says] of asked) assert.deepEqual(await whatIf(...args), { code: 2, out: '', err: `collab: ${says}\n` });
  });
});
