import assert from 'node:assert/strict';
import fc from 'fast-check';
import { modelOf } from '../../server/src/model/build';
import { faultsIn } from '../../server/src/model/faults/faults';
import type { AnyEntity, Entity, Model } from '../../server/src/model/model';
import { names } from '../../server/src/model/names';
import { Snapshot } from '../../server/src/model/snapshot';
import { day, today } from './given';

/** Files of a small project as they may read at one moment or another: names come and go, move, and stand twice. */
const versions: Readonly<Record<string, readonly string[]>> = {
  'people.collab': [
    'member anna { team design has research 4 } member bob { has research low }',
    'member anna { team web has research 2 role "Lead" } /* the same two */ member bob { until 2026-01-31 }',
    'member anna { team web has research 2, research 3 } member bob member carla',
    'member bob { team design, web } client acme { stakeholder anna }',
    'member anna { has research expert, design 2 wants research }',
    '',
  ],
  'teams.collab': [
    'team design { lead anna } team web { within design }',
    'team design { lead bob } team web',
    'team web { lead bob within web } competency research',
    'team design { within web lead carla } member anna { team design }',
  ],
  'skills.collab': [
    'competency research competency design { within research }',
    'competency design scale two { levels low, high }',
    'scale three { levels low, middle, high } competency research { holders 2 at middle }',
  ],
  'clients.collab': [
    'client acme { need booking stakeholder zoe resource panel } client globex { need booking }',
    'client acme { history "Long." need booking { priority high } stakeholder zoe { has research 3 } resource panel } client globex { need booking }',
    'client acme { need shipping } organization lumiere { need booking }',
    'organization other client acme { need booking need booking stakeholder bob }',
  ],
  'tasks.collab': [
    'task study { for booking requires research 2 assigned anna 60%, bob, anna with zoe uses panel }',
    'task study { for acme.booking assigned carla after review } task review { after study assigned acme.bob }',
    'task booking { requires design middle } task study { after booking for globex.booking, shipping }',
  ],
  'links.collab': [
    'link anna <-> bob weekly link bob -> zoe link design -> web',
    'link anna -> design link anna -> anna link carla -> bob mentors in research link bob ->',
    'period 2026-04-01 to 2026-06-30 link acme.zoe -> anna technique pairing intervention a { technique pairing involves acme, design }',
  ],
  'a.collab': ['member ann', 'team ann'],
  'b.collab': ['task b { assigned ann }', 'task b { after study }'],
  'c.collab': ['resource c', 'competency craft'],
  'd.collab': ['link ann -> bob', 'link ann -> anna reports'],
  'others.collab': [
    'period 2026-05-01 to 2026-05-31 scale one { levels a, b, c, d } organization third',
    'member zed { has research d team design }',
    '',
  ],
};

/** So many more that most of a project stays as it is while names are gathered anew. */
const fillers = Array.from({ length: 30 }, (_, at): [string, string[]] => [
  `z/${at}.collab`,
  [`task t${at} { assigned anna after t${at + 1} }`, `task t${at} { assigned bob for booking }`],
]);
const project: Readonly<Record<string, readonly string[]>> = { ...versions, ...Object.fromEntries(fillers) };
const paths = Object.keys(project);

const edit = fc.record({ path: fc.constantFrom(...paths), version: fc.integer({ min: -1, max: 4 }) });

describe('a snapshot that was typed', () => {
  it('means what one that was read means', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 40 }), (edits) => {
        let snapshot = Snapshot.of(paths.map((path) => [path, project[path]?.[0] ?? '']));
        for (const { path, version } of edits) {
          const text = project[path]?.[version];
          snapshot = text === undefined ? snapshot.without(path) : snapshot.with(path, text);
          // Every moment is looked at, so that what is kept from one to the next is put to the test.
          assert.deepEqual(all(snapshot), all(Snapshot.of([...snapshot.files].map(([each, file]) => [each, file.text]))));
        }
      }),
      { numRuns: 25 },
    );
  }).timeout(30_000);

  it('shares what did not change', () => {
    const before = Snapshot.of(paths.map((path) => [path, project[path]?.[0] ?? '']));
    const after = before.with('tasks.collab', `${before.files.get('tasks.collab')?.text} `);
    assert.equal(names(after).basis, names(before).basis);
    assert.equal(after.files.get('people.collab'), before.files.get('people.collab'));
    assert.equal(before.with('tasks.collab', before.files.get('tasks.collab')?.text ?? ''), before);
  });
});

/** All that a snapshot says, without the objects that say it. */
function all(snapshot: Snapshot): unknown {
  const faults = snapshot.inOrder().map(({ path }) => faultsIn(snapshot, path).map((fault) => JSON.stringify(fault, plain)));
  return {
    names: [...names(snapshot).all()].map(({ id, file, node }) => `${id} ${file} ${node.start}`),
    faults,
    model: described(modelOf(snapshot, day(today))),
  };
}

/** Declarations and references by their place; owners by their id. */
function plain(key: string, value: unknown): unknown {
  if (key === 'node' || key === 'entry' || key === 'second' || key === 'counts') return (value as { start: number }).start;
  return key === 'owner' && value !== null ? ((value as { id?: string; text?: string }).id ?? (value as { text?: string }).text) : value;
}

function described(model: Model): unknown {
  const {
    competencies,
    teams,
    members,
    clients,
    stakeholders,
    links,
    tasks,
    needs,
    resources,
    assessments,
    pitfalls,
    techniques,
    interventions,
  } = model;
  const lists = [
    competencies,
    teams,
    members,
    clients,
    stakeholders,
    links,
    tasks,
    needs,
    resources,
    assessments,
    pitfalls,
    techniques,
    interventions,
  ];
  const entities: readonly AnyEntity[] = lists.flat();
  return {
    scale: model.scale,
    period: model.period,
    organization: model.organization?.id,
    entities: entities.map((entity) => JSON.stringify(entity, reduced)),
  };
}

/** An entity with all that it points to by id. */
function reduced(key: string, value: unknown): unknown {
  if (key === 'node' || key === 'entry') return (value as { start: number }).start;
  if (value instanceof Map) return [...value].map(([entity, level]: [Entity, number]) => `${entity.id} ${level}`);
  if (value instanceof Set) return [...value].map((each: Entity | string) => (typeof each === 'string' ? each : each.id)).sort();
  const isOther = key !== '' && typeof value === 'object' && value !== null && 'id' in value;
  return isOther ? `${(value as Entity).id} ${(value as Entity).file} ${(value as Entity).node.start}` : value;
}
