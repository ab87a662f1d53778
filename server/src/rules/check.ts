import type { Configured } from '../config/parse';
import { stepDown } from '../config/severity';
import { answerOf } from '../model/answers';
import { modelOf } from '../model/build';
import type { Day } from '../model/calendar';
import { grouped } from '../model/grouped';
import { memo } from '../model/memo';
import type { Model } from '../model/model';
import type { Snapshot } from '../model/snapshot';
import type { Language } from '../text/localised';
import { inOrder } from './answer';
import { type Applied, Earlier, judgedIn, type Memory, type Result, type Still } from './applied';
import { rules } from './catalogue';
import { isUnclear } from './halfTyped';
import { asMeant, type Meant } from './meant';
import type { AnyRule, Finding, Fix, Found, Options, Severity, Spoken } from './rule';
import { isSilenced } from './silencers';

/** Who looks on while the rules are applied. */
export interface Watch {
  /** Asked between two rules, and within those that take long: where it says so, nobody waits for the findings any more. */
  isStale?(): boolean;
  /** What a rule threw: it alone stays silent. */
  onFault?(rule: AnyRule, error: unknown): void;
  /** What was found the last time, of which what still holds is kept; takes note of what is found now. */
  readonly memory?: Memory;
}

export interface CheckedProject {
  readonly model: Model;
  /** By file, then place, then rule. */
  readonly findings: readonly Finding[];
}

/** What the rules find in a project on a day; null where `isStale` said that nobody waits for it. */
export function checkProject(
  snapshot: Snapshot,
  configured: Configured,
  today: Day,
  watch: Watch & { isStale(): boolean },
): CheckedProject | null;
export function checkProject(snapshot: Snapshot, configured: Configured, today: Day, watch?: Watch): CheckedProject;
export function checkProject(snapshot: Snapshot, configured: Configured, today: Day, watch: Watch = {}): CheckedProject | null {
  if (watch.isStale?.()) return null;
  const model = modelOf(snapshot, today);
  const findings = findingsOf(model, configured, { ...watch, isStale: () => watch.isStale?.() ?? false });
  return findings && { model, findings };
}

/** What the rules find in a model, by file, then place, then rule; null where `isStale` said that nobody waits for it. */
export function findingsOf(model: Model, configured: Configured, watch: Watch & { isStale(): boolean }): readonly Finding[] | null;
export function findingsOf(model: Model, configured: Configured, watch?: Watch): readonly Finding[];
export function findingsOf(model: Model, configured: Configured, watch: Watch = {}): readonly Finding[] | null {
  const earlier = watch.memory?.recall(model.today, configured) ?? [];
  const run = new Run(model, configured, watch, earlier);
  const meaning = asMeant(model);
  const meant = meaning && new Run(meaning.model, configured, watch, [...earlier, run.applied]);
  if (meant) run.mayMean(meant, meaning.renamed);
  for (const rule of rules) {
    if (watch.isStale?.()) return null;
    run.found(rule);
  }
  watch.memory?.note(model.today, configured, meant ? [meant.applied, run.applied] : [run.applied]);
  return inOrder(rules.flatMap((rule) => run.findings(rule)));
}

/** What the rules that judge each file by itself find in `file`, by place, then rule; no model is made for it. */
export function findingsInFile(snapshot: Snapshot, path: string, configured: Configured, watch: Watch = {}): readonly Finding[] {
  const file = snapshot.files.get(path);
  if (!file) return [];
  const findings = fileRules.filter(isOnFor(configured)).flatMap((rule) => {
    const found = collect(rule, watch, (report) => rule.checkFile?.(snapshot, file, report)) ?? [];
    return heard(rule, found, snapshot).map(
      (each): Finding => ({ rule, severity: severityOf(rule, each, configured), found: each, answer: null }),
    );
  });
  return inOrder(findings);
}

/** Does `findingsInFile` answer for the rule of that name? */
export function isFileRule(name: string): boolean {
  return byName.get(name)?.checkFile !== undefined;
}

/** What could be done about a finding, best first; nothing where the rule throws. */
export function fixesOf({ rule, found }: Finding, model: Model, language: Language, watch: Watch = {}): readonly Fix[] {
  try {
    return rule.fixes?.(found, model, language) ?? [];
  } catch (error) {
    watch.onFault?.(rule, error);
    return [];
  }
}

/** The rules applied to one model, each when it is first asked for. */
class Run {
  readonly #results = new Map<AnyRule, Result>();
  readonly #told = new Map<AnyRule, readonly Found<unknown>[]>();
  readonly #earlier: readonly Earlier[];
  /** The rules applied to what the model may mean, where a name in it is misspelt. */
  #meant: { readonly run: Run; readonly renamed: Meant['renamed'] } | null = null;

  constructor(
    private readonly model: Model,
    private readonly configured: Configured,
    private readonly watch: Watch,
    /** What was found in other states of the project: what still holds is taken over. */
    earlier: readonly Applied[],
  ) {
    this.#earlier = earlier.map((applied) => new Earlier(applied, model));
  }

  get applied(): Applied {
    return { model: this.model, results: this.#results };
  }

  mayMean(run: Run, renamed: Meant['renamed']): void {
    this.#meant = { run, renamed };
  }

  /** What `rule` finds, silenced or not; nothing while it is off, or while it waits for what it asks of others. */
  found(rule: AnyRule): readonly Found<unknown>[] {
    const known = this.#told.get(rule);
    if (known) return known;
    this.#told.set(rule, []);
    if (!isOnFor(this.configured)(rule)) return [];
    // Only what is also found in what may be meant is told: nothing else need be looked for.
    const limit = rule.checkFile || !this.#meant ? null : this.#meant.run.found(rule);
    if (limit?.length === 0) return [];
    const { found } = this.#stillFound(rule) ?? (limit && rule.bySubject ? this.#judgeOnly(rule, limit) : this.#apply(rule));
    const told = found.length === 0 || rule.checkFile ? found : this.#clear(rule, found);
    this.#told.set(rule, told);
    return told;
  }

  #stillFound(rule: AnyRule): Result | null {
    for (const earlier of this.#earlier) {
      const still = earlier.stillFound(rule, (other) => this.found(other));
      const result = still && (still.again.size === 0 ? still : this.#judgeAgain(rule, still));
      if (!result) continue;
      this.#results.set(rule, result);
      return result;
    }
    return null;
  }

  /** What `rule` finds where all but some whom it judges are as they were; null where it throws. */
  #judgeAgain(rule: AnyRule, { found: kept, asked: before, again }: Still): Result | null {
    const { bySubject } = rule;
    if (!bySubject) return null;
    const keptBySubject = new Map(grouped(kept, (each) => [judgedIn(rule, each) ?? '']));
    const asked = new Map(before);
    const found = collect(rule, this.watch, (report) => {
      const judge = bySubject.judge(this.model, report, optionsOf(rule, this.configured), this.#spoken(asked));
      for (const subject of bySubject.subjects(this.model)) {
        if (again.has(subject.id)) judge(subject);
        else keptBySubject.get(subject.id)?.forEach(report);
      }
    });
    return found && { found, asked };
  }

  /** What `rule` finds about those about whom it finds something in what may be meant: not kept, since it is not all. */
  #judgeOnly(rule: AnyRule, limit: readonly Found<unknown>[]): { readonly found: readonly Found<unknown>[] } {
    const ids = new Set(limit.map((each) => judgedIn(rule, each)));
    const found = collect(rule, this.watch, (report) => {
      const judge = rule.bySubject?.judge(this.model, report, optionsOf(rule, this.configured), this.#spoken(new Map()));
      for (const subject of rule.bySubject?.subjects(this.model) ?? []) {
        if (ids.has(this.#meant?.renamed.get(subject.id) ?? subject.id)) judge?.(subject);
      }
    });
    return { found: found ?? [] };
  }

  #apply(rule: AnyRule): Result {
    const asked = new Map<AnyRule, readonly Found<unknown>[]>();
    const found = collect(rule, this.watch, (report) => {
      rule.check(this.model, report, optionsOf(rule, this.configured), this.#spoken(asked), () => this.watch.isStale?.() ?? false);
      rule.checkConfig?.(this.configured, report);
    });
    if (found) this.#results.set(rule, { found, asked });
    return { found: found ?? [], asked };
  }

  /** What other rules find, taken note of in `asked`. */
  #spoken(asked: Map<AnyRule, readonly Found<unknown>[]>): Spoken {
    return (name) => {
      const other = byName.get(name);
      if (!other) return [];
      const found = this.found(other);
      asked.set(other, found);
      return found;
    };
  }

  /** Those of `found` that do not follow from a fault which has a finding of its own. */
  #clear(rule: AnyRule, found: readonly Found<unknown>[]): readonly Found<unknown>[] {
    const clear = found.filter((each) => !isAtUnclear(this.model, each));
    return this.#meant ? foundAlsoIn(this.#meant.run.found(rule), clear, this.#meant.renamed) : clear;
  }

  /** What is left of what `rule` finds where comments do not silence it. */
  findings(rule: AnyRule): readonly Finding[] {
    return heard(rule, this.found(rule), this.model.snapshot).map((found) => this.#finding(rule, found));
  }

  /** A finding that an intervention answers in time steps down one severity. */
  #finding(rule: AnyRule, found: Found<unknown>): Finding {
    const severity = severityOf(rule, found, this.configured);
    const answer = answerOf(this.model, rule.name, found.subjects);
    if (!answer) return { rule, severity, found, answer: null };
    const { intervention, state } = answer;
    return {
      rule,
      severity: state === 'answered' ? stepDown(severity) : severity,
      found,
      answer: { intervention: intervention.id, label: intervention.label, until: intervention.to, state },
    };
  }
}

const fileRules = rules.filter(({ checkFile }) => checkFile);
const byName: ReadonlyMap<string, AnyRule> = new Map(rules.map((rule) => [rule.name, rule]));

/** What `check` hands over; null of a rule that throws. */
function collect(rule: AnyRule, watch: Watch, check: (report: (found: Found<unknown>) => void) => void): readonly Found<unknown>[] | null {
  const found: Found<unknown>[] = [];
  try {
    check((each) => found.push(each));
    return found;
  } catch (error) {
    watch.onFault?.(rule, error);
    return null;
  }
}

/** Does it stand at something of which it is not known whether it counts? */
function isAtUnclear(model: Model, { subjects: [at] }: Found<unknown>): boolean {
  return at !== undefined && unclear(model).has(at);
}

const unclear = memo(({ members, tasks, interventions }: Model): ReadonlySet<string> => {
  return new Set([members, tasks, interventions].flatMap((entities) => entities.filter(isUnclear).map(({ id }) => id)));
});

/** Those of `found` that are in `others` as well, where they may have more subjects; `renamed` says which ids these have there. */
function foundAlsoIn(
  others: readonly Found<unknown>[],
  found: readonly Found<unknown>[],
  renamed: Meant['renamed'],
): readonly Found<unknown>[] {
  const there = new Set(others);
  let byFirst: ReadonlyMap<string | undefined, readonly Found<unknown>[]> | undefined;
  return found.filter((each) => {
    // Most is kept from one state for both.
    if (there.has(each)) return true;
    byFirst ??= grouped(others, ({ subjects }) => [subjects[0]]);
    const ids = each.subjects.map((id) => renamed.get(id) ?? id);
    return byFirst.get(ids[0])?.some((other) => ids.every((id) => other.subjects.includes(id)));
  });
}

function heard(rule: AnyRule, found: readonly Found<unknown>[], snapshot: Snapshot): readonly Found<unknown>[] {
  return found.filter(({ at }) => !isSilenced(snapshot, rule, at));
}

function isOnFor({ config }: Configured): (rule: AnyRule) => boolean {
  return ({ name }) => config.rules.get(name)?.severity !== 'off';
}

function optionsOf({ name, options }: AnyRule, { config }: Configured): Options {
  return { ...options, ...config.rules.get(name)?.options };
}

function severityOf({ name, severity }: AnyRule, found: Found<unknown>, { config }: Configured): Severity {
  const configured = config.rules.get(name)?.severity;
  return configured && configured !== 'off' ? configured : (found.severity ?? severity);
}
