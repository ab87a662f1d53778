import type { WrongKind } from '../../model/faults/fault';
import type { Model } from '../../model/model';
import { names } from '../../model/names';
import type { Declared } from '../../model/outline';
import { leadOf, membersOf } from '../../model/teams';
import { defineFaultRule } from './faultRule';
import { eitherKind, oneOfKind } from './kinds';
import { changesTo, nearestNames } from './nearestNames';

/** So many names of the right kind are offered at the most. */
const mostOffered = 3;

export const wrongKind = defineFaultRule({
  name: 'model/wrong-kind',
  severity: 'error',
  summary: { en: 'Every name stands where what it names can stand.', fr: 'Chaque nom figure là où ce qu’il désigne peut figurer.' },
  why: {
    en: 'A team cannot be assigned, a person is no need: what stands in the wrong place does not count.',
    fr: 'Une équipe ne peut se voir confier une tâche, une personne n’est pas un besoin : ce qui n’est pas à sa place ne compte pas.',
  },
  examples: {
    bad: 'member anna "Anna Morel" { team design }\nteam design "Design" { lead design }\n',
    good: 'member anna "Anna Morel" { team design }\nteam design "Design" { lead anna }\n',
  },
  message: {
    en: ({ fault: { text, is, kinds } }) => `“${text}” is ${oneOfKind(is.kind).en}, not ${eitherKind('en', kinds)}`,
    fr: ({ fault: { text, is, kinds } }) => `« ${text} » est ${oneOfKind(is.kind).fr} ; il faut ici ${eitherKind('fr', kinds)}`,
  },
  related: ({ text, is }) => [
    {
      at: { file: is.file, span: is.node.name ?? is.node.keyword },
      message: { en: `“${text}” is declared here`, fr: `« ${text} » est déclaré ici` },
    },
  ],
  fixes({ at, values: { fault } }, model) {
    const belonging = fault.part === 'whole' ? changesTo(model.snapshot, at.file, fault, belongingTo(model, fault)) : [];
    const near = nearestNames(model.snapshot, at.file, fault);
    const known = new Set(belonging.map(({ title }) => title.en));
    const others = near
      .filter(({ title }) => !known.has(title.en))
      .map((fix) => ({ ...fix, preferred: fix.preferred && belonging.length === 0 }));
    return [...belonging, ...others].slice(0, mostOffered);
  },
});

/** What of the right kind belongs to what was named: the lead and the members of a team, what is nested in a client. */
function belongingTo(model: Model, { is, kinds }: WrongKind): readonly Declared[] {
  const named = model.entity(is);
  const people = named?.kind === 'team' ? [leadOf(model, named) ?? [], membersOf(model, named)].flat() : [];
  const ids = new Set(people.map(({ id }) => id));
  const fitting = [...names(model.snapshot).all()].filter(
    ({ kind, owner, id }) => kinds.includes(kind) && (owner?.id === is.id || ids.has(id)),
  );
  return fitting.slice(0, mostOffered);
}
