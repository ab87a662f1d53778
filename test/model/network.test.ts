import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Member } from '../../server/src/model/model';
import { collaboration, type Graph, inDegrees, linksOf, reach, strengthOf, teamTies } from '../../server/src/model/network';
import {
  bridges,
  components,
  cutNodes,
  hopsBetween,
  hopsToEach,
  nodesWithin,
  partNumbers,
  partsWithout,
} from '../../server/src/model/paths';
import { member, modelFrom, person, team } from './given';
import { florence as florenceTies, kite as kiteTies, modelOfTies } from './publishedNets';

const [kite, florence] = [modelOfTies(kiteTies), modelOfTies(florenceTies)];

describe('collaboration and reach', () => {
  const model = modelFrom(`member anna
member bob
member gone { until 2026-03-31 }
member carla
client acme { stakeholder zoe stakeholder yann }
team web
team design
link bob -> anna
link anna <-> bob mentors
link anna -> anna
link carla -> anna reports
link bob -> gone
link bob -> zoe liaises
link zoe -> yann
link web -> design`);

  it('C has present members, and links of any kind but reports, each pair once', () => {
    assert.deepEqual(edges(collaboration(model)), ['anna-bob']);
    assert.deepEqual(
      collaboration(model).nodes.map(({ name }) => name),
      ['anna', 'bob', 'carla'],
    );
    assert.equal(collaboration(model).size, 1);
  });

  it('P has stakeholders too, and every link between two people', () => {
    assert.deepEqual(edges(reach(model)), ['anna-bob', 'anna-carla', 'bob-zoe', 'yann-zoe']);
  });

  it('counts who has a link to a member, each once', () => {
    assert.deepEqual(
      [...inDegrees(model)].map(([{ name }, count]) => [name, count]),
      [
        ['anna', 1],
        ['bob', 1],
        ['carla', 0],
      ],
    );
  });

  it('knows the links of people and of teams', () => {
    const links = (name: string) => linksOf(model, person(model, name)).map((link) => link.name);
    assert.deepEqual(links('anna'), ['bob->anna', 'anna<->bob', 'anna->anna', 'carla->anna']);
    assert.deepEqual(links('yann'), ['zoe->yann']);
    assert.deepEqual(
      linksOf(model, team(model, 'web')).map(({ name }) => name),
      ['web->design'],
    );
  });
});

describe('the strength of a link', () => {
  it('is as stated, else by frequency, else in the middle', () => {
    const strengths = modelFrom(`member a
member b
link a -> b daily strength 2
link a -> b daily
link a -> b weekly
link a -> b monthly
link a -> b quarterly
link a -> b rarely
link a -> b
link a -> b strength 9`).links.map(strengthOf);
    assert.deepEqual(strengths, [2, 5, 4, 3, 2, 1, 3, 3]);
  });
});

describe('what holds a net together', () => {
  it('are Heather and Ike in the kite, and their two links', () => {
    const graph = collaboration(kite);
    assert.deepEqual(namesOf(graph, cutNodes(graph)), ['heather', 'ike']);
    assert.deepEqual(
      bridges(graph).map(({ ends, sides }) => [namesOf(graph, ends), sides]),
      [
        [
          ['heather', 'ike'],
          [8, 2],
        ],
        [
          ['ike', 'jane'],
          [9, 1],
        ],
      ],
    );
    const [heather = -1, ike = -1] = cutNodes(graph);
    assert.deepEqual(
      partsWithout(graph, heather).map((part) => namesOf(graph, part)),
      [
        ['andre', 'beverley', 'carol', 'diane', 'ed', 'fernando', 'garth'],
        ['ike', 'jane'],
      ],
    );
    assert.deepEqual(
      partsWithout(graph, ike).map((part) => part.length),
      [8, 1],
    );
  });

  it('are four families of Florence, and the marriages of those with one', () => {
    const graph = collaboration(florence);
    assert.deepEqual(namesOf(graph, cutNodes(graph)), ['albizzi', 'guadagni', 'medici', 'salviati']);
    assert.deepEqual(
      bridges(graph).map(({ ends, sides }) => [...namesOf(graph, ends), ...sides].join(' ')),
      ['acciaiuoli medici 1 14', 'albizzi ginori 14 1', 'guadagni lamberteschi 14 1', 'medici salviati 13 2', 'pazzi salviati 1 14'],
    );
  });

  it('finds parts, largest first, then by their first member', () => {
    const graph = collaboration(modelOfTies('b-c d-e e-f', 'a'));
    assert.deepEqual(
      components(graph).map((part) => namesOf(graph, part)),
      [['d', 'e', 'f'], ['b', 'c'], ['a']],
    );
  });

  it('does not overflow on a chain of 20,000', () => {
    const nodes = Array.from({ length: 20_000 }, (_, at) => at);
    const neighbours = nodes.map((at) => [at - 1, at + 1].filter((next) => next in nodes));
    const chain: Graph<number> = { nodes, index: new Map(nodes.map((at) => [at, at])), neighbours, size: nodes.length - 1 };
    assert.equal(cutNodes(chain).length, 19_998);
    assert.deepEqual(bridges(chain)[4], { ends: [4, 5], sides: [5, 19_995] });
    assert.equal(hopsBetween(chain, 0, 19_999), 19_999);
  });

  it('agrees with taking each node and each edge away in turn', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 16 }), (count, pairs) => {
        const graph = graphOf(count, pairs);
        const whole = components(graph).length;
        const cutting = graph.nodes.filter((node) => partsWithout(graph, node).length > 1);
        assert.deepEqual(cutNodes(graph), cutting);
        const all = graph.neighbours.flatMap((row, a) => row.filter((b) => a < b).map((b): [number, number] => [a, b]));
        const without = ([a, b]: [number, number]) =>
          graphOf(
            count,
            all.filter((edge) => edge[0] !== a || edge[1] !== b),
          );
        const splitting = all.filter((edge) => components(without(edge)).length > whole);
        assert.deepEqual(
          bridges(graph).map(({ ends }) => ends),
          splitting,
        );
        for (const { ends, sides } of bridges(graph)) {
          const parts = components(without([...ends]));
          assert.deepEqual(
            ends.map((end) => parts.find((part) => part.includes(end))?.length),
            sides,
          );
        }
      }),
    );
  });
});

describe('hops', () => {
  it('are the fewest links between two', () => {
    const graph = collaboration(kite);
    const hops = (a: string, b: string) => hopsBetween(graph, member(kite, a), member(kite, b));
    assert.deepEqual(
      [hops('andre', 'andre'), hops('andre', 'diane'), hops('jane', 'ed'), hops('jane', 'garth'), hops('carol', 'jane')],
      [0, 1, 4, 3, 4],
    );
  });

  it('are none where there is no way, or somebody is not in the net', () => {
    const model = modelFrom('member a\nmember b\nmember c { until 2026-01-01 }\nmember d\nlink a -> b\nlink b -> c\nlink c -> d');
    const graph = reach(model);
    assert.equal(hopsBetween(graph, member(model, 'a'), member(model, 'd')), null);
    assert.equal(hopsBetween(graph, member(model, 'a'), member(model, 'c')), null);
  });

  it('are those of a walk from one end', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 20 }), (pairs) => {
        const graph = graphOf(12, pairs);
        for (const from of graph.nodes) {
          const found = graph.nodes.map((to) => hopsBetween(graph, from, to) ?? -1);
          assert.deepEqual(found, walkFrom(graph, from));
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('hops from the nearest of several', () => {
  const graph = collaboration(kite);
  const positions = (...names: readonly string[]) => names.map((name) => graph.index.get(member(kite, name)) ?? -1);
  const named = (nodes: Iterable<number>) => [...nodes].map((node) => graph.nodes[node]?.name).sort();

  it('in the kite, counted by hand', () => {
    const hops = hopsToEach(graph, positions('jane', 'ed'), positions('jane', 'heather', 'fernando', 'carol'));
    assert.deepEqual(Object.fromEntries([...hops].map(([node, count]) => [graph.nodes[node]?.name, count])), {
      jane: 0,
      heather: 2,
      fernando: 2,
      carol: 2,
    });
    assert.deepEqual([...hopsToEach(graph, positions('jane'), positions('ed')).values()], [4]);
  });

  it('and who is within a few of them', () => {
    assert.deepEqual(named(nodesWithin(graph, positions('jane'), 2)), ['heather', 'ike', 'jane']);
    assert.deepEqual(named(nodesWithin(graph, positions('jane', 'ike'), 0)), ['ike', 'jane']);
    assert.equal(nodesWithin(graph, positions('jane'), 1e12).size, 10);
  });

  it('not where there is no way', () => {
    const apart = collaboration(modelOfTies('a-b c-d'));
    assert.deepEqual([...partNumbers(apart)], [0, 0, 1, 1]);
    assert.deepEqual([...hopsToEach(apart, [0], [1, 2])], [[1, 1]]);
    assert.deepEqual([...hopsToEach(apart, [], [1, 2])], []);
  });
});

describe('the ties of a team', () => {
  it('are those of the example of the command line: ten ties within, five across', () => {
    const design = ['andre', 'beverley', 'carol', 'diane', 'ed', 'fernando'];
    const model = modelOfTies(kiteTies, ...design.map((name) => `${name} { team design }`));
    const { members, internal, external, ei, chance } = teamTies(model, team(model, 'design'));
    assert.deepEqual([members.length, internal, external], [6, 10, 5]);
    assert.equal(ei, -5 / 15);
    // Of six among ten, 24 pairs lie across and 15 within.
    assert.equal(chance, 9 / 39);
  });

  it('leave absent members and reports out, and are null where there is nothing to weigh', () => {
    const model = modelFrom(`team design
team web { within design }
team empty
member anna { team design }
member bob { team web }
member gone { team design until 2026-01-01 }
member carla
link anna -> bob reports
link anna -> gone
link bob -> carla`);
    const design = teamTies(model, team(model, 'design'));
    assert.deepEqual([design.members.map(({ name }) => name), design.internal, design.external, design.ei], [['anna', 'bob'], 0, 1, 1]);
    assert.deepEqual(teamTies(model, team(model, 'empty')), { members: [], internal: 0, external: 0, ei: null, chance: null });
  });
});

function edges(graph: Graph<{ readonly name: string }>): readonly string[] {
  return graph.neighbours.flatMap((row, a) => row.filter((b) => a < b).map((b) => namesOf(graph, [a, b]).sort().join('-'))).sort();
}

function namesOf(graph: Graph<{ readonly name: string }> | Graph<Member>, nodes: readonly number[]): string[] {
  return nodes.map((node) => graph.nodes[node]?.name ?? '?');
}

function graphOf(count: number, pairs: readonly (readonly [number, number])[]): Graph<number> {
  const nodes = Array.from({ length: count }, (_, at) => at);
  const rows = nodes.map(() => new Set<number>());
  for (const [a, b] of pairs) {
    if (a === b || a >= count || b >= count) continue;
    rows[a]?.add(b);
    rows[b]?.add(a);
  }
  const neighbours = rows.map((row) => [...row].sort((a, b) => a - b));
  return { nodes, index: new Map(nodes.map((at) => [at, at])), neighbours, size: neighbours.flat().length / 2 };
}

function walkFrom({ nodes, neighbours }: Graph<number>, start: number): readonly number[] {
  const hops = new Map([[start, 0]]);
  for (const [node, count] of hops) for (const next of neighbours[node] ?? []) if (!hops.has(next)) hops.set(next, count + 1);
  return nodes.map((node) => hops.get(node) ?? -1);
}
