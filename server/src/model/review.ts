import { entriesOf, type Property, propertiesOf } from '../syntax/tree';
import { grades, interventionStatuses } from '../syntax/vocabulary';
import type { Assessment, Heard, Intervention, Member, Party, Pitfall, Strength, Technique } from './model';
import type { Declared } from './outline';
import { dayFrom, Reading } from './reading';
import type { Refs } from './refs';
import { distinct, type Maker, type NestedMaker, type Resolving } from './resolving';
import { builtInTechnique } from './techniques';

/** Makes an assessment, with the strengths and pitfalls nested in it. */
export function assessmentFrom(declared: Declared, nested: readonly Declared[]): Maker<Assessment> {
  const reading = new Reading(declared);
  const on = reading.day('on');
  const scope = reading.refs('scope');
  const hearings = propertiesOf(declared.node, 'heard').map((property) => heardFrom(property, reading));
  const strengthMakers = nested.filter(({ kind }) => kind === 'strength').map(strengthFrom);
  const pitfallMakers = nested.filter(({ kind }) => kind === 'pitfall').map(pitfallFrom);
  return {
    declared,
    make(project) {
      const strengths: Strength[] = [];
      const pitfalls: Pitfall[] = [];
      const heard = hearings.map((make) => make(project));
      const people = project.all<Party>(scope);
      const unresolved = project.unresolved(reading.empty);
      const assessment: Assessment = { ...reading.head, kind: 'assessment', on, scope: people, heard, strengths, pitfalls, unresolved };
      for (const { declared: each, make } of strengthMakers) {
        if (project.counts(each)) strengths.push(make(assessment, project));
      }
      for (const { declared: each, make } of pitfallMakers) {
        if (project.counts(each)) pitfalls.push(project.put(each, make(assessment, project)));
      }
      return assessment;
    },
  };
}

function heardFrom(property: Property, reading: Reading): (project: Resolving) => Heard {
  const parties = reading.refsIn('heard', [property]);
  const said = property.entries.find(({ ref }) => !ref);
  const on = dayFrom(said?.date);
  if (said?.date && on === null) reading.note('heard');
  const text = said?.text?.value ?? null;
  return (project) => ({ parties: project.all<Party>(parties), on, text, property });
}

function strengthFrom(declared: Declared): NestedMaker<Assessment, Strength> {
  const reading = new Reading(declared);
  const of = reading.refs('of');
  return {
    declared,
    make: (assessment, project) => ({
      ...reading.head,
      kind: 'strength',
      assessment,
      of: project.all<Party>(of),
      unresolved: project.unresolved(reading.empty),
    }),
  };
}

function pitfallFrom(declared: Declared): NestedMaker<Assessment, Pitfall> {
  const reading = new Reading(declared);
  const word = reading.flag(['of', 'between']) ?? 'of';
  const parties = reading.refs(word);
  const severity = reading.choice('severity', grades);
  return {
    declared,
    make(assessment, project) {
      const of = project.all<Party>(parties);
      const unresolved = project.unresolved(reading.empty);
      return { ...reading.head, kind: 'pitfall', assessment, of, between: word === 'between', severity, unresolved };
    },
  };
}

/** Makes a technique of the project. */
export function techniqueFrom(declared: Declared): Maker<Technique> {
  const reading = new Reading(declared);
  const answers = distinct(entriesOf(declared.node, 'answers').flatMap(({ rule }) => rule?.text ?? []));
  return { declared, make: () => ({ ...reading.head, kind: 'technique', answers, unresolved: reading.empty }) };
}

/** Makes an intervention. */
export function interventionFrom(declared: Declared): Maker<Intervention> {
  const reading = new Reading(declared);
  const { from, to } = reading.days('from', 'to');
  const technique = reading.refs('technique');
  const rules = distinct(entriesOf(declared.node, 'answers').flatMap(({ rule }) => rule?.text ?? []));
  const pitfalls = reading.refs('answers');
  const involves = reading.refs('involves');
  const owner = reading.refs('owner');
  const measure = reading.text('measure');
  const status = reading.choice('status', interventionStatuses) ?? 'planned';
  return {
    declared,
    make: (project) => ({
      ...reading.head,
      kind: 'intervention',
      technique: techniqueMeant(technique, project),
      rules,
      pitfalls: project.all<Pitfall>(pitfalls),
      involves: project.all<Party>(involves),
      owner: project.one<Member>(owner),
      from,
      to,
      measure,
      status,
      unresolved: project.unresolved(reading.empty),
    }),
  };
}

function techniqueMeant(refs: Refs, project: Resolving): Technique | string | null {
  const own = project.peek<Technique>(refs);
  if (own) return own;
  const ref = refs.entries[0]?.ref;
  const builtIn = ref && !ref.owner ? builtInTechnique(ref.name?.text ?? '') : undefined;
  if (ref && !builtIn) project.miss(refs.word);
  return builtIn?.name ?? null;
}
