import type { Model } from '../../model/model';
import type { Grade, TaskStatus } from '../../syntax/vocabulary';
import { type ClientReviewed, clientsReviewed } from '../review/clients';
import { idsInOrder } from '../texts';

/** What the client is in: `collab report client --format json`. Clients, stakeholders, tasks and needs are sorted by name. */
export interface ClientGrid {
  readonly version: 1;
  readonly clients: readonly ClientInGrid[];
}

export interface ClientInGrid extends Omit<ClientReviewed, 'needs'> {
  readonly needs: readonly NeedInGrid[];
}

export interface NeedInGrid {
  readonly name: string;
  readonly priority: Grade | null;
  /** The tasks for it, done ones included, and whoever they are assigned to, in text order. */
  readonly tasks: readonly { readonly task: string; readonly status: TaskStatus; readonly assigned: readonly string[] }[];
}

export function clientGridOf(model: Model): ClientGrid {
  const tasks = new Map(model.tasks.map((task) => [task.id, task]));
  return {
    version: 1,
    clients: clientsReviewed(model).map((client) => ({
      ...client,
      needs: client.needs.map(({ name, priority, tasks: serving }) => ({
        name,
        priority,
        tasks: serving.flatMap((id) => {
          const task = tasks.get(id);
          return task ? [{ task: id, status: task.status, assigned: idsInOrder(task.assignees.map(({ person }) => person)) }] : [];
        }),
      })),
    })),
  };
}
