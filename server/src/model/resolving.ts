import type { Entry, Level, Ref } from '../syntax/tree';
import type { Kind } from '../syntax/vocabulary';
import type { Day } from './calendar';
import type { Aim, AnyEntity, Competency, Skill } from './model';
import { meant, type Names } from './names';
import type { Declared } from './outline';
import type { Refs } from './reading';
import { numberOf, type Scale } from './scale';

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
  readonly entities = new Map<Declared, AnyEntity>();
  readonly #repeated: ReadonlySet<Declared>;
  readonly #missing = new Set<string>();

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

  put<E extends AnyEntity>(declared: Declared, entity: E): E {
    this.entities.set(declared, entity);
    return entity;
  }

  /** The entity that was made of `declared`: an `E`, as its maker says. */
  made<E extends AnyEntity>(declared: Declared): E | null {
    return (this.entities.get(declared) as E | undefined) ?? null;
  }

  /** What `ref` refers to. `kinds` says which kinds can stand there, and so which type `E` is. */
  meant<E extends AnyEntity>(ref: Ref | null | undefined, kinds: readonly Kind[]): E | null {
    const declared = ref ? meant(this.names.resolve(ref, kinds)) : null;
    return declared && this.made<E>(declared);
  }

  /** What `refs` refer to, each once. */
  all<E extends AnyEntity>(refs: Refs): readonly E[] {
    return distinct(this.each(refs, (_, entity: E) => entity));
  }

  /** What the only one of `refs` refers to. */
  one<E extends AnyEntity>(refs: Refs): E | null {
    return this.each(refs, (_, entity: E) => entity)[0] ?? null;
  }

  /** What `make` makes of each of `refs` that is found; null stands for nothing. */
  each<E extends AnyEntity, T>({ word, kinds, entries }: Refs, make: (entry: Entry, entity: E) => T | null): readonly T[] {
    if (entries.length === 0) return none;
    const found: T[] = [];
    for (const entry of entries) {
      const entity = this.meant<E>(entry.ref, kinds);
      const made = entity ? make(entry, entity) : null;
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
