import type { Level } from '../syntax/tree';
import type { Day } from './calendar';
import type { Aim, AnyEntity, Competency, End, Skill } from './model';
import type { Names } from './names';
import type { Declared } from './outline';
import type { Referring, Refs } from './refs';
import { numberOf, type Scale } from './scale';
import type { SourceFile } from './snapshot';

/** Makes the entity that a declaration stands for: what it says has been read once, what it refers to is looked up for each model. */
export interface Maker<E extends AnyEntity> {
  readonly declared: Declared;
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
  /** By file and ordinal: a table of all declarations would be too large to stay at hand. */
  readonly #entities = new Map<string, AnyEntity[]>();
  readonly #repeated: ReadonlySet<Declared>;
  readonly #missing = new Set<string>();
  /** What a broken link has for ends, where they resolve. */
  readonly looseEnds = new Set<End>();
  #settled = false;

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

  put<E extends AnyEntity>({ file, ordinal }: Declared, entity: E): E {
    let inFile = this.#entities.get(file);
    if (!inFile) {
      inFile = [];
      this.#entities.set(file, inFile);
    }
    inFile[ordinal] = entity;
    return entity;
  }

  /** The entity that was made of `declared`, or of what stands in its place in this snapshot: an `E`, as its maker says. */
  made<E extends AnyEntity>({ file, ordinal, id }: Declared): E | null {
    const entity = this.#entities.get(file)?.[ordinal];
    return entity?.id === id ? (entity as E) : null;
  }

  /** From here on it is `file` that refers to something. */
  enter(file: SourceFile): void {
    this.#settled = this.names.isSettled(file);
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

  /** The same, without a note where it does not resolve. */
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
    for (const end of ends) if (end) this.looseEnds.add(end);
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
