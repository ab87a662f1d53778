import { asSentence, cardOf } from '../../basis/finding';
import type { Rich } from '../../document';
import type { Say } from '../../say';
import type { ReviewedFinding } from '../findings';
import type { InterventionReviewed } from '../interventions';

/** What a finding says, and where one reads more of it. */
export function referTo({ number, message }: ReviewedFinding, say: Say): Rich {
  const text = say.language === 'fr' ? `constat ${number}` : `finding ${number}`;
  return [`${asSentence(message)} (`, { kind: 'link', to: cardOf(number), text }, ')'];
}

/** Those of `findings` that bear one of `numbers`, in that order. */
export function numbered(findings: readonly ReviewedFinding[], numbers: readonly number[]): readonly ReviewedFinding[] {
  return numbers.flatMap((number) => findings.find((finding) => finding.number === number) ?? []);
}

/** The gaps that an intervention answers: pitfalls, then findings. */
export function gapsOf(
  { pitfalls, findings: answered }: InterventionReviewed,
  findings: readonly ReviewedFinding[],
  say: Say,
): readonly Rich[] {
  return [
    ...pitfalls.map((pitfall): Rich => [say.quoted(say.name(pitfall))]),
    ...numbered(findings, answered).map((finding) => referTo(finding, say)),
  ];
}
