import { z } from 'zod';

export type Settings = z.output<typeof settingsSchema>;

/**
 * What the user of an editor can set: `collab.language` and so on. What package.json contributes is held to this (test/settings.test.ts).
 * What is not set, or makes no sense, is as its default; one wrong value leaves the others as they are.
 */
export const settingsSchema = section({
  /** Of messages, quick fixes and reports; `auto` is that of the project, else that of the display. */
  language: z.enum(['auto', 'en', 'fr']).catch('auto'),
  /** Above a task who covers it, above a member the load, above a competency who holds it. */
  codeLens: z.boolean().catch(true),
  /** What is not written and shown all the same. A load hardly fits behind every name: it is over the member already. */
  inlayHints: section({
    levels: z.boolean().catch(true),
    days: z.boolean().catch(true),
    load: z.boolean().catch(false),
  }),
  /** Read by the client alone. */
  trace: section({ server: z.enum(['off', 'messages', 'verbose']).catch('off') }),
});

export const defaultSettings: Settings = settingsSchema.parse({});

function section<Shape extends z.ZodRawShape>(shape: Shape) {
  const whole = z.object(shape);
  return whole.catch(() => whole.parse({}));
}
