import { memo } from '../model/memo';
import type { AnyEntity, Entity, Model } from '../model/model';
import type { Found } from './rule';

/** The ids of `entities`, sorted by name. */
export function idsOf(entities: Iterable<Entity>): readonly string[] {
  return [...entities].sort(compareNames).map(({ id }) => id);
}

/** By name; equal names by kind and owner. */
export function compareNames(a: Entity, b: Entity): number {
  return compareText(a.name, b.name) || compareText(a.id, b.id);
}

/** By code unit. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The subject of `found` that is a `kind`, the first of several, in `model`; undefined where the model has it no longer. */
export function subject<K extends AnyEntity['kind']>(
  model: Model,
  found: Found<unknown>,
  kind: K,
): Extract<AnyEntity, { kind: K }> | undefined {
  for (const id of found.subjects) {
    const entity = byId(model).get(id);
    if (entity?.kind === kind) return entity as Extract<AnyEntity, { kind: K }>;
  }
  return undefined;
}

/** All subjects of `found` that `model` has, in order. */
export function subjectsOf(model: Model, found: Found<unknown>): readonly AnyEntity[] {
  return found.subjects.map((id) => byId(model).get(id)).filter((entity) => entity !== undefined);
}

/** The first of equals: parallel links have one id. */
const byId = memo((model: Model): ReadonlyMap<string, AnyEntity> => {
  const known = new Map<string, AnyEntity>();
  const lists: readonly (readonly AnyEntity[])[] = [
    model.competencies,
    model.teams,
    model.members,
    model.clients,
    model.stakeholders,
    model.links,
    model.tasks,
    model.needs,
    model.resources,
    model.assessments,
    model.pitfalls,
    model.techniques,
    model.interventions,
    model.organization ? [model.organization] : [],
  ];
  for (const entity of lists.flat()) {
    if (!known.has(entity.id)) known.set(entity.id, entity);
  }
  return known;
});
