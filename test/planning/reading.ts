import type { Staff, StaffMember, StaffPerson, StaffTask } from './staffs';

// The sets and figures of docs/planning.md, from plain figures: nothing here comes from the planner.

/** A demand of a task: a competency at a level, or (null) that somebody is assigned. */
export interface Demand {
  readonly isMet: boolean;
  readonly by: ReadonlySet<string>;
}

export interface ReadTask {
  readonly name: string;
  readonly days: number;
  readonly weight: number;
  /** The part that assigned stakeholders keep. */
  readonly fixed: number;
  readonly most: number;
  readonly candidates: readonly StaffMember[];
  readonly now: ReadonlyMap<string, number>;
  readonly demands: readonly Demand[];
  readonly gain: ReadonlyMap<string, number>;
}

export function readStaff(staff: Staff): readonly ReadTask[] {
  return staff.tasks.map((task) => readTask(staff, task));
}

function readTask({ members, stakeholders }: Staff, task: StaffTask): ReadTask {
  const present = members.filter((member) => member.present);
  const shares = sharesOf(task);
  const isMember = (name: string) => present.some((member) => member.name === name);
  const now = new Map(task.assigned.flatMap(({ name }, at) => (isMember(name) ? [[name, shares[at] ?? 0] as const] : [])));
  const assignedClients = stakeholders.filter(({ name }) => task.assigned.some((each) => each.name === name));
  const fixed = task.assigned.reduce(
    (sum, { name }, at) => sum + (assignedClients.some((each) => each.name === name) ? (shares[at] ?? 0) : 0),
    0,
  );
  const fixedPeople: readonly StaffPerson[] = [
    ...assignedClients,
    ...[...present, ...stakeholders].filter(({ name }) => task.with.includes(name)),
  ];
  const covers = ({ has }: StaffPerson, skill: string, level: number) => (has.get(skill) ?? 0) >= level;
  const requires = [...task.requires];
  const coversSome = (member: StaffMember) => requires.some(([skill, level]) => covers(member, skill, level));
  const candidates = present.filter((member) => requires.length === 0 || now.has(member.name) || coversSome(member));
  return {
    name: task.name,
    days: task.days,
    weight: { high: 3, medium: 2, low: 1, none: 1 }[task.priority ?? 'none'],
    fixed,
    most: Math.max(3, now.size),
    candidates,
    now,
    demands: [
      ...requires.map(([skill, level]) => ({
        isMet: fixedPeople.some((person) => covers(person, skill, level)),
        by: new Set(candidates.filter((member) => covers(member, skill, level)).map(({ name }) => name)),
      })),
      { isMet: assignedClients.length > 0, by: new Set(candidates.map(({ name }) => name)) },
    ],
    gain: new Map(candidates.map((member) => [member.name, gainOf(member, requires)])),
  };
}

/** Percents as written; the rest is shared by those without one. */
function sharesOf({ assigned }: StaffTask): readonly number[] {
  const stated = assigned.reduce((sum, { percent }) => sum + (percent ?? 0), 0);
  const open = assigned.filter(({ percent }) => percent === null).length;
  return assigned.map(({ percent }) => (percent ?? Math.max(0, 100 - stated) / open) / 100);
}

function gainOf({ has, wants }: StaffMember, requires: readonly (readonly [string, number])[]): number {
  const parts = requires.map(([skill, level]) => Math.min(1, (has.get(skill) ?? 0) / level));
  const fit = parts.length === 0 ? 1 : parts.reduce((sum, part) => sum + part, 0) / parts.length;
  return fit + (requires.some(([skill]) => wants.includes(skill)) ? 0.25 : 0);
}
