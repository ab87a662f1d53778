import type { Model } from '../model/model';
import { names } from '../model/names';
import { numberOf } from '../model/scale';
import { type Supposed, supposing } from '../planning/whatif';
import { toJson } from '../reports/render/json';
import { type CoverageAnswer, whatIfAnswer } from '../reports/whatIfAnswer';
import { checkProject } from '../rules/check';
import { effectBetween } from '../rules/effect';
import { oneOfKind } from '../rules/model/kinds';
import { levelName, listed } from '../rules/wording';
import type { Language, Localised } from '../text/localised';
import { nearest } from '../text/nearest';
import { Misuse } from './misuse';
import { oneProject } from './oneProject';
import { type Paint, painter, print, visible } from './output';
import { effectText } from './planText';
import type { Settings } from './settings';

export const whatIfFormats = ['text', 'json'] as const;

export interface WhatIfOptions {
  readonly format: (typeof whatIfFormats)[number];
  /** Names of members. */
  readonly without: readonly string[];
  /** `anna: user-research 4, facilitation 2`. */
  readonly add: readonly string[];
  /** `interviews=bob`. */
  readonly move: readonly string[];
}

/** What would become of the findings and of who holds what, were the project that `path` leads to otherwise; answers the exit code. */
export async function whatIf(path: string, options: WhatIfOptions, settings: Settings): Promise<number> {
  const { loaded, checked, isSound } = await oneProject(path, settings);
  const { model } = checked;
  const supposed = [
    ...options.without.map((name) => ({ what: 'without' as const, member: found(model, name, model.members) })),
    ...options.add.flatMap((text) => added(model, text)),
    ...options.move.map((text) => moved(model, text)),
  ];
  if (supposed.length === 0) throw new Misuse(nothingSupposed);
  const snapshot = supposing(model, supposed);
  if (!snapshot) throw new Misuse(cannotBeWritten);
  const before = checkProject(model.snapshot, loaded.configured, model.today);
  const after = checkProject(snapshot, loaded.configured, model.today);
  const effect = effectBetween(before.findings, after.findings);
  const answer = whatIfAnswer(model, after.model, supposed, effect);
  const paint = painter(settings.color);
  const { language } = loaded;
  const text = () => `${effectText(language, effect, paint)}\n${coverageText(language, model, answer.coverage, paint)}`;
  print(options.format === 'json' ? toJson(answer) : text());
  return isSound ? 0 : 2;
}

interface Named {
  readonly name: string;
  readonly id: string;
}

/** By its name, with its owner or without, or as answers name it: `stakeholder:acme.zoe`. */
function found<E extends Named>({ snapshot }: Model, name: string, all: readonly E[]): E {
  const wanted = name.trim().normalize('NFC');
  const entity = all.find((each) => each.name === wanted || each.id === wanted || each.id.slice(each.id.indexOf(':') + 1) === wanted);
  if (entity) return entity;
  const other = [...names(snapshot).all()].find((each) => each.name === wanted);
  if (other) throw new Misuse(cannotStand(wanted, oneOfKind(other.kind)));
  const known = all.map((each) => each.name);
  throw new Misuse(noneCalled(wanted, nearest(wanted, known)[0]));
}

function added(model: Model, text: string): readonly Supposed[] {
  const [, name = '', skills = ''] = /^((?:(?:member|stakeholder):)?[^:]+):(.+)$/.exec(text) ?? [];
  const person = skills.trim() === '' ? null : found(model, name, [...model.members, ...model.stakeholders]);
  if (!person) throw new Misuse(notASkill(text));
  return skills.split(',').map((skill) => {
    const [, called = '', written = ''] = /^\s*(\S+)\s+(\S+)\s*$/.exec(skill) ?? [];
    if (called === '') throw new Misuse(notASkill(text));
    const competency = found(model, called, model.competencies);
    return { what: 'add', person, competency, level: levelFrom(model, written) };
  });
}

function levelFrom({ scale }: Model, written: string): number {
  const level = numberOf(scale, { start: 0, end: 0, number: /^\d+$/.test(written) ? Number(written) : null, name: written });
  if (level !== null) return level;
  throw new Misuse(
    noSuchLevel(
      written,
      scale.levels.map(({ name }) => name),
    ),
  );
}

function moved(model: Model, text: string): Supposed {
  const [, task = '', person = ''] = /^([^=]+)=([^=]+)$/.exec(text) ?? [];
  if (task === '') throw new Misuse(notAMove(text));
  return { what: 'move', task: found(model, task, model.tasks), person: found(model, person, [...model.members, ...model.stakeholders]) };
}

/** Competencies whose holders change, one a line. */
function coverageText(
  language: Language,
  { scale, competencies, members }: Model,
  coverage: readonly CoverageAnswer[],
  paint: Paint,
): string {
  const say = words[language];
  const labels = new Map([...competencies, ...members].map(({ id, label }) => [id, visible(label)]));
  const names = (ids: readonly string[]) =>
    ids.length === 0
      ? say.nobody
      : listed(
          language,
          ids.map((id) => labels.get(id) ?? id),
        );
  const lines = coverage
    .filter(({ before, after }) => before.join() !== after.join())
    .map(({ competency, level, before, after }) => {
      const what = `${labels.get(competency)} (${levelName(scale, level)})`;
      return `  ${paint('bold', what)}${say.colon} ${names(before)} → ${names(after)}`;
    });
  return lines.length === 0 ? `${say.sameHolders}\n` : `${say.holders}\n${lines.join('\n')}\n`;
}

const words = {
  en: {
    nobody: 'nobody',
    colon: ':',
    sameHolders: 'Who holds what stays as it is.',
    holders: 'Who holds what at the level that is needed, before and after:',
  },
  fr: {
    nobody: 'personne',
    colon: ' :',
    sameHolders: 'Les compétences restent tenues par les mêmes personnes.',
    holders: 'Qui maîtrise quoi au niveau voulu, avant et après :',
  },
} as const;

const nothingSupposed = {
  en: 'say what would be otherwise: --without anna, --add "anna: user-research 4" or --move interviews=bob',
  fr: 'dites ce qui serait différent : --without anna, --add "anna: user-research 4" ou --move interviews=bob',
};

const cannotBeWritten = {
  en: 'a name among these is also a word of the language and cannot stand where it would have to: rename it first',
  fr: 'l’un de ces noms est aussi un mot du langage et ne peut pas figurer à la place voulue : renommez-le d’abord',
};

function noneCalled(name: string, meant: string | undefined) {
  return {
    en: `nothing that could stand here is called “${name}”${meant === undefined ? ': write the name as the files declare it' : `: did you mean ${meant}?`}`,
    fr: `rien de ce qui conviendrait ici ne s’appelle « ${name} »${meant === undefined ? ' : écrivez le nom tel que les fichiers le déclarent' : ` : vouliez-vous dire ${meant} ?`}`,
  };
}

function cannotStand(name: string, kind: Localised) {
  return {
    en: `“${name}” is ${kind.en}, which cannot stand here: --without takes a member, --add a person and what they hold, --move a task and a person`,
    fr: `« ${name} » est ${kind.fr} et ne peut pas figurer ici : --without attend un membre, --add une personne et ce qu’elle maîtrise, --move une tâche et une personne`,
  };
}

function notASkill(text: string) {
  return {
    en: `--add cannot be “${text}”: write who and what, such as "anna: user-research 4"`,
    fr: `--add ne peut pas valoir « ${text} » : écrivez qui et quoi, par exemple "anna: user-research 4"`,
  };
}

function notAMove(text: string) {
  return {
    en: `--move cannot be “${text}”: write the task and who does it, such as interviews=bob`,
    fr: `--move ne peut pas valoir « ${text} » : écrivez la tâche et qui la fait, par exemple interviews=bob`,
  };
}

function noSuchLevel(level: string, levels: readonly string[]) {
  return {
    en: `there is no level “${level}”: give 1 to ${levels.length}, or one of ${levels.join(', ')}`,
    fr: `il n’y a pas de niveau « ${level} » : donnez 1 à ${levels.length}, ou l’un de ceux-ci : ${levels.join(', ')}`,
  };
}
