import type { AnyEntity, Model } from '../../server/src/model/model';
import type { ReportInput } from '../../server/src/reports/report';
import type { AnyRule, Evidence, Finding, Fix, RuleName, Severity } from '../../server/src/rules/rule';

/** `input` with findings that no change of a rule changes: one of the first member, one of the first task, one of the first client. */
export function withFixedFindings(input: ReportInput): ReportInput {
  return { ...input, findings: fixedFindings(input.model) };
}

function fixedFindings({ members, tasks, clients, competencies, interventions }: Model): readonly Finding[] {
  const held = competencies.slice(0, 1).map(({ name }) => ({ competency: name, held: 4, tasks: tasks.map(({ id }) => id) }));
  const fixes = tasks.map(({ label }): Fix => ({ title: both(`do something about ${label}`), preferred: true, edits: [] }));
  const refused: Fix = { title: both('do nothing'), preferred: false, disabled: both('nobody is free'), edits: [] };
  const [intervention] = interventions;
  return [
    ...members.slice(0, 1).map((member) => finding(member, 'competency/latent', 'hint', { competencies: held }, [])),
    ...tasks.slice(0, 1).map((task) => finding(task, 'competency/unassigned', 'error', {}, fixes)),
    ...clients.slice(0, 1).map((client): Finding => {
      const missing = finding(client, 'client/context-missing', 'warning', { missing: ['history'] }, [refused]);
      const { id = '', label = '', to = null } = intervention ?? {};
      return intervention ? { ...missing, answer: { intervention: id, label, until: to, state: 'answered' } } : missing;
    }),
  ];
}

function finding(entity: AnyEntity, name: RuleName, severity: Severity, evidence: Evidence, fixes: readonly Fix[]): Finding {
  const rule: AnyRule = {
    name,
    severity,
    options: { people: 3 },
    summary: both('All is as it should be.'),
    why: both('It matters | because *it* does.'),
    source: 'Nobody 2026',
    examples: { bad: '', good: '' },
    message: { en: () => `“${entity.label}” could be otherwise`, fr: () => `« ${entity.label} » pourrait être autrement` },
    check: () => undefined,
    fixes: () => fixes,
  };
  const { start, end } = entity.node.name ?? entity.node;
  return {
    rule,
    severity,
    found: { at: { file: entity.file, span: { start, end } }, subjects: [entity.id], evidence, values: null },
    answer: null,
  };
}

function both(text: string) {
  return { en: text, fr: text };
}
