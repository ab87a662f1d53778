import { escaped } from '../features/markdown';
import type { AnyEntity, Model, Person } from '../model/model';
import { type Supposed, supposing } from '../planning/whatif';
import { type CoverageAnswer, whatIfAnswer } from '../reports/whatIfAnswer';
import { checkProject } from '../rules/check';
import { effectBetween } from '../rules/effect';
import { levelName, listed } from '../rules/wording';
import { changedEdit, type Edit } from '../text/edit';
import type { Language } from '../text/localised';
import type { Supposition } from './analysisMessages';
import type { Considered } from './offers';
import { findingList, markdownTable } from './pageParts';
import type { Nameable, Supposable, SupposedById } from './protocol';

/** What can be supposed of a model: who and what there is, and in what `offset` of `file` stands. */
export function supposable({ checked: { model } }: Considered, file: string, offset: number): Supposable {
  const { members, stakeholders, competencies, tasks, scale } = model;
  const around = [...stakeholders, ...members, ...tasks].find(
    (each) => each.file === file && each.node.start <= offset && offset <= each.node.end,
  );
  return {
    members: members.filter(({ present }) => present).map(nameable),
    people: [...members, ...stakeholders].map(nameable),
    competencies: competencies.map(nameable),
    tasks: tasks.filter(({ open }) => open).map(nameable),
    levels: scale.levels.map(({ name }) => name),
    at: around?.id ?? null,
  };
}

/** What would become of the findings, and of who holds what; null where something supposed is there no longer, or cannot be written. */
export function supposition({ checked, configured, language }: Considered, asked: readonly SupposedById[]): Supposition | null {
  const { model, findings } = checked;
  const supposed = asked.flatMap((each) => known(model, each) ?? []);
  const snapshot = supposed.length < asked.length ? null : supposing(model, supposed);
  if (!snapshot) return null;
  const after = checkProject(snapshot, configured, model.today);
  const effect = effectBetween(findings, after.findings);
  const { coverage } = whatIfAnswer(model, after.model, supposed, effect);
  const say = texts[language];
  const page = [
    `# ${say.title}`,
    supposed.map((each) => `- ${escaped(sentence(model, each, language))}`).join('\n'),
    `## ${say.appear}`,
    findingList(effect.added, language, say.none),
    `## ${say.disappear}`,
    findingList(effect.resolved, language, say.none),
    `## ${say.coverage}`,
    coverageTable(model, coverage, language),
  ];
  return { page: `${page.join('\n\n')}\n`, edits: [...snapshot.files.values()].flatMap((file) => changeOf(model, file)) };
}

function nameable({ id, name, label }: Pick<AnyEntity, 'id' | 'name' | 'label'>): Nameable {
  return { id, name, label };
}

function known({ members, stakeholders, competencies, tasks, scale }: Model, asked: SupposedById): Supposed | null {
  const byId = <E extends { readonly id: string }>(all: readonly E[], id: string): E | undefined => all.find((each) => each.id === id);
  const people: readonly Person[] = [...members, ...stakeholders];
  switch (asked.what) {
    case 'without': {
      const member = byId(members, asked.member);
      return member ? { what: 'without', member } : null;
    }
    case 'add': {
      const [person, competency] = [byId(people, asked.person), byId(competencies, asked.competency)];
      return person && competency && asked.level <= scale.levels.length ? { what: 'add', person, competency, level: asked.level } : null;
    }
    case 'move': {
      const [task, person] = [byId(tasks, asked.task), byId(people, asked.person)];
      return task && person ? { what: 'move', task, person } : null;
    }
  }
}

function sentence({ scale }: Model, supposed: Supposed, language: Language): string {
  const say = texts[language];
  switch (supposed.what) {
    case 'without':
      return say.without(supposed.member.label);
    case 'add':
      return say.add(supposed.person.label, supposed.competency.label, levelName(scale, supposed.level));
    case 'move':
      return say.move(supposed.task.label, supposed.person.label);
  }
}

/** The competencies whose holders change. */
function coverageTable({ scale, competencies, members }: Model, coverage: readonly CoverageAnswer[], language: Language): string {
  const say = texts[language];
  const labels = new Map([...competencies, ...members].map(({ id, label }) => [id, label]));
  const changed = coverage.filter(({ before, after }) => before.join() !== after.join());
  if (changed.length === 0) return say.sameHolders;
  const names = (ids: readonly string[]) =>
    ids.length === 0
      ? say.nobody
      : listed(
          language,
          ids.map((id) => labels.get(id) ?? id),
        );
  return markdownTable([
    [say.competency, say.before, say.after],
    ['---', '---', '---'],
    ...changed.map(({ competency, level, before, after }) =>
      [`${labels.get(competency)} (${levelName(scale, level)})`, names(before), names(after)].map(escaped),
    ),
  ]);
}

function changeOf({ snapshot }: Model, { path, text }: { readonly path: string; readonly text: string }): readonly Edit[] {
  const edit = changedEdit(snapshot.files.get(path)?.text ?? '', text);
  return edit ? [{ file: path, ...edit }] : [];
}

const texts = {
  en: {
    title: 'What if…',
    without: (who: string) => `${who} were no longer there`,
    add: (who: string, what: string, level: string) => `${who} held ${what} at ${level}`,
    move: (task: string, who: string) => `“${task}” were done by ${who} alone`,
    appear: 'Findings that would appear',
    disappear: 'Findings that would disappear',
    coverage: 'Who would hold what',
    competency: 'Competency (level that is needed)',
    before: 'Now',
    after: 'Then',
    none: 'None.',
    nobody: 'nobody',
    sameHolders: 'The same people as now.',
  },
  fr: {
    title: 'Et si…',
    without: (who: string) => `${who} n’était plus là`,
    add: (who: string, what: string, level: string) => `${who} maîtrisait ${what} au niveau ${level}`,
    move: (task: string, who: string) => `«\u00A0${task}\u00A0» revenait à la seule charge de ${who}`,
    appear: 'Constats qui apparaîtraient',
    disappear: 'Constats qui disparaîtraient',
    coverage: 'Qui maîtriserait quoi',
    competency: 'Compétence (niveau requis)',
    before: 'Aujourd’hui',
    after: 'Alors',
    none: 'Aucun.',
    nobody: 'personne',
    sameHolders: 'Les mêmes personnes qu’aujourd’hui.',
  },
} as const;
