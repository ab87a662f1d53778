import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unconfigured } from '../server/src/config/parse';
import { dayOf } from '../server/src/model/calendar';
import { names } from '../server/src/model/names';
import { referencesIn } from '../server/src/model/references';
import { Snapshot } from '../server/src/model/snapshot';
import { checkProject } from '../server/src/rules/check';
import type { Finding } from '../server/src/rules/rule';
import { type Project, projectOf } from './harness/cases';
import { readCases } from './harness/markdown';

/** Every name that a kind of property of the samples, and of the models that the rules are tested with, refers to is misspelt once. */
describe('a misspelt name', () => {
  for (const sample of ['lumiere', 'northwind-ops']) {
    const texts = filesIn(join('samples', sample), '.collab').map((path) => [path, readFileSync(path, 'utf8')] as const);
    it(`is the only fault, wherever it stands in ${sample}`, function () {
      this.timeout(60_000);
      testMisspellings({ texts: new Map(texts), configured: unconfigured, today: dayOf('2026-04-10') ?? 0 });
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
  for (const { path, text } of snapshot.files.values()) {
    for (const { ref, node, word } of referencesIn(snapshot.files.get(path) ?? assert.fail())) {
      const once = `${node.kind} ${word} ${ref.name?.text}`;
      if (!ref.name || tried.has(once)) continue;
      tried.add(once);
      const misspelt = misspellingOf(ref.name.text);
      if (names(snapshot).find(misspelt).length > 0) continue;
      const after = snapshot.with(path, text.slice(0, ref.name.start) + misspelt + text.slice(ref.name.end));
      const added = checkProject(after, configured, today).findings.filter((finding) => !known.has(identityOf(finding)));
      assert.deepEqual(
        added.map(({ rule }) => rule.name),
        ['model/unknown-name'],
        `${misspelt} in ${path}: ${added.map(identityOf).join(', ')}`,
      );
    }
  }
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
