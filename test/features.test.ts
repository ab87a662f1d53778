import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unconfigured } from '../server/src/config/parse';
import { about } from '../server/src/features/about';
import type { Action } from '../server/src/features/actions/action';
import { actionsAt } from '../server/src/features/actions/catalogue';
import { completion, type Suggestion, type Told, untoldAt } from '../server/src/features/completion';
import { definition } from '../server/src/features/definition';
import { hover } from '../server/src/features/hover';
import { namingAt } from '../server/src/features/naming';
import type { Reader } from '../server/src/features/reader';
import { references, uses } from '../server/src/features/references';
import { rename, renameable } from '../server/src/features/rename';
import { type Signature, signatures } from '../server/src/features/signature';
import { standing } from '../server/src/features/standing';
import { documentSymbols, type Outlined } from '../server/src/features/symbols';
import { template } from '../server/src/features/templates';
import { undeclared } from '../server/src/features/undeclared';
import { modelOf } from '../server/src/model/build';
import { dayOf } from '../server/src/model/calendar';
import { edited } from '../server/src/model/edited';
import { faultsIn } from '../server/src/model/faults/faults';
import { outlineOf } from '../server/src/model/outline';
import { Snapshot, type SourceFile } from '../server/src/model/snapshot';
import { fitsFor } from '../server/src/planning/fits';
import { checkProject } from '../server/src/rules/check';
import { formatEdits } from '../server/src/syntax/printEdits';
import { type Item, nestedIn, type Ref } from '../server/src/syntax/tree';
import { type Kind, nestedKinds, nestedOf, topKinds } from '../server/src/syntax/vocabulary';
import { applyEdits, type Edit } from '../server/src/text/edit';
import { type Language, languages } from '../server/src/text/localised';
import type { Location, Place, Span } from '../server/src/text/span';
import { readingAnswer } from './features/reading';
import { type Case, type Fence, fencesOf, readCases, writeCase } from './harness/markdown';

/**
 * Every `.md` file of test/cases/features: one `##` a case; files before the first are in all of them. `collab [file] [crlf] [nfd] [unended]`
 * is a file (`model.collab`, if it is the only one), with its lines ended by \r\n, its letters decomposed, without its last line end; `$0` is the
 * cursor. Every other fence is a question at the cursor; `-fr` asks in French:
 *
 * - `completion`: a suggestion a line, `text (what) "title" detail`; `completion brief`: their texts alone; what they replace stands before, where it
 *   is not nothing; whole declarations only with `completion templates`; `completion fits`: people ranked by what they would bring to the task;
 * - `documentation NAME`: what more there is to say of a suggestion;
 * - `signature`: the form of what is being written, its part at hand marked below, and what it says;
 * - `hover`: what it is about, then the Markdown;
 * - `standing`: what the model of the project adds to that;
 * - `actions`: what can be done there; `action NAME`: the files that one of them changes;
 * - `definition`, `references`, `uses`: `file:line:column text`;
 * - `rename NAME`: the lines that change, or the refusal; `renameable`: what stands there, and the name;
 * - `symbols` and `formatting`: of the file with the cursor, else the first;
 * - what stands in features/reading.ts.
 *
 * With UPDATE=1 the files are rewritten: read the difference as behaviour.
 */
const folder = 'test/cases/features';

/** A Friday. */
const today = dayOf('2026-04-10') ?? 0;
const reader: Reader = { language: 'fr', today };

for (const name of readdirSync(folder).sort()) {
  const path = join(folder, name);
  if (process.env.UPDATE === '1') writeFileSync(path, rewritten(readFileSync(path, 'utf8')));
  describe(name.replace('.md', ''), () => {
    const { head, cases } = readCases(readFileSync(path, 'utf8'));
    for (const each of cases) it(each.title, () => assert.equal(writeCase(answered(each, head)), writeCase(each)));
  });
}

describe('rename', () => {
  const snapshot = sampleOf('lumiere');
  const declared = [...snapshot.files.values()].flatMap(({ tree, path }) =>
    tree.declarations.flatMap((top) => [top, ...nestedIn(top)]).flatMap(({ name }) => (name ? [{ path, name }] : [])),
  );

  it('either leaves the meaning of every reference as it was, or says why it cannot', () => {
    const known = declared.map(({ name }) => name.text);
    for (const [index, { path, name }] of declared.entries()) {
      for (const to of ['other', 'role', 'weekly', known[(index * 7 + 3) % known.length] ?? '']) {
        const renamed = rename(snapshot, { file: path, offset: name.start }, to);
        if (!renamed || 'refused' in renamed) continue;
        const after = edited(snapshot, renamed.edits);
        assert.deepEqual(meanings(after), meanings(snapshot), `${name.text} → ${to}`);
      }
    }
  });

  it('is not refused where the name is new', () => {
    const refused = declared.filter(({ path, name }) => {
      const renamed = rename(snapshot, { file: path, offset: name.start }, 'other');
      return !renamed || 'refused' in renamed;
    });
    assert.deepEqual(refused, []);
  });
});

/** What every reference means, by the place of its declaration in its file. */
function meanings(snapshot: Snapshot): readonly string[] {
  return snapshot.inOrder().flatMap((file) =>
    refsIn(file.tree.declarations).map((ref) => {
      const [given, ...others] = definition(snapshot, { file: file.path, offset: ref.end });
      const { declared } = given ? outlineOf(snapshot.files.get(given.file) as SourceFile) : { declared: [] };
      return `${given?.file} ${declared.findIndex(({ node }) => node.name?.start === given?.span.start)} ${others.length}`;
    }),
  );
}

describe('whole declarations', () => {
  for (const language of languages) {
    for (const kind of [...topKinds, ...nestedKinds]) {
      it(`${kind}, ${language}: filled in with what its stops say, it is a declaration without a mistake`, () => {
        const text = placed(kind, filledIn(template(kind, { language, today })));
        const snapshot = Snapshot.of([['model.collab', text]]);
        const [file] = snapshot.files.values();
        assert.deepEqual(file?.tree.problems, []);
        assert.deepEqual(faultsIn(snapshot, 'model.collab'), []);
        assert.equal(applyEdits(text, formatEdits(text)), text);
      });
    }
  }
});

/** Each stop as what it says, each choice as its first. */
function filledIn(template: string): string {
  return template
    .replaceAll('$0', '')
    .replaceAll(/\$\{\d+:([^}]*)\}/g, '$1')
    .replaceAll(/\$\{\d+\|([^,]*)[^}]*\|\}/g, '$1')
    .replaceAll('\t', '  ')
    .replaceAll(/^ +\n/gm, '');
}

/** A declaration where it can stand, with those that it refers to. */
function placed(kind: Kind, text: string): string {
  const owner = Object.entries(nestedOf).find(([, kinds]) => kinds.some((nested) => nested === kind))?.[0];
  const around = kind === 'stakeholder' ? 'client' : owner;
  const ends = kind === 'link' ? [...text.matchAll(/(?<=^link |<-> )[\p{L}-]+/gu)].map(([name]) => `member ${name}\n`).join('') : '';
  if (!around) return `${ends}${ends && '\n'}${text}\n`;
  const header = around === 'assessment' ? 'assessment around on 2026-04-02' : `${around} around`;
  return `${header} {\n${text.replaceAll(/^/gm, '  ')}\n}\n`;
}

describe('the samples', () => {
  for (const sample of ['lumiere', 'northwind-ops']) {
    const snapshot = sampleOf(sample);

    it(`${sample}: every word and every name is offered where it stands`, () => {
      const missing = [...snapshot.files.values()].flatMap((file) =>
        writtenIn(file).filter(({ text, end }) => {
          const { suggestions } = completion(snapshot, { file: file.path, offset: end }, reader);
          return !suggestions.some((suggestion) => suggestion.text === text);
        }),
      );
      assert.deepEqual(missing, []);
    });

    it(`${sample}: every name leads to where it is given, and back`, () => {
      const lost = [...snapshot.files.values()].flatMap(({ path, tree }) =>
        refsIn(tree.declarations).filter((ref) => {
          const place = { file: path, offset: ref.end };
          const [given] = definition(snapshot, place);
          const back = given ? references(snapshot, { file: given.file, offset: given.span.start }) : [];
          return !back.some(({ file, span }) => file === path && span.end === ref.end) && hover(snapshot, place, reader) === null;
        }),
      );
      assert.deepEqual(lost, []);
    });

    it(`${sample}: no question fails, wherever a file is cut off`, () => {
      for (const { path, text } of snapshot.files.values()) {
        for (let end = 0; end < text.length; end += 97) {
          const cut = snapshot.with(path, text.slice(0, end));
          const place = { file: path, offset: end };
          completion(cut, place, reader);
          hover(cut, place, reader);
          definition(cut, place);
          documentSymbols(cut, path);
        }
      }
    });
  }
});

function sampleOf(name: string): Snapshot {
  const root = join('samples', name);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.collab'));
  return Snapshot.of(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
}

interface Written {
  readonly text: string;
  readonly end: number;
}

/** The words that open declarations and properties, the levels, and the names that are referred to. */
function writtenIn({ tree }: SourceFile): readonly Written[] {
  const refs = refsIn(tree.declarations).map(({ name, end }) => ({ text: name?.text ?? '', end }));
  return [...refs, ...wordsIn(tree.declarations)];
}

function wordsIn(items: readonly Item[]): readonly Written[] {
  return items.flatMap((item) => {
    const { end } = item.keyword;
    if (item.type === 'declaration') return [{ text: item.kind, end }, ...wordsIn(item.items)];
    const values = item.entries.flatMap(({ level, word }) => [
      ...(level?.name ? [{ text: level.name, end: level.end }] : []),
      ...(word ? [{ text: word.text, end: word.end }] : []),
    ]);
    return [{ text: item.word, end }, ...values];
  });
}

function refsIn(items: readonly Item[]): readonly Ref[] {
  return items.flatMap((item) => {
    if (item.type === 'property') return item.entries.flatMap(({ ref }) => ref ?? []);
    return [...[item.ends?.from ?? [], item.ends?.to ?? []].flat(), ...refsIn(item.items)];
  });
}

function rewritten(markdown: string): string {
  const { head, cases } = readCases(markdown);
  return head + cases.map((each) => writeCase(answered(each, head))).join('');
}

/** `each` with the answers of today; `head` is what stands before all cases. */
function answered(each: Case, head: string): Case {
  const shared = readCases(`\n## shared\n${head}`).cases.flatMap((whole) => fencesOf(whole, 'collab'));
  const asked = askedIn([...shared, ...fencesOf(each, 'collab')]);
  const pieces = each.pieces.map((piece) => {
    if (typeof piece === 'string' || piece.language === 'collab') return piece;
    const answer = answerTo(piece, asked);
    return { ...piece, body: answer === '' || answer.endsWith('\n') ? answer : `${answer}\n` };
  });
  return { ...each, pieces };
}

interface Asked {
  readonly snapshot: Snapshot;
  readonly place: Place;
}

function askedIn(fences: readonly Fence[]): Asked {
  const files = fences.map(fileIn);
  const withCursor = files.filter(({ text }) => text.includes('$0'));
  assert.ok(withCursor.length < 2, 'there are two cursors');
  const texts = files.map(({ path, text }) => [path, text.replace('$0', '')] as const);
  const [asked = files[0]] = withCursor;
  assert.ok(asked, 'there is no file');
  return { snapshot: Snapshot.of(texts), place: { file: asked.path, offset: Math.max(0, asked.text.indexOf('$0')) } };
}

function fileIn({ info, body }: Fence): { readonly path: string; readonly text: string } {
  const words = info.split(' ').filter((word) => word !== '');
  const path = words.find((word) => word.endsWith('.collab')) ?? 'model.collab';
  let text = body;
  if (words.includes('unended')) text = text.replace(/\n$/, '');
  if (words.includes('crlf')) text = text.replaceAll('\n', '\r\n');
  if (words.includes('nfd')) text = text.normalize('NFD');
  return { path, text };
}

function answerTo({ language: fence, info }: Fence, { snapshot, place }: Asked): string {
  const [question, language = 'en'] = fence.split('-') as [string, Language?];
  switch (question) {
    case 'completion':
      return completed({ snapshot, place }, language, info);
    case 'documentation': {
      const { topic } = completion(snapshot, place, { language, today }).suggestions.find(({ text }) => text === info) ?? {};
      return (topic && about(snapshot, topic, language)) ?? '';
    }
    case 'signature':
      return signatures(snapshot, place, language).map(signed).join('\n');
    case 'hover': {
      const found = hover(snapshot, place, { language, today });
      return found ? `${excerpt(snapshot, place.file, found.span)}\n\n${found.markdown}` : '';
    }
    case 'standing': {
      const naming = namingAt(snapshot, place);
      const { model, findings } = checkProject(snapshot, unconfigured, today);
      const entity = naming && 'declared' in naming.named ? model.entity(naming.named.declared) : undefined;
      return entity ? standing(model, findings, entity, language) : '';
    }
    case 'actions':
      return actionsIn({ snapshot, place }, language)
        .filter(({ kind }) => info === 'source' || !kind.startsWith('source.'))
        .map(({ kind, title, disabled }) => `${kind}: ${title[language]}${disabled ? ` ✗ ${disabled[language]}` : ''}`)
        .join('\n');
    case 'action': {
      const action = actionsIn({ snapshot, place }, language).find(({ name }) => name === info);
      assert.ok(action && !action.disabled, `there is no action ${info}`);
      return changedFiles(snapshot, action.edits());
    }
    case 'definition':
      return located(snapshot, definition(snapshot, place));
    case 'references':
      return located(snapshot, references(snapshot, place));
    case 'uses':
      return located(snapshot, uses(snapshot, place));
    case 'renameable': {
      const found = renameable(snapshot, place);
      if (found && 'refused' in found) return `refused: ${found.refused[language]}`;
      return found ? `${excerpt(snapshot, place.file, found.span)} → ${found.name}` : '';
    }
    case 'rename': {
      const renamed = rename(snapshot, place, info);
      return renamed && 'refused' in renamed ? `refused: ${renamed.refused[language]}` : changedLines(snapshot, renamed?.edits ?? []);
    }
    case 'symbols':
      return documentSymbols(snapshot, place.file)
        .map((symbol) => outlined(snapshot, place.file, symbol, ''))
        .join('');
    case 'formatting': {
      const text = textOf(snapshot, place.file);
      return applyEdits(text, formatEdits(text));
    }
    default: {
      const answer = readingAnswer(question, info, snapshot, place, language);
      assert.ok(answer !== undefined, `There is no question “${fence}”.`);
      return answer;
    }
  }
}

function completed({ snapshot, place }: Asked, language: Language, info: string): string {
  const told = toldAt({ snapshot, place }, info);
  const { span, whole, suggestions: all, incomplete, awaited } = completion(snapshot, place, { language, today }, told);
  const suggestions = all.filter(({ template }) => (template !== null) === (info === 'templates'));
  const typed = excerpt(snapshot, place.file, span);
  const rest = excerpt(snapshot, place.file, { start: span.end, end: whole.end });
  const head = [
    ...(typed ? [`for “${typed}”`] : []),
    ...(rest ? [`before “${rest}”`] : []),
    ...(awaited ? ['awaited'] : []),
    ...(incomplete ? ['incomplete'] : []),
  ];
  const lines = info === 'brief' ? [suggestions.map(({ text }) => text).join(' · ')] : suggestions.map(suggested);
  return [...(head.length > 0 ? [`[${head.join(', ')}]`] : []), ...lines].filter((line) => line !== '').join('\n');
}

function actionsIn({ snapshot, place }: Asked, language: Language): readonly Action[] {
  const file = snapshot.files.get(place.file);
  const checked = checkProject(snapshot, unconfigured, today);
  const span = { start: place.offset, end: place.offset };
  return file ? actionsAt({ checked, file, span, language, watch: {} }) : [];
}

/** The texts that `edits` change, each below its path; a text that is still a model must stay one without a mistake of grammar. */
function changedFiles(snapshot: Snapshot, edits: readonly Edit[]): string {
  const paths = [...new Set(edits.map(({ file }) => file))].sort();
  return paths
    .map((path) => {
      const text = applyEdits(
        textOf(snapshot, path),
        edits.filter(({ file }) => file === path),
      );
      return `— ${path} —\n${text}`;
    })
    .join('');
}

function suggested({ text, what, title, detail, fit, template }: Suggestion): string {
  const line = [text, `(${what})`, title === null ? '' : `"${title}"`, detail, fit].filter((part) => part !== '').join(' ');
  return template === null ? line : `${line}\n${template}`;
}

function toldAt({ snapshot, place }: Asked, info: string): Told {
  const untold = untoldAt(snapshot, place);
  if (untold?.about === 'undeclared') return { undeclared: undeclared(snapshot, untold.kind, untold.owner) };
  if (!untold || info !== 'fits') return {};
  const model = modelOf(snapshot, today);
  const task = model.tasks.find(({ file, node }) => file === place.file && node.start === untold.task);
  return { fits: task ? fitsFor(model, task, place.offset) : [] };
}

function signed({ label, parts, active, meaning }: Signature): string {
  const part = parts[active ?? -1];
  const marks = part ? `\n${' '.repeat(part.start)}${'^'.repeat(part.end - part.start)}` : '';
  return `${label}${marks}\n${meaning}`;
}

function located(snapshot: Snapshot, locations: readonly Location[]): string {
  return locations.map(({ file, span }) => `${file}:${position(snapshot, file, span.start)} ${excerpt(snapshot, file, span)}`).join('\n');
}

function changedLines(snapshot: Snapshot, edits: readonly (Location & { readonly text: string })[]): string {
  return [...new Set(edits.map(({ file }) => file))]
    .flatMap((file) => {
      const before = textOf(snapshot, file);
      const its = edits.filter((edit) => edit.file === file);
      const after = applyEdits(before, its).split(/\r?\n/);
      return before.split(/\r?\n/).flatMap((line, index) => (line === after[index] ? [] : [`${file}:${index + 1}: ${after[index]}`]));
    })
    .join('\n');
}

function outlined(snapshot: Snapshot, file: string, symbol: Outlined, indent: string): string {
  const { name, kind, detail, span, selection, children } = symbol;
  const at = `${position(snapshot, file, span.start)}–${position(snapshot, file, span.end)} [${excerpt(snapshot, file, selection)}]`;
  const own = `${indent}${name} (${kind})${detail ? ` "${detail}"` : ''} ${at}\n`;
  return own + children.map((child) => outlined(snapshot, file, child, `${indent}  `)).join('');
}

function position(snapshot: Snapshot, file: string, offset: number): string {
  const { line, column } = snapshot.files.get(file)?.lines.position(offset) ?? { line: -1, column: -1 };
  return `${line + 1}:${column + 1}`;
}

function excerpt(snapshot: Snapshot, file: string, { start, end }: Span): string {
  return textOf(snapshot, file).slice(start, end);
}

function textOf(snapshot: Snapshot, file: string): string {
  return snapshot.files.get(file)?.text ?? '';
}
