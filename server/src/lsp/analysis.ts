import type { Configured } from '../config/parse';
import { countOf } from '../features/counts';
import { loadHints } from '../features/inlayHints';
import { undeclared } from '../features/undeclared';
import { modelOf } from '../model/build';
import type { Day } from '../model/calendar';
import type { Model } from '../model/model';
import { Snapshot } from '../model/snapshot';
import { comesIn, reportOf, reports, showsPlan, workbookOf } from '../reports/catalogue';
import type { Proposal } from '../reports/plan/proposal';
import { formatsOf } from '../reports/report';
import { countsOf } from '../rules/answer';
import { Memory } from '../rules/applied';
import { type CheckedProject, checkProject, findingsInFile, type Watch } from '../rules/check';
import type { Finding } from '../rules/rule';
import { fingerprint } from '../text/fingerprint';
import type { Language, Localised } from '../text/localised';
import { Viewer } from '../views/catalogue';
import type { Answer, FromAnalysis, Question, ShownPart, ToAnalysis } from './analysisMessages';
import { comparison } from './consequences';
import { type Flag, isRaised } from './flag';
import { Given } from './given';
import { type Considered, offerOf, offersAt } from './offers';
import { proposalFor, toldProposal } from './proposal';
import { dayFor } from './reading';
import { Solutions, type Solve } from './solutions';
import { supposable, supposition } from './suppositions';
import { joined, uriOf } from './uris';
import { fits, toWriter } from './writing';

interface Held {
  readonly root: string;
  readonly isAlone: boolean;
  readonly snapshot: Snapshot;
  readonly config: string | null;
  readonly configured: Configured;
  readonly language: Language;
  readonly given: Given;
  readonly viewer: Viewer;
  readonly memory: Memory;
}

type Asked = Extract<ToAnalysis, { what: 'ask' }>;

/** What cannot be answered before all rules have been applied. */
type KnowingQuestion = Exclude<Question, { ask: 'counts' | 'loads' | 'fits' | 'undeclared' }>;

/** A project to which all rules have been applied. */
type Known = Held & Considered;

/** With more members and tasks than that, a model takes longer to make than a list of people may wait. */
const large = 3_000;

/** Applies the rules to projects that are told to it, and answers what needs the whole model. */
export class Analysis {
  readonly #projects = new Map<string, Held>();
  readonly #checked = new WeakMap<Snapshot, { readonly day: Day; readonly configured: Configured; readonly checked: CheckedProject }>();
  /** By the lineage of a project’s snapshots, the model that was checked last. */
  readonly #last = new WeakMap<object, Model>();
  readonly #faults = new Set<string>();
  readonly #watch: Watch = { onFault: ({ name }, error) => this.#noteFault(name, error) };
  readonly #solutions: Solutions;

  /** `say` is told the answers; `solve` is asked for plans. */
  constructor(
    private readonly say: (said: FromAnalysis) => void,
    solve: Solve,
  ) {
    this.#solutions = new Solutions(solve);
  }

  /** Throws what a defect throws. */
  take(message: ToAnalysis): void {
    const held = this.#projects.get(message.root);
    if (message.what === 'project') this.#hold(message, held);
    else if (message.what === 'drop') this.#projects.delete(message.root);
    else if (message.what === 'texts' && held) this.#write(held, message.files);
    else if (message.what === 'check' && held) this.#check(held, message);
    else if (message.what === 'ask') this.#answer(message);
    else if (message.what === 'leave') this.#solutions.leave(message.id);
  }

  #hold({ root, isAlone, config, configured, language, files }: Extract<ToAnalysis, { what: 'project' }>, before: Held | undefined): void {
    const snapshot = before ? before.snapshot.reading(new Map(files)) : Snapshot.of(files);
    const { given = new Given(), viewer = new Viewer(), memory = new Memory() } = before ?? {};
    this.#projects.set(root, { root, isAlone, snapshot, config, configured, language, given, viewer, memory });
  }

  #write(held: Held, files: readonly (readonly [path: string, text: string | null])[]): void {
    let { snapshot } = held;
    for (const [path, text] of files) snapshot = text === null ? snapshot.without(path) : snapshot.with(path, text);
    this.#projects.set(held.root, { ...held, snapshot });
  }

  #check(held: Held, { generation, needless }: Extract<ToAnalysis, { what: 'check' }>): void {
    const started = performance.now();
    const atOnce = held.given.changedAtOnce(held.snapshot, (path) => this.#findingsIn(path, held), held.language);
    if (atOnce.length > 0) this.say({ what: 'foundAtOnce', root: held.root, generation, files: atOnce });
    const checked = this.#checkedOf(held, needless);
    if (!checked) {
      this.say({ what: 'leftOff', root: held.root, id: null });
      return;
    }
    const { findings } = checked;
    const files = held.given.changedBy(findings, held.snapshot, held.language);
    const counts = countsOf(findings);
    this.say({ what: 'checked', root: held.root, generation, files, findings: findings.length, counts, ms: performance.now() - started });
  }

  #findingsIn(path: string, { snapshot, configured }: Held): readonly Finding[] {
    return findingsInFile(snapshot, path, configured, this.#watch);
  }

  #answer(asked: Asked): void {
    const { id, root, question } = asked;
    const held = this.#heldOf(root);
    const say = (answer: Answer): void => this.say({ what: 'answered', id, answer });
    if (question.ask === 'counts' || question.ask === 'loads') say(countedIn(held, question));
    else if (question.ask === 'undeclared') say(undeclared(held.snapshot, question.kind, question.owner));
    else if (question.ask === 'fits') say(fits(this.#modelFor(held), question));
    else if (question.ask === 'report' && !comesIn(question.name, question.format))
      this.say({ what: 'refused', id, reason: noReport(question.name, question.format) });
    else this.#answerKnowing(asked, question, held);
  }

  #answerKnowing(asked: Asked, question: KnowingQuestion, held: Held): void {
    const { id, root, needless } = asked;
    const known = this.#knownOf(held, needless);
    const say = (answer: Answer): void => this.say({ what: 'answered', id, answer });
    if (!known) this.say({ what: 'leftOff', root, id });
    else if (question.ask === 'plan') this.#plan(asked, known.checked.model, toldProposal);
    else if (question.ask === 'view') say(shown(known, question));
    else if (question.ask !== 'report') say(answerOn(known, question));
    else if (!showsPlan(question.name)) say(reportOn(known, question, null));
    else this.#plan(asked, known.checked.model, (then, proposal) => reportOn(then, question, proposal));
  }

  /** Says what `answer` makes of a plan for `model`, when that has been found: messages are taken meanwhile. */
  #plan(asked: Asked, model: Model, answer: (known: Known, proposal: Proposal) => Answer): void {
    const { id, root, question, needless } = asked;
    const planned = async (): Promise<FromAnalysis> => {
      const solution = await this.#solutions.find(id, model, (done, of) => this.say({ what: 'progress', id, done, of }));
      const known = solution && this.#knownOf(this.#heldOf(root), needless);
      if (!solution || !known) return { what: 'leftOff', root, id };
      const proposal = proposalFor(known, solution);
      if (!proposal) return { what: 'refused', id, reason: changedMeanwhile[question.ask === 'report' ? 'report' : 'plan'] };
      return { what: 'answered', id, answer: answer(known, proposal) };
    };
    void planned()
      .catch((error: unknown): FromAnalysis => ({ what: 'failed', of: 'ask', root, id, error: stackOf(error) }))
      .then(this.say);
  }

  #heldOf(root: string): Held {
    const held = this.#projects.get(root);
    if (!held) throw new RangeError('No such project has been told.');
    return held;
  }

  /** Null where it is needless. */
  #knownOf(held: Held, needless: Flag): Known | null {
    const checked = this.#checkedOf(held, needless);
    return checked && { ...held, checked, watch: this.#watch };
  }

  /** The model that a list of people waits for: of a large project the one that was checked last, since its own takes too long to make. */
  #modelFor({ snapshot, configured }: Held): Model {
    const last = this.#last.get(snapshot.lineage);
    return last && last.members.length + last.tasks.length > large ? last : modelOf(snapshot, dayFor(configured));
  }

  /** Null where it is needless. */
  #checkedOf({ snapshot, configured, memory }: Held, needless: Flag): CheckedProject | null {
    const day = dayFor(configured);
    const known = this.#checked.get(snapshot);
    if (known && known.day === day && known.configured === configured) return known.checked;
    const checked = checkProject(snapshot, configured, day, { ...this.#watch, memory, isStale: () => isRaised(needless) });
    if (checked) {
      this.#checked.set(snapshot, { day, configured, checked });
      this.#last.set(snapshot.lineage, checked.model);
    }
    return checked;
  }

  /** Each fault is told once, not at every key. */
  #noteFault(rule: string, error: unknown): void {
    const stack = stackOf(error);
    if (this.#faults.has(stack)) return;
    this.#faults.add(stack);
    this.say({ what: 'faulty', error: `${rule}: ${stack}` });
  }
}

export function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function shown({ viewer, checked, language }: Known, { part, known }: Extract<Question, { ask: 'view' }>): ShownPart {
  const json = JSON.stringify(viewer.show(part, checked, language));
  const state = fingerprint(json);
  return { state, json: state === known ? null : json };
}

function reportOn(
  { root, isAlone, snapshot, configured, checked: { model, findings } }: Known,
  { name, format, language, audience }: Extract<Question, { ask: 'report' }>,
  proposal: Proposal | null,
): string {
  const fileUri = (file: string, line: number): string => `${isAlone ? root : uriOf(joined(root, file))}#L${line}`;
  const input = { snapshot, model, findings, config: configured.config, ...(proposal && { proposal }) };
  // In the editor a report is for its author, unless it is made for somebody else.
  const isForClient = (audience ?? configured.config.report.audience) === 'client';
  const options = { format, language, ...(isForClient ? {} : { fileUri }) };
  return format === 'xlsx' ? inBase64(workbookOf(name, input, { language })) : reportOf(name, input, options);
}

function inBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

function answerOn(considered: Considered, question: Exclude<KnowingQuestion, { ask: 'plan' | 'report' | 'view' }>): Answer {
  switch (question.ask) {
    case 'fixes':
      return offersAt(considered, question.file, question.span);
    case 'fix':
      return offerOf(considered, question);
    case 'writing':
      return toWriter(considered, question.question);
    case 'comparison':
      return comparison(considered, question.file, question.span);
    case 'supposable':
      return supposable(considered, question.file, question.offset);
    case 'supposition':
      return supposition(considered, question.supposed);
  }
}

/** What the model alone tells: no rule has to be applied. */
function countedIn({ snapshot, configured, language }: Held, question: Extract<Question, { ask: 'counts' | 'loads' }>): Answer {
  const model = modelOf(snapshot, dayFor(configured));
  if (question.ask === 'counts') return question.ids.map((id) => countOf(model, id, language));
  return loadHints(model, question.file, question.span, language);
}

const changedMeanwhile = {
  plan: {
    en: 'the model has changed while a plan was being looked for: ask for one again',
    fr: 'le modèle a changé pendant la recherche d’un plan\u00A0: demandez-en un nouveau',
  },
  report: {
    en: 'the model has changed while a plan for the report was being looked for: ask for it again',
    fr: 'le modèle a changé pendant la recherche d’un plan pour le rapport\u00A0: demandez-le à nouveau',
  },
} as const satisfies Record<string, Localised>;

function noReport(name: string, format: string): Localised {
  const known = reports.map((report) => `${report.name} (${formatsOf(report).join(', ')})`).join(', ');
  return {
    en: `there is no report “${name}” in the format “${format}”; there is: ${known}`,
    fr: `il n’y a pas de rapport «\u00A0${name}\u00A0» au format «\u00A0${format}\u00A0»\u00A0; il y a\u00A0: ${known}`,
  };
}
