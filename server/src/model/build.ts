import type { Day } from './calendar';
import { Carried, type Made, madeBefore, noteMade } from './carried';
import { chain } from './chain';
import { type EntityAt, type Makers, makersOf } from './makers';
import { memo } from './memo';
import type { AnyEntity, Client, Model, Organization } from './model';
import { names } from './names';
import { Part } from './part';
import { rangeFrom } from './reading';
import { type Draft, Resolving } from './resolving';
import { scaleOf } from './scale';
import type { Snapshot } from './snapshot';
import { type Stage, stageOf } from './stages';

/** What `snapshot` means on `today`; the same model for the same two. */
export function modelOf(snapshot: Snapshot, today: Day): Model {
  const models = modelsByDay(snapshot);
  const known = models.get(today);
  if (known) return known;
  const model = build(snapshot, today);
  models.set(today, model);
  return model;
}

const modelsByDay = memo((_: Snapshot) => new Map<Day, Model>());

/** First what others refer to, then what refers to it; each kind in project order. */
function build(snapshot: Snapshot, today: Day): Model {
  const known = names(snapshot);
  const scale = scaleOf(snapshot);
  const making = new Making(new Resolving(known, scale, today), snapshot, madeBefore(snapshot, today, scale));
  const competencies = making.make('competencies', (competency) => {
    competency.broader = chain(competency, ({ within }) => within);
  });
  const owners = making.make('owners');
  const teams = making.make('teams', (team) => {
    team.broader = chain(team, ({ within }) => within);
  });
  const members = making.make('members');
  const links = making.make('links');
  const tasks = making.make('tasks');
  const assessments = making.make('assessments');
  const techniques = making.make('techniques');
  const interventions = making.make('interventions');

  const { parts, entities } = making;
  noteMade(snapshot, { files: snapshot.files, today, scale, organization: known.sole('organization'), parts, entities });
  const clients = owners.filter((owner): owner is Client => owner.kind === 'client');
  const period = known.sole('period')?.node.dates;
  return {
    snapshot,
    today,
    scale,
    period: rangeFrom(period?.from, period?.to),
    organization: owners.find((owner): owner is Organization => owner.kind === 'organization') ?? null,
    competencies,
    teams,
    members,
    clients,
    stakeholders: clients.flatMap(({ stakeholders }) => stakeholders),
    links,
    looseEnds: new Set([...(parts.get('links')?.values() ?? [])].flatMap(({ looseEnds }) => looseEnds)),
    tasks,
    needs: owners.flatMap(({ needs }) => needs),
    resources: owners.flatMap(({ resources }) => resources),
    assessments,
    pitfalls: assessments.flatMap(({ pitfalls }) => pitfalls),
    techniques,
    interventions,
    entity(declared) {
      const stage = stageOf(declared.kind);
      return (stage && parts.get(stage)?.get(declared.file)?.at(declared)) ?? undefined;
    },
  };
}

/** Makes the entities of a model, stage by stage: those of a file anew where not all that they say and refer to is what it was. */
class Making {
  readonly parts = new Map<Stage, ReadonlyMap<string, Part>>();
  readonly entities = new Map<Stage, readonly AnyEntity[]>();
  readonly #files: readonly Makers[];
  readonly #carried: Carried;

  constructor(
    private readonly project: Resolving,
    snapshot: Snapshot,
    private readonly before: Made | null,
  ) {
    this.#files = snapshot.inOrder().map(makersOf);
    this.#carried = new Carried(before, snapshot);
  }

  /** All entities of `stage` that stand at the top, in project order; `finish` is given each new one when all of them are there. */
  make<S extends Stage>(stage: S, finish?: (entity: Draft<EntityAt[S]>) => void): readonly EntityAt[S][] {
    const held = this.#carried.partsAt(stage);
    const made = this.#files.flatMap((makers) =>
      makers[stage].length === 0 || held.has(makers.file.path) ? [] : [{ makers, part: new Part(makers.file) }],
    );
    const parts = made.length === 0 ? held : this.#inOrder(held, made);
    this.parts.set(stage, parts);
    this.project.open(stage, parts);
    for (const { makers, part } of made) this.#fill(part, makers[stage]);
    for (const { makers, part } of made) this.#complete(part, makers[stage]);
    if (finish) for (const { part } of made) for (const entity of part.entities) finish(entity as never);
    const known = parts === this.before?.parts.get(stage) ? this.before.entities.get(stage) : undefined;
    const entities = known ?? [...parts.values()].flatMap((part) => part.entities);
    this.entities.set(stage, entities);
    return entities as readonly EntityAt[S][];
  }

  #fill(part: Part, makers: Makers[Stage]): void {
    this.project.enter(part);
    for (const { declared, make } of makers) {
      const entity = declared && !this.project.counts(declared) ? null : make(this.project);
      if (!declared || !entity) continue;
      part.put(declared, entity);
      part.entities.push(entity);
    }
  }

  #complete(part: Part, makers: Makers[Stage]): void {
    this.project.enter(part);
    for (const { declared, complete } of makers) {
      const entity = complete && declared && part.at(declared);
      if (entity) complete(entity as never, this.project);
    }
  }

  #inOrder(held: ReadonlyMap<string, Part>, made: readonly { readonly part: Part }[]): ReadonlyMap<string, Part> {
    const anew = new Map(made.map(({ part }) => [part.file.path, part]));
    const all = new Map<string, Part>();
    for (const { file } of this.#files) {
      const part = held.get(file.path) ?? anew.get(file.path);
      if (part) all.set(file.path, part);
    }
    return all;
  }
}
