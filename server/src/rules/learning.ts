import { heldLevel, presentMembers, tasksWith } from '../model/coverage';
import type { Competency, Entity, Member, Model, Person } from '../model/model';
import { reach } from '../model/network';
import { loadOf } from '../model/workload';
import { hopsFromNearest } from '../planning/candidates';
import type { Language } from '../text/localised';
import { newIntervention } from './newIntervention';
import type { Fix, RuleName } from './rule';
import { compareText } from './subjects';

interface Training {
  readonly rule: RuleName;
  readonly competency: Competency;
  readonly learner: Member;
  /** Who trains them, where that is known. */
  readonly teacher: Person | null;
  /** Where the intervention is written if there is no other one, nor an assessment. */
  readonly near: Entity;
}

/** An intervention in which `learner` is trained. */
export function trainingFix(model: Model, { rule, competency, learner, teacher, near }: Training, language: Language): Fix | null {
  const text = texts[language];
  const edit = newIntervention(
    model,
    {
      name: `train-${learner.name}`,
      title: text.training(competency.label),
      technique: 'training',
      answers: rule,
      involves: teacher ? [teacher, learner] : [learner],
      owner: learner,
      measure: text.learnt(learner.label, competency.label),
    },
    near,
  );
  if (!edit) return null;
  return {
    title: { en: `Train ${learner.label} in ${competency.label}`, fr: `Former ${learner.label} à ${competency.label}` },
    preferred: true,
    edits: [edit],
  };
}

/** An intervention in which `trainer` learns to train others. */
export function trainTheTrainerFix(model: Model, competency: Competency, trainer: Member, language: Language): Fix | null {
  const text = texts[language];
  const edit = newIntervention(
    model,
    {
      name: `train-${trainer.name}`,
      title: text.trainer(competency.label),
      technique: 'train-the-trainer',
      answers: 'competency/no-trainer',
      involves: [trainer],
      owner: trainer,
      measure: text.taught(trainer.label, competency.label),
    },
    competency,
  );
  if (!edit) return null;
  return {
    title: { en: `Prepare ${trainer.label} to train others`, fr: `Préparer ${trainer.label} à former les autres` },
    preferred: true,
    edits: [edit],
  };
}

interface Transfer {
  readonly rule: RuleName;
  readonly competency: Competency;
  readonly holder: Person;
  readonly learner: Member;
  readonly near: Entity;
}

/** An intervention in which `holder` passes on what they know to `learner`. */
export function transferFix(model: Model, { rule, competency, holder, learner, near }: Transfer, language: Language): Fix | null {
  const text = texts[language];
  const edit = newIntervention(
    model,
    {
      name: `transfer-${competency.name}`,
      title: text.transfer(competency.label),
      technique: 'knowledge-transfer',
      answers: rule,
      involves: [holder, learner],
      owner: holder.kind === 'member' ? holder : learner,
      measure: text.learnt(learner.label, competency.label),
    },
    near,
  );
  if (!edit) return null;
  return {
    title: {
      en: `Pass ${competency.label} on from ${holder.label} to ${learner.label}`,
      fr: `Faire transmettre ${competency.label} par ${holder.label} à ${learner.label}`,
    },
    preferred: true,
    edits: [edit],
  };
}

/**
 * The present members below `level` who could learn `competency`, the best first: those who want it, then who hold most of it, then who
 * are on a task that requires it, then by load, then by hops in reach to `teacher`, then by name.
 */
export function learners(model: Model, competency: Competency, level: number, teacher: Person | null): readonly Member[] {
  const below = presentMembers(model).filter((member) => member !== teacher && heldLevel(member, competency) < level);
  const ranked = below.map((member) => ({
    member,
    figures: [
      member.wants.some((aim) => aim.competency === competency) ? 0 : 1,
      -heldLevel(member, competency),
      needs(model, member, competency) ? 0 : 1,
      loadOf(model, member).load ?? 0,
    ],
  }));
  const compare = (a: readonly number[], b: readonly number[]) =>
    a.reduce((order, figure, index) => order || compareFigures(figure, b[index] ?? 0), 0);
  const hops = hopsFrom(model, teacher);
  ranked.sort(
    (a, b) => compare(a.figures, b.figures) || compareFigures(hops(a.member), hops(b.member)) || compareText(a.member.name, b.member.name),
  );
  return ranked.map(({ member }) => member);
}

/** Is `member` on an open task that requires `competency`? */
function needs(model: Model, member: Member, competency: Competency): boolean {
  return tasksWith(model, member).some(
    (task) => task.open && task.requirements.some((requirement) => requirement.competency === competency),
  );
}

/** How far in reach each member is from `teacher`; the same for all where there is none. Only equals ask: they share one walk through the net. */
function hopsFrom(model: Model, teacher: Person | null): (member: Member) => number {
  const graph = reach(model);
  let distances: Float64Array | undefined;
  return (member) => {
    if (!teacher) return 0;
    distances ??= hopsFromNearest(graph, [teacher]);
    return distances[graph.index.get(member) ?? -1] ?? Number.POSITIVE_INFINITY;
  };
}

/** Infinite figures are equal to each other. */
function compareFigures(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

const texts = {
  en: {
    training: (competency: string) => `Training: ${competency}`,
    transfer: (competency: string) => `Knowledge transfer: ${competency}`,
    trainer: (competency: string) => `Training of a trainer: ${competency}`,
    taught: (trainer: string, competency: string) => `${trainer} has trained somebody in ${competency}.`,
    learnt: (learner: string, competency: string) => `${learner} does, without help, a task that requires ${competency}.`,
  },
  fr: {
    training: (competency: string) => `Formation : ${competency}`,
    transfer: (competency: string) => `Transfert de connaissances : ${competency}`,
    trainer: (competency: string) => `Formation de formateur : ${competency}`,
    taught: (trainer: string, competency: string) => `${trainer} a formé quelqu’un à cette compétence : ${competency}.`,
    learnt: (learner: string, competency: string) => `${learner} mène en autonomie une tâche qui exige cette compétence : ${competency}.`,
  },
} as const;
