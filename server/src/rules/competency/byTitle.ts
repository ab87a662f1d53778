import { heldLevel, openTasks } from '../../model/coverage';
import type { Competency, Model, Task } from '../../model/model';
import { addProperties } from '../../planning/edits';
import { referenceTo } from '../../planning/reference';
import { propertyOf } from '../../syntax/tree';
import { atName } from '../place';
import { defineRule } from '../rule';
import { compareText, subject } from '../subjects';
import { levelName, listed, quoted } from '../wording';

interface Values {
  readonly task: string;
}

/** How many competencies the fix requires at once. */
const mostRequired = 3;

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
    const shared = sharedBy(model, task).flatMap((competency) => {
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

/** What all assignees hold at the autonomous level or above, no broader one beside a narrower: held highest first, then by name. */
function sharedBy({ scale }: Model, { assignees }: Task): readonly Competency[] {
  const held = (competency: Competency) => Math.min(...assignees.map(({ person }) => heldLevel(person, competency)));
  const [first] = assignees;
  const shared = [...(first?.person.levels.keys() ?? [])].filter((competency) => held(competency) >= scale.autonomous);
  const narrowest = shared.filter((competency) => !shared.some(({ broader }) => broader.includes(competency)));
  return narrowest.sort((a, b) => held(b) - held(a) || compareText(a.name, b.name)).slice(0, mostRequired);
}
