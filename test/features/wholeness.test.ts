import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countables } from '../../server/src/features/counts';
import { dependableAt, dependenciesOf, dependentsOf } from '../../server/src/features/dependencies';
import { documentLinks } from '../../server/src/features/documentLinks';
import { folds } from '../../server/src/features/folding';
import { highlights } from '../../server/src/features/highlights';
import { dayHints, levelHints } from '../../server/src/features/inlayHints';
import { linkedNames } from '../../server/src/features/linkedEditing';
import { selections } from '../../server/src/features/selection';
import { allTokens, semanticTokens } from '../../server/src/features/semanticTokens';
import { workspaceSymbols } from '../../server/src/features/workspaceSymbols';
import { outlineOf } from '../../server/src/model/outline';
import { referencesIn } from '../../server/src/model/references';
import { Snapshot, type SourceFile } from '../../server/src/model/snapshot';
import { formatClosed, formatEnded, formatRange } from '../../server/src/syntax/formatPart';
import { print } from '../../server/src/syntax/print';
import { applyEdits } from '../../server/src/text/edit';
import { contains, type Span } from '../../server/src/text/span';

/** What holds of every text, tried on the samples, whole and cut off anywhere. */
for (const sample of ['lumiere', 'northwind-ops']) {
  describe(`the samples: ${sample}`, () => {
    const snapshot = sampleOf(sample);
    const files = [...snapshot.files.values()];

    it('tokens stand in order and apart, and every name has one', () => {
      for (const file of files) {
        for (const tokens of [semanticTokens(snapshot, file.path), allTokens(snapshot, file.path)]) {
          assert.deepEqual(
            tokens.filter((token, index) => token.start < (tokens[index - 1]?.end ?? 0) || token.end <= token.start),
            [],
          );
          const starts = new Set(tokens.map(({ start }) => start));
          const named = [
            ...referencesIn(file).flatMap(({ ref }) => ref.name ?? []),
            ...outlineOf(file).declared.flatMap(({ node }) => node.name ?? []),
          ];
          assert.deepEqual(
            named.filter(({ start }) => !starts.has(start)),
            [],
          );
        }
      }
    });

    it('every token is on one line', () => {
      for (const { path, lines } of files)
        assert.deepEqual(
          allTokens(snapshot, path).filter(({ start, end }) => lines.lineOf(start) !== lines.lineOf(end)),
          [],
        );
    });

    it('what is selected grows from step to step, up to the file', () => {
      for (const { path, text } of files) {
        for (let offset = 0; offset <= text.length; offset += 13) {
          const steps = selections(snapshot, { file: path, offset });
          assert.deepEqual(steps.at(-1), { start: 0, end: text.length });
          assert.ok(steps.every((step, index) => index === 0 || grows(steps[index - 1] ?? step, step)));
        }
      }
    });

    it('what depends on something is what that something carries', () => {
      for (const file of files) {
        for (const declared of outlineOf(file).declared) {
          const place = { file: file.path, offset: declared.node.name?.start ?? declared.node.start };
          if (dependableAt(snapshot, place) !== declared) continue;
          for (const { declared: other } of dependenciesOf(snapshot, declared))
            assert.ok(
              dependentsOf(snapshot, other).some((each) => each.declared === declared),
              `${declared.id} depends on ${other.id}`,
            );
          for (const { declared: other } of dependentsOf(snapshot, declared))
            assert.ok(
              dependenciesOf(snapshot, other).some((each) => each.declared === declared),
              `${other.id} depends on ${declared.id}`,
            );
        }
      }
    });

    it('every declaration is found by its title in capitals and without accents', () => {
      for (const { node } of files.flatMap((file) => outlineOf(file).declared)) {
        if (!node.title || node.kind === 'link') continue;
        const bare = node.title.value.normalize('NFD').replaceAll(/\p{M}/gu, '').toUpperCase();
        assert.ok(
          workspaceSymbols(snapshot, bare).some(({ span }) => span === node.name),
          bare,
        );
      }
    });

    it('the layout of all lines is that of the file, and a block that is closed or a line that is ended leaves what follows', () => {
      for (const { path, text, tree } of files) {
        const messy = text.replaceAll('\n  ', '\n      ');
        const file = messyFile(snapshot, path, messy);
        assert.equal(applyEdits(messy, formatRange(messy, file.tree, { start: 0, end: messy.length })), print(messy));
        assert.deepEqual(formatRange(text, tree, { start: 0, end: text.length }), []);
        for (const { index } of messy.matchAll(/[}\n]/g)) {
          const edits = messy[index] === '}' ? formatClosed(messy, file.tree, index + 1) : formatEnded(messy, file.tree, index + 1);
          assert.ok(edits.every(({ span }) => span.end <= index + 1));
          assert.equal(bare(applyEdits(messy, edits)), bare(messy));
        }
      }
    });

    it('no question fails, wherever a file is cut off', () => {
      for (const { path, text } of files) {
        for (let end = 0; end < text.length; end += 97) {
          const cut = messyFile(snapshot, path, text.slice(0, end));
          const now = snapshot.with(path, cut.text);
          const place = { file: path, offset: end };
          const part = { start: Math.max(0, end - 40), end };
          allTokens(now, path);
          folds(now, path);
          selections(now, place);
          highlights(now, place);
          linkedNames(now, place);
          documentLinks(now, path);
          countables(now, path);
          levelHints(now, path, part, 'fr');
          dayHints(now, path, part, 'fr');
          formatRange(cut.text, cut.tree, part);
          formatClosed(cut.text, cut.tree, end);
          formatEnded(cut.text, cut.tree, end);
          const declared = dependableAt(now, place);
          if (declared) dependentsOf(now, declared);
        }
      }
    });
  });
}

function sampleOf(name: string): Snapshot {
  const root = join('samples', name);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.collab'));
  return Snapshot.of(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
}

function messyFile(snapshot: Snapshot, path: string, text: string): SourceFile {
  const file = snapshot.with(path, text).files.get(path);
  assert.ok(file);
  return file;
}

function grows(inner: Span, outer: Span): boolean {
  return contains(outer, inner) && outer.end - outer.start > inner.end - inner.start;
}

/** Without white space. */
function bare(text: string): string {
  return text.replaceAll(/\s+/g, '');
}
