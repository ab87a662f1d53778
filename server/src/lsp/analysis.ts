import { configFile } from '../config/config';
import type { Configured } from '../config/parse';
import type { Day } from '../model/calendar';
import { Snapshot } from '../model/snapshot';
import { reportOf } from '../reports/catalogue';
import { checkProject, fixesOf } from '../rules/check';
import type { Finding, Fix } from '../rules/rule';
import type { Language } from '../text/localised';
import type { FromAnalysis, OfferedFix, Question, Remark, RemarkedFile, ToAnalysis } from './analysisMessages';
import { configuredBy, dayFor, remarkOn } from './reading';
import { joined, uriOf } from './uris';

interface Held {
  readonly snapshot: Snapshot;
  readonly configured: Configured;
  readonly language: Language;
  /** The remarks on each file that were given out last. */
  readonly given: Map<string, readonly Remark[]>;
}

type Checked = ReturnType<typeof checkProject>;

/** Applies the rules to projects that are told to it, and answers what needs the whole model. */
export class Analysis {
  readonly #projects = new Map<string, Held>();
  readonly #checked = new WeakMap<Snapshot, { readonly day: Day; readonly configured: Configured; readonly checked: Checked }>();

  /** What there is to say to a message. Throws what a defect throws. */
  take(message: ToAnalysis): FromAnalysis | null {
    switch (message.what) {
      case 'project': {
        const configured = configuredBy(message.config, this.#projects.get(message.root)?.configured);
        const given = this.#projects.get(message.root)?.given ?? new Map<string, readonly Remark[]>();
        this.#projects.set(message.root, { snapshot: Snapshot.of(message.files), configured, language: message.language, given });
        return null;
      }
      case 'drop':
        this.#projects.delete(message.root);
        return null;
      case 'texts':
        this.#write(message.root, message.files);
        return null;
      case 'check':
        return this.#check(message.root, message.generation);
      case 'ask':
        return { what: 'answered', id: message.id, answer: this.#answer(message.root, message.question) };
    }
  }

  #write(root: string, files: readonly (readonly [path: string, text: string | null])[]): void {
    const held = this.#projects.get(root);
    if (!held) return;
    let { snapshot } = held;
    for (const [path, text] of files) snapshot = text === null ? snapshot.without(path) : snapshot.with(path, text);
    this.#projects.set(root, { ...held, snapshot });
  }

  #check(root: string, generation: number): FromAnalysis | null {
    const held = this.#projects.get(root);
    if (!held) return null;
    const started = performance.now();
    const { findings } = this.#checkedOf(held);
    const files = changedRemarks(held, findings);
    return { what: 'checked', root, generation, files, findings: findings.length, ms: performance.now() - started };
  }

  #answer(root: string, question: Question): readonly OfferedFix[] | string {
    const held = this.#projects.get(root);
    if (!held) return [];
    const checked = this.#checkedOf(held);
    if (question.ask === 'fixes') return offeredFixes(checked, question.file, question.span, held.language);
    const { snapshot, configured } = held;
    return reportOf(
      question.name,
      { snapshot, model: checked.model, findings: checked.findings, config: configured.config },
      {
        format: question.format,
        language: question.language,
        fileUri: (file: string, line: number) => `${uriOf(joined(root, file))}#L${line}`,
      },
    );
  }

  #checkedOf({ snapshot, configured }: Held): Checked {
    const day = dayFor(configured);
    const known = this.#checked.get(snapshot);
    if (known && known.day === day && known.configured === configured) return known.checked;
    const checked = checkProject(snapshot, configured, day);
    this.#checked.set(snapshot, { day, configured, checked });
    return checked;
  }
}

/** The files whose remarks are not those that were given out last; takes note of the new ones. */
function changedRemarks({ snapshot, given, language }: Held, findings: readonly Finding[]): readonly RemarkedFile[] {
  const byFile = new Map<string, Remark[]>();
  for (const finding of findings) {
    const remarks = byFile.get(finding.found.at.file);
    if (remarks) remarks.push(remarkOn(finding, language));
    else byFile.set(finding.found.at.file, [remarkOn(finding, language)]);
  }
  const changed: RemarkedFile[] = [];
  for (const file of new Set([...snapshot.files.keys(), configFile, ...given.keys()])) {
    const remarks = byFile.get(file) ?? [];
    const before = given.get(file) ?? [];
    if (remarks.length === before.length && JSON.stringify(remarks) === JSON.stringify(before)) continue;
    changed.push({ file, remarks });
    given.set(file, remarks);
  }
  return changed;
}

function offeredFixes(
  { model, findings }: Checked,
  file: string,
  span: { readonly start: number; readonly end: number },
  language: Language,
): readonly OfferedFix[] {
  const met = findings.filter(({ found: { at } }) => at.file === file && at.span.start <= span.end && span.start <= at.span.end);
  return met.flatMap((finding) => fixesOf(finding, model, language).map((fix) => offeredFix(finding, fix, language)));
}

function offeredFix({ rule, found }: Finding, fix: Fix, language: Language): OfferedFix {
  return {
    rule: rule.name,
    span: found.at.span,
    title: fix.title[language],
    preferred: fix.preferred,
    disabled: fix.disabled?.[language] ?? null,
    edits: fix.edits,
  };
}
