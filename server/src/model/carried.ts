import type { Day } from './calendar';
import { mentionsAt } from './mentions';
import type { AnyEntity } from './model';
import { names } from './names';
import { movedNames, type Outline, outlineOf, type Sole } from './outline';
import type { Part } from './part';
import { isSameScale, type Scale } from './scale';
import type { Snapshot, SourceFile } from './snapshot';
import type { Stage } from './stages';

/** What a model was made of, for one that is made after it. The model itself, on which much more hangs, is not kept alive. */
export interface Made {
  readonly files: ReadonlyMap<string, SourceFile>;
  readonly today: Day;
  readonly scale: Scale;
  /** The one that counts. */
  readonly organization: Sole | null;
  /** By stage, then by file. */
  readonly parts: ReadonlyMap<Stage, ReadonlyMap<string, Part>>;
  /** What is nested in no other, by stage, in project order. */
  readonly entities: ReadonlyMap<Stage, readonly AnyEntity[]>;
}

/** By lineage, what the two last models were made of: every other one is of what the project may mean while a name is misspelt. */
const lastMade = new WeakMap<object, readonly Made[]>();

export function noteMade({ lineage }: Snapshot, made: Made): void {
  lastMade.set(lineage, [made, ...(lastMade.get(lineage) ?? []).slice(0, 1)]);
}

/** What the model was made of that has most in common with that of `snapshot` on `today`; null where there is none to carry over from. */
export function madeBefore(snapshot: Snapshot, today: Day, scale: Scale): Made | null {
  const made = (lastMade.get(snapshot.lineage) ?? []).filter((each) => each.today === today && isSameScale(each.scale, scale));
  const [first = null, second] = made;
  return first && second && changesIn(second, snapshot).length < changesIn(first, snapshot).length ? second : first;
}

/** What of an earlier model holds in another state of the project, and is carried over. */
export class Carried {
  /** Names that may mean something else now. */
  readonly #moved: ReadonlySet<string>;
  readonly #isOrganizationMoved: boolean;
  readonly #dropped = new Set<Part>();

  constructor(
    private readonly made: Made | null,
    private readonly now: Snapshot,
  ) {
    const changes = made ? changesIn(made, now) : [];
    this.#moved = new Set(changes.flatMap(({ before, after }) => [...movedNames(outline(before), outline(after))]));
    this.#isOrganizationMoved = made?.organization?.node !== names(now).sole('organization')?.node;
  }

  /** What holds of `stage`, by file; to be asked for stage by stage. */
  partsAt(stage: Stage): ReadonlyMap<string, Part> {
    const before = this.made?.parts.get(stage) ?? none;
    const held = new Map(before);
    for (;;) {
      // Parts of one stage refer to each other: with one that does not hold others fall.
      const falling = [...held.values()].filter((part) => !this.#holds(part, stage));
      if (falling.length === 0) return held.size === before.size ? before : held;
      for (const part of falling) {
        held.delete(part.file.path);
        this.#dropped.add(part);
      }
    }
  }

  /** Do the entities of `part` say what they said, and refer to what is carried over itself? */
  #holds({ file, refersTo }: Part, stage: Stage): boolean {
    if (this.now.files.get(file.path) !== file || mentionsAt(stage, file, this.#moved)) return false;
    if (this.#isOrganizationMoved && stage === 'owners' && outlineOf(file).soles.length > 0) return false;
    for (const part of refersTo) if (this.#dropped.has(part)) return false;
    return true;
  }
}

const none: ReadonlyMap<string, Part> = new Map();

interface Change {
  readonly before: SourceFile | undefined;
  readonly after: SourceFile | undefined;
}

function changesIn({ files }: Made, now: Snapshot): readonly Change[] {
  const changes: Change[] = [];
  for (const [path, after] of now.files) {
    const before = files.get(path);
    if (before !== after) changes.push({ before, after });
  }
  for (const [path, before] of files) if (!now.files.has(path)) changes.push({ before, after: undefined });
  return changes;
}

function outline(file: SourceFile | undefined): Outline | null {
  return file ? outlineOf(file) : null;
}
