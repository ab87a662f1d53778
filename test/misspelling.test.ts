import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unconfigured } from '../server/src/config/parse';
import { dayOf } from '../server/src/model/calendar';
import { names } from '../server/src/model/names';
import { referencesIn } from '../server/src/model/references';
import { Snapshot, type SourceFile } from '../server/src/model/snapshot';
import { checkProject } from '../server/src/rules/check';
import type { Finding } from '../server/src/rules/rule';
import { type Project, projectOf } from './harness/cases';
import { readCases } from './harness/markdown';

/** Every name and level that a kind of property says in the samples, and in the models that the rules are tested with, is misspelt once. */
describe('a misspelt name or level', () => {
  for (const sample of ['lumiere', 'northwind-ops']) {
    const texts = filesIn(join('samples', sample), '.collab').map((path) => [path, readFileSync(path, 'utf8')] as const);
    it(`is the only fault, wherever it stands in ${sample}`, function () {
      this.timeout(60_000);
      testMisspellings({ texts: new Map(texts), configured: unconfigured, today: dayOf('2026-04-10') ?? 0 });
    });

    it(`is the fault of all that refer to it, and nothing else, where it is declared in ${sample}`, function () {
      this.timeout(60_000);
      const snapshot = Snapshot.of(texts);
      assert.ok(testDeclarations(snapshot, dayOf('2026-04-10') ?? 0) > 30);
    });
  }

  for (const path of filesIn('test/cases/rules', '.md')) {
    it(`is the only fault in the models of ${path}`, function () {
      this.timeout(60_000);
      const file = readCases(readFileSync(path, 'utf8'));
      for (const each of file.cases) testMisspellings(projectOf(each, file));
    });
  }
});

function testMisspellings({ texts, configured, today }: Project): void {
  const snapshot = Snapshot.of(texts);
  const before = checkProject(snapshot, configured, today).findings;
  if (before.some(({ rule, severity }) => rule.name.startsWith('model/') && severity === 'error')) return;
  const known = new Set(before.map(identityOf));
  const tried = new Set<string>();
  for (const file of snapshot.files.values()) {
    for (const { text, start, property, fault } of namedIn(file)) {
      const once = `${property} ${text}`;
      const misspelt = misspellingOf(text);
      if (tried.has(once) || names(snapshot).find(misspelt).length > 0) continue;
      tried.add(once);
      const after = snapshot.with(file.path, file.text.slice(0, start) + misspelt + file.text.slice(start + text.length));
      const added = checkProject(after, configured, today).findings.filter((finding) => !known.has(identityOf(finding)));
      assert.deepEqual(
        added.map(({ rule }) => rule.name),
        [fault],
        `${misspelt} in ${file.path}: ${added.map(identityOf).join(', ')}`,
      );
    }
  }
}

/** Misspells the name of each declaration that is referred to, where it is declared; answers how many there are. */
function testDeclarations(snapshot: Snapshot, today: number): number {
  const before = checkProject(snapshot, unconfigured, today).findings.map(identityOf);
  const referred = new Set([...snapshot.files.values()].flatMap((file) => referencesIn(file).map(({ ref }) => ref.name?.text)));
  let tried = 0;
  for (const file of snapshot.files.values()) {
    for (const { kind, name } of file.tree.declarations) {
      if (!name || !referred.has(name.text)) continue;
      tried++;
      const misspelt = misspellingOf(name.text);
      const after = snapshot.with(file.path, file.text.slice(0, name.start) + misspelt + file.text.slice(name.end));
      // What is found about it, or what is nested in it, is found under its new name.
      const known = new Set(before.map((identity) => identity.replace(new RegExp(`(?<=[:. ])${name.text}(?=$|\\.)`, 'u'), misspelt)));
      const added = checkProject(after, unconfigured, today).findings.filter((finding) => !known.has(identityOf(finding)));
      const others = added.filter(({ rule }) => rule.name !== 'model/unknown-name');
      assert.deepEqual(others.map(identityOf), [], `${kind} ${misspelt} in ${file.path}`);
      assert.ok(added.length > 0, `${kind} ${misspelt} in ${file.path}`);
    }
  }
  return tried;
}

interface Named {
  readonly text: string;
  readonly start: number;
  readonly property: string;
  /** The rule that finds it misspelt. */
  readonly fault: string;
}

function namedIn(file: SourceFile): readonly Named[] {
  return referencesIn(file).flatMap(({ ref, node, word, entry }): readonly Named[] => {
    const property = `${node.kind} ${word}`;
    const level = entry?.level;
    return [
      ...(ref.name ? [{ text: ref.name.text, start: ref.name.start, property, fault: 'model/unknown-name' }] : []),
      ...(level?.name ? [{ text: level.name, start: level.start, property: `${property} level`, fault: 'model/unknown-level' }] : []),
    ];
  });
}

/** Two letters swapped; of short names, one too many. */
function misspellingOf(name: string): string {
  const [first, second, third, ...rest] = name;
  const swapped = [first, third, second, ...rest].join('');
  return rest.length > 0 && swapped !== name ? swapped : `${name}x`;
}

/** A finding is the same where it stands at the same: what it lists besides may be less. */
function identityOf({ rule, found }: Finding): string {
  return `${rule.name} ${found.subjects[0] ?? ''}`;
}

function filesIn(folder: string, ending: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .sort()
    .map((file) => join(folder, file));
}
