import assert from 'node:assert/strict';
import { excerptOf } from '../../server/src/cli/excerpt';
import { LineIndex } from '../../server/src/text/lineIndex';

/** The line and the carets under `place`, as a terminal shows them. */
function drawn(text: string, place: string, offset = 0): string {
  const start = text.indexOf(place) + offset;
  const { line, text: shown, before, width } = excerptOf(new LineIndex(text), { start, end: start + place.length - offset });
  return `${line}|${shown}\n${line}|${' '.repeat(before)}${'^'.repeat(width)}`;
}

describe('the line of a finding', () => {
  it('is underlined at the place', () => {
    assert.equal(drawn('member anna\r\nmember bob\r\n', 'bob'), '2|member bob\n2|       ^^^');
  });

  it('counts columns as a terminal does', () => {
    assert.equal(drawn('\tteam web { lead bob }', 'bob'), '1|  team web { lead bob }\n1|                  ^^^');
    assert.equal(drawn('team "田中" { lead bob }', 'bob'), '1|team "田中" { lead bob }\n1|                   ^^^');
    assert.equal(drawn('lead e\u0301lodie, 田中', 'e\u0301lodie'), '1|lead e\u0301lodie, 田中\n1|     ^^^^^^');
    assert.equal(drawn('lead 👩🏽‍💻, 田中', '田中'), '1|lead 👩🏽‍💻, 田中\n1|         ^^^^');
  });

  it('shows at least one caret, also at the end', () => {
    const end = excerptOf(new LineIndex('member'), { start: 6, end: 6 });
    assert.deepEqual(end, { line: 1, text: 'member', before: 6, width: 1 });
    assert.deepEqual(excerptOf(new LineIndex(''), { start: 0, end: 0 }), { line: 1, text: '', before: 0, width: 1 });
  });

  it('ends with its line where the place goes on', () => {
    assert.equal(drawn('member anna {\n  role "x"\n}\n', '{\n  role "x"\n}'), '1|member anna {\n1|            ^');
  });

  it('is only what is around the place where it is long', () => {
    const long = `${'a'.repeat(500)} bob ${'b'.repeat(500)}`;
    assert.equal(drawn(long, 'bob'), `1|…${'a'.repeat(39)} bob ${'b'.repeat(76)}…\n1|${' '.repeat(41)}^^^`);
    assert.equal(drawn(`bob ${'b'.repeat(500)}`, 'bob'), `1|bob ${'b'.repeat(116)}…\n1|^^^`);
    assert.equal(drawn(`${'a'.repeat(500)} bob\nnext`, 'bob'), `1|…${'a'.repeat(39)} bob\n1|${' '.repeat(41)}^^^`);
    const wide = excerptOf(new LineIndex('x'.repeat(1000)), { start: 100, end: 900 });
    assert.deepEqual([wide.before, wide.width, wide.text.length], [41, 80, 122]);
  });

  it('never cuts a character in half', () => {
    const text = '😀'.repeat(300);
    for (const start of [100, 101, 250, 251]) {
      const excerpt = excerptOf(new LineIndex(text), { start, end: start + 2 });
      assert.doesNotMatch(excerpt.text.replaceAll('😀', ''), /[\uD800-\uDFFF]/);
    }
  });

  it('shows what would act on the terminal, and does not obey it', () => {
    const excerpt = excerptOf(new LineIndex('a\u001b[31mred\u0007\u202Eback\u009b'), { start: 1, end: 2 });
    assert.deepEqual(excerpt, { line: 1, text: 'a␛[31mred␇\uFFFDback\uFFFD', before: 1, width: 1 });
  });
});
