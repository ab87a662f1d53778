import type { Aspect } from '../../server/src/model/difference';
import type { Model } from '../../server/src/model/model';
import type { Declaration, Item } from '../../server/src/syntax/tree';
import { type Kind, propertiesByKind } from '../../server/src/syntax/vocabulary';

/** `model`, which tells `note` what is read of it. Titles are not told of: they stand in almost every finding. */
export function watched(model: Model, note: (aspect: Aspect) => void): Model {
  return new Watching(note).of(model) as Model;
}

const detailed: readonly Kind[] = ['member', 'stakeholder', 'task', 'team', 'competency'];

/** What the fields of entities are read from, where that is not the property of the same name. */
const sources: Readonly<Record<string, readonly Aspect[]>> = {
  'member.teams': ['member.team'],
  'member.inTeams': ['member.team', 'team.within'],
  'member.levels': ['member.has', 'competency.within'],
  'member.present': ['member.from', 'member.until'],
  'member.until': ['member.from', 'member.until'],
  'stakeholder.levels': ['stakeholder.has', 'competency.within'],
  'stakeholder.client': [],
  'team.broader': ['team.within'],
  'competency.broader': ['competency.within'],
  'task.serves': ['task.for'],
  'task.requirements': ['task.requires'],
  'task.due': ['task.from', 'task.due'],
  'task.assignees': ['task.assigned'],
  'task.participants': ['task.with'],
  'task.open': ['task.status'],
};

const lists: Readonly<Record<string, Kind>> = {
  competencies: 'competency',
  teams: 'team',
  members: 'member',
  clients: 'client',
  stakeholders: 'stakeholder',
  links: 'link',
  looseEnds: 'link',
  tasks: 'task',
  needs: 'need',
  resources: 'resource',
  assessments: 'assessment',
  pitfalls: 'pitfall',
  techniques: 'technique',
  interventions: 'intervention',
};

/** What every entity has, and what a project without it is quite another. */
const unwatched: ReadonlySet<string> = new Set(['id', 'name', 'label', 'file', 'kind', 'entry', 'property']);

class Watching {
  readonly #known = new WeakMap<object, object>();
  readonly #raw = new WeakMap<object, object>();

  constructor(private readonly note: (aspect: Aspect) => void) {}

  of(value: unknown): unknown {
    if (typeof value !== 'object' || value === null || this.#raw.has(value)) return value;
    const known = this.#known.get(value);
    if (known) return known;
    const made = this.#make(value);
    if (made === value) return value;
    this.#known.set(value, made);
    this.#raw.set(made, value);
    return made;
  }

  #make(value: object): object {
    if ('snapshot' in value && 'members' in value) return this.#model(value as Model);
    if (value instanceof Map) return new Map([...value].map(([key, each]) => [this.of(key), this.of(each)]));
    if (value instanceof Set) return new Set([...value].map((each) => this.of(each)));
    if ('id' in value && 'node' in value && 'unresolved' in value) return this.#entity(value as never);
    if ('type' in value && value.type === 'declaration') return this.#declaration(value as Declaration);
    return new Proxy(value, { get: (target, key) => this.#get(target, key) });
  }

  #get(target: object, key: string | symbol): unknown {
    const value: unknown = Reflect.get(target, key);
    return typeof value === 'function' ? value : this.of(value);
  }

  #model(model: Model): Model {
    return new Proxy(model, {
      get: (target, key) => {
        const kind = lists[String(key)];
        if (kind) this.note(kind);
        if (key === 'snapshot' || key === 'scale') return Reflect.get(target, key);
        if (key === 'entity') return (declared: never) => this.of(target.entity(declared));
        return this.#get(target, key);
      },
    });
  }

  #noteProperty(kind: Kind, word: string): void {
    if (!detailed.includes(kind)) this.note(kind);
    else for (const aspect of sources[`${kind}.${word}`] ?? [`${kind}.${word}` as const]) this.note(aspect);
  }

  #entity(entity: { readonly kind: Kind; readonly unresolved: ReadonlySet<string> }): object {
    const { kind, unresolved } = entity;
    return new Proxy(entity, {
      get: (target, key) => {
        if (key === 'unresolved') return this.#unresolved(kind, unresolved);
        if (key !== 'node' && typeof key === 'string' && !unwatched.has(key)) this.#noteProperty(kind, key);
        return this.#get(target, key);
      },
    });
  }

  #unresolved(kind: Kind, words: ReadonlySet<string>): ReadonlySet<string> {
    const note = (word: string): void => this.#noteProperty(kind, word);
    return new Proxy(words, {
      get: (target, key) => {
        if (key === 'has') {
          return (word: string) => {
            note(word);
            return target.has(word);
          };
        }
        for (const word of Object.keys(propertiesByKind[kind])) note(word);
        const value: unknown = Reflect.get(target, key);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  }

  #declaration(node: Declaration): Declaration {
    return new Proxy(node, {
      get: (target, key) => (key === 'items' ? this.#items(node) : Reflect.get(target, key)),
    });
  }

  /** Who looks for properties looks for them by word: each word that there may be is tried. */
  #items({ kind, items }: Declaration): readonly Item[] {
    const note = (word: string): void => this.#noteProperty(kind, word);
    const words = Object.keys(propertiesByKind[kind]);
    const asked = (is: (item: unknown) => unknown): void => {
      for (const word of words) if (is({ type: 'property', word, entries: [] })) note(word);
    };
    return new Proxy(items, {
      get: (target, key) => {
        if (key === 'find' || key === 'filter') {
          return (is: (item: unknown) => unknown) => {
            asked(is);
            return target[key](is as never);
          };
        }
        for (const word of words) note(word);
        const value: unknown = Reflect.get(target, key);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  }
}
