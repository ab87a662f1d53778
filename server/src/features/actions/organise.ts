import type { SourceFile } from '../../model/snapshot';
import type { Declaration, Ref } from '../../syntax/tree';
import { propertyOf } from '../../syntax/tree';
import type { Edit } from '../../text/edit';
import { fold } from '../fold';
import type { Offer } from './action';
import { type Chunk, chunksOf } from './chunks';

/** Brings order into the competencies and links of a file. */
export const organise: Offer = ({ file }) => [
  {
    name: 'organise',
    kind: 'source.organize.collab',
    title: { en: 'Organise competencies and links', fr: 'Ranger les compétences et les liens' },
    edits: () => organised(file),
  },
];

/**
 * Competencies that follow each other are sorted, the narrower ones below what they are within; links that follow each other are grouped by whom
 * they come from. Comments go along; what is written on one line with something else stays. Of two of one name the first stays the first.
 */
export function organised(file: SourceFile): readonly Edit[] {
  if (file.tree.problems.length > 0) return [];
  return runsOf(chunksOf(file)).flatMap((run) => {
    const ordered = run[0]?.declaration.kind === 'link' ? grouped(run) : sorted(run);
    return run.flatMap(({ start, end, text }, index) => {
      const wanted = ordered[index]?.text ?? text;
      return wanted === text ? [] : [{ file: file.path, span: { start, end }, text: wanted }];
    });
  });
}

/** Chunks of competencies, or of links, that follow each other. */
function runsOf(chunks: readonly (Chunk | null)[]): readonly (readonly Chunk[])[] {
  const runs: Chunk[][] = [];
  let kind: string | null = null;
  for (const chunk of chunks) {
    const own = chunk && (chunk.declaration.kind === 'competency' || chunk.declaration.kind === 'link') ? chunk.declaration.kind : null;
    if (chunk && own !== null && own === kind) runs.at(-1)?.push(chunk);
    else if (chunk && own !== null) runs.push([chunk]);
    kind = own;
  }
  return runs.filter(({ length }) => length > 1);
}

function sorted(run: readonly Chunk[]): readonly Chunk[] {
  const byName = new Map(run.toReversed().map((chunk) => [nameOf(chunk.declaration), chunk]));
  const path = ({ declaration }: Chunk): readonly string[] => {
    const names: string[] = [];
    for (let each: Declaration | undefined = declaration; each && !names.includes(nameOf(each)); each = around(each, byName))
      names.unshift(nameOf(each));
    return names;
  };
  const paths = new Map(run.map((chunk) => [chunk, path(chunk)]));
  return run.toSorted((a, b) => comparePaths(paths.get(a) ?? [], paths.get(b) ?? []));
}

function around(declaration: Declaration, byName: ReadonlyMap<string, Chunk>): Declaration | undefined {
  const ref = propertyOf(declaration, 'within')?.entries[0]?.ref;
  return byName.get(ref?.name?.text ?? '')?.declaration;
}

function comparePaths(a: readonly string[], b: readonly string[]): number {
  for (const [index, name] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    if (name !== other) return compareFolded(name, other);
  }
  return a.length - b.length;
}

/** Without case and accents; where that is the same, by code unit. */
function compareFolded(a: string, b: string): number {
  const [first, second] = [fold(a), fold(b)];
  if (first !== second) return first < second ? -1 : 1;
  return a < b ? -1 : 1;
}

/** In the order in which those they come from are met first. */
function grouped(run: readonly Chunk[]): readonly Chunk[] {
  const from = ({ declaration }: Chunk): string => written(declaration.ends?.from ?? null);
  const groups = Map.groupBy(run, from);
  return [...groups.values()].flat();
}

function written(ref: Ref | null): string {
  return `${ref?.owner?.text ?? ''}.${ref?.name?.text ?? ''}`;
}

function nameOf({ name }: Declaration): string {
  return name?.text ?? '';
}
