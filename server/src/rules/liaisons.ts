import { openTasks } from '../model/coverage';
import { grouped } from '../model/grouped';
import { memo } from '../model/memo';
import type { Client, Member, Model, Stakeholder } from '../model/model';
import { linksOf } from '../model/network';
import { clientsOf } from '../planning/candidates';

/** The present members who are linked to `stakeholder`, in whatever way. */
export function liaisonsOf(model: Model, stakeholder: Stakeholder): readonly Member[] {
  const ends = linksOf(model, stakeholder).map(({ from, to }) => (from === stakeholder ? to : from));
  return [...new Set(ends)].filter((end) => end.kind === 'member').filter(({ present }) => present);
}

/** The open tasks for a client, or for one of its needs, in project order. */
export function openTasksFor(model: Model, client: Client) {
  return tasksByClient(model).get(client) ?? [];
}

const tasksByClient = memo((model: Model) => grouped(openTasks(model), clientsOf));
