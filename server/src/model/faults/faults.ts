import { type Declaration, nestedIn } from '../../syntax/tree';
import { memo } from '../memo';
import { type Names, names } from '../names';
import { outlineOf } from '../outline';
import { isSameScale, type Scale, scaleOf } from '../scale';
import type { Snapshot, SourceFile } from '../snapshot';
import type { Fault, Lookup } from './fault';
import { reportNames } from './names';
import { reportRepeats, reportSecondOfName } from './repeats';
import { reportSkills } from './skills';
import { reportValues } from './values';

/** All that is wrong with a file and needs no more than that file, the names of the project and its scale; in text order. None for an unknown path. */
export function faultsIn(snapshot: Snapshot, path: string): readonly Fault[] {
  const file = snapshot.files.get(path);
  return file ? faultsByFile(snapshot)(file) : [];
}

const faultsByFile = memo((snapshot: Snapshot) =>
  memo((file: SourceFile): readonly Fault[] => {
    const known = names(snapshot);
    const scale = scaleOf(snapshot);
    // A settled file without a fault stays without one, wherever else something is typed. What a project has one of is in no name space.
    const isSettled = known.isSettled(file) && outlineOf(file).soles.length === 0;
    if (isSettled && cleanIn(known, scale).has(file)) return none;
    const faults = faultsOf(file, known, scale);
    if (isSettled && faults.length === 0) cleanIn(known, scale).add(file);
    return faults;
  }),
);

const none: readonly Fault[] = [];

/** The settled files in which nothing is wrong, while the scale says what it does. */
function cleanIn({ basis }: Names, scale: Scale): WeakSet<SourceFile> {
  const known = clean.get(basis);
  if (known && isSameScale(known.scale, scale)) return known.files;
  const files = new WeakSet<SourceFile>();
  clean.set(basis, { scale, files });
  return files;
}

/** By basis, for the scale of last. */
const clean = new WeakMap<object, { readonly scale: Scale; readonly files: WeakSet<SourceFile> }>();

function faultsOf(file: SourceFile, known: Names, scale: Scale): readonly Fault[] {
  const found: Fault[] = [];
  const lookup: Lookup = { file, names: known, scale, report: (fault) => found.push(fault) };
  for (const top of file.tree.declarations) {
    report(top, lookup);
    for (const nested of nestedIn(top)) report(nested, lookup);
  }
  for (const declared of outlineOf(file).declared) reportSecondOfName(declared, lookup);
  return found.sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);
}

function report(node: Declaration, lookup: Lookup): void {
  reportNames(node, lookup);
  reportRepeats(node, lookup);
  reportSkills(node, lookup);
  reportValues(node, lookup);
}
