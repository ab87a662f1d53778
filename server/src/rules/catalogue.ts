import { pitfallUnanswered } from './assessment/pitfallUnanswered';
import { needUnaddressed } from './client/needUnaddressed';
import { noLiaison } from './client/noLiaison';
import { latent } from './competency/latent';
import { singleHolder } from './competency/singleHolder';
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
import { cutMember } from './network/cutMember';
import { isolatedMember } from './network/isolatedMember';
import { silo } from './network/silo';
import { incomplete } from './plan/incomplete';
import type { AnyRule } from './rule';
import { overloaded } from './workload/overloaded';

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
  pitfallUnanswered,
  isolatedMember,
  cutMember,
  silo,
  undoable,
  unassigned,
  underQualified,
  singleHolder,
  latent,
  overloaded,
  noLiaison,
  needUnaddressed,
  incomplete,
];
