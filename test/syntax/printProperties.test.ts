import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from '../../server/src/syntax/parse';
import { print } from '../../server/src/syntax/print';
import { formatEdits } from '../../server/src/syntax/printEdits';
import { endOf, tokenize } from '../../server/src/syntax/tokens';
import type { Declaration, Item, Tree } from '../../server/src/syntax/tree';
import { applyEdits } from '../../server/src/text/edit';
import { anyModels } from './printModels';

const linkOrder = [
  'collaborates advises informs mentors reports liaises',
  'daily weekly monthly quarterly rarely',
  'strength',
  'strained',
  'in',
  'since',
  'about',
].map((words) => words.split(' '));

const seed = 20261123;

describe('the canonical layout of any model', () => {
  it('is made of models without a syntax error', () => {
    holds('unordered', (text) =>
      assert.deepEqual(
        parse(text).problems.map(({ message, span }) => `${message.en}: ${text.slice(span.start, span.end)}`),
        [],
      ),
    );
  });

  it('is its own layout', () => {
    holds('unordered', (text) => assert.equal(print(print(text)), print(text)));
  });

  it('says the same', () => {
    holds('unordered', (text) => assert.deepEqual(said(parse(print(text))), said(parse(text))));
  });

  it('has the same tokens', () => {
    holds('ordered', (text) => assert.deepEqual(tokensOf(print(text)), tokensOf(text)));
  });

  it('has all comments, in their order', () => {
    holds('unordered', (text) => assert.deepEqual(commentsOf(print(text)), commentsOf(text)));
  });

  it('leaves every silencer with what it silences', () => {
    holds('ordered', (text) => assert.deepEqual(silencedBy(print(text)), silencedBy(text)));
  });

  it('has one line end everywhere, one at the end, and no white space before it', () => {
    holds('unordered', (text) => {
      const printed = print(text);
      assert.ok(new Set(printed.match(/\r\n|\n|\r/g)).size <= 1, 'several line ends');
      assert.match(printed, /^$|[^\n\r](?:\n|\r\n|\r)$/);
      const outsideComments = printed.replace(/\/\*[\s\S]*?\*\//g, '/**/');
      assert.doesNotMatch(outsideComments, /[^\S\n\r][\n\r]/);
    });
  });

  it('has no two blank lines in a row, and none at the start of the file', () => {
    holds('unordered', (text) =>
      assert.doesNotMatch(withoutTexts(print(text)).replaceAll('\r\n', '\n').replaceAll('\r', '\n'), /\n\n\n|^\n/),
    );
  });

  it('breaks every list that can fit', () => {
    holds('unordered', (text) => {
      for (const line of code(print(text))) assert.ok(line.length <= 100 || cannotBreak(line), line);
    });
  });

  it('has one item a line, two spaces a level, but for those that share a line', () => {
    holds('unordered', (text) => {
      fc.pre(!/collab-ignore(?!-)/.test(text));
      const printed = print(text);
      for (const declaration of parse(printed).declarations) checkPlaces(printed, declaration, 0);
    });
  });

  it('is reached by the edits, which touch no line that stays', () => {
    holds('unordered', (text) => {
      const edits = formatEdits(text);
      assert.equal(applyEdits(text, edits), print(text));
      for (const { span, text: wanted } of edits) assert.notEqual(text.slice(span.start, span.end), wanted);
    });
  });

  it('is the text itself wherever that cannot be understood', () => {
    const soup = fc
      .array(
        fc.constantFrom(
          'team ',
          'a ',
          '{',
          '}',
          '"',
          '"""',
          '/*',
          '*/',
          '// x\n',
          '\n',
          'has ',
          '4 ',
          ',',
          '60%',
          '->',
          'é',
          '\r',
          '\ud83d',
        ),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(soup, (text) => {
        const printed = print(text);
        if (parse(text).problems.length > 0) assert.equal(printed, text);
        else assert.deepEqual(said(parse(printed)), said(parse(text)));
      }),
      { numRuns: 1000, seed },
    );
  });
});

function holds(links: 'ordered' | 'unordered', check: (text: string) => void): void {
  fc.assert(
    fc.property(anyModels(links), (text) => check(text)),
    { numRuns: 300, seed },
  );
}

function checkPlaces(text: string, declaration: Declaration, indent: number): void {
  checkStart(text, declaration, indent);
  const { block } = declaration;
  if (!block || !/[\n\r]/.test(text.slice(block.start, block.end))) return;
  assert.notEqual(lineBefore(text, block.start).trim(), '', 'a brace on a line of its own');
  assert.equal(lineBefore(text, block.end - 1), ' '.repeat(indent), 'a closing brace away from its declaration');
  for (const [index, item] of declaration.items.entries()) {
    if (item.start < block.start) continue;
    const before = declaration.items[index - 1];
    const words = before?.type === 'property' && item.type === 'property' ? `${before.word} ${item.word}` : '';
    const sharesLine =
      text.slice(before?.end, item.start) === ' ' && /^(?:from (?:due|to)|influence (?:interest|decides)|interest decides)$/.test(words);
    if (sharesLine) continue;
    if (item.type === 'declaration') checkPlaces(text, item, indent + 2);
    else checkStart(text, item, indent + 2);
  }
}

/** An item starts its line, or follows a comment that does. */
function checkStart(text: string, { start }: Item, indent: number): void {
  const before = lineBefore(text, start);
  assert.ok(before === ' '.repeat(indent) || before.endsWith('*/ '), text.slice(start - 40, start + 20));
}

function lineBefore(text: string, offset: number): string {
  return text.slice(Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1, offset);
}

/** All that a tree says, without places; a link's properties in the order of the grammar. */
function said(tree: Tree): unknown {
  const ordered = tree.declarations.map((declaration) =>
    declaration.kind === 'link' ? { ...declaration, items: declaration.items.toSorted((a, b) => place(a) - place(b)) } : declaration,
  );
  return JSON.parse(JSON.stringify(ordered, (key, value) => (key === 'start' || key === 'end' ? undefined : value)));
}

function place(item: Item): number {
  return linkOrder.findIndex((words) => item.type === 'property' && words.includes(item.word));
}

function tokensOf(text: string): readonly string[] {
  return tokenize(text).tokens.map(({ image }) => image.replace(/\s+/g, image.startsWith('"') ? ' ' : ''));
}

function commentsOf(text: string): readonly string[] {
  return parse(text).comments.map((comment) => comment.text.trimEnd().replace(/\r\n|\r/g, '\n'));
}

/** For each silencer: the items that start on its line, and the item that follows it, by number. */
function silencedBy(text: string): unknown {
  const { declarations, comments } = parse(text);
  const items = declarations.flatMap(function within(item: Item): readonly Item[] {
    return item.type === 'property' ? [item] : [item, ...item.items.flatMap(within)];
  });
  return comments
    .filter((comment) => /^\/\/\s*collab-ignore /.test(comment.text))
    .map((comment) => {
      const line = Math.max(text.lastIndexOf('\n', comment.start), text.lastIndexOf('\r', comment.start));
      return {
        beside: items.flatMap(({ start }, index) => (start > line && start < comment.start ? [index] : [])),
        follows: items.findIndex(({ start }) => start > comment.start),
      };
    });
}

/** The text with an `x` for every line, but the first, of tokens and comments of several lines. */
function withoutTexts(text: string): string {
  const { tokens, comments } = tokenize(text);
  let result = '';
  let from = 0;
  for (const token of [...tokens, ...comments].sort((a, b) => a.startOffset - b.startOffset)) {
    result += text.slice(from, token.startOffset) + token.image.replace(/(\r\n|\n|\r)[^\n\r]*/g, '$1x');
    from = endOf(token);
  }
  return result + text.slice(from);
}

/** The lines of a text without its comments, and without those that end in a silencer. */
function code(text: string): readonly string[] {
  let bare = text;
  for (const comment of tokenize(text).comments.toReversed()) {
    bare = bare.slice(0, comment.startOffset) + comment.image.replace(/[^\n\r]/g, '') + bare.slice(endOf(comment));
  }
  const lines = text.split(/\r\n|\n|\r/);
  return withoutTexts(bare)
    .split(/\r\n|\n|\r/)
    .map((line) => line.trimEnd())
    .filter((_, index) => !/\/\/\s*collab-ignore(?!-)/.test(lines[index] ?? ''));
}

/** Is the line, wider than it may be, without a comma to break it after, or so wide after its last that breaking there does not help? */
function cannotBreak(line: string): boolean {
  const commas = tokenize(line)
    .tokens.filter(({ image }) => image === ',')
    .map(({ startOffset }) => startOffset);
  const last = commas.findLast((at) => line.slice(at + 1).trim() !== '');
  if (last === undefined) return !/\{ .*\}$/.test(line);
  const indent = /^ */.exec(line)?.[0].length ?? 0;
  return indent + 4 + line.slice(last + 1).trim().length > 100;
}
