import type { Declaration } from '../syntax/tree';
import { frequencies, linkKinds } from '../syntax/vocabulary';
import type { Competency, Link, Person, Team } from './model';
import type { Declared } from './outline';
import { Reading } from './reading';
import { endKinds } from './references';
import type { Draft, Maker, Resolving } from './resolving';

type End = Person | Team;

/** Makes a link whose ends both resolve and fit together. */
export function linkFrom(declared: Declared): Maker<Link> {
  const reading = new Reading(declared);
  const { ends } = declared.node;
  const relation = reading.flag(linkKinds);
  const competency = reading.refs('in');
  const said = {
    mutual: ends?.arrow === '<->',
    relation: relation ?? 'collaborates',
    relationStated: relation !== null,
    frequency: reading.flag(frequencies),
    strength: reading.one('strength', ({ number }) => (number && number.value >= 1 && number.value <= 5 ? number.value : null)),
    strained: reading.has('strained'),
    since: reading.day('since'),
  };
  if (said.mutual && relation === 'reports') reading.note('reports');
  return {
    declared,
    make(project) {
      const [from, to] = endsOf(declared.node, project);
      if (!from || !to || !fitTogether(from, to)) {
        loosen(from, to);
        return null;
      }
      const about = project.one<Competency>(competency);
      return { ...reading.head, kind: 'link', from, to, ...said, competency: about, unresolved: project.unresolved(reading.empty) };
    },
  };
}

/** Notes at the end that a half-typed link has that what it is linked to is not known. */
export function loosenEndOf(node: Declaration, project: Resolving): void {
  loosen(...endsOf(node, project));
}

function loosen(...ends: readonly (End | null)[]): void {
  for (const end of ends) {
    if (end) (end as Draft<End>).unresolved = new Set(end.unresolved).add('ends');
  }
}

function endsOf({ ends }: Declaration, project: Resolving): readonly [End | null, End | null] {
  return [project.meant<End>(ends?.from, endKinds), project.meant<End>(ends?.to, endKinds)];
}

/** People are linked to people and teams to teams. */
function fitTogether(from: End, to: End): boolean {
  return (from.kind === 'team') === (to.kind === 'team');
}
