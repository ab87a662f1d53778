import assert from 'node:assert/strict';
import { unconfigured } from '../../server/src/config/parse';
import { dayOf } from '../../server/src/model/calendar';
import { Snapshot } from '../../server/src/model/snapshot';
import { checkProject } from '../../server/src/rules/check';
import { print } from '../../server/src/syntax/print';
import { generateWithBroker } from './broker';
import { generate, lineCount, type Size, sizes } from './generate';

const small: Size = { files: 12, lines: 900, members: 50, links: 150, tasks: 60 };

describe('the generator of large projects', () => {
  it('gives the same bytes for the same size and seed', () => {
    assert.deepEqual([...generate(small, 7)], [...generate(small, 7)]);
    assert.notDeepEqual([...generate(small, 7)], [...generate(small, 8)]);
  });

  for (const [name, size] of [
    ['S', sizes.S],
    ['a size of one’s own', small],
    ['no task and no link', { ...small, links: 0, tasks: 0 }],
  ] as const) {
    it(`gives what the size says: ${name}`, () => {
      const files = generate(size);
      const text = [...files.values()].join('');
      assert.equal(files.size, size.files);
      assert.equal(declared(text, 'member'), size.members);
      assert.equal(declared(text, 'link'), size.links);
      assert.equal(declared(text, 'task'), size.tasks);
      const lines = lineCount(text);
      assert.ok(Math.abs(lines - size.lines) <= size.lines * 0.05, `${lines} lines for ${size.lines}`);
    });
  }

  it('says what it means: no `model/` finding, but for competencies that nobody needs', () => {
    const { findings } = checkProject(Snapshot.of(generate(sizes.S)), unconfigured, dayOf('2026-04-10') ?? 0);
    assert.deepEqual(
      findings.map(({ rule }) => rule.name).filter((name) => name.startsWith('model/') && name !== 'model/unused-competency'),
      [],
    );
    assert.notEqual(findings.length, 0);
  });

  it('writes the canonical layout', () => {
    for (const [path, text] of generate(sizes.S)) assert.equal(print(text), text, path);
  });

  it('declares every name once', () => {
    const text = [...generate(sizes.S).values()].join('');
    const names = [
      ...text.matchAll(/^ *(?:competency|team|member|client|stakeholder|need|resource|task|assessment|pitfall|intervention) (\S+) "/gm),
    ];
    assert.equal(new Set(names.map(([, name]) => name)).size, names.length);
  });

  it('makes teams of 5 to 12 people', () => {
    const text = [...generate(sizes.S).values()].join('');
    const people = new Map<string, number>();
    for (const [, team] of text.matchAll(/^member [^{]*\{\s*team (\S+)/gm)) people.set(team ?? '', (people.get(team ?? '') ?? 0) + 1);
    assert.ok(
      [...people.values()].every((count) => count >= 5 && count <= 12),
      JSON.stringify([...people]),
    );
  });

  it('keeps most links inside a team', () => {
    const text = [...generate({ ...sizes.S, links: 300 }).values()].join('');
    const team = new Map([...text.matchAll(/^member (\S+) [^{]*\{\s*team (\S+)/gm)].map(([, member, itsTeam]) => [member, itsTeam]));
    const links = [...text.matchAll(/^link (\S+) <?-> (\S+)/gm)];
    const inside = links.filter(([, from, to]) => team.has(from) && team.get(from) === team.get(to)).length;
    assert.ok(inside > links.length * 0.6 && inside < links.length * 0.95, `${inside} of ${links.length}`);
  });

  it('puts somebody between all teams where that is asked for', () => {
    const size: Size = { files: 60, lines: 5_000, members: 450, links: 1_300, tasks: 100 };
    const files = generateWithBroker(size);
    const text = [...files.values()].join('');
    assert.deepEqual([files.size, declared(text, 'member'), declared(text, 'link')], [size.files, size.members, size.links]);
    const { findings } = checkProject(Snapshot.of(files), unconfigured, dayOf('2026-04-10') ?? 0);
    const broker = findings.find(({ rule }) => rule.name === 'network/dominant-broker');
    assert.deepEqual(broker?.found.subjects, ['member:in-the-middle']);
  });

  it('refuses figures that do not go together', () => {
    assert.throws(() => generate({ ...small, files: 5 }), /5 files are too few for 50 members/);
    assert.throws(() => generate({ ...small, members: 10 }), /10 members are too few for 12 files/);
    assert.throws(() => generate({ ...small, links: 100_000 }), /too few people for \d+ different links/);
  });
});

function declared(text: string, word: string): number {
  return text.split('\n').filter((line) => line.startsWith(`${word} `)).length;
}
