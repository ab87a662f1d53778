import { answersFinding } from '../../model/answers';
import type { Intervention } from '../../model/model';
import { removeValues } from '../../planning/removal';
import type { Entry, Word } from '../../syntax/tree';
import { entriesOf } from '../../syntax/tree';
import { isAnythingUnclear } from '../halfTyped';
import { isRuleName } from '../names';
import { at } from '../place';
import { defineRule } from '../rule';
import { subject } from '../subjects';
import { quoted } from '../wording';

interface Values {
  readonly intervention: string;
  readonly rule: string;
}

export const answersNothing = defineRule<Values>({
  name: 'plan/answers-nothing',
  severity: 'hint',
  options: {},
  summary: {
    en: 'An intervention answers a finding of each rule that it names.',
    fr: 'Une intervention répond à un constat de chaque règle qu’elle vise.',
  },
  why: {
    en: 'Either the gap is closed, and the plan can say so, or the intervention involves others than those whom the gap is about.',
    fr: 'Ou l’écart est comblé, et le plan peut le dire, ou l’intervention concerne d’autres personnes que l’écart.',
  },
  examples: {
    bad: `member anna "Anna Morel"

intervention critique "Cross-team critique" { answers network/silo involves anna }
`,
    good: `competency drawing "Drawing" { critical }

member anna "Anna Morel" { has drawing expert }

intervention critique "Passing on" { answers competency/single-holder involves anna }
`,
  },
  message: {
    en: ({ intervention, rule }) => `${quoted('en', intervention)} answers no finding of ${rule}`,
    fr: ({ intervention, rule }) => `${quoted('fr', intervention)} ne répond à aucun constat de ${rule}`,
  },
  check(model, report, _, spoken) {
    if (isAnythingUnclear(model)) return;
    for (const intervention of model.interventions) {
      for (const { rule } of rulesIn(intervention)) {
        if (!isRuleName(rule.text)) continue;
        const { text: name } = rule;
        if (spoken(name).some(({ subjects }) => answersFinding(model, intervention, name, subjects))) continue;
        report({
          at: at(intervention, rule),
          subjects: [intervention.id],
          evidence: { rule: name },
          values: { intervention: intervention.label, rule: name },
        });
      }
    }
  },
  fixes({ at: place, ...found }, model) {
    const intervention = subject(model, { at: place, ...found }, 'intervention');
    const file = intervention && model.snapshot.files.get(intervention.file);
    const entry = intervention && rulesIn(intervention).find(({ rule }) => rule.start === place.span.start)?.entry;
    if (!file || !entry) return [];
    const edits = removeValues(file, intervention.node, 'answers', new Set([entry]));
    return [
      { title: { en: 'Remove this rule from the intervention', fr: 'Retirer cette règle de l’intervention' }, preferred: true, edits },
    ];
  },
});

function rulesIn({ node }: Intervention): readonly { readonly entry: Entry; readonly rule: Word }[] {
  return entriesOf(node, 'answers').flatMap((entry) => (entry.rule ? [{ entry, rule: entry.rule }] : []));
}
