import { openTasks } from '../../model/coverage';
import { alone, bestPair, candidates } from '../../planning/candidates';
import { assignFix, bestFirst, disabledFix, mostOffered } from '../assigning';
import { atName } from '../place';
import { defineRule } from '../rule';
import { subject } from '../subjects';
import { whyNobody } from '../trade';
import { quoted } from '../wording';

interface Values {
  readonly task: string;
}

export const unassigned = defineRule<Values>({
  name: 'competency/unassigned',
  severity: 'warning',
  options: {},
  summary: { en: 'Every open task is assigned to somebody.', fr: 'Toute tâche ouverte est confiée à quelqu’un.' },
  why: {
    en: 'A task that belongs to nobody waits until it is late, and then goes to whoever happens to be free, not to whoever can do it.',
    fr: 'Une tâche qui n’est à personne attend d’être en retard, puis échoit à la personne disponible plutôt qu’à celle qui sait la faire.',
  },
  examples: {
    bad: `competency user-research "User research"

member anna "Anna Morel" { has user-research expert }

task interviews "Interview twelve customers" {
  requires user-research proficient
}
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
    en: ({ task }) => `nobody is assigned to ${quoted('en', task)}`,
    fr: ({ task }) => `la tâche ${quoted('fr', task)} n’est confiée à personne`,
  },
  check(model, report) {
    for (const task of openTasks(model)) {
      if (task.assignees.length > 0 || task.unresolved.has('assigned')) continue;
      report({ at: atName(task), subjects: [task.id], evidence: {}, values: { task: task.label } });
    }
  },
  fixes(found, model) {
    const task = subject(model, found, 'task');
    if (!task) return [];
    const pair = bestPair(model, task, alone);
    const ranked = [...(pair ? [pair] : []), ...candidates(model, task, alone)].slice(0, mostOffered);
    if (ranked.length === 0) return [disabledFix(nobody, whyNobody(model, task, task.requirements))];
    return bestFirst(ranked.map((candidate) => assignFix(model, task, candidate, alone, verb)));
  },
});

const verb = { en: (who: string) => `Assign to ${who}`, fr: (who: string) => `Confier à ${who}` };
const nobody = { en: 'Assign to a member', fr: 'Confier à un membre' };
