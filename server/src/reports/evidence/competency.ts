import { grouped } from '../../model/grouped';
import type { Say } from '../say';
import { competencyName, sentences, type Worded, worded } from './wording';

interface Requirement {
  readonly competency: string;
  readonly required: number;
  readonly held: number;
}

interface Idle {
  readonly competency: string;
  readonly held: number;
  readonly tasks: readonly string[];
}

interface Nearest {
  readonly required: number;
  readonly nearest: readonly { readonly person: string; readonly held: number }[];
}

interface Aspiration {
  readonly competency: string;
  readonly task: string;
  readonly trainer: string;
}

export const competencyEvidence: readonly Worded[] = [
  worded<Nearest>('competency/undoable', {
    en: ([{ required, nearest }, say]) =>
      nearest.length === 0
        ? `Asked for at ${say.level(required)}; nobody has been assessed in it.`
        : `Asked for at ${say.level(required)}; nearest: ${nearestIn(nearest, say)}.`,
    fr: ([{ required, nearest }, say]) =>
      nearest.length === 0
        ? `Niveau exigé : ${say.level(required)} ; aucune évaluation pour cette compétence.`
        : `Niveau exigé : ${say.level(required)} ; au plus près : ${nearestIn(nearest, say)}.`,
  }),
  worded<{ requirements: readonly Requirement[] }>('competency/under-qualified', {
    en: ([{ requirements }, say]) =>
      sentences(
        requirements.map(({ competency, required, held }) => {
          const best = held === 0 ? 'nobody on the task has been assessed in it' : `${say.level(held)} is the highest on the task`;
          return `${competencyName(competency, say)}: ${say.level(required)} is asked for, ${best}`;
        }),
      ),
    fr: ([{ requirements }, say]) =>
      sentences(
        requirements.map(({ competency, required, held }) => {
          const best = held === 0 ? 'aucune évaluation sur la tâche' : `au mieux sur la tâche : ${say.level(held)}`;
          return `${competencyName(competency, say)} : la tâche exige le niveau ${say.level(required)} ; ${best}`;
        }),
      ),
  }),
  worded<{ level: number; tasks: readonly string[]; critical: boolean }>('competency/single-holder', {
    en: ([{ level, tasks, critical }, say]) =>
      sentences([
        `Held at ${say.level(level)} by one person`,
        tasks.length === 0 ? 'No open task requires it today' : `Open tasks that require it: ${say.titles(tasks)}`,
        ...(critical ? ['The model marks it as critical'] : []),
      ]),
    fr: ([{ level, tasks, critical }, say]) =>
      sentences([
        `Maîtrisée au niveau ${say.level(level)} par une seule personne`,
        tasks.length === 0 ? 'Aucune tâche ouverte ne l’exige aujourd’hui' : `Tâches ouvertes qui l’exigent : ${say.titles(tasks)}`,
        ...(critical ? ['Le modèle la marque comme critique'] : []),
      ]),
  }),
  worded<{ level: number; holders: number; target: number }>('competency/thin-coverage', {
    en: ([{ level, holders, target }, say]) => `${say.plural(holders, 'holder', 'holders')} at ${say.level(level)}, ${target} wanted.`,
    fr: ([{ level, holders, target }, say]) =>
      `${say.plural(holders, 'personne maîtrise', 'personnes maîtrisent')} cette compétence au niveau ${say.level(level)} ; il en faut ${target}.`,
  }),
  worded<{ trains: number; best: number }>('competency/no-trainer', {
    en: ([{ trains, best }, say]) => `One can train others from ${say.level(trains)} on; the highest level held is ${say.level(best)}.`,
    fr: ([{ trains, best }, say]) => `On peut former à partir du niveau ${say.level(trains)} ; le plus haut niveau est ${say.level(best)}.`,
  }),
  worded<{ tasks: number; lost: number }>('competency/key-person', {
    en: ([{ tasks, lost }, say]) =>
      `Of ${say.plural(tasks, 'open task', 'open tasks')} that could be covered today, ${lost} could not without this member.`,
    fr: ([{ tasks, lost }, say]) =>
      `Sur ${say.plural(tasks, 'tâche ouverte que l’on peut couvrir', 'tâches ouvertes que l’on peut couvrir')} aujourd’hui, ${lost} ne ${lost < 2 ? 'pourrait' : 'pourraient'} plus l’être sans ce membre.`,
  }),
  worded<{ competencies: readonly Idle[] }>('competency/latent', {
    en: ([{ competencies }, say]) =>
      sentences(
        competencies.map(
          ({ competency, held, tasks }) =>
            `${competencyName(competency, say)}, held at ${say.level(held)}, is required by ${say.titles(tasks)}`,
        ),
      ),
    fr: ([{ competencies }, say]) =>
      sentences(
        competencies.map(
          ({ competency, held, tasks }) =>
            `${competencyName(competency, say)}, niveau ${say.level(held)} : exigée par ${say.titles(tasks)}`,
        ),
      ),
  }),
  worded<{ competencies: readonly Omit<Idle, 'tasks'>[] }>('competency/dormant', {
    en: ([{ competencies }, say]) => sentences([`No task requires ${heldIn(competencies, say)}`]),
    fr: ([{ competencies }, say]) => sentences([`Aucune tâche n’exige ${heldIn(competencies, say)}`]),
  }),
  worded<{ competencies: readonly Aspiration[] }>('competency/aspiration', {
    en: ([{ competencies }, say]) =>
      sentences(
        lessonsIn(competencies).map(({ competency, tasks, trainer }) => {
          const work = `${say.titles(tasks)} ${tasks.length === 1 ? 'requires' : 'require'} ${competencyName(competency, say)}`;
          return `${work}; ${say.name(trainer)} is on ${tasks.length === 1 ? 'it' : 'them'} and can train others`;
        }),
      ),
    fr: ([{ competencies }, say]) =>
      sentences(
        lessonsIn(competencies).map(({ competency, tasks, trainer }) => {
          const work = `${say.titles(tasks)} ${tasks.length === 1 ? 'exige' : 'exigent'} ${competencyName(competency, say)}`;
          return `${work} ; ${say.name(trainer)} y travaille et peut former les autres`;
        }),
      ),
  }),
  worded<{ tasks: readonly string[]; others: readonly string[] }>('competency/behind-a-border', {
    en: ([{ tasks, others }, say]) => sentences([`Tasks: ${say.titles(tasks)}`, `Also held by ${say.someNames(others)}`]),
    fr: ([{ tasks, others }, say]) =>
      sentences([`Tâches : ${say.titles(tasks)}`, `Autres personnes qui maîtrisent cette compétence : ${say.someNames(others)}`]),
  }),
];

/** What one person could teach of one competency, and on which tasks. */
function lessonsIn(competencies: readonly Aspiration[]): readonly (Pick<Aspiration, 'competency' | 'trainer'> & Pick<Idle, 'tasks'>)[] {
  const taughtBy = grouped(competencies, ({ competency, trainer }) => [`${competency} ${trainer}`]);
  return [...taughtBy.values()].flatMap((same) =>
    same.slice(0, 1).map(({ competency, trainer }) => ({ competency, trainer, tasks: same.map(({ task }) => task) })),
  );
}

function nearestIn(nearest: Nearest['nearest'], say: Say): string {
  return say.listed(nearest.map(({ person, held }) => `${say.name(person)} (${say.level(held)})`));
}

function heldIn(competencies: readonly Omit<Idle, 'tasks'>[], say: Say): string {
  return say.listed(competencies.map(({ competency, held }) => `${competencyName(competency, say)} (${say.level(held)})`));
}
