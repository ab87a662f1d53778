import type { RuleName } from '../rules/rule';

/** Does `message`, which a finding of `rule` has, give all that `evidence` says in words? Then saying it again would only tire. */
export function isRestated(rule: string, evidence: string, message: string): boolean {
  const said = [...evidence.matchAll(/[“«][^”»]*[”»]|[\d.,\u202f]*\d/gu)];
  return restating.has(rule) && said.every(([part]) => message.includes(part));
}

/** The rules whose evidence is figures and titles that their message names, unless it cuts a list short. */
const restating: ReadonlySet<string> = new Set<RuleName>([
  'assessment/missing',
  'assessment/not-heard',
  'assessment/stale',
  'network/isolated-member',
  'network/reporting-only',
  'network/bridge-link',
  'network/dominant-broker',
  'network/apart',
  'network/span-of-control',
  'network/newcomer-without-buddy',
  'competency/undoable',
  'competency/no-trainer',
  'competency/latent',
  'competency/dormant',
  'competency/aspiration',
  'workload/idle',
  'workload/overdue',
  'workload/out-of-order',
  'client/context-missing',
  'client/no-liaison',
  'client/single-threaded',
  'client/far-from-task',
  'client/need-weakly-served',
  'client/engagement-gap',
  'client/key-stakeholder-cold',
  'plan/incomplete',
  'plan/lapsed',
  'plan/answers-nothing',
  'plan/mentor-not-ahead',
]);
