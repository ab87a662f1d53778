import type { Declaration, Ref } from '../syntax/tree';
import { frequencies, linkKinds } from '../syntax/vocabulary';
import type { Competency, End, Link } from './model';
import type { Declared } from './outline';
import { Reading } from './reading';
import { endKinds } from './references';
import { Refs } from './refs';
import type { Maker } from './resolving';

/** Makes a link whose ends both resolve and fit together. */
export function linkFrom(declared: Declared): Maker<Link> {
  const reading = new Reading(declared);
  const [fromEnd, toEnd] = endsOf(declared.node);
  const relation = reading.flag(linkKinds);
  const competency = reading.refs('in');
  const said = {
    mutual: declared.node.ends?.arrow === '<->',
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
      const from = project.peek<End>(fromEnd);
      const to = project.peek<End>(toEnd);
      if (!from || !to || !fitTogether(from, to)) {
        project.loosen([from, to]);
        return null;
      }
      const about = project.one<Competency>(competency);
      return { ...reading.head, kind: 'link', from, to, ...said, competency: about, unresolved: project.unresolved(reading.empty) };
    },
  };
}

/** Makes nothing of a half-typed link, but notes the end that it has. */
export function halfLinkFrom(node: Declaration): Maker<Link> {
  const ends = endsOf(node);
  return {
    declared: null,
    make(project) {
      project.loosen(ends.map((end) => project.peek<End>(end)));
      return null;
    },
  };
}

function endsOf({ ends }: Declaration): readonly [from: Refs, to: Refs] {
  return [endRefs(ends?.from), endRefs(ends?.to)];
}

function endRefs(ref: Ref | null | undefined): Refs {
  return ref?.name ? new Refs('ends', endKinds, [{ start: ref.start, end: ref.end, ref }]) : Refs.none;
}

/** People are linked to people and teams to teams. */
function fitTogether(from: End, to: End): boolean {
  return (from.kind === 'team') === (to.kind === 'team');
}
