import { userInfo } from 'node:os';
import { z } from 'zod';
import { overwriteText, readText } from '../host/texts';
import { dateOf, dayOf } from '../model/calendar';
import type { Finding } from '../rules/rule';
import { compareText } from '../rules/subjects';
import { Misuse } from './misuse';
import { noBaseline } from './sentences';

/** Findings that are known, and until when they are put up with. */
export interface Baseline {
  readonly version: 1;
  readonly entries: readonly Entry[];
}

export interface Entry {
  readonly rule: string;
  readonly subjects: readonly string[];
  /** Who answers for it. */
  readonly owner: string;
  /** `YYYY-MM-DD`: the last day on which it does not count. */
  readonly expires: string;
}

/** What a baseline makes of findings. */
export interface Compared {
  /** Those that count: not recorded, or recorded and expired. */
  readonly counted: readonly Finding[];
  readonly expired: readonly Entry[];
  /** Recorded, and found no more. */
  readonly vanished: readonly Entry[];
}

/** How many days an entry is given when it is written; its owner changes the date to what was agreed. */
const daysGiven = 90;

const schema = z.strictObject({
  version: z.literal(1),
  entries: z.array(z.strictObject({ rule: z.string(), subjects: z.array(z.string()), owner: z.string().min(1), expires: z.iso.date() })),
});

/** The baseline in `file`. Throws `Misuse` where there is none, or what it says is no baseline. */
export async function readBaseline(file: string): Promise<Baseline> {
  const text = await readText(file);
  if (typeof text !== 'string') throw new Misuse(noBaseline(file));
  const read = schema.safeParse(parsed(text));
  if (!read.success) throw new Misuse(noBaseline(file, read.error.issues[0]?.path.join('.')));
  return read.data;
}

/** What counts of `findings` on the day `today` (`YYYY-MM-DD`). A finding is told by its rule and subjects, wherever its line has moved to. */
export function compare(findings: readonly Finding[], { entries }: Baseline, today: string): Compared {
  const known = new Map(entries.map((entry) => [keyOf(entry.rule, entry.subjects), entry]));
  const met = new Set<Entry>();
  const counted = findings.filter(({ rule, found }) => {
    const entry = known.get(keyOf(rule.name, found.subjects));
    if (entry) met.add(entry);
    return !entry || entry.expires < today;
  });
  return {
    counted,
    expired: entries.filter((entry) => met.has(entry) && entry.expires < today),
    vanished: entries.filter((entry) => !met.has(entry)),
  };
}

/** Records `findings` in `file`; what it recorded before keeps its owner and its date. */
export async function writeBaseline(file: string, findings: readonly Finding[], today: string): Promise<void> {
  const before = new Map((await earlier(file)).map((entry) => [keyOf(entry.rule, entry.subjects), entry]));
  const expires = dateOf((dayOf(today) ?? 0) + daysGiven);
  const owner = userInfo().username;
  const entries = new Map<string, Entry>();
  for (const { rule, found } of findings) {
    const key = keyOf(rule.name, found.subjects);
    entries.set(key, before.get(key) ?? { rule: rule.name, subjects: found.subjects, owner, expires });
  }
  const ordered = [...entries].sort(([a], [b]) => compareText(a, b)).map(([, entry]) => entry);
  await overwriteText(file, `${JSON.stringify({ version: 1, entries: ordered } satisfies Baseline, null, 2)}\n`);
}

async function earlier(file: string): Promise<readonly Entry[]> {
  try {
    return (await readBaseline(file)).entries;
  } catch (error) {
    if (error instanceof Misuse && (await readText(file)) === null) return [];
    throw error;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function keyOf(rule: string, subjects: readonly string[]): string {
  return JSON.stringify([rule, ...subjects]);
}
