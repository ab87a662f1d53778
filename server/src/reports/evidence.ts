import type { Evidence } from '../rules/rule';
import { assessmentEvidence } from './evidence/assessment';
import { clientEvidence } from './evidence/client';
import { competencyEvidence } from './evidence/competency';
import { networkEvidence } from './evidence/network';
import { planEvidence } from './evidence/plan';
import { workloadEvidence } from './evidence/workload';
import type { Say } from './say';

/** The numbers behind a finding as a sentence; null where the rule has none to give. */
export function evidenceInWords(rule: string, evidence: Evidence, say: Say): string | null {
  return words.get(rule)?.[say.language]([evidence, say]) ?? null;
}

const words = new Map([
  ...assessmentEvidence,
  ...networkEvidence,
  ...competencyEvidence,
  ...workloadEvidence,
  ...clientEvidence,
  ...planEvidence,
]);
