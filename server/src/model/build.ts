import type { Day } from './calendar';
import { chain } from './chain';
import { type Makers, makersOf } from './makers';
import { memo } from './memo';
import type { AnyEntity, Client, Competency, Model, Organization, Team } from './model';
import { names } from './names';
import { rangeFrom } from './reading';
import { type Draft, type Maker, Resolving } from './resolving';
import { scaleOf } from './scale';
import type { Snapshot } from './snapshot';

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
  const project = new Resolving(known, scaleOf(snapshot), today);
  const files = snapshot.inOrder().map(makersOf);

  const competencies = make(files, ({ competencies }) => competencies, project);
  complete(files, ({ competencies }) => competencies, project);
  for (const competency of competencies) competency.broader = chain<Competency>(competency, ({ within }) => within);
  const owners = make(files, ({ owners }) => owners, project);

  const teams = make(files, ({ teams }) => teams, project);
  const members = make(files, ({ members }) => members, project);
  complete(files, ({ teams }) => teams, project);
  for (const team of teams) team.broader = chain<Team>(team, ({ within }) => within);
  complete(files, ({ members }) => members, project);

  const links = make(files, ({ links }) => links, project);
  for (const { file, halfLinks } of files) {
    project.enter(file);
    for (const note of halfLinks) note(project);
  }
  const tasks = make(files, ({ tasks }) => tasks, project);
  complete(files, ({ tasks }) => tasks, project);
  const assessments = make(files, ({ assessments }) => assessments, project);
  const techniques = make(files, ({ techniques }) => techniques, project);
  const interventions = make(files, ({ interventions }) => interventions, project);

  const clients = owners.filter((owner): owner is Client => owner.kind === 'client');
  const period = known.sole('period')?.node.dates;
  return {
    snapshot,
    today,
    scale: project.scale,
    period: rangeFrom(period?.from, period?.to),
    organization: owners.find((owner): owner is Organization => owner.kind === 'organization') ?? null,
    competencies,
    teams,
    members,
    clients,
    stakeholders: clients.flatMap(({ stakeholders }) => stakeholders),
    links,
    looseEnds: project.looseEnds,
    tasks,
    needs: owners.flatMap(({ needs }) => needs),
    resources: owners.flatMap(({ resources }) => resources),
    assessments,
    pitfalls: assessments.flatMap(({ pitfalls }) => pitfalls),
    techniques,
    interventions,
    entity: (declared) => project.made(declared) ?? undefined,
  };
}

type Of<E extends AnyEntity> = (file: Makers) => readonly Maker<E>[];

function make<E extends AnyEntity>(files: readonly Makers[], of: Of<E>, project: Resolving): readonly Draft<E>[] {
  const made: Draft<E>[] = [];
  for (const makers of files) {
    project.enter(makers.file);
    for (const maker of of(makers)) {
      const entity = project.counts(maker.declared) ? maker.make(project) : null;
      if (entity) made.push(project.put(maker.declared, entity));
    }
  }
  return made;
}

function complete<E extends AnyEntity>(files: readonly Makers[], of: Of<E>, project: Resolving): void {
  for (const makers of files) {
    project.enter(makers.file);
    for (const maker of of(makers)) {
      const entity = project.made<E>(maker.declared);
      if (entity) maker.complete?.(entity, project);
    }
  }
}
