import { missing } from './assessment/missing';
import { notHeard } from './assessment/notHeard';
import { oneSided as assessmentOneSided } from './assessment/oneSided';
import { pitfallUnanswered } from './assessment/pitfallUnanswered';
import { stale } from './assessment/stale';
import { withoutScope } from './assessment/withoutScope';
import { contextMissing } from './client/contextMissing';
import { engagementGap } from './client/engagementGap';
import { farFromTask } from './client/farFromTask';
import { keyStakeholderCold } from './client/keyStakeholderCold';
import { leftOut } from './client/leftOut';
import { needUnaddressed } from './client/needUnaddressed';
import { needWeaklyServed } from './client/needWeaklyServed';
import { noDecisionMaker } from './client/noDecisionMaker';
import { noLiaison } from './client/noLiaison';
import { potentialUntapped } from './client/potentialUntapped';
import { resourceUnused } from './client/resourceUnused';
import { singleThreaded } from './client/singleThreaded';
import { welcomedTooEarly } from './client/welcomedTooEarly';
import { aspiration } from './competency/aspiration';
import { behindABorder } from './competency/behindABorder';
import { byTitle } from './competency/byTitle';
import { dormant } from './competency/dormant';
import { keyPerson } from './competency/keyPerson';
import { latent } from './competency/latent';
import { noContribution } from './competency/noContribution';
import { noTrainer } from './competency/noTrainer';
import { outOfPlace } from './competency/outOfPlace';
import { singleHolder } from './competency/singleHolder';
import { thinCoverage } from './competency/thinCoverage';
import { unassigned } from './competency/unassigned';
import { underQualified } from './competency/underQualified';
import { undoable } from './competency/undoable';
import { ambiguousName } from './model/ambiguousName';
import { config } from './model/config';
import { conflictingSkill } from './model/conflictingSkill';
import { cycle } from './model/cycle';
import { duplicateName } from './model/duplicateName';
import { duplicateProperty } from './model/duplicateProperty';
import { ignoreWithoutReason } from './model/ignoreWithoutReason';
import { invalidValue } from './model/invalidValue';
import { repeatedLink } from './model/repeatedLink';
import { selfLink } from './model/selfLink';
import { syntax } from './model/syntax';
import { unknownLevel } from './model/unknownLevel';
import { unknownName } from './model/unknownName';
import { unknownRule } from './model/unknownRule';
import { unusedCompetency } from './model/unusedCompetency';
import { unusedIgnore } from './model/unusedIgnore';
import { wrongKind } from './model/wrongKind';
import { apart } from './network/apart';
import { bridgeLink } from './network/bridgeLink';
import { cutMember } from './network/cutMember';
import { dominantBroker } from './network/dominantBroker';
import { fragmented } from './network/fragmented';
import { isolatedMember } from './network/isolatedMember';
import { newcomerWithoutBuddy } from './network/newcomerWithoutBuddy';
import { oneSided as networkOneSided } from './network/oneSided';
import { overloadedHub } from './network/overloadedHub';
import { reportingOnly } from './network/reportingOnly';
import { silo } from './network/silo';
import { spanOfControl } from './network/spanOfControl';
import { strained } from './network/strained';
import { answersNothing } from './plan/answersNothing';
import { incomplete } from './plan/incomplete';
import { lapsed } from './plan/lapsed';
import { mentorNotAhead } from './plan/mentorNotAhead';
import { techniqueMismatch } from './plan/techniqueMismatch';
import type { AnyRule } from './rule';
import { absent } from './workload/absent';
import { idle } from './workload/idle';
import { outOfOrder } from './workload/outOfOrder';
import { overdue } from './workload/overdue';
import { overloaded } from './workload/overloaded';
import { overloadedWeek } from './workload/overloadedWeek';

/** All rules, in the order of the manual. */
export const rules: readonly AnyRule[] = [
  syntax,
  unknownName,
  wrongKind,
  ambiguousName,
  duplicateName,
  duplicateProperty,
  invalidValue,
  unknownLevel,
  cycle,
  selfLink,
  repeatedLink,
  conflictingSkill,
  unusedCompetency,
  unknownRule,
  ignoreWithoutReason,
  unusedIgnore,
  config,
  missing,
  withoutScope,
  notHeard,
  assessmentOneSided,
  stale,
  pitfallUnanswered,
  isolatedMember,
  reportingOnly,
  fragmented,
  cutMember,
  bridgeLink,
  silo,
  overloadedHub,
  dominantBroker,
  apart,
  networkOneSided,
  strained,
  spanOfControl,
  newcomerWithoutBuddy,
  undoable,
  unassigned,
  underQualified,
  outOfPlace,
  byTitle,
  singleHolder,
  thinCoverage,
  noTrainer,
  keyPerson,
  latent,
  dormant,
  aspiration,
  behindABorder,
  noContribution,
  overloaded,
  overloadedWeek,
  idle,
  absent,
  overdue,
  outOfOrder,
  contextMissing,
  noLiaison,
  singleThreaded,
  noDecisionMaker,
  farFromTask,
  needUnaddressed,
  needWeaklyServed,
  leftOut,
  engagementGap,
  keyStakeholderCold,
  potentialUntapped,
  resourceUnused,
  welcomedTooEarly,
  incomplete,
  lapsed,
  answersNothing,
  mentorNotAhead,
  techniqueMismatch,
];
