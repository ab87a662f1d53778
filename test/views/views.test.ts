import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseConfig } from '../../server/src/config/parse';
import { dayOf } from '../../server/src/model/calendar';
import { collaboration } from '../../server/src/model/network';
import { Snapshot } from '../../server/src/model/snapshot';
import { rules } from '../../server/src/rules/catalogue';
import { checkProject } from '../../server/src/rules/check';
import { arranged, spacing } from '../../server/src/views/arrangement';
import type { Branch } from '../../server/src/views/branch';
import { type Viewed, Viewer, type ViewPart, type Views } from '../../server/src/views/catalogue';
import { modelFrom } from '../model/given';
import { inputOf } from '../reports/project';

const text = `competency interviews "Interviews" { critical holders 2 at proficient }
competency writing "Writing"
team web "Web"
team shop "Shop"
member anna "Anna Morel" { role "UX lead" team web has interviews expert, writing 2 }
member bob "Bob Okafor" { role "Developer" team shop has interviews novice capacity 50% }
member cleo "Cleo Ito" { team shop until 2026-01-31 }
link anna <-> bob collaborates weekly strained
link bob -> anna informs daily
client acme "Acme" {
  need faster "Booking in under two minutes" { priority high }
  need calmer "Fewer calls"
  stakeholder zoe "Zoé Petit" { role "Director" decides }
}
task talks "Interview twelve customers" { for faster requires interviews proficient effort 10d from 2026-04-01 due 2026-04-14 assigned bob }
period spring 2026-04-01 to 2026-04-30
`;

describe('the views', () => {
  const viewed = inputOf(text);
  const show = <Part extends ViewPart>(part: Part, of: Viewed = viewed, language: 'en' | 'fr' = 'en') =>
    new Viewer().show(part, of, language) as Views[Part];

  it('show findings with their pillar, their place, and whom they are about', () => {
    const { findings, people, groups } = show('findings');
    const finding = findings.find(({ rule }) => rule === 'competency/under-qualified');
    assert.deepEqual(
      { ...finding, message: '' },
      {
        rule: 'competency/under-qualified',
        group: 'competency',
        severity: 'warning',
        message: '',
        people: ['member:bob'],
        subjects: ['task:talks', 'member:bob'],
        at: { file: 'model.collab', line: 14, column: text.split('\n')[14]?.indexOf('assigned bob') },
      },
    );
    const strained = findings.find(({ rule }) => rule === 'network/strained');
    assert.deepEqual([...(strained?.people ?? [])].sort(), ['member:anna', 'member:bob'], 'a link is about its ends');
    assert.ok(people.some(({ id, label }) => id === 'stakeholder:acme.zoe' && label === 'Zoé Petit'));
    assert.equal(findings.length, viewed.findings.length);
    const order = groups.map(({ group }) => group);
    const places = findings.map(({ group }) => order.indexOf(group));
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
    );
  });

  it('show members with their load, what they hold and what they do', () => {
    assert.deepEqual(lines(show('members')), [
      'member Anna Morel (UX lead · 0 %)',
      '  competency Interviews (expert)',
      '  competency Writing (beginner)',
      // 22 working days, half of them: 11; the task takes 10.
      'member Bob Okafor (Developer · 91 %)',
      '  competency Interviews (novice)',
      '  task Interview twelve customers (planned · 10\u00A0d)',
      'member Cleo Ito (not here today)',
    ]);
  });

  it('show competencies with their coverage', () => {
    assert.deepEqual(lines(show('competencies')), [
      'single Interviews (1 at proficient or above · 2 wanted · critical)',
      '  member Anna Morel (expert)',
      '  member Bob Okafor (novice)',
      '  task Interview twelve customers (requires proficient · Bob Okafor)',
      'uncovered Writing (0 at competent or above)',
      '  member Anna Morel (beginner)',
    ]);
  });

  it('show tasks with who does them, and what they require', () => {
    assert.deepEqual(lines(show('tasks', viewed, 'fr')), [
      'task Interview twelve customers (Bob Okafor · 0 compétence couverte sur 1 · prévue · pour le 14 avril 2026)',
      '  member Bob Okafor (en charge)',
      '  uncovered Interviews (proficient · au mieux\u00A0: novice)',
    ]);
  });

  it('show clients with their needs, the tasks for them, and their stakeholders', () => {
    assert.deepEqual(lines(show('clients')), [
      'client Acme (2 needs)',
      '  need Booking in under two minutes (high priority · 1 task)',
      '    task Interview twelve customers (planned)',
      '  need Fewer calls (no task)',
      '  stakeholder Zoé Petit (Director · decides · linked to nobody)',
    ]);
  });

  it('show each level in the matrix, what one’s own tasks require, and whether one holds it', () => {
    const { competencies, members, levels } = show('matrix');
    assert.equal(levels[3], 'proficient');
    assert.deepEqual(
      competencies.map(({ id, level, holders, target, required }) => [id, level, holders, target, required]),
      [
        ['competency:interviews', 4, 1, 2, 4],
        ['competency:writing', 3, 0, null, null],
      ],
    );
    assert.deepEqual(
      members.map(({ id, levels: held, required }) => [id, held, required]),
      [
        ['member:anna', [5, 2], []],
        ['member:bob', [1, 0], [{ at: 0, level: 4, isHeld: false }]],
      ],
    );
  });

  it('show the workload of the period, week by week', () => {
    const { weeks, members } = show('workload');
    assert.deepEqual(weeks, ['2026-03-30', '2026-04-06', '2026-04-13', '2026-04-20', '2026-04-27']);
    const bob = members.find(({ id }) => id === 'member:bob');
    assert.deepEqual([bob?.available, bob?.assigned, bob?.load, bob?.isOverloaded], [11, 10, 0.909, false]);
    assert.deepEqual(
      bob?.weeks.map((week) => [week.available, week.assigned, week.isOverloaded]),
      [
        [1.5, 3, true],
        [2.5, 5, true],
        [2.5, 2, false],
        [2.5, 0, false],
        [2, 0, false],
      ],
    );
  });

  it('show a map: every two once, with the strongest of their links, strained where one is', () => {
    const { people, ties, teams } = show('network');
    assert.deepEqual(
      people.map(({ id, team, degree, betweenness }) => [id, teams[team]?.id, degree, betweenness]),
      [
        ['member:anna', 'team:web', 1, 0],
        ['member:bob', 'team:shop', 1, 0],
      ],
    );
    assert.deepEqual(ties, [{ from: 0, to: 1, strength: 5, isStrained: true, link: 'link:anna<->bob' }]);
    assert.equal(people[1]?.alert, 'warning');
  });

  it('are empty for an empty project', () => {
    const empty = inputOf('');
    for (const part of ['members', 'competencies', 'tasks', 'clients'] as const) assert.deepEqual(show(part, empty), []);
    assert.deepEqual(show('network', empty), { teams: [], people: [], ties: [] });
    assert.deepEqual(show('matrix', empty).members, []);
    assert.deepEqual(show('workload', empty), { period: null, weeks: [], members: [] });
    assert.deepEqual(show('findings', empty).findings, []);
  });

  it('leave titles on one line, however they are written', () => {
    const named = inputOf('member a """\n  Anna\n  Morel\n"""');
    assert.equal(show('members', named)[0]?.label, 'Anna Morel');
  });

  it('say the same twice, on the samples', () => {
    for (const name of ['lumiere', 'northwind-ops']) {
      const [once, again] = [sample(name), sample(name)];
      for (const part of ['findings', 'members', 'competencies', 'tasks', 'clients', 'network', 'matrix', 'workload'] as const)
        assert.deepEqual(show(part, once, 'fr'), show(part, again, 'fr'));
    }
  });
});

describe('the map', () => {
  const ring = (count: number, extra = '') =>
    Array.from({ length: count }, (_, at) => `member m${at}\nlink m${at} -> m${(at + 1) % count} informs\n`).join('') + extra;

  it('stands nobody on another', () => {
    for (const count of [1, 2, 3, 40, 300]) {
      const points = [...arranged(collaboration(modelFrom(ring(count)))).values()];
      assert.equal(points.length, count);
      const gaps = points.flatMap((a, at) => points.slice(at + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y)));
      assert.ok(Math.min(Number.POSITIVE_INFINITY, ...gaps.slice(0, 100_000)) > spacing / 3, `${count} members`);
    }
  });

  it('is longer than it is high, and puts who is linked to nobody beside it', () => {
    const chain = Array.from({ length: 8 }, (_, at) => `member m${at}\n${at > 0 ? `link m${at - 1} <-> m${at}\n` : ''}`).join('');
    const places = arranged(collaboration(modelFrom(`${chain}member alone\n`)));
    const points = [...places].filter(([id]) => id !== 'member:alone').map(([, point]) => point);
    const extent = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
    assert.ok(extent(points.map(({ x }) => x)) > 2 * extent(points.map(({ y }) => y)));
    const alone = places.get('member:alone');
    assert.ok(alone && Math.min(...points.map(({ x, y }) => Math.hypot(x - alone.x, y - alone.y))) < spacing * 4);
  });

  it('keeps everyone in place when somebody comes or goes', () => {
    const before = arranged(collaboration(modelFrom(ring(12))));
    const after = arranged(collaboration(modelFrom(ring(12, 'member new\nlink new <-> m3 advises\n'))), before);
    for (const [id, point] of before) assert.deepEqual(after.get(id), point);
    const [added, friend] = [after.get('member:new'), after.get('member:m3')];
    assert.ok(added && friend && Math.hypot(added.x - friend.x, added.y - friend.y) < spacing * 2, 'the new one stands by their link');
    const left = arranged(collaboration(modelFrom(ring(11))), after);
    assert.deepEqual([...left.keys()].sort(), [...before.keys()].filter((id) => id !== 'member:m11').sort());
  });

  it('is made anew where most people are others', () => {
    const before = arranged(collaboration(modelFrom(ring(5))));
    const model = modelFrom(ring(12).replaceAll('m', 'p').replaceAll('pepber', 'member').replaceAll('inforps', 'informs'));
    assert.deepEqual(arranged(collaboration(model), before), arranged(collaboration(model)));
  });
});

function lines(branches: readonly Branch[], indent = ''): readonly string[] {
  return branches.flatMap(({ kind, label, detail, children }) => [
    `${indent}${kind} ${label} (${detail})`,
    ...lines(children, `${indent}  `),
  ]);
}

function sample(name: string): Viewed {
  const root = join('samples', name);
  const files = readdirSync(root).filter((file) => file.endsWith('.collab'));
  const configured = parseConfig(readFileSync(join(root, 'collab.config.json'), 'utf8'), rules);
  const snapshot = Snapshot.of(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
  return checkProject(snapshot, configured, dayOf('2026-04-10') ?? 0);
}
