import type { Configured } from '../config/parse';
import { edited } from '../model/edited';
import type { Edit } from '../text/edit';
import type { Language, Localised } from '../text/localised';
import { messageOf } from './answer';
import { type CheckedProject, checkProject, type Watch } from './check';
import { type Finding, severities } from './rule';
import { inClauses } from './wording';

/** What a change does to the findings of a project; a finding is the same where its rule and its subjects are. */
export interface Effect {
  /** Those that it removes. */
  readonly resolved: readonly Finding[];
  /** Those that it brings. */
  readonly added: readonly Finding[];
}

/** What `edits` do to the findings of a project: found on the edited project, not guessed; null where `watch` said that nobody waits for it. */
export function effectOf(
  checked: CheckedProject,
  edits: readonly Edit[],
  configured: Configured,
  watch: Watch & { isStale(): boolean },
): Effect | null;
export function effectOf(checked: CheckedProject, edits: readonly Edit[], configured: Configured): Effect;
export function effectOf(
  { model, findings: before }: CheckedProject,
  edits: readonly Edit[],
  configured: Configured,
  watch: Watch = {},
): Effect | null {
  const { isStale = () => false } = watch;
  const after = checkProject(edited(model.snapshot, edits), configured, model.today, { ...watch, isStale });
  return after && effectBetween(before, after.findings);
}

/** What became of the findings `before`, where there are these `after` a change. */
export function effectBetween(before: readonly Finding[], after: readonly Finding[]): Effect {
  return { resolved: without(before, after), added: without(after, before) };
}

/** `Resolves: Anna Morel has 60 days of work for 52 available. Adds nothing.` */
export function effectWords({ resolved, added }: Effect): Localised {
  return { en: effectIn('en', resolved, added), fr: effectIn('fr', resolved, added) };
}

/** Negative where `a` is graver than `b`. */
export function gravestFirst(a: Finding, b: Finding): number {
  return severities.indexOf(a.severity) - severities.indexOf(b.severity);
}

/** Those of `findings` that are not among `others`; of several alike, as many as there are fewer among them. */
function without(findings: readonly Finding[], others: readonly Finding[]): readonly Finding[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(identityOf(other), (left.get(identityOf(other)) ?? 0) + 1);
  return findings.filter((finding) => {
    const count = left.get(identityOf(finding)) ?? 0;
    left.set(identityOf(finding), count - 1);
    return count <= 0;
  });
}

function identityOf({ rule, found }: Finding): string {
  return [rule.name, ...found.subjects].join(' ');
}

function effectIn(language: Language, resolved: readonly Finding[], added: readonly Finding[]): string {
  const say = sentences[language];
  const named = (findings: readonly Finding[]) =>
    inClauses(
      language,
      findings.toSorted(gravestFirst).map((finding) => messageOf(finding, language)),
    );
  const first = resolved.length > 0 ? say.resolves(named(resolved)) : say.resolvesNothing;
  return `${first} ${added.length > 0 ? say.adds(named(added)) : say.addsNothing}`;
}

const sentences = {
  en: {
    resolves: (what: string) => `Resolves: ${what}.`,
    resolvesNothing: 'Resolves nothing.',
    adds: (what: string) => `Adds: ${what}.`,
    addsNothing: 'Adds nothing.',
  },
  fr: {
    resolves: (what: string) => `Résout\u00A0: ${what}.`,
    resolvesNothing: 'Ne résout rien.',
    adds: (what: string) => `Ajoute\u00A0: ${what}.`,
    addsNothing: 'N’ajoute rien.',
  },
} as const;
