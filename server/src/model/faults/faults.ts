import { type Declaration, nestedIn } from '../../syntax/tree';
import { memo } from '../memo';
import { type Names, names } from '../names';
import { outlineOf } from '../outline';
import { type Scale, scaleOf } from '../scale';
import type { Snapshot, SourceFile } from '../snapshot';
import type { Fault, Lookup } from './fault';
import { reportNames } from './names';
import { reportRepeats } from './repeats';
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
    // A settled file has the faults that it had, wherever else something was typed. What a project has one of is in no name space.
    const isSettled = known.isSettled(file) && outlineOf(file).soles.length === 0;
    const settled = settledFaults(known.basis)(scale);
    const faults = (isSettled && settled.get(file)) || faultsOf(file, known, scale);
    if (isSettled) settled.set(file, faults);
    return faults;
  }),
);

const settledFaults = memo((_: object) => memo((_scale: Scale) => new WeakMap<SourceFile, readonly Fault[]>()));

function faultsOf(file: SourceFile, known: Names, scale: Scale): readonly Fault[] {
  const found: Fault[] = [];
  const lookup: Lookup = { file, names: known, scale, report: (fault) => found.push(fault) };
  for (const top of file.tree.declarations) {
    report(top, lookup);
    for (const nested of nestedIn(top)) report(nested, lookup);
  }
  return found.sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);
}

function report(node: Declaration, lookup: Lookup): void {
  reportNames(node, lookup);
  reportRepeats(node, lookup);
  reportSkills(node, lookup);
  reportValues(node, lookup);
}
