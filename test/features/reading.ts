import { countables, countOf } from '../../server/src/features/counts';
import { dependableAt, dependenciesOf, dependentsOf } from '../../server/src/features/dependencies';
import { documentLinks } from '../../server/src/features/documentLinks';
import { folds } from '../../server/src/features/folding';
import { highlights } from '../../server/src/features/highlights';
import { dayHints, levelHints, loadHints } from '../../server/src/features/inlayHints';
import { linkedNames } from '../../server/src/features/linkedEditing';
import { selections } from '../../server/src/features/selection';
import { allTokens, type SemanticToken, semanticTokens } from '../../server/src/features/semanticTokens';
import { workspaceSymbols } from '../../server/src/features/workspaceSymbols';
import { modelOf } from '../../server/src/model/build';
import { dayOf } from '../../server/src/model/calendar';
import type { Declared } from '../../server/src/model/outline';
import type { Snapshot, SourceFile } from '../../server/src/model/snapshot';
import { formatClosed, formatEnded, formatRange } from '../../server/src/syntax/formatPart';
import { applyEdits } from '../../server/src/text/edit';
import type { Language } from '../../server/src/text/localised';
import type { Place, Span } from '../../server/src/text/span';

/**
 * Answers to questions about reading a text; undefined for another question.
 *
 * - `tokens`, `plain` (for an editor without a grammar): a line each, `what [text] line:column`;
 * - `folds`: `first–last kind`, lines from 1; `selection`: a step a line; `highlights`, `linked`: `line:column text`;
 * - `find QUERY`: `name (kind) in container, file:line`; `links`: what is linked, and where it leads;
 * - `layout FIRST LAST`: the file with those lines laid out; `closed`, `ended`: after a brace, or a line’s end, was typed at the cursor;
 * - `counts`, `hints`: on 2026-04-10; `depends`, `dependents`: what the declaration at the cursor depends on, and what on it, to the end.
 */
export function readingAnswer(question: string, info: string, snapshot: Snapshot, place: Place, language: Language): string | undefined {
  const source = snapshot.files.get(place.file);
  if (!source) return undefined;
  const { text, tree, lines } = source;
  switch (question) {
    case 'tokens':
      return written(semanticTokens(snapshot, place.file).map((token) => tokenIn(source, token)));
    case 'plain':
      return written(allTokens(snapshot, place.file).map((token) => tokenIn(source, token)));
    case 'folds':
      return written(folds(snapshot, place.file).map(({ first, last, kind }) => `${first + 1}–${last + 1}${kind ? ` ${kind}` : ''}`));
    case 'selection':
      return written(selections(snapshot, place).map(({ start, end }) => JSON.stringify(text.slice(start, end))));
    case 'highlights':
      return written(highlights(snapshot, place).map((each) => `${at(source, each)}${each.isDeclaration ? ' given' : ''}`));
    case 'linked':
      return written(linkedNames(snapshot, place).map((span) => at(source, span)));
    case 'find':
      return written(
        workspaceSymbols(snapshot, info).map(({ name, kind, container, file, span }) => {
          const line = snapshot.files.get(file)?.lines.lineOf(span.start) ?? -1;
          return `${name} (${kind})${container ? ` in ${container}` : ''}, ${file}:${line + 1}`;
        }),
      );
    case 'links':
      return written(documentLinks(snapshot, place.file).map((link) => `${at(source, link)} → ${'uri' in link ? link.uri : link.rule}`));
    case 'layout': {
      const [first = 1, last = 1] = info.split(' ').map(Number);
      const part = { start: lines.starts[first - 1] ?? 0, end: lines.offset({ line: last - 1, column: Number.MAX_SAFE_INTEGER }) };
      return applyEdits(text, formatRange(text, tree, part));
    }
    case 'closed':
      return applyEdits(text, formatClosed(text, tree, place.offset));
    case 'ended':
      return applyEdits(text, formatEnded(text, tree, place.offset));
    case 'counts': {
      const model = modelOf(snapshot, dayOf('2026-04-10') ?? 0);
      return written(
        countables(snapshot, place.file).map(({ id }) => {
          const count = countOf(model, id, language);
          const places = count?.places.map(({ file, span }) => where(snapshot, file, span)) ?? [];
          return `${id}: ${count?.title}${places.length > 0 ? ` ← ${places.join(' · ')}` : ''}`;
        }),
      );
    }
    case 'hints': {
      const model = modelOf(snapshot, dayOf('2026-04-10') ?? 0);
      const all = { start: 0, end: text.length };
      const hints = [
        ...levelHints(snapshot, place.file, all, language),
        ...dayHints(snapshot, place.file, all, language),
        ...loadHints(model, place.file, all, language),
      ];
      return written(
        hints.map(({ offset, label, tooltip }) => `${at(source, { start: offset, end: offset })}${label}${tooltip ? ` (${tooltip})` : ''}`),
      );
    }
    case 'depends':
    case 'dependents': {
      const declared = dependableAt(snapshot, place);
      const find = question === 'depends' ? dependenciesOf : dependentsOf;
      const tree = (each: Declared, indent: string): readonly string[] =>
        find(snapshot, each).flatMap(({ declared: next, places }) => {
          const file = question === 'depends' ? each.file : next.file;
          return [`${indent}${next.id} ← ${places.map((span) => where(snapshot, file, span)).join(' · ')}`, ...tree(next, `${indent}  `)];
        });
      return written(declared ? [declared.id, ...tree(declared, '  ')] : []);
    }
    default:
      return undefined;
  }
}

function tokenIn(source: SourceFile, { type, isDeclaration, isBuiltIn, ...span }: SemanticToken): string {
  return `${at(source, span)} ${type}${isDeclaration ? ', given' : ''}${isBuiltIn ? ', built in' : ''}`;
}

function at({ text, lines }: SourceFile, { start, end }: Span): string {
  const { line, column } = lines.position(start);
  return `${line + 1}:${column + 1} ${text.slice(start, end)}`;
}

function where(snapshot: Snapshot, file: string, span: Span): string {
  const source = snapshot.files.get(file);
  return source ? at(source, span) : '';
}

function written(all: readonly string[]): string {
  return all.map((line) => `${line}\n`).join('');
}
