import { propertyOf } from '../syntax/tree';
import { grouped } from './grouped';
import { memo } from './memo';
import type { Member, Model, Team } from './model';
import { meant, names } from './names';

/** The members in `team`, directly or through a narrower one, in project order; absent ones too. */
export function membersOf(model: Model, team: Team): readonly Member[] {
  return membersByTeam(model).get(team) ?? [];
}

/** Who leads `team`; null where nobody does, or it is not known who. */
export function leadOf(model: Model, team: Team): Member | null {
  const ref = propertyOf(team.node, 'lead')?.entries[0]?.ref;
  const declared = ref ? meant(names(model.snapshot).resolve(ref, ['member'])) : null;
  const lead = declared ? model.entity(declared) : undefined;
  return lead?.kind === 'member' ? lead : null;
}

const membersByTeam = memo((model: Model) => grouped(model.members, ({ inTeams }) => inTeams));
