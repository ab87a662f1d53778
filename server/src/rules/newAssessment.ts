import { dateOf } from '../model/calendar';
import type { Entity, Model, Party } from '../model/model';
import { addDeclaration, quotedTitle, topLevelAround } from '../planning/edits';
import { freshName, referenceTo } from '../planning/reference';
import type { Language } from '../text/localised';
import type { Fix } from './rule';
import { inWords } from './wording';

/** Declares an assessment of `scope`, on today: below the last one of the project, else at the end of the file of `near`. */
export function newAssessmentFix(model: Model, scope: readonly Party[], near: Entity, language: Language): Fix | null {
  const anchor = model.assessments.at(-1) ?? near;
  const last = model.assessments.at(-1)?.node ?? model.snapshot.files.get(near.file)?.tree.declarations.at(-1) ?? near.node;
  const around = topLevelAround(model.snapshot, anchor.file, last);
  const named = scope.map((party) => referenceTo(model, party, { kind: 'assessment', word: 'scope' })).filter((name) => name !== null);
  if (!around || named.length === 0) return null;
  const date = dateOf(model.today);
  const header = `assessment ${freshName(model, 'review')} ${quotedTitle(titles[language])} on ${date}`;
  return {
    title: { en: `Add an assessment on ${inWords('en', model.today)}`, fr: `Ajouter un état des lieux au ${inWords('fr', model.today)}` },
    preferred: true,
    edits: [addDeclaration(around.file, around.declaration, `${header} {\n  scope ${named.join(', ')}\n}`)],
  };
}

/** All teams, else all members that are here. */
export function wholeScope({ teams, members }: Model): readonly Party[] {
  return teams.length > 0 ? teams : members.filter(({ present }) => present);
}

const titles = { en: 'Review', fr: 'État des lieux' } as const;
