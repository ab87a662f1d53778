import { modelOf } from '../model/build';
import { nearestDate } from '../model/calendar';
import { edited } from '../model/edited';
import type { Fault } from '../model/faults/fault';
import { faultsIn } from '../model/faults/faults';
import type { Model } from '../model/model';
import type { Scale } from '../model/scale';
import type { Snapshot } from '../model/snapshot';
import type { Edit } from '../text/edit';
import { likeliest } from './model/nearestNames';
import { nearestLevels } from './model/unknownLevel';

/**
 * What the project may mean: names, levels and dates that there are not stand for the nearest that can stand there. Null where none does.
 * The misspelling is a fault of its own; what follows from it alone is not a second one.
 */
export function asMeant({ snapshot, scale, today }: Model): Model | null {
  const known = new Map<string, string | null>();
  const edits: Edit[] = [];
  for (const path of snapshot.files.keys()) {
    for (const fault of faultsIn(snapshot, path)) {
      const alike = likenessOf(fault);
      if (!known.has(alike)) known.set(alike, meaningOf(fault, snapshot, scale));
      const text = known.get(alike) ?? null;
      if (text !== null) edits.push({ file: path, span: fault.at, text });
    }
  }
  return edits.length === 0 ? null : modelOf(edited(snapshot, edits), today);
}

/** What is meant where `fault` stands; null where nothing comes near. */
function meaningOf(fault: Fault, snapshot: Snapshot, scale: Scale): string | null {
  switch (fault.fault) {
    case 'unknown-name':
      return likeliest(snapshot, fault)[0]?.text ?? null;
    case 'unknown-level':
      return nearestLevels(fault)[0] ?? String(scale.autonomous);
    case 'invalid-value':
      return fault.value.why === 'no-such-date' ? nearestDate(fault.value.date) : null;
    default:
      return null;
  }
}

/** Faults of one likeness mean the same: a name that changed where it is declared is misspelt in many places. */
function likenessOf(fault: Fault): string {
  switch (fault.fault) {
    case 'unknown-name':
      return [fault.fault, fault.node.kind, fault.word, fault.part, fault.ref.owner?.text, fault.text].join(' ');
    case 'unknown-level':
      return [fault.fault, fault.text].join(' ');
    case 'invalid-value':
      return [fault.fault, fault.value.why, fault.value.why === 'no-such-date' ? fault.value.date : ''].join(' ');
    default:
      return fault.fault;
  }
}
