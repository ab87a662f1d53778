import type { Configured } from '../config/parse';
import type { SourceFile } from '../model/snapshot';
import { type CheckedProject, fixesOf, type Watch } from '../rules/check';
import { effectOf, effectWords } from '../rules/effect';
import type { Finding, Fix } from '../rules/rule';
import { silencing } from '../rules/silencing';
import type { Language } from '../text/localised';
import type { Span } from '../text/span';
import type { ConsideredFix, OfferedFix, Question } from './analysisMessages';

/** What fixes are made from. */
export interface Considered {
  readonly checked: CheckedProject;
  readonly configured: Configured;
  /** The text of the configuration; null without one. */
  readonly config: string | null;
  readonly language: Language;
  readonly watch: Watch;
}

/** How long what a fix does to all findings may take, in milliseconds: who has chosen it waits. */
const longest = 1000;

/** What could be done about the findings that `span` of `file` touches: what mends them before what silences them. */
export function offersAt(considered: Considered, file: string, span: Span): readonly OfferedFix[] {
  const met = findingsAt(considered, file, span);
  return [...met.flatMap((finding) => mending(considered, finding)), ...met.flatMap((finding) => silent(considered, finding))].map(
    ({ finding, fix }) => offeredFix(finding, fix, considered.language),
  );
}

/** The findings that `span` of `file` touches. */
export function findingsAt({ checked: { findings } }: Considered, file: string, span: Span): readonly Finding[] {
  return findings.filter(({ found: { at } }) => at.file === file && at.span.start <= span.end && span.start <= at.span.end);
}

/** What was offered for a finding, as things are now, with what it does to all findings; null where it is offered no longer. */
export function offerOf(considered: Considered, { file, rule, subjects, title }: Extract<Question, { ask: 'fix' }>): ConsideredFix | null {
  const { checked, configured, language, watch } = considered;
  const asked = checked.findings.filter(
    ({ rule: { name }, found }) => name === rule && found.at.file === file && found.subjects.join() === subjects.join(),
  );
  const offers = asked.flatMap((finding) => [...mending(considered, finding), ...silent(considered, finding)]);
  const fix = offers.find((offer) => offer.fix.title[language] === title && !offer.fix.disabled)?.fix;
  if (!fix) return null;
  const started = performance.now();
  const isStale = () => performance.now() - started > longest;
  const effect = effectOf(checked, fix.edits, configured, { ...watch, isStale });
  return { edits: fix.edits, effect: effect && effectWords(effect)[language] };
}

export interface Offer {
  readonly finding: Finding;
  readonly fix: Fix;
}

/** What could be done about `finding`, best first. */
export function mending({ checked: { model }, language, watch }: Considered, finding: Finding): readonly Offer[] {
  return fixesOf(finding, model, language, watch).map((fix) => ({ finding, fix }));
}

function silent({ checked: { model }, config }: Considered, finding: Finding): readonly Offer[] {
  const source: SourceFile | undefined = model.snapshot.files.get(finding.found.at.file);
  return source ? silencing(finding, source, config).map((fix) => ({ finding, fix })) : [];
}

function offeredFix({ rule, found }: Finding, fix: Fix, language: Language): OfferedFix {
  return {
    rule: rule.name,
    subjects: found.subjects,
    span: found.at.span,
    title: fix.title[language],
    preferred: fix.preferred,
    disabled: fix.disabled?.[language] ?? null,
    edits: fix.edits,
  };
}
