import { covers, presentPeople } from '../model/coverage';
import type { Member, Model, Person, Task } from '../model/model';
import { beside, candidateFor, compareCandidates, fitOf, hopsToOthers, loads, type Proposal } from './candidates';

/** What somebody would bring to a task, and what the task would do to their days. */
export interface PersonFit {
  /** Their id, as findings name it. */
  readonly person: string;
  /** How many of the requirements of the task they cover, out of how many. */
  readonly covered: number;
  readonly required: number;
  /** Assigned ÷ available days, before and after; null where nothing limits their days, or where they have none. */
  readonly load: { readonly before: number; readonly after: number } | null;
  /** Have they a day for it? */
  readonly available: boolean;
}

/** The days of so many people at most are looked at: nobody reads a longer list. */
const most = 150;

/**
 * Who could be assigned to `task`, as if they did it beside those who do; whoever is named at `offset` of its file is not counted among those. The
 * best first: by what they cover, then by fit; members who are equal in that are ranked as candidates, before stakeholders; who has no day for it
 * comes last.
 */
export function fitsFor(model: Model, task: Task, offset: number): readonly PersonFit[] {
  const others = task.assignees.filter(({ entry: { ref } }) => !(ref && ref.start <= offset && offset <= ref.end));
  const proposal = beside({ ...task, assignees: others });
  const near = hopsToOthers(model, task);
  const promising = presentPeople(model)
    .map((person) => ({ person, covered: coveredBy(person, task), fit: fitOf([person], task) }))
    .sort((a, b) => b.covered - a.covered || b.fit - a.fit)
    .slice(0, most);
  const members = promising.map(({ person }) => person).filter((person) => person.kind === 'member');
  const ranked = rankedMembers(model, task, members, proposal, near);
  const stakeholders = promising.flatMap(({ person, fit, covered }) =>
    person.kind === 'stakeholder' ? [{ fit, row: { ...rowOf(person, task), covered, available: true } }] : [],
  );
  const able = [...ranked, ...stakeholders].sort((a, b) => b.row.covered - a.row.covered || b.fit - a.fit).map(({ row }) => row);
  const known = new Set(able.map(({ person }) => person));
  return [...able, ...members.filter(({ id }) => !known.has(id)).map((member) => rowOf(member, task))];
}

interface Ranked {
  readonly fit: number;
  readonly row: PersonFit;
}

/** Those of `members` who have a day for it. */
function rankedMembers(
  model: Model,
  task: Task,
  members: readonly Member[],
  proposal: Proposal,
  near: (member: Member) => number,
): readonly Ranked[] {
  const candidates = members.flatMap((member) => candidateFor(model, task, member, proposal, () => near(member)) ?? []);
  return candidates.sort(compareCandidates).flatMap(({ members: [member], fit, trades: [trade] }) => {
    return member && trade ? [{ fit, row: { ...rowOf(member, task), load: loads(trade), available: true } }] : [];
  });
}

function rowOf(person: Person, task: Task): PersonFit {
  return { person: person.id, covered: coveredBy(person, task), required: task.requirements.length, load: null, available: false };
}

function coveredBy(person: Person, { requirements }: Task): number {
  return requirements.filter((requirement) => covers(person, requirement)).length;
}
