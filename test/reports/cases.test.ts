import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportOf, reports } from '../../server/src/reports/catalogue';
import { languages } from '../../server/src/text/localised';
import { caseFolder, caseInput } from './project';
import { withFixedFindings } from './stubs';

/**
 * Beside each model in test/cases/reports stand its reports as they have to be: `NAME.review.en.md`, `NAME.matrix.fr.html` …; those that are
 * there count. The findings are made up, so that no rule’s wording is tested here.
 * With UPDATE=1 they are rewritten: read the difference as behaviour. The page's style, which is the same for
 * all, is left out, and the method, but in the review.
 */
describe('the reports, as text', () => {
  for (const model of readdirSync(caseFolder).filter((name) => name.endsWith('.collab'))) {
    for (const { name } of reports) {
      for (const language of languages) {
        for (const format of ['md', 'html', 'csv'] as const) {
          const expected = join(caseFolder, model.replace(/collab$/, `${name}.${language}.${format}`));
          if (!existsSync(expected)) continue;
          it(`${name} of ${model} in ${language}, ${format}`, () => {
            const made = withoutStyle(reportOf(name, withFixedFindings(caseInput(model)), { format, language }));
            const own = name === 'review' ? made : withoutMethod(made);
            if (process.env.UPDATE === '1') writeFileSync(expected, own);
            assert.equal(own, readFileSync(expected, 'utf8'));
          });
        }
      }
    }
  }
});

function withoutStyle(page: string): string {
  return page.replace(/<style>[\s\S]*?<\/style>/, '<style></style>').replace(/<svg class="symbols"[\s\S]*?<\/svg>/, '');
}

function withoutMethod(made: string): string {
  return made
    .replace(/<section class="chapter" id="method"[\s\S]*?(?=<section class="chapter" id="annex")/, '')
    .replace(/^## (?:Method|Méthode)$[\s\S]*?(?=^## Annex)/m, '');
}
