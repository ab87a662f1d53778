import type { Intervention, Model } from '../../model/model';
import { builtInTechniques } from '../../model/techniques';
import { replace } from '../../planning/edits';
import { propertyOf } from '../../syntax/tree';
import { bestFirst, mostOffered } from '../assigning';
import { atProperty } from '../place';
import { defineRule } from '../rule';
import { compareText, subject } from '../subjects';
import { quoted } from '../wording';

interface Values {
  readonly intervention: string;
  readonly technique: { readonly en: string; readonly fr: string };
}

export const techniqueMismatch = defineRule<Values>({
  name: 'plan/technique-mismatch',
  severity: 'hint',
  options: {},
  summary: {
    en: 'The technique of an intervention is known to answer what the intervention is for.',
    fr: 'La technique d’une intervention est connue pour répondre à ce que l’intervention vise.',
  },
  why: {
    en: 'A technique that does not touch the gap spends everyone’s good will and leaves the gap.',
    fr: 'Une technique qui ne touche pas à l’écart use la bonne volonté de tous et laisse l’écart.',
  },
  source: 'Galbraith, J. (1973). Designing Complex Organizations. Addison-Wesley (the continuum of lateral links)',
  examples: {
    bad: 'intervention silo "Out of the silo" { technique mentoring answers network/silo }\n',
    good: 'intervention silo "Out of the silo" { technique liaison-role answers network/silo }\n',
  },
  message: {
    en: ({ intervention, technique }) => `${technique.en} is not known to answer anything that ${quoted('en', intervention)} answers`,
    fr: ({ intervention, technique }) =>
      `${quoted('fr', intervention)} : la technique ${quoted('fr', technique.fr)} n’est pas connue pour répondre à ce qui est visé`,
  },
  check(model, report) {
    for (const intervention of model.interventions) {
      const technique = techniqueOf(model, intervention);
      if (!technique || technique.answers.length === 0 || fits(technique, intervention)) continue;
      if (intervention.rules.length + intervention.pitfalls.length === 0 || intervention.unresolved.has('answers')) continue;
      report({
        at: atProperty(intervention, 'technique'),
        subjects: [intervention.id, `technique:${technique.name}`],
        evidence: { fitting: fittingFor(model, intervention).map(({ name }) => name) },
        values: { intervention: intervention.label, technique: technique.label },
      });
    }
  },
  fixes(found, model) {
    const intervention = subject(model, found, 'intervention');
    const file = intervention && model.snapshot.files.get(intervention.file);
    const ref = intervention && propertyOf(intervention.node, 'technique')?.entries[0]?.ref;
    if (!file || !ref) return [];
    const ranked = fittingFor(model, intervention).toSorted((a, b) => countOf(b, intervention) - countOf(a, intervention));
    return bestFirst(
      ranked.slice(0, mostOffered).map(({ name, label }) => ({
        title: { en: `Change to ${label.en}`, fr: `Remplacer par ${quoted('fr', label.fr)}` },
        preferred: false,
        edits: [replace(file, ref, name)],
      })),
    );
  },
});

/** Every pitfall is answered by what answers this rule. */
const pitfallRule = 'assessment/pitfall-unanswered';

interface Known {
  readonly name: string;
  readonly label: { readonly en: string; readonly fr: string };
  /** Rules; of a technique that answers pitfalls also theirs. */
  readonly answers: readonly string[];
}

function techniqueOf(model: Model, { technique }: Intervention): Known | undefined {
  if (technique === null) return undefined;
  const name = typeof technique === 'string' ? technique : technique.name;
  return techniquesOf(model).find((known) => known.name === name);
}

/** Those of the project, and the built-in ones that it does not replace, by name. */
function techniquesOf({ techniques }: Model): readonly Known[] {
  const own = techniques.map(({ name, label, answers }): Known => ({ name, label: { en: label, fr: label }, answers }));
  const builtIn = builtInTechniques
    .filter(({ name }) => !techniques.some((technique) => technique.name === name))
    .map(
      ({ name, label, answers, answersPitfalls }): Known => ({
        name,
        label,
        answers: answersPitfalls ? [...answers, pitfallRule] : answers,
      }),
    );
  return [...own, ...builtIn].sort((a, b) => compareText(a.name, b.name));
}

function fittingFor(model: Model, intervention: Intervention): readonly Known[] {
  return techniquesOf(model).filter((technique) => fits(technique, intervention));
}

function fits(technique: Known, intervention: Intervention): boolean {
  return countOf(technique, intervention) > 0;
}

/** How much of what `intervention` answers the technique is known to answer. */
function countOf({ answers }: Known, { rules, pitfalls }: Intervention): number {
  return rules.filter((rule) => answers.includes(rule)).length + (answers.includes(pitfallRule) ? pitfalls.length : 0);
}
