import { covers, holders, levelOf, peopleOn, uncovered } from '../model/coverage';
import { memo } from '../model/memo';
import type { Competency, Member, Model, Person, Skill, Task } from '../model/model';
import { names } from '../model/names';
import { outlineOf } from '../model/outline';
import type { Snapshot } from '../model/snapshot';
import { loadOf } from '../model/workload';
import { inDays, levelName, listed, percent, percentSign, plural } from '../rules/wording';
import { propertyOf } from '../syntax/tree';
import type { Language } from '../text/localised';
import type { Location, Span } from '../text/span';

/** A declaration of which something is worth counting; what that is, the model tells when it is looked at. */
export interface Countable extends Span {
  /** As findings name it: `task:talks`. */
  readonly id: string;
}

/** What was counted, in a few words, and where it stands. */
export interface Count {
  readonly title: string;
  readonly places: readonly Location[];
}

/** The open tasks that require something, the members and the competencies of `file`; a name that is given again is left out. */
export function countables(snapshot: Snapshot, file: string): readonly Countable[] {
  const source = snapshot.files.get(file);
  if (!source) return [];
  return outlineOf(source).declared.flatMap((declared) => {
    const { id, kind, node } = declared;
    const isOpen = propertyOf(node, 'status')?.entries[0]?.word?.text !== 'done';
    const isCounted =
      kind === 'member' || kind === 'competency' || (kind === 'task' && isOpen && propertyOf(node, 'requires') !== undefined);
    if (!isCounted || names(snapshot).firstOf(declared)) return [];
    const { start, end } = node.name ?? node.keyword;
    return [{ id, start, end }];
  });
}

/** Of a task, who covers it or what is missing; of a member, the load; of a competency, who holds it. Null where there is none of that id. */
export function countOf(model: Model, id: string, language: Language): Count | null {
  const counted = countedById(model).get(id);
  switch (counted?.kind) {
    case 'task':
      return coverage(model, counted, language);
    case 'member':
      return load(model, counted, language);
    case 'competency':
      return held(model, counted, language);
    default:
      return null;
  }
}

/** The load of a member in the period, in a few words. */
export function loadInWords(model: Model, member: Member, language: Language): string {
  const say = words[language];
  const { load: ratio, assigned } = loadOf(model, member);
  if (!member.present) return say.absent;
  if (ratio === null) return say.days(inDays(language, assigned));
  return Number.isFinite(ratio) ? say.load(percent(language, ratio)) : say.noDay(inDays(language, assigned));
}

const countedById = memo(
  (model: Model): ReadonlyMap<string, Task | Member | Competency> =>
    new Map([...model.tasks, ...model.members, ...model.competencies].map((entity) => [entity.id, entity])),
);

function coverage({ scale }: Model, task: Task, language: Language): Count {
  const say = words[language];
  const missing = uncovered(task);
  if (missing.length > 0) {
    const named = missing.map(({ competency, level }) => `${competency.label} (${levelName(scale, level)})`);
    return { title: say.missing(listed(language, named)), places: missing.map(({ entry }) => ({ file: task.file, span: entry })) };
  }
  const covering = peopleOn(task).filter((person) => task.requirements.some((requirement) => covers(person, requirement)));
  return {
    title: say.covered(
      listed(
        language,
        covering.map(({ label }) => label),
      ),
    ),
    places: covering.flatMap((person) => task.requirements.flatMap((requirement) => skillsFor(person, requirement))),
  };
}

function load(model: Model, member: Member, language: Language): Count {
  const places = loadOf(model, member).tasks.flatMap(({ task: { file, assignees } }) =>
    assignees.flatMap(({ person, entry }) => (person === member ? [{ file, span: entry }] : [])),
  );
  return { title: loadInWords(model, member, language), places };
}

function held(model: Model, competency: Competency, language: Language): Count {
  const say = words[language];
  const level = competency.holders?.level ?? levelOf(model, competency);
  const people = holders(model, competency, level);
  const wanted = competency.holders?.count ?? null;
  const counted = wanted === null ? plural(language, people.length, say.holder, say.holders) : say.ofWanted(people.length, wanted);
  return {
    title: say.at(counted, levelName(model.scale, level)),
    places: people.flatMap((person) => skillsFor(person, { competency, level })),
  };
}

/** Where `person` is said to hold what is required, be it something narrower. */
function skillsFor({ has, file }: Person, { competency, level }: Pick<Skill, 'competency' | 'level'>): readonly Location[] {
  return has.flatMap((skill) => {
    const isIt = skill.competency === competency || skill.competency.broader.includes(competency);
    return isIt && skill.level >= level ? [{ file, span: skill.entry }] : [];
  });
}

const words = {
  en: {
    covered: (people: string) => `covered by ${people}`,
    missing: (skills: string) => `missing: ${skills}`,
    load: (ratio: string) => `load ${ratio}${percentSign.en}`,
    days: (days: string) => `load: ${days}`,
    noDay: (days: string) => `load: ${days}, no day left for them`,
    absent: 'not here today',
    holder: 'holder',
    holders: 'holders',
    ofWanted: (counted: number, wanted: number) => `${counted} of ${plural('en', wanted, 'holder', 'holders')} wanted`,
    at: (counted: string, level: string) => `${counted} at ${level}`,
  },
  fr: {
    covered: (people: string) => `couverte par ${people}`,
    missing: (skills: string) => `il manque\u00A0: ${skills}`,
    load: (ratio: string) => `charge ${ratio}${percentSign.fr}`,
    days: (days: string) => `charge\u00A0: ${days}`,
    noDay: (days: string) => `charge\u00A0: ${days}, aucun jour disponible`,
    absent: 'hors de l’équipe à ce jour',
    holder: 'personne',
    holders: 'personnes',
    ofWanted: (counted: number, wanted: number) => `${plural('fr', counted, 'personne', 'personnes')} sur ${wanted}`,
    at: (counted: string, level: string) => `${counted} au niveau ${level}`,
  },
} as const;
