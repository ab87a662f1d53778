import { covers, heldLevel, openTasks, peopleOn, uncovered } from '../../model/coverage';
import type { Model, Person, Skill, Task } from '../../model/model';
import { bringIn } from '../../planning/assign';
import { alone, beside, bestPair, type Candidate, candidates } from '../../planning/candidates';
import { referenceTo } from '../../planning/reference';
import { assignFix, bestFirst, disabledFix, mostOffered } from '../assigning';
import { isHalfTyped } from '../halfTyped';
import { isHeldBySomebody } from '../heldBySomebody';
import { newLinkFix } from '../newLink';
import { at, atProperty } from '../place';
import { defineSubjectRule, type Fix } from '../rule';
import { subject } from '../subjects';
import { whyNobody } from '../trade';
import { alternatives, levelName, listed, quoted } from '../wording';

interface Values {
  readonly task: string;
  readonly requirements: readonly { readonly competency: string; readonly level: string; readonly held: string | null }[];
}

export const underQualified = defineSubjectRule<Task, Values>({
  name: 'competency/under-qualified',
  severity: 'warning',
  options: {},
  summary: {
    en: 'On every open, assigned task each requirement that can be covered is covered.',
    fr: 'Sur toute tâche ouverte et confiée, chaque exigence qui peut être couverte l’est.',
  },
  why: {
    en: 'The competency is there, but not on the task. Meanwhile whoever does it learns at the task’s expense, or waits for help that nobody has planned.',
    fr: 'La compétence existe, mais pas sur la tâche. En attendant, on y apprend aux dépens du résultat, ou l’on compte sur une aide que personne n’a prévue.',
  },
  examples: {
    bad: `competency user-research "User research"

member anna "Anna Morel" { has user-research expert }
member bob "Bob Okafor" { has user-research beginner }

task interviews "Interview twelve customers" {
  requires user-research proficient
  assigned bob
}
`,
    good: `competency user-research "User research"

member anna "Anna Morel" { has user-research expert }
member bob "Bob Okafor" { has user-research beginner }

task interviews "Interview twelve customers" {
  requires user-research proficient
  assigned anna 60%, bob 40%
}
`,
  },
  message: {
    en: ({ task, requirements }) => `nobody on ${quoted('en', task)} holds ${alternatives('en', requirements.map(requirementInEnglish))}`,
    fr: ({ task, requirements }) =>
      `personne, sur ${quoted('fr', task)}, ne maîtrise ${alternatives('fr', requirements.map(requirementInFrench))}`,
  },
  subjects: openTasks,
  judge(model, report) {
    return (task) => {
      if (task.assignees.length === 0 || ['assigned', 'with', 'requires'].some((word) => task.unresolved.has(word))) return;
      const missing = missingFrom(model, task);
      if (missing.length === 0) return;
      report({
        at: atProperty(task, 'assigned'),
        subjects: [task.id, ...task.assignees.map(({ person }) => person.id)],
        evidence: {
          requirements: missing.map((requirement) => ({
            competency: requirement.competency.name,
            required: requirement.level,
            held: bestHeld(task, requirement),
          })),
        },
        values: { task: task.label, requirements: missing.map((requirement) => valuesOf(model, task, requirement)) },
        related: missing.map(({ competency, level, entry }) => ({
          at: at(task, entry),
          message: {
            en: `requires ${competency.label} at ${levelName(model.scale, level)}`,
            fr: `exige ${competency.label} au niveau ${levelName(model.scale, level)}`,
          },
        })),
      });
    };
  },
  fixes(found, model) {
    const task = subject(model, found, 'task');
    const missing = task ? missingFrom(model, task) : [];
    if (!task || missing.length === 0) return [];
    const able = candidates(model, task, alone);
    const reassign = able.filter(({ covered }) => covered === task.requirements.length).slice(0, mostOffered);
    const there = peopleOn(task);
    const add = candidates(model, task, beside(task)).filter(
      ({ members: [member] }) => member && !there.includes(member) && missing.every((requirement) => covers(member, requirement)),
    );
    const names = task.assignees.map(({ person }) => person.label);
    const addVerb = {
      en: (who: string) => `Add ${who} beside ${listed('en', names)}`,
      fr: (who: string) => `Adjoindre ${who} à ${listed('fr', names)}`,
    };
    const fixes = bestFirst([
      ...reassign.map((candidate) => assignFix(model, task, candidate, alone, reassignVerb)),
      ...(add.length > 0 ? add : pairBeside(model, task, missing))
        .slice(0, mostOffered)
        .map((candidate) => assignFix(model, task, candidate, beside(task), addVerb)),
      pairFix(model, task, missing, able),
    ]);
    return fixes.length > 0 ? fixes : [disabledFix(nobody, whyNobody(model, task, missing))];
  },
});

const reassignVerb = { en: (who: string) => `Reassign to ${who}`, fr: (who: string) => `Confier plutôt à ${who}` };
const nobody = { en: 'Reassign to another member', fr: 'Confier plutôt à un autre membre' };

/** What nobody on the task covers and somebody could. */
function missingFrom(model: Model, task: Task): readonly Skill[] {
  if (isCoveredByAssignee(task)) return [];
  return uncovered(task).filter((requirement) => isHeldBySomebody(model, requirement) && !isHalfTyped(model, requirement.competency));
}

/** Does one assignee cover everything? So it is with most tasks, and it is quickly told. */
function isCoveredByAssignee({ assignees, requirements }: Task): boolean {
  return assignees.some(({ person }) => requirements.every((requirement) => covers(person, requirement)));
}

function bestHeld(task: Task, { competency }: Skill): number {
  return Math.max(0, ...peopleOn(task).map((person) => heldLevel(person, competency)));
}

function valuesOf(model: Model, task: Task, requirement: Skill): Values['requirements'][number] {
  const held = bestHeld(task, requirement);
  return {
    competency: requirement.competency.label,
    level: levelName(model.scale, requirement.level),
    held: held === 0 ? null : levelName(model.scale, held),
  };
}

function requirementInEnglish({ competency, level, held }: Values['requirements'][number]): string {
  return `${competency} at ${level} (${held === null ? 'not assessed' : `highest: ${held}`})`;
}

function requirementInFrench({ competency, level, held }: Values['requirements'][number]): string {
  return `${competency} au niveau ${level} (${held === null ? 'sans évaluation' : `au mieux : ${held}`})`;
}

/** The pair that covers together what is missing, where nobody does alone. */
function pairBeside(model: Model, task: Task, missing: readonly Skill[]): readonly Candidate[] {
  const there = peopleOn(task);
  const pair = bestPair(model, task, beside(task));
  const fits =
    pair?.members.every((member) => !there.includes(member)) &&
    missing.every((each) => pair.members.some((member) => covers(member, each)));
  return pair && fits ? [pair] : [];
}

/** Pairs the assignee who comes nearest with a member who can train them in the first that is missing and covers the rest. */
function pairFix(model: Model, task: Task, missing: readonly Skill[], able: readonly Candidate[]): Fix | null {
  const [requirement] = missing;
  if (!requirement) return null;
  const { competency } = requirement;
  const there = peopleOn(task);
  const [learner] = task.assignees
    .map(({ person }) => person)
    .filter((person) => person.kind !== 'member' || person.present)
    .sort((a, b) => heldLevel(b, competency) - heldLevel(a, competency));
  const trainer = able
    .flatMap(({ members }) => members)
    .find(
      (member) =>
        !there.includes(member) && heldLevel(member, competency) >= model.scale.trains && missing.every((each) => covers(member, each)),
    );
  return learner && trainer ? mentorFix(model, task, requirement, learner, trainer) : null;
}

function mentorFix(model: Model, task: Task, { competency }: Skill, learner: Person, trainer: Person): Fix | null {
  const title = {
    en: `Pair ${learner.label} with ${trainer.label}, who can train in ${competency.label}`,
    fr: `Associer ${learner.label} à ${trainer.label}, qui peut former à ${competency.label}`,
  };
  const topic = referenceTo(model, competency, { kind: 'link', word: 'in' });
  const link = topic && newLinkFix(model, [{ from: trainer, arrow: '->', to: learner, how: `mentors in ${topic}` }], title, 'other');
  const join = bringIn(model, task, trainer);
  return link && join ? { ...link, edits: [...link.edits, ...join] } : null;
}
