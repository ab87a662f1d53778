import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportOf } from '../../server/src/reports/catalogue';
import { languages } from '../../server/src/text/localised';
import { caseFolder, caseInput } from './project';
import { withFixedFindings } from './stubs';

/**
 * Beside each model in test/cases/reports stands its review as it has to be: `NAME.en.md`, `NAME.fr.html` …; the ones that are there count.
 * The findings are made up, so that no rule’s wording is tested here.
 * With UPDATE=1 they are rewritten: read the difference as behaviour. The page's style is left out, it is the same for all.
 */
describe('the review, as text', () => {
  for (const model of readdirSync(caseFolder).filter((name) => name.endsWith('.collab'))) {
    for (const language of languages) {
      for (const format of ['md', 'html'] as const) {
        const expected = join(caseFolder, model.replace(/collab$/, `${language}.${format}`));
        if (!existsSync(expected)) continue;
        it(`${model} in ${language}, ${format}`, () => {
          const made = withoutStyle(reportOf('review', withFixedFindings(caseInput(model)), { format, language }));
          if (process.env.UPDATE === '1') writeFileSync(expected, made);
          assert.equal(made, readFileSync(expected, 'utf8'));
        });
      }
    }
  }
});

function withoutStyle(page: string): string {
  return page.replace(/<style>[\s\S]*?<\/style>/, '<style></style>').replace(/<svg class="symbols"[\s\S]*?<\/svg>/, '');
}
