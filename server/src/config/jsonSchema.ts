import { z } from 'zod';
import type { Localised } from '../text/localised';
import { type Configurable, configSchema, ruleSchema } from './config';
import type { Severity } from './severity';

type JsonSchema = z.core.JSONSchema.JSONSchema;
type Properties = NonNullable<JsonSchema['properties']>;

/** A rule as one who edits `collab.config.json` is told of it. */
export interface DescribedRule extends Configurable {
  readonly severity: Severity;
  readonly summary: Localised;
  /** What an option of it sets, in one clause. */
  optionMeaning(option: string): Localised;
}

/**
 * The JSON Schema of `collab.config.json`, in draft 7, which editors know best: what it allows is what the zod schemas allow, but that it
 * knows no rules other than `rules`. Its texts are English.
 */
export function configJsonSchema(rules: readonly DescribedRule[]): JsonSchema {
  const settings = z.strictObject(Object.fromEntries(rules.map((rule) => [rule.name, ruleSchema(rule).optional()])));
  const whole = configSchema.extend({ rules: settings.optional() });
  const schema: JsonSchema = z.toJSONSchema(whole, { target: 'draft-7', io: 'input' });
  const known = schemaAt(schema.properties, 'rules');
  const properties = Object.fromEntries(rules.map((rule) => [rule.name, described(schemaAt(known.properties, rule.name), rule)]));
  const description = configSchema.shape.rules.description ?? '';
  return {
    ...schema,
    title: 'What a project asks of Collab',
    properties: { ...schema.properties, rules: { ...known, description, properties } },
  };
}

function described(schema: JsonSchema, rule: DescribedRule): JsonSchema {
  return {
    description: `${rule.summary.en} Default: ${rule.severity}.`,
    default: rule.severity,
    ...schema,
    anyOf:
      schema.anyOf?.map((form): JsonSchema => (form.properties ? { ...form, properties: withOptions(form.properties, rule) } : form)) ?? [],
  };
}

function withOptions(properties: Properties, { options, optionMeaning }: DescribedRule): Properties {
  const withTexts = Object.entries(options).map(([option, value]) => {
    const description = `${capitalised(optionMeaning(option).en)}. Default: ${value}.`;
    return [option, { description, default: value, ...schemaAt(properties, option) }] as const;
  });
  return { ...properties, ...Object.fromEntries(withTexts) };
}

function schemaAt(properties: Properties | undefined, key: string): JsonSchema {
  const schema = properties?.[key];
  return typeof schema === 'object' ? schema : {};
}

function capitalised(clause: string): string {
  return clause.charAt(0).toUpperCase() + clause.slice(1);
}
