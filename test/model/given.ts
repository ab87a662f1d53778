import assert from 'node:assert/strict';
import { modelOf } from '../../server/src/model/build';
import { dayOf } from '../../server/src/model/calendar';
import type { Competency, Member, Model, Person, Task, Team } from '../../server/src/model/model';
import { Snapshot } from '../../server/src/model/snapshot';

/** The day that models of these tests are looked at on. */
export const today = '2026-04-10';

export function snapshotOf(text: string): Snapshot {
  return Snapshot.of([['model.collab', text]]);
}

export function modelFrom(text: string, on = today): Model {
  return modelOf(snapshotOf(text), day(on));
}

export function day(date: string): number {
  return known(dayOf(date), date);
}

export function member(model: Model, name: string): Member {
  return known(
    model.members.find((each) => each.name === name),
    name,
  );
}

export function person(model: Model, name: string): Person {
  return known(
    [...model.members, ...model.stakeholders].find((each) => each.name === name),
    name,
  );
}

export function team(model: Model, name: string): Team {
  return known(
    model.teams.find((each) => each.name === name),
    name,
  );
}

export function competency(model: Model, name: string): Competency {
  return known(
    model.competencies.find((each) => each.name === name),
    name,
  );
}

export function task(model: Model, name: string): Task {
  return known(
    model.tasks.find((each) => each.name === name),
    name,
  );
}

export function names(entities: Iterable<{ readonly name: string }>): readonly string[] {
  return [...entities].map(({ name }) => name);
}

function known<T>(found: T | null | undefined, what: string): T {
  assert.ok(found !== null && found !== undefined, `there is no ${what}`);
  return found;
}
