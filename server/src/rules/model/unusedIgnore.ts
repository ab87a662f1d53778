import { removeItem } from '../../planning/removal';
import { isRuleName } from '../names';
import { defineRule, type Spoken } from '../rule';
import { isMeant, type Silencer, silencersOf } from '../silencers';
import { subjectsAround } from './around';

export const unusedIgnore = defineRule<Record<never, never>>({
  name: 'model/unused-ignore',
  severity: 'hint',
  options: {},
  unnecessary: true,
  summary: { en: 'Every comment that silences a rule silences something.', fr: 'Tout commentaire « collab-ignore » écarte un constat.' },
  why: {
    en: 'A comment that outlives its finding would hide the next finding of its kind.',
    fr: 'Un commentaire qui survit à son constat cacherait le prochain du même genre.',
  },
  examples: {
    bad: '// collab-ignore competency/by-title: to be described in May\nmember anna "Anna Morel"\n',
    good: '// May: to be described\nmember anna "Anna Morel"\n',
  },
  message: { en: () => 'this comment silences nothing', fr: () => 'ce commentaire n’écarte aucun constat' },
  check({ snapshot }, report, _, spoken) {
    for (const file of snapshot.inOrder()) {
      for (const silencer of silencersOf(file)) {
        // Without a reason, or with unknown rules alone, it is spoken of already.
        if (silencer.reason === null || isOnlyUnknown(silencer) || silencesIn(file.path, silencer, spoken)) continue;
        const { at } = silencer;
        report({ at: { file: file.path, span: at }, subjects: subjectsAround(file, at), evidence: {}, values: {} });
      }
    }
  },
  fixes({ at }, { snapshot }) {
    const file = snapshot.files.get(at.file);
    if (!file) return [];
    return [{ title: { en: 'Remove this comment', fr: 'Supprimer ce commentaire' }, preferred: true, edits: [removeItem(file, at.span)] }];
  },
});

function isOnlyUnknown({ rules }: Silencer): boolean {
  return rules.length > 0 && !rules.some(({ name }) => isRuleName(name));
}

function silencesIn(path: string, silencer: Silencer, spoken: Spoken): boolean {
  return silencer.rules.some(
    ({ name }) => isRuleName(name) && spoken(name).some(({ at }) => at.file === path && isMeant(silencer, name, at)),
  );
}
