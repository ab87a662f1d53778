import assert from 'node:assert/strict';
import fc from 'fast-check';
import { UndirectedGraph } from 'graphology';
import libraryBetweenness from 'graphology-metrics/centrality/betweenness';
import libraryCloseness from 'graphology-metrics/centrality/closeness';
import { adjacency } from '../../server/src/model/adjacency';
import { betweenness } from '../../server/src/model/betweenness';
import { brokersOf } from '../../server/src/model/brokers';
import { closeness } from '../../server/src/model/closeness';
import { averageDegree, density, reciprocity } from '../../server/src/model/cohesion';
import { coreNumbers } from '../../server/src/model/cores';
import { collaboration, type Graph, teamTies } from '../../server/src/model/network';
import { structuralHoles } from '../../server/src/model/structuralHoles';
import { modelFrom, team } from './given';
import { borgatti, cores, florence, graphOfTies, karate, kinship, kite, modelOfTies, textOfTies } from './publishedNets';

describe('betweenness', () => {
  it('is that which Krackhardt’s kite is known for', () => {
    // networkx 2.4, algorithms/centrality/tests/test_betweenness_centrality.py; Krebs, V., Social Network Analysis: An Introduction (orgnet.com).
    assert.deepEqual(normalised(kite), {
      andre: 0.023,
      beverley: 0.023,
      carol: 0,
      diane: 0.102,
      ed: 0,
      fernando: 0.231,
      garth: 0.231,
      heather: 0.389,
      ike: 0.222,
      jane: 0,
    });
  });

  it('is that of the Florentine families', () => {
    // networkx 2.4, the same test.
    assert.deepEqual(normalised(florence), {
      acciaiuoli: 0,
      albizzi: 0.212,
      barbadori: 0.093,
      bischeri: 0.104,
      castellani: 0.055,
      ginori: 0,
      guadagni: 0.255,
      lamberteschi: 0,
      medici: 0.522,
      pazzi: 0,
      peruzzi: 0.022,
      ridolfi: 0.114,
      salviati: 0.143,
      strozzi: 0.103,
      tornabuoni: 0.092,
    });
  });

  it('is that of Zachary’s karate club', () => {
    // networkx.betweenness_centrality(networkx.karate_club_graph()), as its tutorials print it; nodes counted from 1, as Zachary does.
    const printed = [
      0.43763528138528146, 0.053936688311688304, 0.14365680615680618, 0.011909271284271283, 0.0006313131313131313, 0.02998737373737374,
      0.029987373737373736, 0, 0.055926827801827804, 0.0008477633477633477, 0.0006313131313131313, 0, 0, 0.04586339586339586, 0, 0, 0, 0, 0,
      0.03247504810004811, 0, 0, 0, 0.017613636363636363, 0.0022095959595959595, 0.0038404882154882154, 0, 0.02233345358345358,
      0.0017947330447330447, 0.0029220779220779218, 0.014411976911976914, 0.13827561327561325, 0.14524711399711399, 0.30407497594997596,
    ];
    const graph = graphOfTies(karate);
    assert.ok(
      areClose(
        [...betweenness(graph)].map((value) => value / 528),
        printed,
      ),
    );
  });

  it('is that of graphology-metrics, which agrees with networkx, on any net', () => {
    fc.assert(
      fc.property(anyNet, (graph) => {
        assert.ok(areClose(betweenness(graph), asListed(graph, libraryBetweenness(libraryGraph(graph), { normalized: false }))));
      }),
    );
  });

  it('is left off when nobody waits for it any more, and is not remembered then', () => {
    const chain = graphOfTies(Array.from({ length: 60 }, (_, at) => `${at + 1}-${at + 2}`).join(' '));
    let asked = 0;
    assert.equal(
      betweenness(chain, () => ++asked === 3),
      null,
    );
    assert.equal(asked, 3);
    assert.equal(betweenness(chain)[1], 59);
  });
});

describe('closeness', () => {
  it('is that which Krackhardt’s kite is known for', () => {
    // networkx 2.4, algorithms/centrality/tests/test_closeness_centrality.py; Krebs, as above.
    assert.deepEqual(named(kite, closeness), {
      andre: 0.529,
      beverley: 0.529,
      carol: 0.5,
      diane: 0.6,
      ed: 0.5,
      fernando: 0.643,
      garth: 0.643,
      heather: 0.6,
      ike: 0.429,
      jane: 0.31,
    });
  });

  it('is that of the Florentine families', () => {
    // networkx 2.4, the same test.
    assert.deepEqual(named(florence, closeness), {
      acciaiuoli: 0.368,
      albizzi: 0.483,
      barbadori: 0.438,
      bischeri: 0.4,
      castellani: 0.389,
      ginori: 0.333,
      guadagni: 0.467,
      lamberteschi: 0.326,
      medici: 0.56,
      pazzi: 0.286,
      peruzzi: 0.368,
      ridolfi: 0.5,
      salviati: 0.389,
      strozzi: 0.438,
      tornabuoni: 0.483,
    });
  });

  it('is that of Zachary’s karate club', () => {
    // networkx.closeness_centrality(networkx.karate_club_graph()), as its tutorials print it.
    const printed = [
      0.5689655172413793, 0.4852941176470588, 0.559322033898305, 0.4647887323943662, 0.3793103448275862, 0.38372093023255816,
    ];
    assert.ok(areClose(closeness(graphOfTies(karate)).slice(0, 6), printed));
  });

  it('is that of graphology-metrics after Wasserman and Faust, on any net, with more people than are walked from at once too', () => {
    fc.assert(
      fc.property(anyNet, (graph) => {
        assert.ok(areClose(closeness(graph), asListed(graph, libraryCloseness(libraryGraph(graph), { wassermanFaust: true }))));
      }),
    );
  });
});

describe('structural holes', () => {
  it('are those of Borgatti’s seven', () => {
    const graph = graphOfTies(borgatti, 'alone');
    const { constraint, effectiveSize } = structuralHoles(graph);
    // networkx 2.4, algorithms/tests/test_structuralholes.py, there from UCINET and igraph and by hand, for A, C and G; the others by definition.
    assert.deepEqual(listed(graph, constraint), { A: 0.595, B: 0.643, C: 1, D: 0.785, E: 0.731, F: 0.731, G: 0.4, alone: Number.NaN });
    // Borgatti 1997: 4.67 for G; networkx, as above, for A and C; the others by definition.
    assert.deepEqual(listed(graph, effectiveSize), { A: 2.5, B: 1.667, C: 1, D: 1, E: 1, F: 1, G: 4.667, alone: Number.NaN });
  });

  it('are those of Zachary’s karate club', () => {
    const graph = graphOfTies(karate);
    const { constraint, effectiveSize } = structuralHoles(graph);
    // Computed apart from this code, in Python, from the definitions of Burt (1992) and Borgatti (1997).
    assert.deepEqual(
      [1, 2, 12, 33, 34].map((number) => [rounded(constraint[number - 1]), rounded(effectiveSize[number - 1])]),
      [
        [0.155, 13.75],
        [0.28, 6.333],
        [1, 1],
        [0.249, 9.833],
        [0.156, 15.235],
      ],
    );
  });
});

describe('core numbers', () => {
  it('are those of the figure of Batagelj and Zaveršnik', () => {
    const graph = graphOfTies(cores, '21');
    const numbers = [...coreNumbers(graph)];
    assert.deepEqual(numbers, [...Array(8).fill(3), ...Array(8).fill(2), ...Array(4).fill(1), 0]);
  });

  it('are those of Zachary’s karate club', () => {
    // Computed apart from this code, in Python, by taking members away.
    const graph = graphOfTies(karate);
    const withCore = (core: number) => graph.nodes.filter((_, at) => coreNumbers(graph)[at] === core).map(Number);
    assert.deepEqual([withCore(1), withCore(4)], [[12], [1, 2, 3, 4, 8, 9, 14, 31, 33, 34]]);
    assert.equal(withCore(3).length, 12);
  });

  it('hold by definition on any net', () => {
    fc.assert(
      fc.property(anyNet, (graph) => {
        const numbers = coreNumbers(graph);
        for (const node of graph.nodes) assert.equal(numbers[node], coreByPeeling(graph, node));
      }),
      { numRuns: 40 },
    );
  });
});

describe('cohesion', () => {
  it('is that of the published nets', () => {
    // Density of the karate club: 78 of 561 pairs; of the kite: the example of the command line.
    assert.deepEqual(
      [karate, kite].map((ties) => rounded(density(graphOfTies(ties)))),
      [0.139, 0.4],
    );
    assert.deepEqual(
      [karate, kite].map((ties) => rounded(averageDegree(graphOfTies(ties)))),
      [4.588, 3.6],
    );
    assert.equal(reciprocity(modelOfTies(kite)), 1);
  });

  it('is unknown where there is nothing to weigh', () => {
    const [nobody, one] = [modelFrom('team design'), modelFrom('member anna')];
    assert.deepEqual(
      [nobody, one].map((model) => density(collaboration(model))),
      [null, null],
    );
    assert.deepEqual(
      [nobody, one].map((model) => averageDegree(collaboration(model))),
      [null, 0],
    );
    assert.deepEqual([nobody, one].map(reciprocity), [null, null]);
  });

  it('takes a pair for mutual where each is linked to the other, by whatever kind but reports', () => {
    const people = 'member anna\nmember bob\nmember carla\nmember dan\nmember gone { until 2026-01-01 }\n';
    const links = [
      'link anna -> bob advises',
      'link bob -> anna informs',
      'link bob <-> carla',
      'link carla -> bob mentors',
      'link carla -> dan',
      'link carla -> dan informs',
      'link dan -> carla reports',
      'link dan -> dan',
      'link anna -> gone',
      'link gone -> anna',
      'link dan -> anna',
    ];
    assert.equal(reciprocity(modelFrom(people + links.join('\n'))), 2 / 4);
  });
});

describe('the ties of a group', () => {
  it('are those of women and men in White’s kinship, for E–I too', () => {
    const { women, men, ties } = kinship;
    const members = [...women.map((name) => `${name} { team design }`), ...men.map((name) => `${name} { team others }`)];
    const model = modelFrom(`team others\n${textOfTies(ties, ...members)}`);
    const [ofWomen, ofMen] = [teamTies(model, team(model, 'design')), teamTies(model, team(model, 'others'))];
    assert.deepEqual([ofWomen.internal, ofMen.internal, ofWomen.external, ofMen.external], [6, 7, 9, 9]);
    // netseg 1.0 (Bojanowski & Corten 2014): ei(WhiteKinship, "gender") is −0.1818182, for the net of both groups.
    const internal = ofWomen.internal + ofMen.internal;
    assert.equal(((ofWomen.external - internal) / (ofWomen.external + internal)).toFixed(7), '-0.1818182');
    // Of five among ten, 25 pairs lie across and 10 within.
    assert.deepEqual([ofWomen.ei, ofMen.ei, ofWomen.chance], [3 / 15, 2 / 16, 15 / 35]);
  });
});

describe('brokers', () => {
  it('have a share of the betweenness: Heather of the kite more than a quarter', () => {
    // 14 of the 44 that the figures of networkx sum up to.
    const graph = graphOfTies(kite);
    assert.deepEqual(
      brokersOf(graph, 0.25, () => false)?.map(({ node, share }) => [graph.nodes[node], rounded(share)]),
      [['heather', 0.318]],
    );
  });

  it('are those whose share reaches the limit, whatever of it was proved without following a path', () => {
    fc.assert(
      fc.property(anyNet, fc.constantFrom(0.05, 0.1, 0.2, 0.25, 0.4, 0.8), (graph, limit) => {
        const values = betweenness(graph);
        const sum = values.reduce((total, value) => total + value, 0);
        const expected = graph.nodes.filter((node) => sum > 0 && (values[node] ?? 0) / sum >= limit - 1e-9);
        assert.deepEqual(
          brokersOf(graph, limit, () => false)?.map(({ node }) => node),
          expected,
        );
      }),
      { numRuns: 300 },
    );
  });

  it('are not looked for path by path where everyone is linked to a few at random', () => {
    const count = 400;
    const pairs = Array.from({ length: count * 4 }, (_, at): [number, number] => [
      at % count,
      (at * 97 + Math.floor(at / count) * 31) % count,
    ]);
    let asked = 0;
    const brokers = brokersOf(netOf(count, pairs), 0.25, () => ++asked > 0);
    assert.deepEqual([brokers, asked], [[], 0]);
  });

  it('are not known where nobody waits for them', () => {
    assert.equal(
      brokersOf(graphOfTies('1-2 2-3 3-4 4-5 5-6 6-7'), 0.25, () => true),
      null,
    );
  });
});

describe('the edges of a net', () => {
  it('stay what they are while a model is edited elsewhere, so that nothing is computed again', () => {
    const text = 'member anna\nmember bob\nmember carla\nlink anna -> bob\n';
    const edges = (more: string) => adjacency(collaboration(modelFrom(text + more)));
    assert.equal(edges(''), edges('task talks { assigned anna }'));
    assert.notEqual(edges(''), edges('link bob -> carla'));
    assert.deepEqual([...edges('link bob -> carla').ends], [1, 0, 2, 1]);
  });
});

const anyNet = fc
  .tuple(fc.integer({ min: 1, max: 45 }), fc.array(fc.tuple(fc.nat(44), fc.nat(44)), { maxLength: 90 }))
  .map(([count, pairs]) => netOf(count, pairs));

function netOf(count: number, pairs: readonly (readonly [number, number])[]): Graph<number> {
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

function libraryGraph({ nodes, neighbours }: Graph<number>): UndirectedGraph {
  const graph = new UndirectedGraph();
  for (const node of nodes) graph.addNode(node);
  for (const [a, row] of neighbours.entries()) for (const b of row) if (a < b) graph.addEdge(a, b);
  return graph;
}

function asListed({ nodes }: Graph<number>, values: Readonly<Record<string, number>>): readonly number[] {
  return nodes.map((node) => values[node] ?? Number.NaN);
}

/** The highest k for which `node` is left when all with fewer than k neighbours are taken away, again and again. */
function coreByPeeling({ nodes, neighbours }: Graph<number>, node: number): number {
  for (let core = 1; ; core++) {
    let left = new Set(nodes);
    for (let before = -1; before !== left.size; ) {
      before = left.size;
      const staying = left;
      left = new Set([...left].filter((each) => (neighbours[each] ?? []).filter((other) => staying.has(other)).length >= core));
    }
    if (!left.has(node)) return core - 1;
  }
}

/** By name, of the kite and the like: betweenness ÷ pairs of others. */
function normalised(ties: string): Readonly<Record<string, number>> {
  const others = graphOfTies(ties).nodes.length - 1;
  return named(ties, (graph) => betweenness(graph).map((value) => value / ((others * (others - 1)) / 2)));
}

function named(ties: string, measure: (graph: Graph<string>) => Float64Array): Readonly<Record<string, number>> {
  const graph = graphOfTies(ties);
  return listed(graph, measure(graph));
}

function listed({ nodes }: Graph<string>, values: Float64Array): Readonly<Record<string, number>> {
  return Object.fromEntries(nodes.map((name, at) => [name, rounded(values[at])]));
}

function rounded(value: number | null | undefined): number {
  return Math.round((value ?? Number.NaN) * 1000) / 1000;
}

function areClose(values: ArrayLike<number>, expected: readonly number[]): boolean {
  return values.length === expected.length && expected.every((each, at) => Math.abs(each - (values[at] ?? Number.NaN)) < 1e-9);
}
