import { presentMembers } from '../model/coverage';
import type { Member, Model } from '../model/model';
import { collaboration, linksOf } from '../model/network';
import { hasUnclearLinks } from './halfTyped';
import { linkFix } from './newLink';
import type { Fix } from './rule';
import { matches } from './sharing';

/** How many people a fix offers a link to. */
const mostOffered = 3;

/** The present members without an edge in *C*, but for those whose link is half typed or misspelt. */
export function loners(model: Model): readonly Member[] {
  const { neighbours } = collaboration(model);
  return presentMembers(model).filter((member, position) => neighbours[position]?.length === 0 && !hasUnclearLinks(model, member));
}

/** Is a `reports` link to or from `member`? */
export function isInReportingLine(model: Model, member: Member): boolean {
  return linksOf(model, member).some(({ relation, from, to }) => relation === 'reports' && from !== to);
}

/** A link to each of the members with whom `member` shares most. */
export function linksToNearest(model: Model, member: Member): readonly Fix[] {
  const nearest = matches(model, member, presentMembers(model)).slice(0, mostOffered);
  return nearest.map((match, index) => linkFix(model, [match], index === 0 ? 'preferred' : 'other')).filter((fix) => fix !== null);
}
