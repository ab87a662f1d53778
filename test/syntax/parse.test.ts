import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from '../../server/src/syntax/parse';
import type { Declaration, Item, Tree } from '../../server/src/syntax/tree';
import { topKinds, wordsOf } from '../../server/src/syntax/vocabulary';

const words = [...topKinds, ...topKinds.flatMap((kind) => [...wordsOf(kind)])];
const pieces = [
  ...words,
  '{',
  '}',
  ',',
  '.',
  '->',
  '<->',
  '"',
  '"title"',
  '"""',
  '“',
  '»',
  '//',
  '/*',
  '*/',
  '\n',
  '\r\n',
  ' ',
  '\u00A0',
  'anna',
  'équipe-2',
  'acme.need',
  'network/silo',
  '4',
  '60%',
  '2,5d',
  '2026-04-02',
  '2026-4-2',
  '§',
  '\\',
  '-',
  '\u{1F600}',
  'e\u0301lodie',
];

describe('any text', () => {
  it('is read without a failure, every place inside it', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((list) => list.join(' ')),
        ),
        (text) => {
          const tree = parse(text);
          for (const { span } of tree.problems)
            assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length, `problem at ${span.start}–${span.end}`);
          for (const declaration of tree.declarations) assertNested(declaration, 0, text.length);
          assertInOrder(tree);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('gives the same tree whatever ends its lines and however it is spaced', () => {
    fc.assert(
      fc.property(fc.constantFrom('\r\n', '\r', '\n\n\n', '\n\t', '\u2003\n'), (space) => {
        assert.deepEqual(meaning(parse(sample.replaceAll('\n', space))), meaning(parse(sample)));
      }),
    );
  });

  it('keeps names in NFC, and places as the text stands', () => {
    const { declarations, problems } = parse('member e\u0301lodie "É"\nteam t { lead \u00E9lodie }');
    assert.deepEqual(problems, []);
    assert.equal(declarations[0]?.name?.text, '\u00E9lodie');
    assert.deepEqual([declarations[0]?.name?.start, declarations[0]?.name?.end], [7, 14]);
    const lead = declarations[1]?.items[0];
    assert.equal(lead?.type === 'property' ? lead.entries[0]?.ref?.name?.text : '', '\u00E9lodie');
  });
});

describe('enormous and broken texts', function () {
  this.timeout(20_000);

  const most = 5_000_000;
  const cases: readonly (readonly [what: string, text: string, problems: number, declarations: number])[] = [
    ['nothing', '', 0, 0],
    ['white space', ' \t\u00A0\r\n', 0, 0],
    ['a name of a million letters', `member ${'a'.repeat(1_000_000)}`, 0, 1],
    ['a title of a million letters', `member a "${'x'.repeat(1_000_000)}"`, 0, 1],
    ['an unclosed title of a million letters', `member a "${'x'.repeat(1_000_000)}`, 1, 1],
    ['10,000 open braces', '{'.repeat(10_000), 1, 0],
    ['10,000 nested braces in a declaration', `member a ${'{'.repeat(10_000)}${'}'.repeat(10_000)} member b`, 1, 2],
    ['a million characters that mean nothing', '§'.repeat(1_000_000), 1, 0],
    ['200,000 values in one list', `member a { has ${'b 3, '.repeat(200_000)}b 3 }`, 0, 1],
    ['five megabytes of members', 'member anna "Anna" { role "x" }\n'.repeat(Math.floor(most / 32)), 0, Math.floor(most / 32)],
    ['bytes that are no text', `member a\0${'\u0001'.repeat(1000)}`, 1, 0],
  ];
  for (const [what, text, problems, declarations] of cases) {
    it(`${what}: ${problems} problem(s), ${declarations} declaration(s)`, () => {
      const tree = parse(text);
      assert.equal(tree.problems.length, problems);
      assert.equal(tree.declarations.length, declarations);
    });
  }
});

const sample = `organization x "X" {
history "a"
}
member a "A" {
role "R"
has b 3 ,
c expert
away 2026-01-02 to 2026-01-03
}
link a
<->
b weekly
`;

function assertNested(item: Item, start: number, end: number): void {
  assert.ok(start <= item.start && item.start <= item.end && item.end <= end, `${item.type} ${item.start}–${item.end} in ${start}–${end}`);
  if (item.type === 'declaration') for (const inner of item.items) assertNested(inner, item.start, item.end);
  else for (const entry of item.entries) assert.ok(item.start <= entry.start && entry.start <= entry.end && entry.end <= item.end);
}

function assertInOrder({ declarations, comments, problems }: Tree): void {
  for (const list of [declarations, comments, problems.map(({ span }) => span)]) {
    for (const [index, item] of list.entries()) assert.ok(index === 0 || (list[index - 1]?.start ?? 0) <= item.start);
  }
}

function meaning(tree: Tree): unknown {
  const places = new Set(['start', 'end', 'keyword', 'block', 'perWeek']);
  return JSON.parse(
    JSON.stringify(tree.declarations satisfies readonly Declaration[], (key, value: unknown) => (places.has(key) ? undefined : value)),
  );
}
