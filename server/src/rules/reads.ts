import type { Aspect } from '../model/difference';
import type { RuleName } from './rule';

const present: readonly Aspect[] = ['member', 'member.from', 'member.until'];
const teams: readonly Aspect[] = ['team', 'team.within', 'member.team'];
const network: readonly Aspect[] = [...present, 'link'];
const skills: readonly Aspect[] = [...present, 'member.has', 'stakeholder', 'stakeholder.has', 'competency', 'competency.within'];
const open: readonly Aspect[] = ['task', 'task.status'];
const required: readonly Aspect[] = [...open, 'task.requires'];
const assigned: readonly Aspect[] = [...open, 'task.assigned'];
const staffed: readonly Aspect[] = [...assigned, 'task.with'];
const scheduled: readonly Aspect[] = [...open, 'task.from', 'task.due'];
const load: readonly Aspect[] = [...present, ...assigned, ...scheduled, 'member.capacity', 'member.away', 'task.effort'];

/**
 * What rules hang on, their findings and where these stand: as long as none of it changes, what a rule found is kept. A rule that is not
 * named here is applied at every check. Titles need not be named where they are only said, and the period and the scale need not be at all:
 * where they change, nothing is kept. `test/kept.test.ts` watches what rules read.
 */
export const reads: ReadonlyMap<RuleName, readonly Aspect[]> = new Map<RuleName, readonly Aspect[]>([
  ['model/cycle', ['competency', 'competency.within', 'team', 'team.within', 'link', 'task', 'task.after']],
  ['model/repeated-link', ['link']],
  [
    'model/unused-competency',
    [...skills, 'member.wants', 'stakeholder.wants', 'task', 'task.requires', 'link', 'competency.critical', 'competency.holders'],
  ],
  ['assessment/missing', [...present, 'team', 'assessment']],
  ['assessment/not-heard', [...present, ...teams, 'client', 'stakeholder', 'assessment']],
  ['network/isolated-member', network],
  ['network/reporting-only', network],
  ['network/fragmented', network],
  ['network/cut-member', network],
  ['network/bridge-link', network],
  ['network/silo', [...network, ...teams]],
  ['network/overloaded-hub', network],
  ['network/dominant-broker', network],
  ['network/apart', [...network, ...assigned, 'stakeholder']],
  ['network/one-sided', network],
  ['network/strained', network],
  ['network/span-of-control', network],
  ['network/newcomer-without-buddy', [...network, ...teams, 'intervention']],
  ['competency/undoable', [...skills, ...required]],
  ['competency/unassigned', assigned],
  ['competency/under-qualified', [...skills, ...required, ...staffed]],
  [
    'competency/out-of-place',
    [...skills, ...required, ...assigned, 'member.wants', 'stakeholder.wants', 'member.grammar', 'stakeholder.grammar'],
  ],
  ['competency/single-holder', [...skills, ...required, 'competency.critical']],
  ['competency/thin-coverage', [...skills, ...required, 'competency.critical', 'competency.holders']],
  ['competency/no-trainer', [...skills, ...required, ...staffed]],
  ['competency/key-person', [...skills, ...required]],
  ['competency/latent', [...skills, ...required, ...staffed]],
  ['competency/dormant', [...skills, ...required]],
  ['competency/aspiration', [...skills, ...required, ...staffed, 'member.wants']],
  ['competency/behind-a-border', [...skills, ...required, ...staffed, ...teams]],
  ['competency/no-contribution', [...network, ...staffed, ...teams, 'intervention']],
  ['workload/overloaded', load],
  ['workload/overloaded-week', load],
  ['workload/idle', [...load, ...skills, ...required]],
  ['workload/absent', [...load, 'stakeholder', 'stakeholder.away']],
  ['workload/overdue', scheduled],
  ['workload/out-of-order', [...scheduled, 'task.after']],
  ['client/no-liaison', [...network, 'client', 'stakeholder', 'stakeholder.decides']],
  ['client/single-threaded', [...network, 'client', 'stakeholder']],
  ['client/far-from-task', [...network, ...assigned, 'task.for', 'client', 'need', 'stakeholder']],
  ['client/need-unaddressed', ['client', 'need', 'task', 'task.for']],
  ['client/need-weakly-served', [...skills, ...required, ...staffed, 'task.for', 'client', 'need']],
  ['client/left-out', [...staffed, 'task.for', 'client', 'need', 'stakeholder']],
  ['client/potential-untapped', [...skills, ...required, ...staffed, 'task.for', 'client', 'need']],
  ['client/resource-unused', ['client', 'resource', 'task', 'task.uses']],
  ['client/welcomed-too-early', [...network, ...staffed, 'stakeholder', 'client']],
  ['plan/mentor-not-ahead', [...network, ...skills]],
  ['plan/technique-mismatch', ['intervention', 'technique']],
]);
