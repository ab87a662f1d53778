import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configFile } from '../../server/src/config/config';
import { type Configured, parseConfig, unconfigured } from '../../server/src/config/parse';
import { type Day, dayOf } from '../../server/src/model/calendar';
import { edited } from '../../server/src/model/edited';
import { Snapshot } from '../../server/src/model/snapshot';
import { rounded } from '../../server/src/reports/render/json';
import { messageOf } from '../../server/src/rules/answer';
import { rules } from '../../server/src/rules/catalogue';
import { type CheckedProject, checkProject, fixesOf } from '../../server/src/rules/check';
import { effectOf } from '../../server/src/rules/effect';
import type { Finding, Fix } from '../../server/src/rules/rule';
import type { Language } from '../../server/src/text/localised';
import { readAnnounced, writeAnnounced } from './announcements';
import { type Case, type CaseFile, type Fence, fencesOf, readCases, writeCase } from './markdown';

/**
 * Tests every `.md` file below `folder` of test/cases: one file a rule, one `##` a case. Fences of a case:
 *
 * - `collab [file]` is a file of the project (`model.collab`, if it is the only one); carets under a line announce the findings, all of them;
 * - `config` is `collab.config.json`, with carets alike;
 * - `fix [n] [step] [file]` is what the file reads after the preferred (or the n-th applicable) fix of the first finding, which has to be gone then, or
 *   answered; `step`: the fix is a step on the way;
 * - `fixes` are the titles of all fixes of the first finding, the preferred one starred, the disabled ones with their reason; `fixes-fr` in French;
 * - `effect` is what the preferred fix does to all findings, of whatever rule: those it resolves, those it adds;
 * - `fr` are the French messages, one a line;
 * - `findings` are rule, severity, subjects, evidence and the answering intervention, as `collab check --format json` gives them, one a line.
 *
 * Settings at the top: `today` (2026-04-10), `only` one rule is looked at, `language` of the texts that fixes write (en).
 * With UPDATE=1 the files are rewritten: read the difference as behaviour.
 */
export function testCases(folder: string): void {
  for (const name of readdirSync(join(root, folder)).sort()) {
    if (!name.endsWith('.md')) describe(name, () => testCases(join(folder, name)));
    else describe(name.replace('.md', ''), () => testFile(join(root, folder, name)));
  }
}

/** `each` of `file` as it has to read; throws where a fix leaves its finding standing. */
export function answered(each: Case, file: CaseFile): string {
  const settings = { only: file.settings.get('only') ?? null, language: file.settings.get('language') === 'fr' ? 'fr' : 'en' } as const;
  const project = projectOf(each, file);
  const checked = check(project, settings.only);
  const pieces = each.pieces.map((piece) =>
    typeof piece === 'string' ? piece : { ...piece, body: bodyOf(piece, checked, project, settings.language) },
  );
  return writeCase({ ...each, pieces });
}

const root = 'test/cases';

function testFile(path: string): void {
  if (process.env.UPDATE === '1') writeFileSync(path, rewritten(readFileSync(path, 'utf8')));
  const file = readCases(readFileSync(path, 'utf8'));
  for (const each of file.cases) {
    it(each.title, () => assert.equal(answered(each, file), writeCase(each)));
  }
}

/** The text of a case file with the answers of today; a case that has none is left for its test to complain. */
export function rewritten(markdown: string): string {
  const file = readCases(markdown);
  const written = file.cases.map((each) => {
    try {
      return answered(each, file);
    } catch {
      return writeCase(each);
    }
  });
  return file.head + written.join('');
}

export interface Project {
  readonly texts: ReadonlyMap<string, string>;
  readonly configured: Configured;
  readonly today: Day;
}

/** The project that a case is about. */
export function projectOf(each: Case, { settings }: CaseFile): Project {
  const files = fencesOf(each, 'collab').map((fence) => [fileOf(fence), readAnnounced(fence.body).text] as const);
  assert.equal(new Set(files.map(([name]) => name)).size, files.length, 'two files of a case have one name');
  const [config] = fencesOf(each, 'config');
  const configured = config ? parseConfig(readAnnounced(config.body).text, rules) : unconfigured;
  const today = dayOf(configured.config.today ?? settings.get('today') ?? '2026-04-10');
  assert.ok(today !== null, 'today is no date');
  return { texts: new Map(files), configured, today };
}

function check({ texts, configured, today }: Project, only: string | null): CheckedProject {
  const onFault = (_: unknown, error: unknown) => {
    throw error;
  };
  const { model, findings } = checkProject(Snapshot.of(texts), configured, today, { onFault });
  return { model, findings: findings.filter(({ rule }) => only === null || rule.name === only) };
}

function bodyOf(fence: Fence, checked: CheckedProject, project: Project, language: Language): string {
  const { findings } = checked;
  switch (fence.language) {
    case 'collab':
    case 'config':
      return announce(fence, findings);
    case 'fix':
      return fixed(fence, checked, project, language);
    case 'fixes':
      return lines(titlesOf(checked, 'en'));
    case 'fixes-fr':
      return lines(titlesOf(checked, 'fr'));
    case 'effect':
      return lines(effectIn(checked, project));
    case 'fr':
      return lines(findings.map((finding) => messageOf(finding, 'fr')));
    case 'findings':
      return lines(findings.map(figuresOf));
    default:
      throw new Error(`There is no fence “${fence.language}”.`);
  }
}

function announce(fence: Fence, findings: readonly Finding[]): string {
  const here = findings.filter(({ found }) => found.at.file === fileOf(fence));
  return writeAnnounced(
    readAnnounced(fence.body),
    here.map((finding) => ({
      span: finding.found.at.span,
      what: `${finding.severity} ${finding.rule.name}`,
      message: messageOf(finding, 'en'),
    })),
  );
}

function fixed(fence: Fence, { model, findings }: CheckedProject, project: Project, language: Language): string {
  const [finding] = findings;
  if (!finding) return '';
  const [, number, step, name] = /^(\d+)? ?(step)? ?(.*)$/.exec(fence.info) ?? [];
  const fix = chosen(fixesOf(finding, model, language, { onFault: rethrow }), number);
  if (!fix) return '';
  const { files } = edited(model.snapshot, fix.edits);
  const texts = new Map([...files.values()].map((file) => [file.path, file.text]));
  const left = check({ ...project, texts }, finding.rule.name).findings.find(
    ({ found }) => found.subjects.join() === finding.found.subjects.join(),
  );
  assert.ok(step || !left || left.answer?.state === 'answered', `“${fix.title.en}” leaves the finding standing`);
  return texts.get(name || (fix.edits[0]?.file ?? '')) ?? '';
}

function effectIn({ model, findings: [finding] }: CheckedProject, { configured, today }: Project): readonly string[] {
  const fix = finding && chosen(fixesOf(finding, model, 'en', { onFault: rethrow }), undefined);
  if (!fix) return [];
  const before = checkProject(model.snapshot, configured, today).findings;
  const { resolved, added } = effectOf({ model, findings: before }, fix.edits, configured);
  return [...resolved.map((each) => `resolved ${named(each)}`), ...added.map((each) => `added ${named(each)}`)];
}

function named({ rule, found }: Finding): string {
  return `${rule.name} ${found.subjects.join(' ')}`.trim();
}

function chosen(fixes: readonly Fix[], number: string | undefined): Fix | undefined {
  const enabled = fixes.filter(({ disabled }) => !disabled);
  return number ? enabled[Number(number) - 1] : enabled.find(({ preferred }) => preferred);
}

function titlesOf({ model, findings: [finding] }: CheckedProject, language: Language): readonly string[] {
  const fixes = finding ? fixesOf(finding, model, language, { onFault: rethrow }) : [];
  return fixes.map(
    ({ title, preferred, disabled }) => `${preferred ? '* ' : '- '}${title[language]}${disabled ? ` [${disabled[language]}]` : ''}`,
  );
}

function figuresOf({ rule, severity, found, answer }: Finding): string {
  const figures = {
    rule: rule.name,
    severity,
    subjects: found.subjects,
    evidence: found.evidence,
    answeredBy: answer?.state === 'answered' ? answer.intervention : null,
  };
  return JSON.stringify(figures, (_, value: unknown) => (typeof value === 'number' ? rounded(value) : value));
}

function fileOf({ language, info }: Fence): string {
  return language === 'config' ? configFile : info || 'model.collab';
}

function lines(all: readonly string[]): string {
  return all.map((line) => `${line}\n`).join('');
}

function rethrow(_: unknown, error: unknown): never {
  throw error;
}
