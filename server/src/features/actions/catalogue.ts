import type { Action, Offer, Where } from './action';
import { fixAll } from './fixAll';
import { fixRule } from './fixRule';
import { levelNames } from './levelNames';
import { organise } from './organise';
import { ownFile } from './ownFile';
import { requirements } from './requirements';
import { splitTeam } from './splitTeam';
import { usersFile } from './usersFile';

/** In the order in which they are shown. */
const offers: readonly Offer[] = [fixRule, requirements, levelNames, splitTeam, ownFile, usersFile, organise, fixAll];

/** All that can be done at a place. */
export function actionsAt(where: Where): readonly Action[] {
  return offers.flatMap((offer) => offer(where));
}
