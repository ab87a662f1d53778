import assert from 'node:assert/strict';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { parse } from '../../server/src/syntax/parse';
import { print } from '../../server/src/syntax/print';
import { formatEdits } from '../../server/src/syntax/printEdits';
import { applyEdits } from '../../server/src/text/edit';
import { type Case, fencesOf, readCases, writeCase } from '../harness/markdown';

const casesFile = 'test/cases/syntax/print.md';

describe('the canonical layout', () => {
  const { head, cases } = readCases(readFileSync(casesFile, 'utf8'));
  const answered = process.env.UPDATE === '1' ? cases.map(formattedAnew) : cases;
  if (answered !== cases) writeFileSync(casesFile, head + answered.map(writeCase).join(''));

  for (const each of answered) {
    it(each.title, () => {
      const [before, formatted] = [bodyOf(each, 'collab'), bodyOf(each, 'formatted')];
      assert.deepEqual(parse(before).problems, []);
      assert.equal(print(before), formatted);
      assert.equal(print(formatted), formatted);
      assert.equal(applyEdits(before, formatEdits(before)), formatted);
    });
  }

  for (const file of globSync('samples/{lumiere,northwind-ops}/*.collab').sort()) {
    it(`is that of ${file}`, () => {
      const text = readFileSync(file, 'utf8');
      assert.equal(print(text), text);
    });
  }

  describe('line ends', () => {
    it('stay those of most lines', () => {
      assert.equal(print('team a\r\n\r\n\r\nteam b\nmember c\r\n'), 'team a\r\n\r\nteam b\r\nmember c\r\n');
      assert.equal(print('team a\rteam b'), 'team a\rteam b\r');
      assert.equal(print('team a\nteam b\r\n'), 'team a\nteam b\n');
      assert.equal(print('team a'), 'team a\n');
    });

    it('are the same in text blocks and comments', () => {
      const text = 'client a {\r\n  about """\r\n    One\n    two\r\n  """\r\n  /* three\n     four */\r\n}\r\n';
      assert.equal(print(text), 'client a {\r\n  about """\r\n    One\r\n    two\r\n  """\r\n  /* three\r\n     four */\r\n}\r\n');
    });

    it('of a file that is laid out already, with \\r\\n, stay untouched', () => {
      assert.deepEqual(formatEdits('team a\r\n\r\ntask b {\r\n  effort 2d\r\n}\r\n'), []);
    });
  });

  it('has no byte-order mark', () => {
    assert.equal(print('\ufeffteam a'), 'team a\n');
  });

  it('takes every Unicode space for one', () => {
    assert.equal(print('team\u00a0a\u202f\u2003"A"\t{\u3000lead\u2028b }'), 'team a "A" { lead b }\n');
    assert.equal(print('task a { assigned b 60\u00a0% }'), 'task a { assigned b 60% }\n');
  });

  it('of nothing is nothing', () => {
    assert.equal(print(''), '');
    assert.equal(print('\ufeff \r\n\t\n'), '');
  });

  it('fills 100 columns and no more, counted in UTF-16 units', () => {
    const line = (length: number): string => `need a "${'x'.repeat(length - 27)}" { priority high }`;
    const around = (need: string): string => `client c {\n  ${need}\n}\n`;
    assert.equal(line(98).length, 98);
    assert.equal(print(around(line(98))), around(line(98)));
    assert.equal(print(around(line(99))), around(line(99).replace('{ priority high }', '{\n    priority high\n  }')));
    const emoji = line(98).replace('xx', '😀');
    assert.equal(print(around(emoji)), around(emoji));
  });

  it('is kept from a file with a syntax error', () => {
    const text = 'team  a\n\n\nmember b { role }';
    assert.equal(print(text), text);
    assert.deepEqual(formatEdits(text), []);
  });
});

describe('the edits that format a file', () => {
  it('are of the lines that change, each for itself', () => {
    const text = 'team a\n\n\n\nteam  b\n\nmember c {\n  role "C"\n    team a\n}\n';
    assert.deepEqual(formatEdits(text), [
      { span: { start: 8, end: 10 }, text: '' },
      { span: { start: 10, end: 18 }, text: 'team b\n' },
      { span: { start: 41, end: 52 }, text: '  team a\n' },
    ]);
  });

  it('break a line', () => {
    assert.deepEqual(formatEdits('team a team b\nteam c\n'), [{ span: { start: 0, end: 14 }, text: 'team a\nteam b\n' }]);
  });

  it('put a link in order without touching its neighbours', () => {
    assert.deepEqual(formatEdits('link a -> b\nlink a -> c weekly mentors\nlink a -> d\n'), [
      { span: { start: 12, end: 39 }, text: 'link a -> c mentors weekly\n' },
    ]);
  });
});

describe('formatting', () => {
  it('takes less than a second for a file of 10,000 lines', () => {
    const member = '"M" {\n\n role "R"\n  team a,b\n has c 3 , d 4 // why\n\n\n /* e */\n from 2026-01-01\n until 2026-12-31\n}\n';
    const text = Array.from({ length: 1000 }, (_, index) => `member m${index}  ${member}`).join('');
    assert.ok(text.split('\n').length > 10_000);
    assert.ok(formattingTime(text) < 1000);
  });

  const huge = {
    'a list': `member a { has ${Array.from({ length: 90_000 }, (_, index) => `skill${index} 3`).join(',')} }`,
    links: 'link a <-> b since 2026-01-15 weekly '.repeat(28_000),
    'comments before a brace': `team a\n${'/* b */ '.repeat(130_000)}\n{ lead c }`,
    'blank lines': `team a${'\n'.repeat(1_000_000)}team b`,
    'a title': `team a  "${'b'.repeat(1_000_000)}"`,
  };
  for (const [what, text] of Object.entries(huge)) {
    it(`takes less than three seconds for a megabyte of ${what}`, () => assert.ok(formattingTime(text) < 3000));
  }
});

/** Milliseconds of processor time, parsing not counted; other work of the machine does not change them much. */
function formattingTime(text: string): number {
  const tree = parse(text);
  assert.deepEqual(tree.problems, []);
  const start = process.cpuUsage();
  assert.ok(formatEdits(text, tree).length > 0);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function bodyOf(each: Case, language: string): string {
  const [fence] = fencesOf(each, language);
  if (!fence) throw new Error(`The case “${each.title}” has no fence ${language}.`);
  return fence.body;
}

function formattedAnew(each: Case): Case {
  const body = print(bodyOf(each, 'collab'));
  return {
    ...each,
    pieces: each.pieces.map((piece) => (typeof piece !== 'string' && piece.language === 'formatted' ? { ...piece, body } : piece)),
  };
}
