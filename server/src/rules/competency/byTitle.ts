import { openTasks } from '../../model/coverage';
import { addProperties } from '../../planning/edits';
import { referenceTo } from '../../planning/reference';
import { sharedAtWork } from '../../planning/shared';
import { propertyOf } from '../../syntax/tree';
import { atName } from '../place';
import { defineRule } from '../rule';
import { subject } from '../subjects';
import { levelName, listed, quoted } from '../wording';

interface Values {
  readonly task: string;
}

export const byTitle = defineRule<Values>({
  name: 'competency/by-title',
  severity: 'info',
  options: {},
  summary: {
    en: 'Every assigned task says what it requires.',
    fr: 'Toute tâche confiée dit ce qu’elle exige.',
  },
  why: {
    en: 'A task that requires nothing was given by job title or by habit. Nobody can see who else could do it, or who would learn from it.',
    fr: 'Une tâche qui n’exige rien a été confiée d’après un intitulé de poste, ou par habitude. Rien ne dit qui d’autre saurait la faire, ni qui y apprendrait.',
  },
  examples: {
    bad: `competency user-research "User research"

member anna "Anna Morel" { has user-research expert }

task interviews "Interview twelve customers" { assigned anna }
`,
    good: `competency user-research "User research"

member anna "Anna Morel" { has user-research expert }

task interviews "Interview twelve customers" {
  requires user-research proficient
  assigned anna
}
`,
  },
  message: {
    en: ({ task }) => `${quoted('en', task)} is assigned but requires no competency`,
    fr: ({ task }) => `la tâche ${quoted('fr', task)} est confiée, mais n’exige aucune compétence`,
  },
  check(model, report) {
    for (const task of openTasks(model)) {
      if (task.assignees.length === 0 || task.requirements.length > 0 || propertyOf(task.node, 'requires')) continue;
      report({ at: atName(task), subjects: [task.id], evidence: {}, values: { task: task.label } });
    }
  },
  fixes(found, model) {
    const task = subject(model, found, 'task');
    const file = task && model.snapshot.files.get(task.file);
    if (!task || !file) return [];
    const level = levelName(model.scale, model.scale.autonomous);
    const shared = sharedAtWork(
      model,
      task.assignees.map(({ person }) => person),
    ).flatMap((competency) => {
      const name = referenceTo(model, competency, { kind: 'task', word: 'requires' });
      return name ? [{ name, label: competency.label }] : [];
    });
    if (shared.length === 0) return [];
    const labels = shared.map(({ label }) => label);
    const title = { en: `Require ${listed('en', labels)} at ${level}`, fr: `Exiger ${listed('fr', labels)} au niveau ${level}` };
    const text = `requires ${shared.map(({ name }) => `${name} ${level}`).join(', ')}`;
    return [{ title, preferred: true, edits: addProperties(file, task.node, [{ word: 'requires', text }]) }];
  },
});
