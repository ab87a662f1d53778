import { parse } from '../syntax/parse';
import { saidIn } from '../syntax/said';
import {
  type Declaration,
  type Entry,
  nestedIn,
  type Property,
  propertiesOf,
  type Ref,
  type Text,
  type Tree,
  type Word,
} from '../syntax/tree';
import { formOf } from '../syntax/vocabulary';
import { applyEdits, type TextEdit } from '../text/edit';
import { builtInTechniques } from './techniques';

/** A project in which no name, role or free text tells who somebody is, and what leads back. */
export interface Pseudonymised {
  /** The texts by path, line for line as they were. */
  readonly files: readonly (readonly [path: string, text: string])[];
  readonly key: PseudonymKey;
}

/** What each code stands for. */
export interface PseudonymKey {
  readonly version: 1;
  readonly people: readonly { readonly code: string; readonly name: string; readonly title: string | null }[];
  /** Other names that tell who somebody is, and words that stand where a name should. */
  readonly names: Codes;
  readonly roles: Codes;
  /** What people wrote and said, and titles that tell who somebody is. */
  readonly texts: Codes;
  readonly files: Codes;
}

export type Codes = Readonly<Record<string, string>>;

/**
 * `files` with a code in place of every name, title and role of a person, of every free text, and of each other name, title and path that tells
 * who somebody is: that holds a word of a person’s name, or a role. The same files give the same codes.
 */
export function pseudonymised(files: Iterable<readonly [path: string, text: string]>): Pseudonymised {
  const sources = [...files].map(([path, text]) => ({ path, text, tree: parse(text) }));
  const declarations = sources.flatMap(({ tree }) => everyDeclaration(tree));
  const people = declarations.filter(isPerson);
  const roles = people.flatMap((person) =>
    propertiesOf(person, 'role').flatMap(({ entries }) => entries.flatMap(({ text }) => text?.value ?? [])),
  );
  const tells = telling(people, roles);
  const names = new NameCodes(declarations, people, tells);
  const texts = new TextCodes(tells);
  const paths = new Map<string, string>();
  const written = sources.map(({ path, text, tree }) => {
    const edits = treeEdits(tree, text, names, texts);
    const edited = new Set(edits.map(({ span }) => span.start));
    const stray = strayEdits(tree, text, names, texts).filter(({ span }) => !edited.has(span.start));
    if (tells(path)) paths.set(path, `file-${paths.size + 1}.collab`);
    return [paths.get(path) ?? path, applyEdits(text, [...edits, ...stray])] as const;
  });
  return {
    files: written,
    key: {
      version: 1,
      people: people.flatMap(({ name, title }) =>
        name ? [{ code: names.of(name.text), name: name.text, title: title?.value ?? null }] : [],
      ),
      names: names.others(),
      roles: turned(texts.roles),
      texts: turned(texts.texts),
      files: turned(paths),
    },
  };
}

type Tells = (text: string) => boolean;

/** Does a text hold a word of a person’s name, or a role? Letters count, not their case or accents. */
function telling(people: readonly Declaration[], roles: readonly string[]): Tells {
  const words = new Set<string>();
  const phrases = new Set<string>();
  for (const { name, title } of people) {
    if (name) phrases.add(folded(name.text));
    if (title) phrases.add(folded(title.value));
    const telltale = title ? wordsIn(title.value).filter((word) => /^\p{Lu}/u.test(word)) : wordsIn(name?.text ?? '');
    for (const word of [...telltale, name?.text ?? '']) if (Array.from(word).length >= shortest) words.add(folded(word));
  }
  for (const role of roles) phrases.add(folded(role));
  const told = [...phrases].filter((phrase) => Array.from(phrase).length > shortest);
  return (text) => {
    const plain = folded(text);
    return wordsIn(plain).some((word) => words.has(word)) || told.some((phrase) => plain.includes(phrase));
  };
}

/** Letters from which on a word tells who somebody is. */
const shortest = 3;

function wordsIn(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}\p{Nd}]+/gu) ?? [];
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The codes of names: of people, of what tells of them, and of words that nothing is called by. */
class NameCodes {
  readonly #codes = new Map<string, string>();
  readonly #people: ReadonlySet<string>;
  readonly #kept: ReadonlySet<string>;
  readonly #width: number;

  constructor(declarations: readonly Declaration[], people: readonly Declaration[], tells: Tells) {
    const declared = declarations.flatMap(({ name }) => (name ? [name.text] : []));
    const levels = declarations.flatMap((each) =>
      propertiesOf(each, 'levels').flatMap(({ entries }) => entries.flatMap(({ name }) => name?.text ?? [])),
    );
    this.#people = new Set(people.flatMap(({ name }) => (name ? [name.text] : [])));
    const others = [...new Set(declared)].filter((name) => !this.#people.has(name));
    this.#kept = new Set([...[...others, ...levels].filter((name) => !tells(name)), ...builtInTechniques.map(({ name }) => name)]);
    this.#width = String(this.#people.size).length;
    for (const name of this.#people) this.#add(name, 'p');
    for (const name of others) if (!this.#kept.has(name)) this.#add(name, 'n');
  }

  /** Itself where it tells nothing. A name that is not declared tells who was meant. */
  of(name: string): string {
    if (this.#kept.has(name)) return name;
    return this.#codes.get(name) ?? this.#add(name, 'u');
  }

  /** All but the people’s, by code. */
  others(): Codes {
    return turned(new Map([...this.#codes].filter(([name]) => !this.#people.has(name))));
  }

  #add(name: string, letter: string): string {
    let code = `${letter}${String(this.#codes.size + 1).padStart(Math.max(2, this.#width), '0')}`;
    while (this.#kept.has(code)) code += 'x';
    this.#codes.set(name, code);
    return code;
  }
}

class TextCodes {
  readonly roles = new Map<string, string>();
  readonly texts = new Map<string, string>();

  constructor(readonly tells: Tells) {}

  role(text: string): string {
    return coded(this.roles, text, 'R');
  }

  text(text: string): string {
    return coded(this.texts, text, 'T');
  }
}

function coded(codes: Map<string, string>, text: string, letter: string): string {
  const code = codes.get(text) ?? `${letter}${codes.size + 1}`;
  codes.set(text, code);
  return code;
}

function turned(codes: ReadonlyMap<string, string>): Codes {
  return Object.fromEntries([...codes].map(([text, code]) => [code, text]));
}

function isPerson({ kind }: Declaration): boolean {
  return kind === 'member' || kind === 'stakeholder';
}

function everyDeclaration(tree: Tree): readonly Declaration[] {
  const within = (declaration: Declaration): readonly Declaration[] => [declaration, ...nestedIn(declaration).flatMap(within)];
  return tree.declarations.flatMap(within);
}

function treeEdits(tree: Tree, text: string, names: NameCodes, texts: TextCodes): readonly TextEdit[] {
  return everyDeclaration(tree).flatMap((declaration) => {
    const { kind, name, title, ends, items } = declaration;
    const properties = items.filter((item): item is Property => item.type === 'property');
    return [
      ...(name ? nameEdit(name, names) : []),
      ...(title ? titleEdit(declaration, title, text, names, texts) : []),
      ...refEdits(ends?.from, names),
      ...refEdits(ends?.to, names),
      ...properties.flatMap(({ word, entries }) => entries.flatMap((entry) => entryEdits(kind, word, entry, text, names, texts))),
    ];
  });
}

function entryEdits(
  kind: Declaration['kind'],
  word: string,
  entry: Entry,
  source: string,
  names: NameCodes,
  texts: TextCodes,
): readonly TextEdit[] {
  const { ref, name, level, text } = entry;
  const levelName = level?.name == null ? [] : nameEdit({ ...level, text: level.name }, names);
  return [
    ...refEdits(ref, names),
    ...(name ? nameEdit(name, names) : []),
    ...levelName,
    ...(text ? [entryText(kind, word, text)].flat() : []),
  ];

  function entryText(of: Declaration['kind'], property: string, said: Text): readonly TextEdit[] {
    if (property === 'role') return [textEdit(said, texts.role(said.value), source)];
    const shape = formOf(of, property)?.shape;
    const isFree = shape === 'text' || shape === 'heard';
    return isFree || texts.tells(said.value) ? [textEdit(said, texts.text(said.value), source)] : [];
  }
}

/** People are called by their code; other titles stay where they tell nothing. */
function titleEdit(declaration: Declaration, title: Text, source: string, names: NameCodes, texts: TextCodes): readonly TextEdit[] {
  if (isPerson(declaration)) {
    const code = declaration.name ? names.of(declaration.name.text).toUpperCase() : texts.text(title.value);
    return [textEdit(title, code, source)];
  }
  return texts.tells(title.value) ? [textEdit(title, texts.text(title.value), source)] : [];
}

function refEdits(ref: Ref | null | undefined, names: NameCodes): readonly TextEdit[] {
  return [ref?.owner, ref?.name].flatMap((word) => (word ? nameEdit(word, names) : []));
}

function nameEdit(word: Word, names: NameCodes): readonly TextEdit[] {
  const code = names.of(word.text);
  return code === word.text ? [] : [{ span: { start: word.start, end: word.end }, text: code }];
}

/** As many lines as before, so that places stay what they are. */
function textEdit({ start, end }: Text, code: string, source: string): TextEdit {
  const lines = source.slice(start, end).match(/\r\n|\n|\r/g) ?? [];
  return { span: { start, end }, text: lines.length === 0 ? `"${code}"` : `"""${code}${lines.join('')}"""` };
}

/** Where the text departs from the grammar, names and texts stand that no declaration holds, and messages quote them. */
function strayEdits(tree: Tree, text: string, names: NameCodes, texts: TextCodes): readonly TextEdit[] {
  if (tree.problems.length === 0) return [];
  const held = new Set(everyDeclaration(tree).flatMap(textsOf));
  const said = saidIn(text);
  return [
    ...said.names.flatMap((name) => nameEdit(name, names)),
    ...said.texts.filter(({ start }) => !held.has(start)).map((stray) => textEdit(stray, texts.text(stray.value), text)),
  ];
}

/** Where the texts start that a declaration holds. */
function textsOf({ title, items }: Declaration): readonly number[] {
  const properties = items.filter((item): item is Property => item.type === 'property');
  return [title, ...properties.flatMap(({ entries }) => entries.map((entry) => entry.text))].flatMap((text) => (text ? [text.start] : []));
}
