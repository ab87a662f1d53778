import { grouped } from '../../model/grouped';
import type { Client, Model, Organization } from '../../model/model';
import { idsOf } from '../../rules/subjects';
import type { Grade } from '../../syntax/vocabulary';
import { byName, textOf } from '../texts';

/** What an organization or a client brings along. Texts are Markdown. */
export interface Heritage {
  readonly name: string;
  readonly about: string | null;
  readonly history: readonly string[];
  readonly needs: readonly { readonly name: string; readonly priority: Grade | null; readonly about: string | null }[];
  readonly resources: readonly { readonly name: string; readonly about: string | null; readonly usedBy: readonly string[] }[];
}

/** The organization’s, then the clients’ by name. */
export function heritagesOf(model: Model): readonly Heritage[] {
  const users = grouped(model.tasks, ({ uses }) => uses);
  const heritage = (owner: Organization | Client): Heritage => ({
    name: owner.id,
    about: textOf(owner, 'about'),
    history: owner.history,
    needs: owner.needs.map((need) => ({ name: need.id, priority: need.priority, about: textOf(need, 'about') })).sort(byName),
    resources: owner.resources
      .map((resource) => ({ name: resource.id, about: textOf(resource, 'about'), usedBy: idsOf(users.get(resource) ?? []) }))
      .sort(byName),
  });
  return [...(model.organization ? [heritage(model.organization)] : []), ...model.clients.map(heritage).sort(byName)];
}
