import { type Declaration, nestedIn } from '../../syntax/tree';
import { memo } from '../memo';
import { names } from '../names';
import { scaleOf } from '../scale';
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
    const found: Fault[] = [];
    const lookup: Lookup = { file, names: names(snapshot), scale: scaleOf(snapshot), report: (fault) => found.push(fault) };
    for (const top of file.tree.declarations) {
      report(top, lookup);
      for (const nested of nestedIn(top)) report(nested, lookup);
    }
    return found.sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);
  }),
);

function report(node: Declaration, lookup: Lookup): void {
  reportNames(node, lookup);
  reportRepeats(node, lookup);
  reportSkills(node, lookup);
  reportValues(node, lookup);
}
