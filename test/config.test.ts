import assert from 'node:assert/strict';
import { defaultConfig } from '../server/src/config/config';
import { type Configured, parseConfig } from '../server/src/config/parse';

const rules = [
  { name: 'network/silo', options: { team: 3, below: -0.667 } },
  { name: 'network/apart', options: {} },
];

describe('collab.config.json', () => {
  it('may ask for nothing', () => {
    assert.deepEqual(parseConfig('{}', rules), { config: defaultConfig, problems: [], unknownRules: [] });
  });

  it('is read whole', () => {
    const { config, problems } = parseConfig(
      `\uFEFF{ "$schema": "…", "today": "2028-02-29", "language": "fr", "exclude": ["archive/**"],
        "rules": { "network/apart": "off", "network/silo": { "severity": "error", "below": -0.5 } },
        "report": { "audience": "client", "format": "html" } }`,
      rules,
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(config, {
      today: '2028-02-29',
      language: 'fr',
      exclude: ['archive/**'],
      rules: new Map([
        ['network/apart', { severity: 'off', options: {} }],
        ['network/silo', { severity: 'error', options: { below: -0.5 } }],
      ]),
      report: { audience: 'client', format: 'html' },
    });
  });

  it('may set options and leave the severity', () => {
    const { config } = parseConfig('{ "rules": { "network/silo": { "team": 4 } } }', rules);
    assert.deepEqual(config.rules.get('network/silo'), { severity: null, options: { team: 4 } });
  });

  const mistakes: readonly (readonly [title: string, text: string, at: string, message: string])[] = [
    ['a missing comma', '{ "today": "2026-04-10" "language": "fr" }', '"language"', 'expected “,”'],
    ['a comma too many', '{ "language": "fr", }', ',', 'nothing follows this comma: remove it'],
    ['a comma too many in a list', '{ "exclude": ["a",] }', ',', 'nothing follows this comma: remove it'],
    ['a comment', '{ // why\n}', '// why', 'JSON has no comments: remove this one'],
    ['no object', '[]', '[]', 'expected an object { … }'],
    ['nothing', '', '', 'the file is empty: the least that it holds is { }'],
    ['white space', '\uFEFF \n', '', 'the file is empty: the least that it holds is { }'],
    ['another language', 'rules:\n  network/silo: off\n', 'rules', 'this is not JSON: the file starts with “{”'],
    ['another file', 'PK\u0003\u0004', 'PK\u0003\u0004', 'this is not JSON: the file starts with “{”'],
    ['another encoding', '\uFFFD\uFFFD{\u0000', '\uFFFD\uFFFD', 'a character that cannot be read: save the file as UTF-8'],
    ['typographic quotes', '{ “language”: “fr” }', '“language”', 'texts stand between straight quotes, "…"'],
    ['a key without quotes', '{ language: "fr" }', 'language', 'texts stand between straight quotes, "…"'],
    ['a single backslash', '{ "exclude": ["old\\archive"] }', '"old\\archive"', 'a backslash in a text is written twice, \\\\'],
    ['a key twice', '{ "language": "fr", "language": "en" }', '"language"', '“language” stands here a second time'],
    [
      'a rule twice',
      '{ "rules": { "network/apart": "off", "network/apart": "info" } }',
      '"network/apart"',
      '“network/apart” stands here a second time',
    ],
    ['one thing too deep in another', '['.repeat(200_000), '['.repeat(200_000), 'this is nested too deeply to be a configuration'],
    ['a number without end', '{ "rules": { "network/silo": { "team": 1e999 } } }', '1e999', 'expected a number'],
    [
      'what a newer version may bring',
      '{ "$schema": "collab.config.v9.json", "version": 2 }',
      '"version"',
      '“version” is no key that this version of Collab knows here; it knows “$schema”, “today”, “language”, “exclude”, “rules”, “report”',
    ],
    ['an unknown key', '{ "exlude": [] }', '"exlude"', '“exlude” is no key that can stand here: is “exclude” meant?'],
    [
      'an unknown key of the report',
      '{ "report": { "paper": "A4" } }',
      '"paper"',
      '“paper” is no key that this version of Collab knows here; it knows “audience”, “format”',
    ],
    ['no such day', '{ "today": "2026-02-30" }', '"2026-02-30"', 'expected a date such as "2026-04-10"'],
    ['a date that is none', '{ "today": 20260410 }', '20260410', 'expected a text in quotes'],
    ['a language that is none', '{ "language": "de" }', '"de"', 'expected one of "en", "fr"'],
    ['a glob that is none', '{ "exclude": ["a", 3] }', '3', 'expected a text in quotes'],
    ['no list', '{ "exclude": "archive/**" }', '"archive/**"', 'expected a list [ … ]'],
    [
      'no severity',
      '{ "rules": { "network/apart": "on" } }',
      '"on"',
      'expected "off", "error", "warning", "info", "hint" or an object with a severity and options',
    ],
    [
      'no severity within',
      '{ "rules": { "network/apart": { "severity": "on" } } }',
      '"on"',
      'expected one of "off", "error", "warning", "info", "hint"',
    ],
    [
      'neither severity nor object',
      '{ "rules": { "network/apart": 3 } }',
      '3',
      'expected "off", "error", "warning", "info", "hint" or an object with a severity and options',
    ],
    [
      'an option of another rule',
      '{ "rules": { "network/silo": { "hops": 3 } } }',
      '"hops"',
      '“hops” is no key that this version of Collab knows here; it knows “severity”, “team”, “below”',
    ],
    ['an option that is no number', '{ "rules": { "network/silo": { "team": "3" } } }', '"3"', 'expected a number'],
    ['a negative count', '{ "rules": { "network/silo": { "team": -1 } } }', '-1', 'expected 0 or more'],
    ['an index out of range', '{ "rules": { "network/silo": { "below": -1.5 } } }', '-1.5', 'expected -1 or more'],
    ['an index too high', '{ "rules": { "network/silo": { "below": 2 } } }', '2', 'expected 1 or less'],
    ['rules that are none', '{ "rules": [] }', '[]', 'expected an object { … }'],
    ['a format that is none', '{ "report": { "format": "pdf" } }', '"pdf"', 'expected one of "html", "md", "json", "csv", "xlsx"'],
  ];
  for (const [title, text, at, message] of mistakes) {
    it(`says what is wrong, and where: ${title}`, () => {
      const { config, problems } = parseConfig(text, rules);
      assert.deepEqual(told(problems, text), [[at, message]]);
      assert.equal(config, defaultConfig);
    });
  }

  it('tells all mistakes in text order', () => {
    const text = '{ "rules": { "network/apart": "on" }, "today": "soon", "exlude": [] }';
    const { problems } = parseConfig(text, rules);
    assert.deepEqual(
      told(problems, text).map(([at]) => at),
      ['"on"', '"soon"', '"exlude"'],
    );
  });

  it('names rules that do not exist at their keys; the rest is in force', () => {
    const text = '{ "language": "fr", "rules": { "network/sillo": "off", "network/apart": "off" } }';
    const { config, problems, unknownRules } = parseConfig(text, rules);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      unknownRules.map(({ rule, span }) => [rule, text.slice(span.start, span.end)]),
      [['network/sillo', '"network/sillo"']],
    );
    assert.equal(config.language, 'fr');
    assert.equal(config.rules.get('network/apart')?.severity, 'off');
  });

  it('keeps places behind a byte-order mark', () => {
    const text = '\uFEFF{ "language": "de" }';
    assert.deepEqual(
      told(parseConfig(text, rules).problems, text).map(([at]) => at),
      ['"de"'],
    );
  });

  it('is told in French too', () => {
    const { problems } = parseConfig('{ "language": "de" }', rules);
    assert.equal(problems[0]?.message.fr, 'il faut ici l’une de ces valeurs\u00a0: "en", "fr"');
  });
});

function told(problems: Configured['problems'], text: string): readonly (readonly [at: string, message: string])[] {
  return problems.map(({ span, message }) => [text.slice(span.start, span.end), message.en]);
}
