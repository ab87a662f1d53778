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
    const entity = entityOf(model, id);
    if (entity?.kind === kind) return entity as Extract<AnyEntity, { kind: K }>;
  }
  return undefined;
}

/** All subjects of `found` that `model` has, in order. */
export function subjectsOf(model: Model, found: Found<unknown>): readonly AnyEntity[] {
  return found.subjects.map((id) => entityOf(model, id)).filter((entity) => entity !== undefined);
}

/** The entity of that id, the first of equals: parallel links have one id. */
export function entityOf(model: Model, id: string): AnyEntity | undefined {
  return byId(model)(id.slice(0, id.indexOf(':'))).get(id);
}

/** A map for each kind: of a large model most are not asked for. */
const byId = memo((model: Model) => {
  const known = new Map<string, ReadonlyMap<string, AnyEntity>>();
  return (kind: string): ReadonlyMap<string, AnyEntity> => {
    let entities = known.get(kind);
    if (!entities) {
      const all = entitiesOf(model, kind);
      entities = new Map(all.toReversed().map((entity) => [entity.id, entity]));
      known.set(kind, entities);
    }
    return entities;
  };
});

function entitiesOf(model: Model, kind: string): readonly AnyEntity[] {
  switch (kind) {
    case 'organization':
      return model.organization ? [model.organization] : [];
    case 'competency':
      return model.competencies;
    case 'team':
      return model.teams;
    case 'member':
      return model.members;
    case 'client':
      return model.clients;
    case 'stakeholder':
      return model.stakeholders;
    case 'link':
      return model.links;
    case 'task':
      return model.tasks;
    case 'need':
      return model.needs;
    case 'resource':
      return model.resources;
    case 'assessment':
      return model.assessments;
    case 'pitfall':
      return model.pitfalls;
    case 'technique':
      return model.techniques;
    case 'intervention':
      return model.interventions;
    default:
      return [];
  }
}
