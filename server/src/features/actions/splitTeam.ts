import type { Member, Model, Team } from '../../model/model';
import { collaboration } from '../../model/network';
import { leadOf, membersOf } from '../../model/teams';
import { bisect } from '../../planning/communities';
import { addDeclaration, quotedTitle, replace } from '../../planning/edits';
import { freshName } from '../../planning/reference';
import { listed, quoted } from '../../rules/wording';
import { entriesOf, propertyOf } from '../../syntax/tree';
import type { Edit } from '../../text/edit';
import type { Localised } from '../../text/localised';
import { headerAt, type Offer } from './action';

/** Splits a team in two where the fewest links are cut: the smaller group becomes a team of its own, with a name to be changed. */
export const splitTeam: Offer = (where) => {
  const { model } = where.checked;
  const node = headerAt(where);
  const team = model.teams.find((each) => each.node === node);
  if (!team) return [];
  const action = { name: 'splitTeam', kind: 'refactor.rewrite', title: title(team) } as const;
  const own = membersOf(model, team).filter(({ present, teams }) => present && teams.includes(team));
  if (own.length < fewest) return [{ ...action, disabled: tooFew, edits: () => [] }];
  const leaving = leavingGroup(model, team, own);
  return [{ ...action, title: titleWith(team, leaving), edits: () => edits(model, team, leaving) }];
};

/** Two groups of two: fewer are no teams. */
const fewest = 4;

/** Of the two groups of its members that are tied most within and least between, the one without its lead; else the smaller one. */
function leavingGroup(model: Model, team: Team, members: readonly Member[]): readonly Member[] {
  const { index, neighbours } = collaboration(model);
  const positions = members.map((member) => index.get(member) ?? -1);
  const linked = positions.map((at) =>
    (neighbours[at] ?? []).flatMap((other) => {
      const position = positions.indexOf(other);
      return position < 0 ? [] : [position];
    }),
  );
  const groups = bisect(linked).map((group) => group.flatMap((at) => members[at] ?? []));
  const [first = [], second = []] = groups;
  const lead = leadOf(model, team);
  if (lead && first.includes(lead)) return second;
  if (lead && second.includes(lead)) return first;
  return second.length <= first.length ? second : first;
}

function edits(model: Model, team: Team, leaving: readonly Member[]): readonly Edit[] {
  const file = model.snapshot.files.get(team.file);
  if (!file) return [];
  const name = freshName(model, team.name);
  const within = propertyOf(team.node, 'within')?.entries[0]?.ref;
  const block = within ? ` { within ${file.text.slice(within.start, within.end)} }` : '';
  const moved = leaving.flatMap((member) => {
    const source = model.snapshot.files.get(member.file);
    const refs = entriesOf(member.node, 'team').flatMap(({ ref }) => (ref?.name?.text === team.name ? [ref] : []));
    return source ? refs.slice(0, 1).map((ref) => replace(source, { start: ref.start, end: ref.end }, name)) : [];
  });
  return [addDeclaration(file, team.node, `team ${name} ${quotedTitle(`${team.label} 2`)}${block}`), ...moved];
}

function title({ label }: Team): Localised {
  return { en: `Split ${quoted('en', label)} in two`, fr: `Scinder ${quoted('fr', label)} en deux` };
}

function titleWith(team: Team, leaving: readonly Member[]): Localised {
  const labels = leaving.map(({ label }) => label);
  const { en, fr } = title(team);
  return {
    en: `${en}: ${listed('en', labels)} ${leaving.length === 1 ? 'leaves' : 'leave'}`,
    fr: `${fr}\u00A0: ${listed('fr', labels)} en ${leaving.length === 1 ? 'sort' : 'sortent'}`,
  };
}

const tooFew: Localised = { en: 'fewer than four present members are in it', fr: 'elle compte moins de quatre membres présents' };
