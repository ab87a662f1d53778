/** Gravest first. */
export const severities = ['error', 'warning', 'info', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** The next below; a hint stays one. */
export function stepDown(severity: Severity): Severity {
  return severities[severities.indexOf(severity) + 1] ?? severity;
}
