import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import Ajv, { type ValidateFunction } from 'ajv';
import { configJsonSchema } from '../server/src/config/jsonSchema';
import { parseConfig } from '../server/src/config/parse';
import { rules } from '../server/src/rules/catalogue';
import { optionMeaning } from '../server/src/rules/options';

/** Contributed in package.json: VS Code completes and checks `collab.config.json` by it. UPDATE=1 rewrites it. */
const path = 'syntaxes/collab.config.schema.json';

describe('the JSON Schema of collab.config.json', () => {
  before(() => {
    if (process.env.UPDATE === '1') writeFileSync(path, generated());
  });

  it('is fresh', () => assert.equal(readFileSync(path, 'utf8'), generated()));

  it('is what VS Code is told to check that file by', () => {
    const { contributes, files } = JSON.parse(readFileSync('package.json', 'utf8'));
    assert.deepEqual(contributes.jsonValidation, [{ fileMatch: 'collab.config.json', url: `./${path}` }]);
    assert.ok(files.includes('syntaxes/*.json'), 'it is not shipped');
  });

  it('gives every rule its description and default, and every option as well', () => {
    const { properties } = schema().properties.rules;
    assert.deepEqual(
      Object.keys(properties),
      rules.map(({ name }) => name),
    );
    for (const { name, severity, summary, options } of rules) {
      const { description, default: initial, anyOf } = properties[name];
      assert.equal(description, `${summary.en} Default: ${severity}.`);
      assert.equal(initial, severity);
      for (const [option, value] of Object.entries(options)) {
        assert.equal(anyOf[1].properties[option].default, value);
        assert.match(anyOf[1].properties[option].description, new RegExp(`^[A-Z].*\\. Default: ${value}\\.$`));
      }
    }
  });

  it('allows the default of every rule and option', () => {
    const defaults = rules.map(({ name, severity, options }) => [name, { severity, ...options }]);
    assert.ok(allows({ rules: Object.fromEntries(defaults) }));
    assert.ok(allows({ rules: Object.fromEntries(rules.map(({ name, severity }) => [name, severity])) }));
  });

  const texts: readonly string[] = [
    '{}',
    '{ "$schema": "…", "today": "2028-02-29", "language": "fr", "exclude": ["archive/**"] }',
    '{ "report": { "audience": "client", "format": "html" } }',
    '{ "report": {} }',
    '{ "rules": { "network/apart": "off", "network/silo": { "severity": "error", "below": -0.5 } } }',
    '{ "rules": { "network/silo": { "team": 0 } } }',
    '{ "rules": { "network/silo": {} } }',
    '[]',
    '3',
    '{ "exlude": [] }',
    '{ "today": "2026-02-29" }',
    '{ "today": "2026-4-2" }',
    '{ "today": 20260410 }',
    '{ "language": "de" }',
    '{ "exclude": "archive/**" }',
    '{ "exclude": ["a", 3] }',
    '{ "report": { "paper": "A4" } }',
    '{ "report": { "format": "pdf" } }',
    '{ "rules": [] }',
    '{ "rules": { "network/apart": "on" } }',
    '{ "rules": { "network/apart": 3 } }',
    '{ "rules": { "network/apart": { "severity": "on" } } }',
    '{ "rules": { "network/strained": { "hops": 3 } } }',
    '{ "rules": { "network/silo": { "team": -1 } } }',
    '{ "rules": { "network/silo": { "team": "3" } } }',
    '{ "rules": { "network/silo": { "below": -1.5 } } }',
    '{ "rules": { "network/silos": "off" } }',
  ];
  for (const text of texts) {
    it(`judges ${text} as it is read`, () => {
      const { problems, unknownRules } = parseConfig(text, rules);
      assert.equal(allows(JSON.parse(text)), problems.length === 0 && unknownRules.length === 0);
    });
  }
});

/** As the file holds it: lists of plain values stand on one line, where they fit. */
function generated(): string {
  const described = rules.map((rule) => ({
    ...rule,
    optionMeaning(option: string) {
      const meaning = optionMeaning(rule.name, option);
      assert.ok(meaning, `${option} of ${rule.name} is not described`);
      return meaning;
    },
  }));
  const text = JSON.stringify(configJsonSchema(described), null, 2);
  const lists = text.replace(/^( *(?:"[^"]*": )?)\[\n([^[\]{}]*?)\n *\](,?)$/gm, (list, before: string, items: string, after: string) => {
    const line = `${before}[${items
      .split('\n')
      .map((item) => item.trim())
      .join(' ')}]${after}`;
    return line.length <= widest ? line : list;
  });
  return `${lists}\n`;
}

const widest = 140;

function schema() {
  return JSON.parse(readFileSync(path, 'utf8'));
}

let validate: ValidateFunction | undefined;

function allows(config: unknown): boolean {
  // The texts that only VS Code knows are none of its business; the pattern of a date says more than its format.
  validate ??= new Ajv({ strict: false, validateFormats: false }).compile(schema());
  return validate(config);
}
