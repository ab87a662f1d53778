import { circles } from '../../model/circles';
import type { Entity, Model } from '../../model/model';
import { meant, names } from '../../model/names';
import { removeItem, removeValues } from '../../planning/removal';
import { type Entry, type Property, propertiesOf } from '../../syntax/tree';
import { formOf } from '../../syntax/vocabulary';
import type { Location } from '../../text/span';
import { at } from '../place';
import { defineRule, type Fix } from '../rule';
import { subjectsAround } from './around';

/** One step of a circle. */
interface Step {
  readonly word: 'within' | 'after' | 'reports';
  readonly from: Entity;
  readonly to: Entity;
  /** What states it: `from`, or the link. */
  readonly holder: Entity;
}

interface Values {
  readonly steps: readonly Step[];
}

/** So many names of a circle are said at the most. */
const mostNamed = 6;

export const cycle = defineRule<Values>({
  name: 'model/cycle',
  severity: 'error',
  options: {},
  summary: { en: 'Nothing is within, after or under itself.', fr: 'Rien n’est inclus dans soi-même, après soi-même ou sous soi-même.' },
  why: {
    en: 'In a circle there is no broadest team, no first task and nobody in charge: what rests on the order cannot be worked out.',
    fr: 'Dans un cercle, il n’y a ni équipe la plus large, ni première tâche, ni responsable : ce qui repose sur cet ordre ne peut être établi.',
  },
  examples: {
    bad: 'team design "Design" { within studio }\nteam studio "Studio" { within design }\n',
    good: 'team design "Design" { within studio }\nteam studio "Studio"\n',
  },
  message: {
    en: ({ steps }) => `“${steps[0]?.word}” goes round in a circle: ${round(steps)}`,
    fr: ({ steps }) => `« ${steps[0]?.word} » tourne en rond : ${round(steps)}`,
  },
  check(model, report) {
    for (const steps of circlesOf(model)) {
      const [place, ...others] = steps.map((step) => placeOf(model, step));
      const file = place && model.snapshot.files.get(place.file);
      if (!place || !file) continue;
      const related = others.map((other) => ({ at: other, message: { en: 'and this', fr: 'et ceci' } }));
      report({ at: place, subjects: subjectsAround(file, place.span), evidence: {}, values: { steps }, related });
    }
  },
  fixes({ values: { steps } }, model) {
    return steps.flatMap((step): readonly Fix[] => {
      const { word, from, to, holder } = step;
      const file = model.snapshot.files.get(holder.file);
      if (!file) return [];
      const statement = statementOf(model, step);
      const edits = statement ? removeValues(file, holder.node, word, new Set([statement.entry])) : [removeItem(file, holder.node)];
      const title = { en: `Remove “${from.name} ${word} ${to.name}”`, fr: `Supprimer « ${from.name} ${word} ${to.name} »` };
      // Which step of a circle is wrong is for the author to say.
      return [{ title, preferred: steps.length === 1, edits }];
    });
  },
});

function circlesOf({ competencies, teams, tasks, links }: Model): readonly (readonly Step[])[] {
  const within = (entities: readonly (Entity & { readonly within: Entity | null })[]): readonly Step[] =>
    entities.flatMap((from) => (from.within ? [{ word: 'within', from, to: from.within, holder: from }] : []));
  const after = tasks.flatMap((from) => from.after.map((to): Step => ({ word: 'after', from, to, holder: from })));
  const reports = new Map<string, Step>();
  for (const link of links) {
    const { from, to, mutual, relation, name } = link;
    if (relation === 'reports' && !mutual && from !== to && !reports.has(name))
      reports.set(name, { word: 'reports', from, to, holder: link });
  }
  return [within(competencies), within(teams), [...reports.values()], after].flatMap((steps) => circles<Entity, Step>(steps));
}

function placeOf(model: Model, step: Step): Location {
  const { holder } = step;
  const { keyword, ends } = holder.node;
  return at(holder, ends?.to ? { start: keyword.start, end: ends.to.end } : (statementOf(model, step)?.property ?? keyword));
}

/** The value in which `holder` says that it is within or after `to`; null for a link. */
function statementOf(model: Model, { word, holder, to }: Step): { readonly property: Property; readonly entry: Entry } | null {
  const kinds = formOf(holder.node.kind, word)?.kinds ?? [];
  for (const property of propertiesOf(holder.node, word)) {
    for (const entry of property.entries) {
      const declared = entry.ref && meant(names(model.snapshot).resolve(entry.ref, kinds));
      if (declared && model.entity(declared) === to) return { property, entry };
    }
  }
  return null;
}

function round(steps: readonly Step[]): string {
  const named = steps.slice(0, mostNamed).map(({ from }) => from.name);
  return [...named, ...(steps.length > mostNamed ? ['…'] : []), steps[0]?.from.name ?? ''].join(' → ');
}
