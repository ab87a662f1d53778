import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { rules } from '../server/src/rules/catalogue';
import { anchorOf, manual } from '../server/src/rules/manual';
import { optionMeaning } from '../server/src/rules/options';
import { languages } from '../server/src/text/localised';

describe('the manual', () => {
  for (const language of languages) {
    const path = `docs/rules.${language}.md`;
    it(`${path} says what the rules say (UPDATE=1 writes it anew)`, () => {
      const text = manual(language);
      if (process.env.UPDATE === '1') writeFileSync(path, text);
      assert.equal(readFileSync(path, 'utf8'), text);
    });

    it(`leads to every rule, in ${language}`, () => {
      const text = manual(language);
      for (const { name } of rules) {
        assert.ok(text.includes(`](#${anchorOf(name)})`) && text.includes(`\n### ${name}\n`), name);
      }
    });
  }

  it('says what every option means', () => {
    const silent = rules.flatMap(({ name, options }) =>
      Object.keys(options)
        .filter((option) => !optionMeaning(name, option))
        .map((option) => `${name} ${option}`),
    );
    assert.deepEqual(silent, []);
  });
});
