import type { Model } from '../model/model';
import { builtInTechniques } from '../model/techniques';
import { compareText } from '../rules/subjects';
import type { Language } from '../text/localised';
import type { Names } from './say';

/** What people call everything that `model` declares, and the built-in techniques, by id, in the order of ids. */
export function namesOf(model: Model, language: Language): Names {
  const strengths = model.assessments.flatMap((assessment) => assessment.strengths);
  const { competencies, teams, members, clients, stakeholders, tasks, needs, resources, assessments, pitfalls, techniques, interventions } =
    model;
  const declared = [
    competencies,
    teams,
    members,
    clients,
    stakeholders,
    tasks,
    needs,
    resources,
    assessments,
    strengths,
    pitfalls,
    techniques,
    interventions,
  ].flat();
  const labels = new Map<string, string>(builtInTechniques.map(({ name, label }) => [`technique:${name}`, label[language]]));
  for (const { id, label } of [...declared, ...(model.organization ? [model.organization] : [])]) labels.set(id, oneLine(label));
  for (const { id, from, to, mutual } of model.links) labels.set(id, `${oneLine(from.label)} ${mutual ? '↔' : '→'} ${oneLine(to.label)}`);
  return Object.fromEntries([...labels].sort(([a], [b]) => compareText(a, b)));
}

/** A title may hold line ends and tabs; a name is said in one breath. */
function oneLine(label: string): string {
  return label.replace(/\s*[\n\t]\s*/g, ' ').trim();
}
