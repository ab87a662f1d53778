import type { Level } from '../syntax/tree';
import type { Day } from './calendar';
import type { Aim, AnyEntity, Competency, End, Skill } from './model';
import { meant, type Names } from './names';
import type { Declared } from './outline';
import type { Part } from './part';
import type { Referring, Refs } from './refs';
import { numberOf, type Scale } from './scale';
import { type Stage, stageOf } from './stages';

/** Makes the entity that a declaration stands for: what it says has been read once, what it refers to is looked up for each model. */
export interface Maker<E extends AnyEntity> {
  /** Null of a link that has no name yet, since it lacks an end or its arrow. */
  readonly declared: Declared | null;
  /** Null where too little of it resolves. */
  make(project: Resolving): E | null;
  /** Fills in what points to entities that were not there when it was made. */
  complete?(entity: Draft<E>, project: Resolving): void;
}

/** Makes the entity that a nested declaration stands for. */
export interface NestedMaker<Owner, E> {
  readonly declared: Declared;
  make(owner: Owner, project: Resolving): E;
}

/** An entity on its way into the model. */
export type Draft<E> = { -readonly [Key in keyof E]: E[Key] };

/** Looks up what the declarations of one project refer to; it finds the entities that are there by then. */
export class Resolving {
  /** What is there by now, by stage and file. */
  readonly #parts = new Map<Stage, ReadonlyMap<string, Part>>();
  readonly #repeated: ReadonlySet<Declared>;
  readonly #missing = new Set<string>();
  #settled = false;
  #part: Part | null = null;

  constructor(
    private readonly names: Names,
    readonly scale: Scale,
    readonly today: Day,
  ) {
    this.#repeated = names.repeated();
  }

  /** Does `declared` count: is it the first of its name, and the only one where a project has one? */
  counts(declared: Declared): boolean {
    if (this.#repeated.has(declared)) return false;
    return declared.kind !== 'organization' || this.names.sole('organization')?.node === declared.node;
  }

  /** From here on the entities of `stage` are there, or will be. */
  open(stage: Stage, parts: ReadonlyMap<string, Part>): void {
    this.#parts.set(stage, parts);
  }

  /** From here on it is entities of `part` that refer to something. */
  enter(part: Part): void {
    this.#part = part;
    this.#settled = this.names.isSettled(part.file);
  }

  /** Takes what `declared` has become into the part that is being made. */
  put<E extends AnyEntity>(declared: Declared, entity: E): E {
    this.#part?.put(declared, entity);
    return entity;
  }

  /** The entity that was made of `declared`, or of what stands in its place in this snapshot: an `E`, as its maker says. */
  made<E extends AnyEntity>(declared: Declared): E | null {
    const stage = stageOf(declared.kind);
    const part = stage && this.#parts.get(stage)?.get(declared.file);
    if (!part) return null;
    this.#part?.refersTo.add(part);
    return part.at(declared) as E | null;
  }

  /** What `refs` refer to, each once. The vocabulary says which kinds can stand there, and so which type `E` is. */
  all<E extends AnyEntity>(refs: Refs): readonly E[] {
    return distinct(this.each(refs, (_, entity: E) => entity));
  }

  /** What the only one of `refs` refers to. */
  one<E extends AnyEntity>(refs: Refs): E | null {
    const found = this.peek<E>(refs);
    if (!found && refs.entries.length > 0) this.miss(refs.word);
    return found;
  }

  /** Notes where one of `refs`, which refer to what is made later, does not resolve. */
  check({ word, kinds, entries }: Refs): void {
    for (const { ref } of entries) {
      const declared = meant(this.names.resolve(ref, kinds));
      if (!declared || !this.counts(declared)) this.miss(word);
    }
  }

  /** What the only one of `refs` refers to, without a note where it does not resolve. */
  peek<E extends AnyEntity>(refs: Refs): E | null {
    const [declared] = refs.meantIn(this.names, this.#settled);
    return declared ? this.made<E>(declared) : null;
  }

  /** What `make` makes of each of `refs` that is found; null stands for nothing. */
  each<E extends AnyEntity, T>(refs: Refs, make: (entry: Referring, entity: E) => T | null): readonly T[] {
    const { word, entries } = refs;
    if (entries.length === 0) return none;
    const found: T[] = [];
    for (const [at, declared] of refs.meantIn(this.names, this.#settled).entries()) {
      const entry = entries[at];
      const entity = declared && this.made<E>(declared);
      const made = entry && entity ? make(entry, entity) : null;
      if (made === null) this.miss(word);
      else found.push(made);
    }
    return found;
  }

  /** One per competency, the highest level, in text order. */
  skills(refs: Refs): readonly Skill[] {
    return highest(
      this.each(refs, (entry, competency: Competency): Skill | null => {
        const level = this.level(entry.level);
        return level === null ? null : { competency, level, entry };
      }),
    );
  }

  /** One per competency, the highest level, in text order. */
  aims(refs: Refs): readonly Aim[] {
    return highest(
      this.each(refs, (entry, competency: Competency): Aim => {
        const level = this.level(entry.level);
        if (entry.level && level === null) this.miss(refs.word);
        return { competency, level, entry };
      }),
    );
  }

  level(level: Level | undefined): number | null {
    return level ? numberOf(this.scale, level) : null;
  }

  /** Notes that a property named `word` does not resolve. */
  miss(word: string): void {
    this.#missing.add(word);
  }

  /** Notes that `ends` are those of a broken link, as far as they resolve. */
  loosen(ends: readonly (End | null)[]): void {
    for (const end of ends) if (end) this.#part?.looseEnds.push(end);
  }

  /** `known`, with the words noted since this was last asked for. */
  unresolved(known: ReadonlySet<string>): ReadonlySet<string> {
    if (this.#missing.size === 0) return known;
    const all = new Set([...known, ...this.#missing]);
    this.#missing.clear();
    return all;
  }
}

const none: readonly never[] = [];

/** The first of each. */
export function distinct<T>(items: readonly T[]): readonly T[] {
  if (items.length < 2) return items;
  const each = new Set(items);
  return each.size === items.length ? items : [...each];
}

function highest<S extends Skill | Aim>(skills: readonly S[]): readonly S[] {
  if (skills.length < 2) return skills;
  const best = new Map<Competency, S>();
  for (const skill of skills) {
    const known = best.get(skill.competency);
    if (!known || (skill.level ?? 0) > (known.level ?? 0)) best.set(skill.competency, skill);
  }
  return best.size === skills.length ? skills : [...best.values()];
}
