import { grades, voices } from '../syntax/vocabulary';
import type { Client, Need, Organization, Resource, Stakeholder } from './model';
import type { Declared } from './outline';
import { stakeholderFrom } from './people';
import { Reading } from './reading';
import type { Maker, NestedMaker, Resolving } from './resolving';

/** Makes the organization or a client, with what is nested in it. */
export function ownerFrom(declared: Declared, nested: readonly Declared[]): Maker<Organization | Client> {
  const reading = new Reading(declared);
  const history = reading.texts('history');
  const participation = declared.kind === 'client' ? reading.choice('participation', voices) : null;
  const needMakers = nested.filter(({ kind }) => kind === 'need').map(needFrom);
  const resourceMakers = nested.filter(({ kind }) => kind === 'resource').map(resourceFrom);
  const stakeholderMakers = nested.filter(({ kind }) => kind === 'stakeholder').map(stakeholderFrom);
  return {
    declared,
    make(project) {
      const needs: Need[] = [];
      const resources: Resource[] = [];
      const stakeholders: Stakeholder[] = [];
      const common = { ...reading.head, history, needs, resources, unresolved: reading.empty };
      const fill = (owner: Organization | Client): void => {
        nest(needMakers, owner, needs, project);
        nest(resourceMakers, owner, resources, project);
      };
      if (declared.kind === 'organization') {
        const organization: Organization = { ...common, kind: 'organization' };
        fill(organization);
        return organization;
      }
      const client: Client = { ...common, kind: 'client', stakeholders, participation };
      fill(client);
      nest(stakeholderMakers, client, stakeholders, project);
      return client;
    },
  };
}

/** Makes what is nested in `owner` and counts. */
function nest<O, E extends Need | Resource | Stakeholder>(
  makers: readonly NestedMaker<O, E>[],
  owner: O,
  into: E[],
  project: Resolving,
): void {
  for (const { declared, make } of makers) {
    if (project.counts(declared)) into.push(project.put(declared, make(owner, project)));
  }
}

function needFrom(declared: Declared): NestedMaker<Organization | Client, Need> {
  const reading = new Reading(declared);
  const priority = reading.choice('priority', grades);
  return { declared, make: (owner) => ({ ...reading.head, kind: 'need', owner, priority, unresolved: reading.empty }) };
}

function resourceFrom(declared: Declared): NestedMaker<Organization | Client, Resource> {
  const reading = new Reading(declared);
  return { declared, make: (owner) => ({ ...reading.head, kind: 'resource', owner, unresolved: reading.empty }) };
}
