import { edited } from '../model/edited';
import { grouped } from '../model/grouped';
import { memo } from '../model/memo';
import { meant, names } from '../model/names';
import { type Declared, type Outline, outlineOf } from '../model/outline';
import { referencesIn } from '../model/references';
import { numberOf, scaleOf } from '../model/scale';
import type { Snapshot, SourceFile } from '../model/snapshot';
import { oneOfKind } from '../rules/model/kinds';
import { entriesOf, type Ref, type Word } from '../syntax/tree';
import { isWord, type Kind, wordsOf } from '../syntax/vocabulary';
import type { Edit } from '../text/edit';
import type { Localised } from '../text/localised';
import type { Location, Span } from '../text/span';
import { levelsIn, writtenLevels } from './levels';
import { mayHold, meantBy } from './naming';

/** What is called otherwise from now on. */
export interface Renaming {
  readonly from: string;
  readonly to: string;
}

/**
 * Why `edits`, which give something another name, cannot be made: after them some reference would mean another thing than before, or nothing. What
 * means nothing now may come to mean something.
 */
export function changedMeaning(snapshot: Snapshot, edits: readonly Edit[], renaming: Renaming): Localised | null {
  const files = snapshot.inOrder().filter((file) => mayHold(file, renaming.from) || mayHold(file, renaming.to));
  // Where neither name is a word of the language every text is read as before: only what the names mean is to be looked at.
  const isReadAlike = !isWord(renaming.from) && !isWord(renaming.to) && files.every(({ tree }) => tree.problems.length === 0);
  const changed = isReadAlike ? changedByName(snapshot, files, edits) : changedByReading(snapshot, files, edits);
  if (!changed) return null;
  const { file, wrong } = changed;
  if (wordsOf(wrong.block).has(renaming.to)) return opensProperty(renaming.to, wrong.block);
  return confusing(renaming.to, { file: file.path, span: wrong.span }, file);
}

/** A place where something else is meant after a change. */
interface Changed {
  readonly file: SourceFile;
  readonly wrong: { readonly span: Span; readonly block: Kind };
}

/** Looks up what every reference means once declarations are called as `edits` say: only the files that declare them are read anew. */
function changedByName(snapshot: Snapshot, files: readonly SourceFile[], edits: readonly Edit[]): Changed | null {
  const byFile = grouped(edits, ({ file }) => [file]);
  const declaring = [...byFile].filter(([path, its]) => {
    const given = givenIn(snapshot.files.get(path));
    return its.some(({ span }) => given.has(span.start));
  });
  const after = edited(
    snapshot,
    declaring.flatMap(([, its]) => its),
  );
  for (const file of files) {
    const renamed = new Map((byFile.get(file.path) ?? []).map(({ span, text }) => [span.start, text]));
    const wrong = changedReference(snapshot, after, file, renamed) ?? changedLevel(snapshot, after, file, renamed);
    if (wrong) return { file, wrong };
  }
  return null;
}

/** Where `file` gives names: to declarations, and in a scale to levels. */
function givenIn(file: SourceFile | undefined): ReadonlySet<number> {
  if (!file) return new Set();
  const { declared, soles } = outlineOf(file);
  const levels = soles.flatMap(({ node }) => entriesOf(node, 'levels').flatMap(({ name }) => name?.start ?? []));
  return new Set([...levels, ...declared.flatMap(({ node }) => node.name?.start ?? [])]);
}

/** `renamed`: what is written from now on, by where it starts. */
function changedReference(
  snapshot: Snapshot,
  after: Snapshot,
  file: SourceFile,
  renamed: ReadonlyMap<number, string>,
): Changed['wrong'] | null {
  const rewritten = (word: Word | null): Word | null => word && { ...word, text: renamed.get(word.start) ?? word.text };
  for (const reference of referencesIn(file)) {
    const before = meantBy(snapshot, reference);
    if (!before) continue;
    const { ref, kinds, node } = reference;
    const now: Ref = { ...ref, owner: rewritten(ref.owner), name: rewritten(ref.name) };
    const meaning = meant(names(after).resolve(now, kinds));
    if (!meaning || meaning.file !== before.file || meaning.ordinal !== before.ordinal) return { span: ref, block: node.kind };
  }
  return null;
}

function changedLevel(
  snapshot: Snapshot,
  after: Snapshot,
  file: SourceFile,
  renamed: ReadonlyMap<number, string>,
): Changed['wrong'] | null {
  const [was, is] = [scaleOf(snapshot), scaleOf(after)];
  if (was === is) return null;
  for (const { level, block } of writtenLevels(file)) {
    const before = numberOf(was, level);
    const now = level.name === null ? level : { ...level, name: renamed.get(level.start) ?? level.name };
    if (before !== null && before !== numberOf(is, now)) return { span: { start: level.start, end: level.end }, block };
  }
  return null;
}

/** Reads all changed files anew. */
function changedByReading(snapshot: Snapshot, files: readonly SourceFile[], edits: readonly Edit[]): Changed | null {
  const after = edited(snapshot, edits);
  for (const file of files) {
    const was = meaningsIn(snapshot, file);
    const is = meaningsIn(after, after.files.get(file.path) ?? file);
    const wrong = was.find(({ meaning }, index) => was.length !== is.length || (meaning !== null && meaning !== is[index]?.meaning));
    if (wrong) return { file, wrong };
  }
  return null;
}

interface Meaning {
  /** Tells declarations and levels apart, whatever they are called; null where nothing is meant. */
  readonly meaning: string | null;
  readonly span: Span;
  readonly block: Kind;
}

/** What the references of a file mean, in text order. */
function meaningsIn(snapshot: Snapshot, file: SourceFile): readonly Meaning[] {
  const references = referencesIn(file).map((reference): Meaning => {
    const declared = meantBy(snapshot, reference);
    const source = declared && snapshot.files.get(declared.file);
    const meaning = declared && source ? `${declared.file} ${placesIn(outlineOf(source)).get(declared)}` : null;
    return { meaning, span: reference.ref, block: reference.node.kind };
  });
  const levels = levelsIn(snapshot, file).map(
    ({ level, block, start, end }): Meaning => ({
      meaning: level === null ? null : `level ${level}`,
      span: { start, end },
      block,
    }),
  );
  return [...references, ...levels];
}

const placesIn = memo(({ declared }: Outline): ReadonlyMap<Declared, number> => new Map(declared.map((each, index) => [each, index])));

function opensProperty(name: string, block: Kind): Localised {
  const { en, fr } = oneOfKind(block);
  return {
    en: `“${name}” opens a property in ${en}: nothing of that name can be referred to there`,
    fr: `« ${name} » ouvre une propriété dans ${fr} : on ne peut rien y désigner par ce nom`,
  };
}

function confusing(name: string, { file, span }: Location, { lines }: SourceFile): Localised {
  const line = lines.lineOf(span.start) + 1;
  return {
    en: `“${name}” would change what line ${line} of ${file} refers to`,
    fr: `« ${name} » changerait ce que désigne la ligne ${line} de ${file}`,
  };
}
