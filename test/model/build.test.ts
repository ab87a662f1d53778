import assert from 'node:assert/strict';
import { modelOf } from '../../server/src/model/build';
import { dateOf } from '../../server/src/model/calendar';
import { names as namesOf } from '../../server/src/model/names';
import { Snapshot } from '../../server/src/model/snapshot';
import { leadOf, membersOf } from '../../server/src/model/teams';
import { competency, day, member, modelFrom, names, snapshotOf, task, team, today } from './given';

describe('a model', () => {
  it('is one for a snapshot and a day', () => {
    const snapshot = snapshotOf('member anna { until 2026-04-10 }');
    const model = modelOf(snapshot, day(today));
    assert.equal(modelOf(snapshot, day(today)), model);
    assert.equal(modelOf(snapshot, day(today) + 1).members[0]?.present, false);
    assert.equal(model.members[0]?.present, true);
  });

  it('is empty where nothing is said', () => {
    const { organization, period, members, tasks, links } = modelFrom('');
    assert.deepEqual(
      { organization, period, members, tasks, links },
      { organization: null, period: null, members: [], tasks: [], links: [] },
    );
  });

  it('stands in project order, files by path', () => {
    const snapshot = Snapshot.of([
      ['b', 'client b { need n1 resource r stakeholder s need n2 } member m2 member m1'],
      ['a', 'member m3 organization o { need n3 } client a { need n4 }'],
    ]);
    const model = modelOf(snapshot, day(today));
    assert.deepEqual(names(model.members), ['m3', 'm2', 'm1']);
    assert.deepEqual(names(model.needs), ['n3', 'n4', 'n1', 'n2']);
    assert.deepEqual(
      model.needs.map(({ id }) => id),
      ['need:o.n3', 'need:a.n4', 'need:b.n1', 'need:b.n2'],
    );
    assert.deepEqual(names(model.clients), ['a', 'b']);
  });

  it('has entities for the first declarations only, and for their nested ones', () => {
    const snapshot = snapshotOf(
      'client a { need x need x } client a { need y } member m member m { role "Two" } organization o organization p { need z }',
    );
    const model = modelOf(snapshot, day(today));
    const entities = snapshot
      .inOrder()
      .flatMap((file) => [...namesOf(snapshot).all()].map((declared) => [declared.id, model.entity(declared)?.id ?? null, file.path]));
    assert.deepEqual(
      entities.map(([id, entity]) => (id === entity ? id : `${id} is none`)),
      ['client:a', 'need:a.x', 'need:a.y is none', 'member:m', 'organization:o', 'organization:p is none', 'need:p.z is none'],
    );
    assert.equal(model.members[0]?.role, null);
    assert.equal(model.organization?.name, 'o');
  });

  it('takes titles for labels, names where there are none', () => {
    const model = modelFrom('member anna "Anna Morel" member bob member carla "" link anna <-> bob');
    assert.deepEqual(
      model.members.map(({ label }) => label),
      ['Anna Morel', 'bob', 'carla'],
    );
    assert.deepEqual(
      model.links.map(({ id, name, label }) => [id, name, label]),
      [['link:anna<->bob', 'anna<->bob', 'anna<->bob']],
    );
  });
});

describe('the tree of competencies', () => {
  const broader = (text: string, name: string) => names(competency(modelFrom(text), name).broader);

  it('leads from a competency to all that it is narrower than, nearest first', () => {
    const text = 'competency a { within b } competency b { within c } competency c competency d { within b }';
    assert.deepEqual(broader(text, 'a'), ['b', 'c']);
    assert.deepEqual(broader(text, 'd'), ['b', 'c']);
    assert.deepEqual(broader(text, 'c'), []);
  });

  it('ends where a circle closes', () => {
    assert.deepEqual(broader('competency a { within b } competency b { within a }', 'a'), ['b']);
    assert.deepEqual(broader('competency a { within a }', 'a'), []);
    assert.deepEqual(broader('competency x { within a } competency a { within b } competency b { within a }', 'x'), ['a', 'b']);
  });

  it('raises what is held, the higher of two levels counting', () => {
    const model = modelFrom(
      'competency a { within b } competency b competency c { within b }\nmember anna { has b 2, a 1, c 4, a 3, a 2 wants b, b 5, c 2, c }',
    );
    assert.deepEqual([...member(model, 'anna').levels].map(([{ name }, level]) => `${name} ${level}`).sort(), ['a 3', 'b 4', 'c 4']);
    assert.deepEqual(
      member(model, 'anna').has.map(({ competency: { name }, level }) => `${name} ${level}`),
      ['b 2', 'a 3', 'c 4'],
    );
    assert.deepEqual(
      member(model, 'anna').wants.map(({ competency: { name }, level }) => `${name} ${level}`),
      ['b 5', 'c 2'],
    );
  });

  it('asks for holders at the autonomous level where no other is stated', () => {
    const model = modelFrom(
      'competency a { holders 2 } competency b { holders 3 at expert critical } competency c { holders 0 } competency d { holders 1 at none }',
    );
    assert.deepEqual(
      model.competencies.map(({ holders, critical }) => [holders, critical]),
      [
        [{ count: 2, level: 3 }, false],
        [{ count: 3, level: 5 }, true],
        [null, false],
        [null, false],
      ],
    );
    assert.deepEqual(
      model.competencies.map(({ unresolved }) => [...unresolved]),
      [[], [], ['holders'], ['holders']],
    );
  });
});

describe('teams and people', () => {
  it('puts a person into the teams that they name and those around', () => {
    const model = modelFrom(`team studio team design { within studio lead carla } team web { within studio } team print { within print }
member anna { team design } member bob { team web, print } member carla`);
    assert.deepEqual(names(member(model, 'anna').teams), ['design']);
    assert.deepEqual(names(member(model, 'anna').inTeams), ['design', 'studio']);
    assert.deepEqual(names(member(model, 'bob').inTeams), ['web', 'studio', 'print']);
    assert.deepEqual(names(membersOf(model, team(model, 'studio'))), ['anna', 'bob']);
    assert.deepEqual(names(membersOf(model, team(model, 'design'))), ['anna']);
    assert.equal(leadOf(model, team(model, 'design'))?.name, 'carla');
    assert.deepEqual(names(member(model, 'carla').inTeams), []);
  });

  it('knows who leads a team, and says where that is not known', () => {
    const model = modelFrom('team t { lead anna } team u { lead ann } team v { lead t } team w { lead u } member anna member u');
    assert.deepEqual(
      model.teams.map((each) => [leadOf(model, each)?.name ?? null, ...each.unresolved]),
      [['anna'], [null, 'lead'], [null, 'lead'], [null, 'lead']],
    );
  });

  it('knows who is present on the day', () => {
    const present = (properties: string) => member(modelFrom(`member anna { ${properties} }`), 'anna').present;
    assert.deepEqual(
      [
        '',
        'from 2026-04-10',
        'from 2026-04-11',
        'until 2026-04-10',
        'until 2026-04-09',
        'from 2026-01-01 until 2026-12-31',
        'from 2026-02-30',
      ].map(present),
      [true, true, false, true, false, true, true],
    );
    // A last day before the first cannot be.
    assert.equal(present('from 2026-04-01 until 2026-03-01'), true);
  });

  it('reads what a stakeholder is', () => {
    const model = modelFrom(
      'client acme { stakeholder zoe { influence high interest low decides engagement neutral -> leading role "Owner" } stakeholder yann { engagement unaware } }',
    );
    const [zoe, yann] = model.stakeholders;
    assert.deepEqual(
      [zoe?.influence, zoe?.interest, zoe?.decides, zoe?.engagement, zoe?.role, zoe?.client.name],
      ['high', 'low', true, { current: 'neutral', desired: 'leading' }, 'Owner', 'acme'],
    );
    assert.deepEqual([yann?.influence, yann?.decides, yann?.engagement], [null, false, { current: 'unaware', desired: null }]);
    assert.deepEqual(names(model.clients[0]?.stakeholders ?? []), ['zoe', 'yann']);
  });

  it('sorts the days away, and takes a single one for a range', () => {
    const { away } = member(
      modelFrom('member anna { away 2026-05-11 to 2026-05-15 away 2026-04-20 away 2026-06-10 to 2026-06-01 }'),
      'anna',
    );
    assert.deepEqual(
      away.map(({ from, to }) => [dateOf(from), dateOf(to)]),
      [
        ['2026-04-20', '2026-04-20'],
        ['2026-05-11', '2026-05-15'],
      ],
    );
  });
});

describe('links', () => {
  it('collaborate, without frequency and strength, unless they say otherwise', () => {
    const model = modelFrom(
      'competency c member a member b link a -> b link a <-> b mentors weekly strength 4 strained in c since 2026-01-15 advises daily strength 7',
    );
    assert.deepEqual(
      model.links.map((link) => [
        link.relation,
        link.relationStated,
        link.mutual,
        link.frequency,
        link.strength,
        link.strained,
        link.competency?.name ?? null,
      ]),
      [
        ['collaborates', false, false, null, null, false, null],
        ['mentors', true, true, 'weekly', 4, true, 'c'],
      ],
    );
    assert.equal(dateOf(model.links[1]?.since ?? 0), '2026-01-15');
  });

  it('are none where an end is missing or does not fit; the other end is loose', () => {
    const model = modelFrom('member a member b member c member d team t link a -> bb link b -> t link c ->\nlink d -> d');
    assert.deepEqual(names(model.links), ['d->d']);
    assert.deepEqual(names(model.looseEnds), ['a', 'b', 't', 'c']);
  });
});

describe('tasks', () => {
  it('join their lists, each person and competency once', () => {
    const model = modelFrom(`competency r competency s member a member b client c { need n stakeholder z resource p } organization o
task t { requires r 2, s 1 requires r 4 assigned a 60%, b assigned a 10% with z, a consult, z empower for n, c, o, n uses p }
task u { after t, t after u status blocked effort 2w from 2026-04-13 due 2026-05-08 }`);
    const t = task(model, 't');
    assert.deepEqual(
      t.requirements.map(({ competency: { name }, level }) => `${name} ${level}`),
      ['r 4', 's 1'],
    );
    assert.deepEqual(
      t.assignees.map(({ person: { name }, percent }) => [name, percent]),
      [
        ['a', 60],
        ['b', null],
      ],
    );
    assert.deepEqual(
      t.participants.map(({ person: { name }, voice }) => [name, voice]),
      [
        ['z', 'involve'],
        ['a', 'consult'],
      ],
    );
    assert.deepEqual([names(t.serves), names(t.uses), t.status, t.open, t.effort], [['n', 'c', 'o'], ['p'], 'planned', true, null]);
    const u = task(model, 'u');
    assert.deepEqual(
      [names(u.after), u.status, u.open, u.effort, dateOf(u.from ?? 0), dateOf(u.due ?? 0)],
      [['t', 'u'], 'blocked', true, 10, '2026-04-13', '2026-05-08'],
    );
  });

  it('say which of their properties do not resolve', () => {
    const unresolved = (properties: string) =>
      [...task(modelFrom(`competency r member a task t { ${properties} }`), 't').unresolved].sort();
    assert.deepEqual(unresolved('requires r 2 assigned a'), []);
    assert.deepEqual(unresolved('requires r 9, x 1 assigned bb with zz for nn uses uu after tt'), [
      'after',
      'assigned',
      'for',
      'requires',
      'uses',
      'with',
    ]);
    assert.deepEqual(unresolved('requires r assigned'), ['assigned', 'requires']);
    assert.deepEqual(unresolved('effort 0d from 2026-02-30 due 2026-04-31'), ['due', 'effort', 'from']);
    assert.deepEqual(unresolved('from 2026-04-02 due 2026-04-01'), ['due']);
    assert.deepEqual(unresolved('assigned a 130%'), []);
    assert.equal(task(modelFrom('task t { from 2026-04-02 due 2026-04-01 }'), 't').due, null);
  });
});

describe('assessments and interventions', () => {
  it('read who was heard, and what was found about whom', () => {
    const model = modelFrom(`member a member b team t
assessment spring on 2026-04-02 {
  scope t, a
  heard a, b on 2026-03-10 "Well." heard t
  strength s of a pitfall p between t, a severity high pitfall q of b
}`);
    const [spring] = model.assessments;
    assert.deepEqual(
      [names(spring?.scope ?? []), dateOf(spring?.on ?? 0), names(spring?.strengths ?? [])],
      [['t', 'a'], '2026-04-02', ['s']],
    );
    assert.deepEqual(
      spring?.heard.map(({ parties, on, text }) => [names(parties), on === null ? null : dateOf(on), text]),
      [
        [['a', 'b'], '2026-03-10', 'Well.'],
        [['t'], null, null],
      ],
    );
    assert.deepEqual(
      model.pitfalls.map(({ id, of, between, severity }) => [id, names(of), between, severity]),
      [
        ['pitfall:spring.p', ['t', 'a'], true, 'high'],
        ['pitfall:spring.q', ['b'], false, null],
      ],
    );
    assert.deepEqual([...(spring?.unresolved ?? [])], []);
  });

  it('know what answers what, and by which technique', () => {
    const model =
      modelFrom(`member a assessment s on 2026-04-02 { pitfall p } technique circle { answers network/silo, network/apart, network/silo }
intervention i { technique circle answers p, network/silo, s.p, network/silo involves a owner a to 2026-06-30 measure "Done." }
intervention j { technique pairing }
intervention k { technique none answers q owner bb status active }`);
    assert.deepEqual(model.techniques[0]?.answers, ['network/silo', 'network/apart']);
    const [i, j, k] = model.interventions;
    assert.deepEqual(
      [i?.technique, i?.rules, names(i?.pitfalls ?? []), i?.owner?.name, i?.measure, i?.status],
      [model.techniques[0], ['network/silo'], ['p'], 'a', 'Done.', 'planned'],
    );
    assert.deepEqual([j?.technique, [...(j?.unresolved ?? [])]], ['pairing', []]);
    assert.deepEqual([k?.technique, k?.status, [...(k?.unresolved ?? [])].sort()], [null, 'active', ['answers', 'owner', 'technique']]);
  });

  it('do without a period that cannot be', () => {
    const period = (text: string) => modelFrom(text).period;
    assert.deepEqual(period('period 2026-04-01 to 2026-06-30'), { from: day('2026-04-01'), to: day('2026-06-30') });
    for (const text of ['period 2026-04-31 to 2026-06-30', 'period 2026-06-30 to 2026-04-01', 'period 2026-04-01', ''])
      assert.equal(period(text), null);
  });
});
