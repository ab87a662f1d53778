import assert from 'node:assert/strict';
import { reportOf } from '../../server/src/reports/catalogue';
import { networkOf } from '../../server/src/reports/network/figures';
import { modelFrom } from '../model/given';
import { kite, textOfTies } from '../model/publishedNets';
import { inputOf } from './project';

describe('the report on the network', () => {
  const design = ['andre', 'beverley', 'carol', 'diane', 'ed', 'fernando'].map((name) => `${name} { team design }`);

  it('is, of Krackhardt’s kite, what the contract of the command line shows', () => {
    const { people, ...net } = JSON.parse(json(textOfTies(kite, ...design)));
    assert.deepEqual(net, {
      version: 1,
      members: 10,
      edges: 18,
      density: 0.4,
      averageDegree: 3.6,
      reciprocity: 1,
      components: 1,
      isolates: [],
      cutMembers: ['member:heather', 'member:ike'],
      bridges: [
        ['member:heather', 'member:ike'],
        ['member:ike', 'member:jane'],
      ],
      teams: [{ name: 'team:design', members: 6, internal: 10, external: 5, ei: -0.333, chance: 0.231 }],
    });
    assert.deepEqual(
      people.find(({ name }: { readonly name: string }) => name === 'member:heather'),
      {
        name: 'member:heather',
        degree: 3,
        inDegree: 3,
        betweenness: 0.389,
        closeness: 0.6,
        constraint: 0.431,
        core: 2,
        component: 1,
      },
    );
  });

  it('has its keys in the order of the contract, and its lists by name, whatever the order of the text', () => {
    const text = json('team web\nteam design\nmember zoe { team web }\nmember bob\nmember anna\nlink zoe -> bob\nlink zoe -> anna');
    const data = JSON.parse(text);
    assert.deepEqual(Object.keys(data), [
      ...['version', 'members', 'edges', 'density', 'averageDegree', 'reciprocity', 'components', 'isolates', 'cutMembers', 'bridges'],
      ...['people', 'teams'],
    ]);
    assert.deepEqual(Object.keys(data.people[0]), [
      'name',
      'degree',
      'inDegree',
      'betweenness',
      'closeness',
      'constraint',
      'core',
      'component',
    ]);
    assert.deepEqual(Object.keys(data.teams[0]), ['name', 'members', 'internal', 'external', 'ei', 'chance']);
    assert.deepEqual(
      [...data.people, ...data.teams].map(({ name }: { readonly name: string }) => name),
      ['member:anna', 'member:bob', 'member:zoe', 'team:design', 'team:web'],
    );
    assert.deepEqual(data.bridges, [
      ['member:anna', 'member:zoe'],
      ['member:bob', 'member:zoe'],
    ]);
    assert.equal(data.reciprocity, 0);
  });

  it('numbers components from 1, largest first, then by first declared', () => {
    const { people, components, isolates } = networkOf(
      modelFrom('member f\nmember e\nmember d\nmember c\nmember b\nmember a\nlink b -> a\nlink d -> c'),
    );
    assert.deepEqual(
      people.map(({ name, component }) => `${name} ${component}`),
      ['member:a 2', 'member:b 2', 'member:c 1', 'member:d 1', 'member:e 4', 'member:f 3'],
    );
    assert.deepEqual([components, isolates], [4, ['member:e', 'member:f']]);
  });

  it('leaves out who is absent, stakeholders, reporting lines and links of teams', () => {
    const net = networkOf(
      modelFrom(`team web
team design
member anna { team web }
member bob { team web }
member gone { team web until 2026-01-01 }
client acme { stakeholder zoe }
link anna -> bob reports
link anna -> gone
link bob -> zoe liaises
link web -> design`),
    );
    assert.deepEqual([net.members, net.edges, net.isolates, net.reciprocity, net.density], [2, 0, ['member:anna', 'member:bob'], null, 0]);
    assert.deepEqual(net.teams, [
      { name: 'team:design', members: 0, internal: 0, external: 0, ei: null, chance: null },
      { name: 'team:web', members: 2, internal: 0, external: 0, ei: null, chance: -1 },
    ]);
  });

  it('says null where a figure is undefined, and 0 where nothing leads through or to somebody', () => {
    const [none, one] = ['', 'member anna'].map((text) => JSON.parse(json(text)));
    assert.deepEqual([none.members, none.density, none.averageDegree, none.reciprocity, none.people], [0, null, null, null, []]);
    assert.deepEqual([one.density, one.averageDegree, one.reciprocity, one.components], [null, 0, null, 1]);
    assert.deepEqual(one.people, [
      { name: 'member:anna', degree: 0, inDegree: 0, betweenness: 0, closeness: 0, constraint: null, core: 0, component: 1 },
    ]);
  });
});

function json(text: string): string {
  return reportOf('network', inputOf(text), { format: 'json', language: 'en' });
}
