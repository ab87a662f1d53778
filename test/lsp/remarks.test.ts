import assert from 'node:assert/strict';
import type { Remark } from '../../server/src/lsp/analysisMessages';
import { Remarks } from '../../server/src/lsp/remarks';

const before = 'member anna\nteam web { lead anna }\n';

/** A finding where `found` stands first in `text`; of a rule that needs the whole model, where no other is named. */
function remarkOn(text: string, found: string, rule = 'network/silo'): Remark {
  const start = text.indexOf(found);
  assert.notEqual(start, -1);
  return { rule, severity: 'warning', span: { start, end: start + found.length }, message: rule, related: [], unnecessary: false };
}

describe('remarks', () => {
  const analysed = (...remarks: readonly Remark[]): Remarks => {
    const all = new Remarks();
    all.take([{ file: 'a.collab', remarks }], () => before);
    return all;
  };
  const shown = (remarks: Remarks, text: string): readonly string[] =>
    remarks.on('a.collab', text).map(({ rule, span }) => `${rule} ${text.slice(span.start, span.end)}`);

  for (const [what, after, expected] of [
    ['nothing', before, ['network/silo web']],
    ['a line before', `// one more\n${before}`, ['network/silo web']],
    ['right before', before.replace('web', 'the-web'), ['network/silo web']],
    ['right behind', before.replace('web', 'webb'), ['network/silo web']],
    ['in the middle', before.replace('web', 'woeb'), ['network/silo woeb']],
    ['behind', before.replace('lead anna', ''), ['network/silo web']],
    ['its end away', before.replace('eb { lead', ''), ['network/silo w']],
    ['all of it away', before.replace(' web {', ''), []],
    ['everything away', '', []],
  ] as const) {
    it(`move along when one types ${what}`, () => assert.deepEqual(shown(analysed(remarkOn(before, 'web')), after), expected));
  }

  it('on a place without length move along too', () => {
    const remark = { ...remarkOn(before, 'team'), span: { start: before.length, end: before.length } };
    assert.deepEqual(analysed(remark).on('a.collab', `//\n${before}`)[0]?.span, { start: before.length + 3, end: before.length + 3 });
  });

  it('of the text itself take the place of older ones, and those of the whole model stay', () => {
    const text = `${before}//\n`;
    const remarks = analysed(remarkOn(before, 'web'), remarkOn(before, 'anna', 'model/unknown-name'));
    remarks.takeOwn('a.collab', text, [remarkOn(text, 'lead', 'model/syntax')]);
    assert.deepEqual(shown(remarks, text), ['network/silo web', 'model/syntax lead']);
  });

  it('of the text itself are out of date once that text has been analysed, even if nothing new is said', () => {
    const text = `${before}//\n`;
    const remarks = analysed();
    remarks.takeOwn('a.collab', text, [remarkOn(text, 'anna', 'model/unknown-name')]);
    assert.deepEqual(shown(remarks, text), ['model/unknown-name anna']);
    assert.deepEqual([...remarks.take([], () => text)], ['a.collab']);
    assert.deepEqual(shown(remarks, text), []);
  });

  it('of a text that is no longer there are not shown on another', () => {
    const remarks = analysed(remarkOn(before, 'web'));
    remarks.takeOwn('a.collab', `${before}//\n`, [remarkOn(before, 'anna', 'model/unknown-name')]);
    assert.deepEqual(shown(remarks, before), ['network/silo web']);
  });
});
