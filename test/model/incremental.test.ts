import assert from 'node:assert/strict';
import fc from 'fast-check';
import { modelOf } from '../../server/src/model/build';
import { faultsIn } from '../../server/src/model/faults/faults';
import type { AnyEntity, Entity, Model } from '../../server/src/model/model';
import { names } from '../../server/src/model/names';
import { Snapshot } from '../../server/src/model/snapshot';
import { leadOf, membersOf } from '../../server/src/model/teams';
import { day, today } from './given';

/** Files of a small project as they may read at one moment or another: names come and go, move, and stand twice. */
const versions: Readonly<Record<string, readonly string[]>> = {
  'people.collab': [
    'member anna { team design has research 4 } member bob { has research low }',
    'member anna { team web has research 2 role "Lead" } /* the same two */ member bob { until 2026-01-31 }',
    'member anna { team web has research 2, research 3 } member bob member carla',
    'member bob { team design, web } client acme { stakeholder anna }',
    'member bob { has research low } member anna { team design has research 4 }',
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
  'reviews.collab': [
    'assessment spring { scope design, bob heard anna, zoe strength trust { of web } pitfall haste { between anna, bob } }',
    'assessment spring { scope acme pitfall haste { of anna } } intervention talk { answers haste owner anna involves web }',
    'intervention talk { answers spring.haste owner carla technique pairing } technique pairing { answers haste }',
    'assessment spring { heard acme.zoe } assessment autumn { pitfall haste { of design } }',
  ],
  'plan.collab': [
    'intervention plan { answers haste involves acme, lumiere owner bob }',
    'competency craft { within design } team crew { within web lead anna } member eve { team crew has craft 2 }',
    'competency craft { within research } team crew { within design } member eve { team crew, web has craft 3 }',
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

const edit = fc.record({ path: fc.constantFrom(...paths), version: fc.integer({ min: -1, max: 5 }) });

describe('a snapshot that was typed', () => {
  it('means what one that was read means, and leaves those before it as they are', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 40 }), (edits) => {
        let snapshot = Snapshot.of(paths.map((path) => [path, project[path]?.[0] ?? '']));
        const moments: Snapshot[] = [];
        const said: unknown[] = [];
        for (const { path, version } of edits) {
          const text = project[path]?.[version];
          snapshot = text === undefined ? snapshot.without(path) : snapshot.with(path, text);
          // Every moment is looked at, so that what is kept from one to the next is put to the test.
          const says = all(snapshot);
          assert.deepEqual(says, all(Snapshot.of([...snapshot.files].map(([each, file]) => [each, file.text]))));
          assert.deepEqual(strangersIn(modelOf(snapshot, day(today))), []);
          moments.push(snapshot);
          said.push(says);
        }
        assert.deepEqual(moments.map(all), said);
      }),
      { numRuns: Number(process.env.RUNS ?? 1) * 25 },
    );
  }).timeout(600_000);

  it('shares what did not change', () => {
    const before = Snapshot.of(paths.map((path) => [path, project[path]?.[0] ?? '']));
    const after = before.with('tasks.collab', `${before.files.get('tasks.collab')?.text} `);
    assert.equal(names(after).basis, names(before).basis);
    assert.equal(after.files.get('people.collab'), before.files.get('people.collab'));
    assert.equal(before.with('tasks.collab', before.files.get('tasks.collab')?.text ?? ''), before);
  });
});

describe('the model of a snapshot that was typed', () => {
  const texts: readonly (readonly [string, string])[] = [
    ['links.collab', 'link anna -> bob'],
    ['others.collab', 'link bob -> carla'],
    ['people.collab', 'member anna { team web } member bob'],
    ['tasks.collab', 'task study { assigned anna, carla } task review { after study }'],
    ['teams.collab', 'team web member carla { team web }'],
  ];
  let before = Snapshot.empty;

  beforeEach(() => {
    before = Snapshot.of(texts);
  });

  /** The ids of what is another object once `text` stands in `path`. */
  function remade(path: string, text: string, from = before): readonly string[] {
    const known = new Set(entitiesOf(modelOf(from, day(today))));
    return entitiesOf(modelOf(from.with(path, text), day(today))).flatMap((entity) => (known.has(entity) ? [] : [entity.id]));
  }

  it('shares all but what stands in the changed file', () => {
    assert.deepEqual(remade('others.collab', 'link bob -> carla // by the way'), ['link:bob->carla']);
    assert.deepEqual(remade('tasks.collab', 'task study { assigned anna } task review'), ['task:study', 'task:review']);
  });

  it('makes anew what refers to something there, and what refers to that in turn', () => {
    assert.deepEqual(remade('teams.collab', 'team web "Web" member carla { team web }'), [
      'team:web',
      'member:anna',
      'member:bob',
      'member:carla',
      'link:anna->bob',
      'link:bob->carla',
      'task:study',
      'task:review',
    ]);
  });

  it('makes anew what mentions a name that came or went, and nothing that stands beside it', () => {
    assert.deepEqual(remade('others.collab', 'link bob -> carla member zoe'), ['member:zoe', 'link:bob->carla']);
    assert.deepEqual(remade('others.collab', 'link bob -> carla task review'), ['link:bob->carla', 'task:review', 'task:study']);
  });

  it('shares what an earlier one had in common with it, where one stands between that is quite another', () => {
    const texts = new Map([...before.files.keys()].map((path) => [path, 'member zoe']));
    const first = modelOf(before, day(today));
    modelOf(before.reading(texts), day(today));
    const other = modelOf(before.with('others.collab', ''), day(today));
    assert.ok(other.members === first.members);
  });

  it('is made anew on another day, and where the scale says something else', () => {
    const first = modelOf(before, day(today));
    assert.ok(modelOf(before, day(today) + 1).members[0] !== first.members[0]);
    const scaled = before.with('others.collab', 'scale two { levels low, high }');
    assert.ok(modelOf(scaled, day(today)).members[0] !== first.members[0]);
    const again = scaled.with('others.collab', '// The scale:\nscale two { levels low, high }');
    assert.ok(modelOf(again, day(today)).members[0] === modelOf(scaled, day(today)).members[0]);
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
  const { scale, period, organization, looseEnds, snapshot } = model;
  return {
    scale,
    period,
    organization: organization?.id,
    looseEnds: [...looseEnds].map(({ id }) => id),
    entities: entitiesOf(model).map((entity) => JSON.stringify(entity, reduced)),
    teams: model.teams.map((team) => [team.id, leadOf(model, team)?.id, membersOf(model, team).map(({ id }) => id)]),
    declared: [...names(snapshot).all()].map((declared) => {
      const entity = model.entity(declared);
      return entity && placeOf(entity);
    }),
  };
}

/** All that a model lists, kind by kind. */
function entitiesOf(model: Model): readonly AnyEntity[] {
  const { competencies, teams, members, clients, stakeholders, links, tasks, needs, resources } = model;
  const { assessments, pitfalls, techniques, interventions } = model;
  const people = [teams, members, clients, stakeholders, links].flat();
  return [competencies, people, tasks, needs, resources, assessments, pitfalls, techniques, interventions].flat();
}

/** What the entities of a model refer to that is not of that model, and what a declaration stands for that is not. */
function strangersIn(model: Model): readonly string[] {
  const own = new Set<unknown>([...entitiesOf(model), ...(model.organization ? [model.organization] : [])]);
  const strengths = model.assessments.flatMap((assessment) => assessment.strengths);
  const meant = [...names(model.snapshot).all()].flatMap((declared) => model.entity(declared) ?? []);
  const found = [...[...own, ...strengths].flatMap((entity) => Object.values(entity as object).flatMap(referredTo)), ...meant];
  return [...found, ...model.looseEnds].flatMap((each) => (own.has(each) || strengths.includes(each as never) ? [] : [placeOf(each)]));
}

/** The entities that a field of another holds, however deep. */
function referredTo(value: unknown): readonly Entity[] {
  if (typeof value !== 'object' || value === null) return [];
  if (value instanceof Map || value instanceof Set) return [...value.keys()].flatMap(referredTo);
  if (isEntity(value)) return [value];
  if ('type' in value) return []; // of the tree
  return Object.values(value).flatMap(referredTo);
}

/** An entity with all that it points to by id. */
function reduced(key: string, value: unknown): unknown {
  if (key === 'node' || key === 'entry') return (value as { start: number }).start;
  if (value instanceof Map) return [...value].map(([entity, level]: [Entity, number]) => `${entity.id} ${level}`);
  if (value instanceof Set) return [...value].map((each: Entity | string) => (typeof each === 'string' ? each : each.id)).sort();
  return key !== '' && isEntity(value) ? placeOf(value) : value;
}

function isEntity(value: unknown): value is Entity {
  return typeof value === 'object' && value !== null && 'id' in value && 'unresolved' in value;
}

function placeOf({ id, file, node }: Entity): string {
  return `${id} ${file} ${node.start}`;
}
