import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Configured } from '../server/src/config/parse';
import { Snapshot } from '../server/src/model/snapshot';
import { rules } from '../server/src/rules/catalogue';
import { checkProject } from '../server/src/rules/check';
import { type Project, projectOf } from './harness/cases';
import { type Case, type CaseFile, fencesOf, readCases } from './harness/markdown';
import { contract, withoutFix } from './rulesContract';

/** What the case file of every rule holds at the least. */
describe('the case file', () => {
  for (const [name, , options] of contract) {
    const file = readCases(readFileSync(join('test/cases/rules', `${name}.md`), 'utf8'));

    it(`of ${name} has its message in French`, () => {
      assert.ok(file.cases.some((each) => fencesOf(each, 'fr').some(({ body }) => body.trim() !== '')));
    });

    it(withoutFix.has(name) ? `of ${name} has no fix, as there is none` : `of ${name} has a fix that removes the finding`, () => {
      assert.equal(rules.find((rule) => rule.name === name)?.fixes === undefined, withoutFix.has(name));
      const removes = file.cases.some((each) =>
        fencesOf(each, 'fix').some(({ info, body }) => !/\bstep\b/.test(info) && body.trim() !== ''),
      );
      assert.equal(removes, !withoutFix.has(name));
    });

    for (const [option, standard] of Object.entries(options)) {
      it(`of ${name} has a case that its option ${option} changes`, () => {
        const changed = file.cases.some((each) => {
          const project = projectOf(each, file);
          const set = project.configured.config.rules.get(name)?.options[option];
          return set !== undefined && findingsOf(name, project) !== findingsOf(name, withOption(project, name, option, standard));
        });
        assert.ok(changed);
      });

      it(`of ${name} has a case just at its threshold ${option}`, () => {
        assert.ok(file.cases.some((each) => isAtThreshold(each, file, name, option, standard)));
      });
    }
  }
});

/** Does a step of the option bring findings, or take them away? */
function isAtThreshold(each: Case, file: CaseFile, name: string, option: string, standard: number): boolean {
  const project = projectOf(each, file);
  const { rules: asked } = project.configured.config;
  if (asked.get(name)?.options[option] !== undefined) return false;
  const step = Number.isInteger(standard) ? 1 : Math.abs(standard) / 20;
  return [standard - step, standard + step].some(
    (value) => findingsOf(name, withOption(project, name, option, value)) !== findingsOf(name, project),
  );
}

/** Severity and subjects of what the rule finds, as one text. */
function findingsOf(name: string, { texts, configured, today }: Project): string {
  const { findings } = checkProject(Snapshot.of(texts), configured, today);
  return findings.flatMap(({ rule, severity, found }) => (rule.name === name ? [[severity, ...found.subjects].join(' ')] : [])).join('\n');
}

function withOption(project: Project, name: string, option: string, value: number): Project {
  const { config } = project.configured;
  const asked = config.rules.get(name);
  const changed = { severity: asked?.severity ?? null, options: { ...asked?.options, [option]: value } };
  const configured: Configured = { ...project.configured, config: { ...config, rules: new Map(config.rules).set(name, changed) } };
  return { ...project, configured };
}
