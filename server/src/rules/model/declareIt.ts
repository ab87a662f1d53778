import type { UnknownName } from '../../model/faults/fault';
import { meant, type Names, names } from '../../model/names';
import type { Declared } from '../../model/outline';
import { endKinds } from '../../model/references';
import type { Snapshot } from '../../model/snapshot';
import { addDeclaration, addProperties } from '../../planning/edits';
import { isReserved, type Kind, nestedOf } from '../../syntax/vocabulary';
import type { Edit } from '../../text/edit';
import type { Fix } from '../rule';
import { oneOfKind } from './kinds';

/** The fix that declares what `fault` names, as what it most likely is: at the end of the file, or in the block of its owner. */
export function declareIt(snapshot: Snapshot, path: string, fault: UnknownName): readonly Fix[] {
  const { text } = fault;
  if (isReserved(text)) return [];
  for (const kind of likeliest(names(snapshot), fault)) {
    const edits = isNested(kind) ? nestedEdits(snapshot, fault, kind) : topEdits(snapshot, path, `${kind} ${text}`);
    const { en, fr } = oneOfKind(kind);
    const title = { en: `Declare “${text}” as ${en}`, fr: `Déclarer « ${text} » : ${fr}` };
    if (edits.length > 0) return [{ title, preferred: false, edits }];
  }
  return [];
}

/** What the name of a property’s value most often is; where nothing is said here, what the vocabulary says first. */
const likeliestByWord: Readonly<Record<string, readonly Kind[]>> = {
  for: ['need', 'client'],
  with: ['stakeholder', 'member'],
  between: ['team'],
  of: ['member'],
  heard: ['member'],
  involves: ['member'],
  ends: ['member'],
};

function likeliest(known: Names, { part, kinds, word, node }: UnknownName): readonly Kind[] {
  if (part === 'owner') return ['client'];
  if (part === 'name') return kinds.filter(isNested);
  if (word === 'ends' && [node.ends?.from, node.ends?.to].some((ref) => ref && meant(known.resolve(ref, endKinds))?.kind === 'team'))
    return ['team'];
  return likeliestByWord[word] ?? kinds.slice(0, 1);
}

function isNested(kind: Kind): boolean {
  return Object.values(nestedOf).some((nested) => nested.some((each) => each === kind));
}

function topEdits(snapshot: Snapshot, path: string, text: string): readonly Edit[] {
  const file = snapshot.files.get(path);
  const last = file?.tree.declarations.at(-1);
  return file && last ? [addDeclaration(file, last, text)] : [];
}

function nestedEdits(snapshot: Snapshot, fault: UnknownName, kind: Kind): readonly Edit[] {
  const owner = ownerFor(names(snapshot), fault, kind);
  const file = owner && snapshot.files.get(owner.file);
  return file ? addProperties(file, owner.node, [{ word: kind, text: `${kind} ${fault.text}` }]) : [];
}

/** Whose block takes a new `kind`: the owner that the reference names, else the only client, the organization, or the last assessment. */
function ownerFor(known: Names, { part, ref }: UnknownName, kind: Kind): Declared | undefined {
  const takes = (owner: Declared): boolean => nestedOf[owner.kind]?.some((nested) => nested === kind) ?? false;
  if (part === 'name') return known.find(ref.owner?.text ?? '').find(takes);
  const owners = [...known.all()].filter(takes);
  const clients = owners.filter((owner) => owner.kind === 'client');
  if (clients.length > 0) return clients.length === 1 ? clients[0] : undefined;
  return owners.at(-1);
}
