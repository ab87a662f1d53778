import { configFile } from '../../config/config';
import type { SourceFile } from '../../model/snapshot';
import { entriesOf } from '../../syntax/tree';
import { nearest } from '../../text/nearest';
import type { Span } from '../../text/span';
import { isRuleName, ruleNames } from '../names';
import { defineFileRule, type Fix } from '../rule';
import { silencersOf } from '../silencers';
import { subjectsAround } from './around';

/** So many names are offered at the most. */
const mostOffered = 3;

export const unknownRule = defineFileRule<{ readonly name: string }>({
  name: 'model/unknown-rule',
  severity: 'warning',
  options: {},
  summary: { en: 'Every rule that is named exists.', fr: 'Toute règle citée existe.' },
  why: {
    en: 'An intervention that answers a rule which does not exist answers nothing, and a silencer silences nothing.',
    fr: 'Une intervention qui répond à une règle inexistante ne répond à rien, et un commentaire qui la nomme n’écarte aucun constat.',
  },
  examples: {
    bad: 'intervention pairing "Pairing" { answers network/sillo }\n',
    good: 'intervention pairing "Pairing" { answers network/silo }\n',
  },
  message: { en: ({ name }) => `no rule is called “${name}”`, fr: ({ name }) => `aucune règle ne s’appelle « ${name} »` },
  checkFile(_, file, report) {
    for (const { name, span } of namedIn(file)) {
      if (isRuleName(name)) continue;
      report({ at: { file: file.path, span }, subjects: subjectsAround(file, span), evidence: {}, values: { name } });
    }
  },
  checkConfig({ unknownRules }, report) {
    for (const { rule, span } of unknownRules) {
      if (!isRuleName(rule)) report({ at: { file: configFile, span }, subjects: [], evidence: {}, values: { name: rule } });
    }
  },
  fixes({ at, values: { name } }) {
    return nearest(name, ruleNames)
      .slice(0, mostOffered)
      .map(
        (text, index): Fix => ({
          title: { en: `Change to ${text}`, fr: `Remplacer par ${text}` },
          preferred: index === 0,
          edits: [{ ...at, text: at.file === configFile ? JSON.stringify(text) : text }],
        }),
      );
  },
});

/** The rules that a file names: in `answers`, then in its silencers. */
function namedIn(file: SourceFile): readonly { readonly name: string; readonly span: Span }[] {
  const answered = file.tree.declarations
    .filter(({ kind }) => kind === 'technique' || kind === 'intervention')
    .flatMap((node) => entriesOf(node, 'answers').flatMap(({ rule }) => rule ?? []));
  const silenced = silencersOf(file).flatMap(({ rules }) => rules);
  return [
    ...answered.map((word) => ({ name: word.text, span: spanOf(word) })),
    ...silenced.map((rule) => ({ name: rule.name, span: spanOf(rule) })),
  ];
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
