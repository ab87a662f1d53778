import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Snapshot, type SourceFile } from '../server/src/model/snapshot';
import { addDeclaration, addProperties, addValue, quotedTitle, replaceValues } from '../server/src/planning/edits';
import type { Declaration } from '../server/src/syntax/tree';
import { applyEdits, asOne, changedEdit, type Edit } from '../server/src/text/edit';

/** `text` after the edits that `edit` makes to its first declaration, or the one of that number. */
function changed(text: string, edit: (file: SourceFile, declaration: Declaration) => readonly Edit[], number = 0): string {
  const file = Snapshot.of([['a.collab', text]]).files.get('a.collab');
  const declaration = file?.tree.declarations[number];
  assert.ok(file && declaration);
  return applyEdits(text, edit(file, declaration));
}

const assign = (file: SourceFile, task: Declaration) => addProperties(file, task, [{ word: 'assigned', text: 'assigned anna' }]);

describe('edits', () => {
  const added: readonly (readonly [title: string, before: string, after: string])[] = [
    ['a header alone', 'task a "A"', 'task a "A" { assigned anna }'],
    ['a header with a comment behind it', 'task a // soon\ntask b', 'task a { assigned anna } // soon\ntask b'],
    ['an empty block', 'task a {}', 'task a { assigned anna }'],
    ['a block of white space', 'task a { }', 'task a { assigned anna }'],
    ['an empty block of two lines', 'task a {\n}', 'task a {\n  assigned anna\n}'],
    ['a block of one line', 'task a { effort 2d }', 'task a { effort 2d assigned anna }'],
    ['a block of one line, before what stands after', 'task a { uses lab }', 'task a { assigned anna uses lab }'],
    ['no white space behind the brace', 'task a {uses lab}', 'task a { assigned anna uses lab}'],
    ['lines that end in CRLF', 'task a {\r\n  effort 2d\r\n}\r\n', 'task a {\r\n  effort 2d\r\n  assigned anna\r\n}\r\n'],
    ['lines that end in CR', 'task a {\r  effort 2d\r}\r', 'task a {\r  effort 2d\r  assigned anna\r}\r'],
    ['tabs', 'task a {\n\teffort 2d\n}', 'task a {\n\teffort 2d\n\tassigned anna\n}'],
    ['tabs elsewhere in the file', 'task a {\n}\ntask b {\n\teffort 2d\n}', 'task a {\n\tassigned anna\n}\ntask b {\n\teffort 2d\n}'],
    ['an indented declaration', '    task a {\n    }', '    task a {\n      assigned anna\n    }'],
    ['a comment at the end of the line', 'task a {\n  effort 2d // net\n}', 'task a {\n  effort 2d // net\n  assigned anna\n}'],
    ['a comment over two lines', 'task a {\n  effort 2d /* net\n  */\n}', 'task a {\n  effort 2d /* net\n  */\n  assigned anna\n}'],
    [
      'two properties on a line',
      'task a {\n  from 2026-04-13 due 2026-05-08\n  uses lab\n}',
      'task a {\n  from 2026-04-13 due 2026-05-08\n  assigned anna\n  uses lab\n}',
    ],
    [
      'a text over several lines',
      'task a {\n  about """\n    Why.\n  """\n}',
      'task a {\n  about """\n    Why.\n  """\n  assigned anna\n}',
    ],
    ['the brace on the line of the last property', 'task a {\n  effort 2d }', 'task a {\n  effort 2d assigned anna }'],
    [
      'a first property on the line of the brace',
      'task a { effort 2d\n  uses lab\n}',
      'task a { effort 2d\n  assigned anna\n  uses lab\n}',
    ],
    ['a block that is not closed', 'task a {\n  effort 2d\n', 'task a {\n  effort 2d\n  assigned anna\n'],
  ];
  for (const [title, before, expected] of added) {
    it(`put a property into ${title}`, () => assert.equal(changed(before, assign), expected));
  }

  it('put several properties each in its place', () => {
    const add = (file: SourceFile, node: Declaration) =>
      addProperties(file, node, [
        { word: 'measure', text: 'measure "M"' },
        { word: 'to', text: 'to 2026-06-30' },
        { word: 'owner', text: 'owner anna' },
      ]);
    assert.equal(
      changed('intervention i {\n  about "A"\n  from 2026-04-20\n  status active\n}', add),
      'intervention i {\n  about "A"\n  owner anna\n  from 2026-04-20 to 2026-06-30\n  measure "M"\n  status active\n}',
    );
    assert.equal(changed('intervention i', add), 'intervention i {\n  owner anna\n  to 2026-06-30\n  measure "M"\n}');
    assert.equal(changed('intervention i {}', add), 'intervention i { owner anna to 2026-06-30 measure "M" }');
  });

  it('break a block that would be too wide for one line', () => {
    const title = 'x'.repeat(90);
    assert.equal(changed(`task a "${title}"`, assign), `task a "${title}" {\n  assigned anna\n}`);
  });

  it('put a value behind the last of a list', () => {
    const add = (file: SourceFile, task: Declaration) => addValue(file, task, 'with', 'zoe');
    assert.equal(changed('task a { with adam // for now\n}', add), 'task a { with adam, zoe // for now\n}');
    assert.equal(changed('task a { with adam with ines inform }', add), 'task a { with adam with ines inform, zoe }');
    assert.equal(changed('task a { assigned anna }', add), 'task a { assigned anna with zoe }');
  });

  it('put values in the place of all, and keep the comments', () => {
    const put = (file: SourceFile, task: Declaration) => replaceValues(file, task, 'assigned', ['zoe', 'adam 40%']);
    assert.equal(changed('task a { assigned anna 60%, bob }', put), 'task a { assigned zoe, adam 40% }');
    assert.equal(changed('task a { assigned anna, /* why */ bob }', put), 'task a { assigned zoe, adam 40% /* why */ }');
    assert.equal(changed('task a {\n  assigned anna, // why\n    bob }', put), 'task a {\n  assigned zoe, adam 40% // why\n   }');
    assert.equal(
      changed('task a {\n  assigned anna, // one\n    bob, // two\n    eva\n}', put),
      'task a {\n  assigned zoe, adam 40% /* one */ // two\n}',
    );
    assert.equal(
      changed('task a {\n  assigned anna\n  effort 2d\n  assigned bob\n}', put),
      'task a {\n  assigned zoe, adam 40%\n  effort 2d\n}',
    );
    assert.equal(changed('task a', put), 'task a { assigned zoe, adam 40% }');
  });

  const declared: readonly (readonly [title: string, before: string, text: string, after: string])[] = [
    ['the last one', 'member a\n', 'task b', 'member a\n\ntask b\n'],
    ['one without a line end', 'member a', 'task b', 'member a\n\ntask b'],
    ['one with a comment behind it', 'member a // here\n', 'task b', 'member a // here\n\ntask b\n'],
    ['one with another right below', 'member a\nmember c\n', 'task b {\n  for x\n}', 'member a\n\ntask b {\n  for x\n}\n\nmember c\n'],
    ['one with another on its line', 'member a member c\n', 'task b', 'member a\n\ntask b\n member c\n'],
    ['a link, a link', 'link a -> b\nlink c -> d\n', 'link b -> a', 'link a -> b\nlink b -> a\nlink c -> d\n'],
    ['a member, a link', 'member a\nmember c\n', 'link b -> a', 'member a\n\nlink b -> a\n\nmember c\n'],
    ['one in CRLF', 'member a\r\n', 'task b {\n}', 'member a\r\n\r\ntask b {\r\n}\r\n'],
  ];
  for (const [title, before, text, expected] of declared) {
    it(`put a declaration below ${title}`, () =>
      assert.equal(
        changed(before, (file, node) => [addDeclaration(file, node, text)]),
        expected,
      ));
  }

  it('write a text as a title', () => {
    assert.equal(quotedTitle('Say "no" \\ twice\nnow'), '"Say \\"no\\" \\\\ twice\\nnow"');
  });
});

describe('edits as one', () => {
  it('do what they did, in the least of the text that holds them all', () => {
    const text = 'assigned hugo 70%, élodie 30% // kept';
    const edits = [
      { span: { start: 26, end: 28 }, text: '10' },
      { span: { start: 14, end: 16 }, text: '90' },
    ];
    const one = asOne(text, edits);
    assert.deepEqual(one, { span: { start: 14, end: 28 }, text: '90%, élodie 10' });
    assert.equal(applyEdits(text, [one]), applyEdits(text, edits));
    const twice = [
      { span: { start: 3, end: 3 }, text: 'a' },
      { span: { start: 3, end: 3 }, text: 'b' },
    ];
    assert.deepEqual(asOne(text, twice), { span: { start: 3, end: 3 }, text: 'ab' });
  });
});

describe('what changed between two texts', () => {
  it('is one stretch, which splits no character', () => {
    assert.equal(changedEdit('same', 'same'), null);
    assert.deepEqual(changedEdit('anna, bob', 'anna, carl, bob'), { span: { start: 6, end: 6 }, text: 'carl, ' });
    assert.deepEqual(changedEdit('a\u{1F600}b', 'a\u{1F601}b'), { span: { start: 1, end: 3 }, text: '\u{1F601}' });
    assert.deepEqual(changedEdit('\u{1F600}', '\u{1FA00}'), { span: { start: 0, end: 2 }, text: '\u{1FA00}' });
  });

  it('makes one of the other, whatever they are', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\u{1F600}', '\u{1F601}', '\n') });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const edit = changedEdit(before, after);
        assert.equal(edit ? applyEdits(before, [edit]) : before, after);
        const { start = 0, end = 0 } = edit?.span ?? {};
        for (const part of [before.slice(0, start), before.slice(end), edit?.text ?? '']) assert.ok(part.isWellFormed());
      }),
    );
  });
});
