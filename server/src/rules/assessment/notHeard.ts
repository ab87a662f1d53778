import type { Assessment, Model, Party, Person } from '../../model/model';
import { membersOf } from '../../model/teams';
import { addProperties } from '../../planning/edits';
import { referenceTo } from '../../planning/reference';
import { atName } from '../place';
import { defineRule } from '../rule';
import { compareNames, idsOf, subject } from '../subjects';
import { listed, quoted } from '../wording';

interface Values {
  readonly assessment: string;
  readonly scope: number;
  readonly heard: number;
  readonly others: readonly string[];
}

export const notHeard = defineRule<Values>({
  name: 'assessment/not-heard',
  severity: 'info',
  options: {},
  summary: {
    en: 'Everyone in the scope of an assessment was heard.',
    fr: 'Toutes les personnes du périmètre d’un état des lieux ont été entendues.',
  },
  why: {
    en: 'Those who were not asked are spoken for by others. What they would have said is missing from the picture, and so is their consent to what follows.',
    fr: 'À la place de qui n’a pas été entendu, d’autres parlent : sa parole manque au tableau, tout comme son accord à la suite.',
  },
  source: 'Guba, E. & Lincoln, Y. (1989). Fourth Generation Evaluation. Sage',
  examples: {
    bad: `member anna "Anna Morel"
member bob "Bob Okafor"

assessment spring "Spring review" on 2026-04-02 {
  scope anna, bob
  heard anna
}
`,
    good: `member anna "Anna Morel"
member bob "Bob Okafor"

assessment spring "Spring review" on 2026-04-02 {
  scope anna, bob
  heard anna, bob
}
`,
  },
  message: {
    en: ({ assessment, scope, heard, others }) =>
      `${quoted('en', assessment)} ${heardInEnglish(heard, scope)}; still to be heard: ${listed('en', others)}`,
    fr: ({ assessment, scope, heard, others }) =>
      `${quoted('fr', assessment)} : ${heardInFrench(heard, scope)} ; ${others.length === 1 ? 'reste' : 'restent'} à entendre : ${listed('fr', others)}`,
  },
  check(model, report) {
    for (const assessment of model.assessments) {
      if (assessment.unresolved.has('scope')) continue;
      const scope = peopleIn(model, assessment.scope);
      const unheard = unheardIn(model, assessment);
      if (unheard.length === 0) continue;
      report({
        at: atName(assessment),
        subjects: [assessment.id, ...idsOf(unheard)],
        evidence: { scope: scope.size, heard: scope.size - unheard.length },
        values: {
          assessment: assessment.label,
          scope: scope.size,
          heard: scope.size - unheard.length,
          others: unheard.map(({ label }) => label),
        },
      });
    }
  },
  fixes(found, model) {
    const assessment = subject(model, found, 'assessment');
    const file = assessment && model.snapshot.files.get(assessment.file);
    if (!assessment || !file) return [];
    const names = unheardIn(model, assessment)
      .map((person) => referenceTo(model, person, { kind: 'assessment', word: 'heard' }))
      .filter((name) => name !== null);
    if (names.length === 0) return [];
    const title = { en: 'Note that they were heard', fr: 'Noter que ces personnes ont été entendues' };
    return [
      { title, preferred: true, edits: addProperties(file, assessment.node, [{ word: 'heard', text: `heard ${names.join(', ')}` }]) },
    ];
  },
});

function heardInEnglish(heard: number, scope: number): string {
  if (scope === 1) return 'has not heard the one person in its scope';
  return `has heard ${heard === 0 ? 'none' : heard} of the ${scope} people in its scope`;
}

function heardInFrench(heard: number, scope: number): string {
  if (scope === 1) return 'la seule personne concernée n’a pas été entendue';
  if (heard === 0) return `aucune des ${scope} personnes concernées n’a été entendue`;
  return `${heard} des ${scope} personnes concernées ${heard === 1 ? 'a été entendue' : 'ont été entendues'}`;
}

/** By name. */
function unheardIn(model: Model, { scope, heard }: Assessment): readonly Person[] {
  const known = peopleIn(
    model,
    heard.flatMap(({ parties }) => parties),
  );
  return [...peopleIn(model, scope)].filter((person) => !known.has(person)).sort(compareNames);
}

/** The people whom `parties` name, members of teams and stakeholders of clients included; who is absent cannot be asked. */
function peopleIn(model: Model, parties: readonly Party[]): ReadonlySet<Person> {
  const people = parties.flatMap((party): readonly Person[] => {
    if (party.kind === 'team') return membersOf(model, party);
    if (party.kind === 'client') return party.stakeholders;
    return party.kind === 'organization' ? [] : [party];
  });
  return new Set(people.filter((person) => person.kind === 'stakeholder' || person.present));
}
