import { heldLevel, openTasks } from '../../model/coverage';
import type { Member, Model, Skill, Task } from '../../model/model';
import { replace } from '../../planning/edits';
import { isHalfTyped } from '../halfTyped';
import { isHeldBySomebody } from '../heldBySomebody';
import { trainingFix } from '../learning';
import { at, atName } from '../place';
import { defineRule, type Fix, type Found } from '../rule';
import { subject } from '../subjects';
import { nearestHolders, withLevel } from '../trade';
import { levelName, listed, quoted } from '../wording';

interface Values {
  readonly task: string;
  readonly competency: string;
  readonly level: string;
  /** Those who come nearest, with the level that each holds. */
  readonly nearest: readonly string[];
}

/** How many of those who come nearest the evidence names. */
const mostNearest = 3;

export const undoable = defineRule<Values>({
  name: 'competency/undoable',
  severity: 'error',
  options: {},
  summary: { en: 'Every open task can be done by somebody.', fr: 'Toute tâche ouverte peut être faite par quelqu’un.' },
  why: {
    en: 'No plan holds that rests on what nobody can do: the competency has to be found, learnt or asked for at a lower level first.',
    fr: 'On ne peut confier à personne ce que personne ne sait faire : pour que le plan tienne, il faut trouver la compétence, l’acquérir ou l’exiger à un niveau moins élevé.',
  },
  examples: {
    bad: `competency user-research "User research"

member bob "Bob Okafor" { has user-research beginner }

task interviews "Interview twelve customers" {
  requires user-research proficient
  assigned bob
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
    en: ({ task, competency, level, nearest }) =>
      `nobody holds ${competency} at ${level}, which ${quoted('en', task)} requires${nearest.length > 0 ? `; the nearest: ${listed('en', nearest, mostNearest)}` : ''}`,
    fr: ({ task, competency, level, nearest }) =>
      `personne ne maîtrise ${competency} au niveau ${level}, qu’exige ${quoted('fr', task)}${nearest.length > 0 ? ` ; au plus près : ${listed('fr', nearest, mostNearest)}` : ''}`,
  },
  check(model, report) {
    for (const task of openTasks(model)) {
      if (task.unresolved.has('requires')) continue;
      for (const requirement of task.requirements) {
        if (isHeldBySomebody(model, requirement) || isHalfTyped(model, requirement.competency)) continue;
        const nearest = nearestHolders(model, requirement.competency);
        report({
          at: at(task, requirement.entry),
          subjects: [task.id, requirement.competency.id],
          evidence: {
            required: requirement.level,
            nearest: nearest
              .slice(0, mostNearest)
              .map((person) => ({ person: person.id, held: heldLevel(person, requirement.competency) })),
          },
          values: {
            task: task.label,
            competency: requirement.competency.label,
            level: levelName(model.scale, requirement.level),
            nearest: nearest.map((person) => withLevel(model, person, requirement)),
          },
          related: nearest.slice(0, 1).map((person) => ({
            at: atName(person),
            message: {
              en: `comes nearest: ${withLevel(model, person, requirement)}`,
              fr: `au plus près : ${withLevel(model, person, requirement)}`,
            },
          })),
        });
      }
    }
  },
  fixes(found, model, language) {
    const task = subject(model, found, 'task');
    const requirement = task && requirementOf(task, found);
    if (!requirement) return [];
    const learner = learnerFor(model, task, requirement);
    const training =
      learner &&
      trainingFix(model, { rule: 'competency/undoable', competency: requirement.competency, learner, teacher: null, near: task }, language);
    const lower = lowerFix(model, task, requirement, training ? 'other' : 'preferred');
    return [training, lower].filter((fix) => fix !== null);
  },
});

function requirementOf(task: Task, { subjects }: Found<unknown>): Skill | null {
  return task.requirements.find(({ competency }) => competency.id === subjects[1]) ?? null;
}

/** The member who comes nearest, else a present one who is to do the task. */
function learnerFor(model: Model, task: Task, requirement: Skill): Member | null {
  const holder = nearestHolders(model, requirement.competency).find((person) => person.kind === 'member');
  const assignee = task.assignees.map(({ person }) => person).find((person) => person.kind === 'member' && person.present);
  return (holder ?? assignee ?? null) as Member | null;
}

/** Asks for the highest level that somebody holds, in the way the text asks: by number or by name. */
function lowerFix(model: Model, task: Task, requirement: Skill, rank: 'preferred' | 'other'): Fix | null {
  const [best] = nearestHolders(model, requirement.competency);
  const file = model.snapshot.files.get(task.file);
  const { level } = requirement.entry;
  if (!best || !file || !level) return null;
  const held = heldLevel(best, requirement.competency);
  const name = levelName(model.scale, held);
  return {
    title: { en: `Lower the requirement to ${name}`, fr: `Abaisser l’exigence au niveau ${name}` },
    preferred: rank === 'preferred',
    edits: [replace(file, level, level.number === null ? name : String(held))],
  };
}
