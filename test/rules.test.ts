import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { unconfigured } from '../server/src/config/parse';
import { dayOf } from '../server/src/model/calendar';
import { edited } from '../server/src/model/edited';
import { Snapshot } from '../server/src/model/snapshot';
import { checkProject, fixesOf, type Watch } from '../server/src/rules/check';
import type { Finding } from '../server/src/rules/rule';
import { testCases } from './harness/cases';

const today = dayOf('2026-04-10') ?? 0;

/** A rule that throws fails the test. */
const strict: Watch = {
  onFault({ name }, error) {
    throw new Error(`${name} throws`, { cause: error });
  },
};

describe('rules', () => testCases('rules'));

describe('rules on whole projects', () => {
  for (const sample of ['lumiere', 'northwind-ops']) {
    const snapshot = Snapshot.of(textsIn(join('samples', sample)));

    it(`${sample}: whatever is cut out of a file, no rule throws, nor does a fix`, function () {
      this.timeout(60_000);
      const cut = fc.property(
        fc.constantFrom(...snapshot.files.values()),
        fc.nat(),
        fc.integer({ min: 1, max: 40 }),
        ({ path, text }, at, length) => {
          const start = at % (text.length + 1);
          const { model, findings } = checkProject(
            snapshot.with(path, text.slice(0, start) + text.slice(start + length)),
            unconfigured,
            today,
            strict,
          );
          for (const finding of findings.slice(0, 20)) fixesOf(finding, model, 'en', strict);
        },
      );
      fc.assert(cut, { numRuns: 60, seed: 7 });
    });

    it(`${sample}: no fix brings a fault into the model`, function () {
      this.timeout(60_000);
      const { model, findings } = checkProject(snapshot, unconfigured, today, strict);
      for (const finding of findings) {
        for (const fix of fixesOf(finding, model, 'fr', strict)) {
          if (fix.disabled) continue;
          const after = checkProject(edited(snapshot, fix.edits), unconfigured, today, strict).findings;
          assert.deepEqual(faultsIn(after), faultsIn(findings), `“${fix.title.en}” of ${finding.rule.name}`);
        }
      }
    });
  }
});

function faultsIn(findings: readonly Finding[]): readonly string[] {
  return findings.filter(({ rule }) => rule.name.startsWith('model/') && rule.severity !== 'hint').map(({ rule }) => rule.name);
}

function textsIn(folder: string): readonly (readonly [string, string])[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.collab'));
  return files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]);
}
