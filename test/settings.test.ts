import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { defaultSettings, settingsSchema } from '../server/src/config/settings';

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
const contributed: Readonly<Record<string, Contributed>> = contributes.configuration.properties;

interface Contributed {
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly [key: string]: unknown;
}

describe('the settings', () => {
  it('that package.json contributes are those that the server reads, with their types, values and defaults', () => {
    const facts = Object.entries(contributed).map(([name, schema]) => [name, stated(schema)]);
    assert.deepEqual(Object.fromEntries(facts), settingsIn(z.toJSONSchema(settingsSchema, { io: 'input' }), 'collab'));
  });

  for (const locale of ['package.nls.json', 'package.nls.fr.json']) {
    it(`are described in ${locale}`, () => {
      const texts: Readonly<Record<string, string>> = JSON.parse(readFileSync(locale, 'utf8'));
      const without = Object.entries(contributed).flatMap(([name, { description, markdownDescription }]) =>
        texts[String(markdownDescription ?? description).replaceAll('%', '')] ? [] : [name],
      );
      assert.deepEqual(without, []);
    });
  }

  it('that make no sense are as their defaults, and leave the others as they are', () => {
    assert.deepEqual(settingsSchema.parse(null), defaultSettings);
    assert.deepEqual(settingsSchema.parse({ language: 42, trace: { server: 'verbose' } }), {
      ...defaultSettings,
      trace: { server: 'verbose' },
    });
    assert.deepEqual(settingsSchema.parse({ language: 'fr', trace: [] }), { ...defaultSettings, language: 'fr' });
  });
});

/** Each setting of a section by its whole name. */
function settingsIn({ properties = {} }: z.core.JSONSchema.JSONSchema, name: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([key, schema]) => {
      if (typeof schema !== 'object') return [];
      const whole = `${name}.${key}`;
      return schema.type === 'object' ? Object.entries(settingsIn(schema, whole)) : [[whole, stated(schema)]];
    }),
  );
}

/** What is checked of a setting; the rest is for its reader. */
function stated({ type, enum: values, default: initial, minimum, maximum }: Readonly<Record<string, unknown>>): unknown {
  return JSON.parse(JSON.stringify({ type, enum: values, default: initial, minimum, maximum }));
}
