import { covers, heldLevel, holders, presentMembers, stakeholdersWhoHold } from '../model/coverage';
import type { Competency, Member, Model, Person, Skill, Task } from '../model/model';
import { loadOf } from '../model/workload';
import { type Candidate, daysFor, loads, type Trade } from '../planning/candidates';
import type { Language, Localised } from '../text/localised';
import { compareText } from './subjects';
import { figure, inDays, inWords, levelName, listed, percent } from './wording';

/** What giving `task` to `candidate` trades, as a title says it: `covers 2 of 2, load 70 → 85 %`. */
export function tradeWords(task: Task, candidate: Candidate): Localised {
  return { en: tradeIn('en', task, candidate), fr: tradeIn('fr', task, candidate) };
}

/**
 * What bringing `person` in on `task` without a share of it trades: `covers 1 of 2, load stays at 70 %`; of a stakeholder, whose days nobody
 * counts, what they cover alone. Null where that is nothing.
 */
export function bringInWords(model: Model, task: Task, person: Person): Localised | null {
  const [en, fr] = [bringInWordsIn('en', model, task, person), bringInWordsIn('fr', model, task, person)];
  return en === '' ? null : { en, fr };
}

/** Why no member can take on `requirements` of `task`: `Nobody holds User research at proficient; the nearest is Bob (beginner)`. */
export function whyNobody(model: Model, task: Task, requirements: readonly Skill[]): Localised {
  return { en: whyNobodyIn('en', model, task, requirements), fr: whyNobodyIn('fr', model, task, requirements) };
}

/** Who holds `competency`, at whatever level: the highest first, then by name. */
export function nearestHolders(model: Model, competency: Competency): readonly Person[] {
  const people: readonly Person[] = [...holders(model, competency, 1), ...stakeholdersWhoHold(model, competency, 1)];
  return people.toSorted((a, b) => heldLevel(b, competency) - heldLevel(a, competency) || compareText(a.name, b.name));
}

/** A person with the level at which they hold a competency: `Bob (beginner)`. */
export function withLevel(model: Model, person: Person, { competency }: Skill): string {
  return `${person.label} (${levelName(model.scale, heldLevel(person, competency))})`;
}

/** Why `person` cannot take part in `task`: `Anna Morel has no day left from 4 May 2026 to 8 May 2026`. */
export function whyNoDay(model: Model, task: Task, person: Person): Localised {
  const days = daysFor(model, task);
  const between = (language: Language) => (days ? ([inWords(language, days.from), inWords(language, days.to)] as const) : null);
  const say = (language: Language) => {
    const range = between(language);
    return range ? sentences[language].hasNoDay(person.label, ...range) : sentences[language].absent;
  };
  return { en: say('en'), fr: say('fr') };
}

const sentences = {
  en: {
    covers: (covered: number, count: number) => `covers ${covered} of ${count}`,
    load: (before: string, after: string) => `load ${before} → ${after} %`,
    sameLoad: (load: string | null) => (load === null ? 'load unchanged' : `load stays at ${load} %`),
    absent: 'No member is here today',
    nobodyHolds: (what: string) => `Nobody holds ${what}`,
    noMemberHolds: (what: string) => `No member holds ${what}`,
    nearest: (who: string) => `; the nearest is ${who}`,
    skill: (what: string, level: string) => `${what} at ${level}`,
    notTogether: (what: string) => `No single member holds ${what}`,
    noDay: (from: string, to: string) => `No member has a day left from ${from} to ${to}`,
    hasNoDay: (who: string, from: string, to: string) => `${who} has no day left from ${from} to ${to}`,
    noDayFor: (what: string, from: string, to: string) => `Nobody who holds ${what} has a day left from ${from} to ${to}`,
  },
  fr: {
    covers: (covered: number, count: number) => `couvre ${covered} sur ${count}`,
    load: (before: string, after: string) => `charge ${before} → ${after} %`,
    sameLoad: (load: string | null) => (load === null ? 'charge inchangée' : `charge inchangée (${load} %)`),
    absent: 'Aucun membre n’est présent aujourd’hui',
    nobodyHolds: (what: string) => `Personne ne maîtrise ${what}`,
    noMemberHolds: (what: string) => `Aucun membre ne maîtrise ${what}`,
    nearest: (who: string) => ` ; au plus près : ${who}`,
    skill: (what: string, level: string) => `${what} au niveau ${level}`,
    notTogether: (what: string) => `Aucun membre ne maîtrise à lui seul ${what}`,
    noDay: (from: string, to: string) => `Aucun membre n’a de jour disponible du ${from} au ${to}`,
    hasNoDay: (who: string, from: string, to: string) => `${who} n’a pas de jour disponible du ${from} au ${to}`,
    noDayFor: (what: string, from: string, to: string) =>
      `Aucune des personnes qui maîtrisent ${what} n’a de jour disponible du ${from} au ${to}`,
  },
} as const;

function tradeIn(language: Language, task: Task, { covered, trades }: Candidate): string {
  const count = task.requirements.length;
  const days = listed(
    language,
    trades.map((trade) => daysIn(language, trade)),
  );
  return count === 0 ? days : `${sentences[language].covers(covered, count)}, ${days}`;
}

function bringInWordsIn(language: Language, model: Model, task: Task, person: Person): string {
  const say = sentences[language];
  const count = task.requirements.length;
  const covered = task.requirements.filter((requirement) => covers(person, requirement)).length;
  return [
    ...(count === 0 ? [] : [say.covers(covered, count)]),
    ...(person.kind === 'member' ? [say.sameLoad(shownLoad(language, model, person))] : []),
  ].join(', ');
}

/** In percent; null where nothing limits the days of `member`, or where there are none. */
function shownLoad(language: Language, model: Model, member: Member): string | null {
  const { available, load } = loadOf(model, member);
  return available === null || load === null || !Number.isFinite(load) ? null : percent(language, load);
}

function daysIn(language: Language, trade: Trade): string {
  const ratio = loads(trade);
  if (!ratio) return `${figure(language, trade.before)} → ${inDays(language, trade.after)}`;
  return sentences[language].load(percent(language, ratio.before), percent(language, ratio.after));
}

function whyNobodyIn(language: Language, model: Model, task: Task, requirements: readonly Skill[]): string {
  const say = sentences[language];
  if (presentMembers(model).length === 0) return say.absent;
  const unheld = requirements.find(({ competency, level }) => holders(model, competency, level).length === 0);
  if (unheld) return whyUnheld(language, model, unheld);

  const asked = listed(
    language,
    requirements.map(({ competency, level }) => say.skill(competency.label, levelName(model.scale, level))),
  );
  const days = daysFor(model, task);
  const somebodyHoldsAll = presentMembers(model).some((member) => requirements.every((requirement) => covers(member, requirement)));
  if (!days || !somebodyHoldsAll) return say.notTogether(asked);
  const [from, to] = [inWords(language, days.from), inWords(language, days.to)];
  return requirements.length === 0 ? say.noDay(from, to) : say.noDayFor(asked, from, to);
}

function whyUnheld(language: Language, model: Model, requirement: Skill): string {
  const say = sentences[language];
  const { competency, level } = requirement;
  const what = say.skill(competency.label, levelName(model.scale, level));
  const holdElsewhere = stakeholdersWhoHold(model, competency, level).length > 0;
  const nearest = nearestHolders(model, competency).find((person) => heldLevel(person, competency) < level);
  return (
    (holdElsewhere ? say.noMemberHolds(what) : say.nobodyHolds(what)) + (nearest ? say.nearest(withLevel(model, nearest, requirement)) : '')
  );
}
