import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { reportOf, reports, workbookOf } from '../../server/src/reports/catalogue';
import { escaped, safeStart } from '../../server/src/reports/render/escape';
import { rounded, toJson } from '../../server/src/reports/render/json';
import { proseHtml, proseInlineHtml, proseInlineMarkdown, proseMarkdown } from '../../server/src/reports/render/prose';
import { formatsOf } from '../../server/src/reports/report';
import { languages } from '../../server/src/text/localised';
import { caseInput } from './project';

const models = ['studio.collab', 'empty.collab', 'alone.collab', 'hostile.collab'];

function page(model: string, language: 'en' | 'fr' = 'en', name = 'review'): string {
  return reportOf(name, caseInput(model), { format: 'html', language });
}

function markdownOf(model: string, name: string): string {
  return reportOf(name, caseInput(model), { format: 'md', language: 'en' });
}

describe('the catalogue of reports', () => {
  it('gives every report in each of its formats, the same bytes for the same model', () => {
    for (const report of reports) {
      for (const format of formatsOf(report)) {
        const [first, second] = [1, 2].map(() => madeIn(report.name, format));
        assert.ok((first?.length ?? 0) > 40, `${report.name} ${format}`);
        assert.deepEqual(first, second);
      }
    }
  });

  it('refuses a report or a format that it does not have', () => {
    const input = caseInput('empty.collab');
    assert.throws(() => reportOf('rewiev', input, { format: 'md', language: 'en' }), RangeError);
    assert.throws(() => reportOf('review', input, { format: 'csv', language: 'en' }), RangeError);
    assert.throws(() => workbookOf('review', input, { language: 'en' }), RangeError);
  });
});

function madeIn(name: string, format: string): string | Uint8Array {
  const input = caseInput('studio.collab');
  return format === 'xlsx' ? workbookOf(name, input, { language: 'fr' }) : reportOf(name, input, { format, language: 'fr' });
}

describe('the JSON of a report', () => {
  it('rounds to three decimals, half away from zero', () => {
    assert.deepEqual([0.3635, -0.3635, 1.0005, -1.0005, 2.5, -0.0004, 1 / 3].map(rounded), [0.364, -0.364, 1.001, -1.001, 2.5, 0, 0.333]);
    assert.equal(toJson({ load: Number.POSITIVE_INFINITY, names: [] }), '{\n  "load": null,\n  "names": []\n}\n');
  });

  it('has its keys in one order, whatever the model holds', () => {
    const keys = models.map((model) => Object.keys(JSON.parse(reportOf('review', caseInput(model), { format: 'json', language: 'en' }))));
    assert.deepEqual(new Set(keys.map((each) => each.join())).size, 1);
    assert.deepEqual(keys[0]?.slice(0, 3), ['version', 'report', 'language']);
  });
});

describe('the page of a report', () => {
  for (const [model, name] of models.flatMap((each) => reports.map((report) => [each, report.name] as const))) {
    it(`is sound for ${name} of ${model}: no script, no network, headings in order, links that lead somewhere`, () => {
      for (const language of languages) {
        const html = page(model, language, name);
        assert.match(html, new RegExp(`^<!doctype html>\n<html lang="${language}">`));
        assert.ok(html.includes(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"`));
        assert.doesNotMatch(html, /<(?:script|img|link|iframe|object|form|base)\b|<[^>]* on\w+=|url\(|@import/i);
        const levels = [...html.matchAll(/<h([1-6])\b/g)].map(([, level]) => Number(level));
        assert.equal(levels.filter((level) => level === 1).length, 1);
        assert.deepEqual(
          levels.filter((level, at) => level - (levels[at - 1] ?? 0) > 1),
          [],
        );
        const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
        assert.equal(new Set(ids).size, ids.length);
        for (const [, target] of html.matchAll(/href="#([^"]*)"/g)) assert.ok(ids.includes(target), target);
        for (const [, target] of html.matchAll(/href="([^#"][^"]*)"/g)) assert.match(target ?? '', /^https:\/\/example\.org\//);
      }
    });

    it(`closes what it opens for ${name} of ${model}`, () => {
      const open: string[] = [];
      for (const [, slash, tag = '', rest = ''] of page(model, 'en', name).matchAll(/<(\/?)([a-z][a-z0-9]*)\b([^>]*)>/g)) {
        if (['meta', 'br', 'hr', 'col'].includes(tag) || rest.endsWith('/')) continue;
        if (slash) assert.equal(open.pop(), tag);
        else open.push(tag);
      }
      assert.deepEqual(open, []);
    });
  }

  it('gives every header cell of a table its scope', () => {
    const cells = [...page('studio.collab').matchAll(/<th\b([^>]*)>/g)].map(([, attributes]) => attributes);
    assert.ok(cells.length > 50);
    assert.ok(cells.every((attributes) => attributes?.includes('scope=')));
  });

  it('links places in an author’s copy alone', () => {
    const fileUri = (path: string, line: number): string => `file:///a "b"/${path}#L${line}`;
    const author = reportOf('review', caseInput('studio.collab'), { format: 'html', language: 'en', fileUri });
    assert.ok(author.includes('<a href="file:///a &quot;b&quot;/studio.collab#L53"><code>studio.collab:53</code></a>'));
    assert.ok(page('studio.collab').includes('<code>studio.collab:53</code>'));
    assert.doesNotMatch(page('studio.collab'), /file:\/\//);
  });

  it('can be read in both schemes: every text on the paper has a contrast of 4.5 or more', () => {
    const schemes = [...page('empty.collab').matchAll(/:root \{([^}]*--paper[^}]*)\}/g)].map(([, tokens = '']) => tokens);
    // The third are the reader’s own colours.
    assert.equal(schemes.length, 3);
    for (const tokens of schemes.slice(0, 2)) {
      const colour = (name: string): string => new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(tokens)?.[1] ?? '';
      for (const text of ['ink', 'quiet', 'accent', 'error', 'warning', 'info', 'hint', 'good']) {
        for (const ground of ['paper', 'raised'])
          assert.ok(contrast(colour(text), colour(ground)) >= 4.5, `${text} on ${ground} in ${tokens}`);
      }
    }
  });
});

describe('the Markdown of a report', () => {
  it('lets nothing of a text become markup of its own', () => {
    for (const [model, name] of models.flatMap((each) => reports.map((report) => [each, report.name] as const))) {
      const tokens = new MarkdownIt({ html: true }).parse(markdownOf(model, name), {});
      const types = [...tokens, ...tokens.flatMap(({ children }) => children ?? [])].map(({ type }) => type);
      for (const type of ['html_block', 'html_inline', 'image', 'fence', 'code_block', 'hr']) assert.ok(!types.includes(type), type);
      assert.equal(types.filter((type) => type === 'link_open').length, model === 'hostile.collab' && name === 'review' ? 1 : 0);
      assert.equal(types.filter((type) => type === 'table_open').length, (page(model, 'en', name).match(/<table/g) ?? []).length);
    }
  });

  it('has as many cells in each row of a table as the page', () => {
    const cells = (text: string): number => (text.match(/<t[hd]\b/g) ?? []).length;
    for (const { name } of reports) {
      assert.equal(cells(new MarkdownIt().render(markdownOf('hostile.collab', name))), cells(page('hostile.collab', 'en', name)), name);
    }
  });

  it('has the same headings as the page', () => {
    const headings = (text: string) => [...text.matchAll(/<h[1-4]\b/g)].length;
    const markdown = reportOf('review', caseInput('hostile.collab'), { format: 'md', language: 'en' });
    assert.equal(headings(new MarkdownIt().render(markdown)), headings(page('hostile.collab')));
  });
});

describe('a text of the model', () => {
  it('keeps its Markdown, without headings, pictures, HTML and links to anywhere else', () => {
    const text =
      '# Big\n\nA *b* **c** `d` [e](https://example.org) [f](javascript:g) ![h](https://example.org/i.png) <b>j</b>\n\n> k\n\n1. l\n2. m\n   - n';
    assert.equal(
      proseMarkdown(text),
      '**Big**\n\nA *b* **c** `d` [e](<https://example.org>) \\[f\\](javascript:g) h \\<b\\>j\\</b\\>\n\n> k\n\n1. l\n2. m\n   - n',
    );
    const html = proseHtml(text).text;
    assert.ok(
      html.startsWith(
        '<p><strong>Big</strong></p>\n<p>A <em>b</em> <strong>c</strong> <code>d</code> <a href="https://example.org" rel="noreferrer">e</a>',
      ),
    );
    assert.ok(html.includes('[f](javascript:g) h &lt;b&gt;j&lt;/b&gt;'));
  });

  it('keeps code as code', () => {
    assert.equal(proseMarkdown('~~~\na ``` b\n# c\n~~~'), '````\na ``` b\n# c\n````');
    assert.equal(proseInlineMarkdown('```\na | b\n```'), 'a \\| b');
  });

  it('stands within a line where it has to', () => {
    assert.equal(proseInlineHtml('One.\n\n- two\n- *three*').text, 'One. two <em>three</em>');
    assert.equal(proseInlineMarkdown('One  \nline.\n\n- two\n- *three*'), 'One line. two *three*');
  });

  it('opens no list, rule, table, definition or caption where a paragraph stands', () => {
    const starts = ['- a', '+ a', '1. a', '12) a', '(a) b', 'iv. a', ': a', '::: a', '---', '===', '| a', '% a', 'Table: a', '# a'];
    const shown = [
      '\\- a',
      '\\+ a',
      '1\\. a',
      '12\\) a',
      '(a\\) b',
      'iv\\. a',
      '\\: a',
      '\\::: a',
      '\\-\\-\\-',
      '\\===',
      '\\| a',
      '\\% a',
      'Table\\: a',
      '\\# a',
    ];
    assert.deepEqual(
      starts.map((start) => safeStart(escaped(start))),
      shown,
    );
    assert.deepEqual(['2026 is late', 'a. b.c', '-5 days', 'Tables: none'].map(safeStart), [
      '2026 is late',
      'a\\. b.c',
      '-5 days',
      'Tables: none',
    ]);
  });

  it('shows a sign for what no page can show', () => {
    assert.equal(proseHtml('a\u0007b').text, '<p>a\uFFFDb</p>\n');
  });
});

describe('a report on little', () => {
  it('says of each empty section why it is empty', () => {
    for (const model of ['empty.collab', 'alone.collab']) {
      for (const language of languages) {
        const tokens = new MarkdownIt().parse(reportOf('review', caseInput(model), { format: 'md', language }), {});
        const headings = [...tokens.keys()].filter((at) => tokens[at]?.type === 'heading_open');
        for (const at of headings) {
          const next = tokens[at + 3];
          const holds = next !== undefined && (next.type !== 'heading_open' || next.tag > (tokens[at]?.tag ?? ''));
          assert.ok(holds, tokens[at + 1]?.content);
        }
        assert.ok(headings.length > 15);
      }
    }
  });
});

/** Relative luminance and contrast, as WCAG 2 defines them. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [a, b].map(luminance).toSorted((first, second) => second - first);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
