import assert from 'node:assert/strict';
import { folderName } from '../client/src/newModel/folderName';
import { templateFiles, templateKinds } from '../client/src/newModel/templates';
import { parseConfig } from '../server/src/config/parse';
import { dayOf } from '../server/src/model/calendar';
import { Snapshot } from '../server/src/model/snapshot';
import { rules } from '../server/src/rules/catalogue';
import { checkProject } from '../server/src/rules/check';
import { formatEdits } from '../server/src/syntax/printEdits';

const name = 'The “Nord” team of "A\\B"';

describe('a new team model', () => {
  for (const language of ['en', 'fr'] as const) {
    for (const kind of templateKinds) {
      const made = (today: string) => templateFiles(kind, language, { name, today: new Date(`${today}T09:00:00`) });

      it(`${kind}, ${language}: holds no error of the language, on any day`, () => {
        for (const today of ['2026-01-01', '2026-03-31', '2026-08-15', '2028-02-29', '2026-12-31']) {
          const { model, findings } = checked(made(today), today);
          const faults = findings.filter(({ rule, severity }) => rule.name.startsWith('model/') && severity !== 'hint');
          assert.deepEqual(
            faults.map(({ rule, found }) => [rule.name, found.at.file, found.values]),
            [],
            today,
          );
          assert.equal(model.organization?.label, name);
          assert.ok(model.period && model.period.from <= model.today && model.today <= model.period.to);
        }
      });

      it(`${kind}, ${language}: is in the canonical layout`, () => {
        for (const [path, text] of made('2026-04-10')) if (path.endsWith('.collab')) assert.deepEqual(formatEdits(text), [], path);
      });
    }

    it(`agency, ${language}: has a task that its assignee cannot do, and somebody who can`, () => {
      const { findings } = checked(templateFiles('agency', language, { name, today: new Date('2026-04-10') }), '2026-04-10');
      assert.ok(findings.some(({ rule }) => rule.name === 'competency/under-qualified'));
      assert.ok(findings.some(({ rule }) => rule.name === 'client/need-unaddressed'));
      assert.ok(findings.length < 15, `${findings.length} findings are too many to begin with`);
    });
  }

  it('goes into a folder of its name, as every file system takes it', () => {
    assert.equal(folderName('Équipe de l’été : 2026 !'), 'equipe-de-l-ete-2026');
    assert.equal(folderName('../..'), 'team');
    assert.equal(folderName('チーム'), 'team');
    assert.ok(folderName('x'.repeat(300)).length <= 40);
  });
});

function checked(files: ReadonlyMap<string, string>, today: string) {
  const configured = parseConfig(files.get('collab.config.json') ?? '', rules);
  const snapshot = Snapshot.of([...files].filter(([path]) => path.endsWith('.collab')));
  return checkProject(snapshot, configured, dayOf(today) ?? 0);
}
