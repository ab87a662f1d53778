import type { Declaration, Ref } from '../../syntax/tree';
import { meant, type Names, ownerKinds, type Unresolved } from '../names';
import { type Declared, written } from '../outline';
import { endKinds, peopleKinds, type Reference, referencesOf } from '../references';
import type { Fault, Lookup } from './fault';

/** Reports the references of `node` that mean nothing, and a link from someone to themselves. */
export function reportNames(node: Declaration, { names, report }: Lookup): void {
  for (const reference of referencesOf(node)) {
    const resolution = names.resolve(reference.ref, reference.kinds);
    if (resolution && 'fault' in resolution) report(failed(reference, resolution));
  }
  if (!node.ends?.from || !node.ends.to) return;
  const fault = faultOfEnds(node, node.ends.from, node.ends.to, names);
  if (fault) report(fault);
}

function failed({ ref, kinds, node, word }: Reference, { fault, at, candidates }: Unresolved): Fault {
  const part = at === ref ? 'whole' : at === ref.owner ? 'owner' : 'name';
  const text = part === 'whole' ? written(ref) : ((part === 'owner' ? ref.owner : ref.name)?.text ?? '');
  const common = {
    at: { start: at.start, end: at.end },
    node,
    ref,
    part,
    text,
    kinds: part === 'owner' ? ownerKinds : kinds,
    word,
  } as const;
  const [is] = candidates;
  if (fault === 'ambiguous-name') return { ...common, fault, candidates };
  return fault === 'wrong-kind' && is ? { ...common, fault, is } : { ...common, fault: 'unknown-name' };
}

/** People are linked to people and teams to teams: where the ends do not fit together, it is the second that has to give. */
function faultOfEnds(node: Declaration, from: Ref, to: Ref, names: Names): Fault | null {
  const first = meant(names.resolve(from, endKinds));
  const second = meant(names.resolve(to, endKinds));
  if (!first || !second) return null;
  if (first === second) return { fault: 'self-link', at: { start: node.start, end: to.end }, node, declared: first };
  if (isTeam(first) === isTeam(second)) return null;
  return {
    fault: 'wrong-kind',
    at: { start: to.start, end: to.end },
    node,
    ref: to,
    part: 'whole',
    text: written(to),
    kinds: isTeam(first) ? ['team'] : peopleKinds,
    word: 'ends',
    is: second,
  };
}

function isTeam({ kind }: Declared): boolean {
  return kind === 'team';
}
