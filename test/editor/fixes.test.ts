import * as assert from 'node:assert/strict';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startWalk, type Walk } from './walk';

describe('a fix in several files', function () {
  this.timeout(120_000);
  let walk: Walk;

  before(async () => {
    walk = await startWalk((folder) => cpSync('samples/lumiere', join(folder, 'lumiere'), { recursive: true }));
  });

  after(() => walk?.end());

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await walk.picture('fixes-failed');
  });

  it('is looked at before it is made, says what it resolves and adds, and is undone in one step', async () => {
    const { page, line } = walk;
    const errors = page.locator('#status\\.problems');
    const text = (file: string): readonly string[] => readFileSync(join(walk.scratch.path, 'lumiere', file), 'utf8').split('\n');
    await walk.openFolder('lumiere');
    const links = text('liens.collab');
    await walk.openFile('tâches.collab');
    await walk.goTo('assigned inès');
    await page.locator('.cdr.squiggly-warning').first().waitFor();
    const found = await errors.textContent();

    await walk.quickFix('Associer Inès Haddad');
    const item = page.locator('.action-widget .monaco-list-row').filter({ hasText: 'Associer Inès Haddad' });
    while ((await item.getAttribute('class'))?.includes('focused') !== true) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+Enter');
    const preview = page.locator('.bulk-edit-panel');
    const link = preview.locator('.monaco-list-row').filter({ hasText: 'link sabine -> inès mentors in entretien' });
    await link
      .getByTitle(/Résout\s: personne, sur .*\. N’ajoute rien\.$/)
      .first()
      .waitFor({ state: 'attached' });
    await walk.picture('fix-preview');
    assert.equal(await errors.textContent(), found, 'what the preview shows is no project of its own');

    await preview.getByRole('button', { name: 'Apply' }).click();
    await line('with véronique inform, sabine').first().waitFor();
    await walk.openFile('liens.collab');
    await walk.goTo('link sabine -> inès mentors in entretien');
    await page.keyboard.press('Control+K');
    await page.keyboard.press('s');
    await page.locator('.tab.dirty').first().waitFor({ state: 'detached' });
    assert.deepEqual(
      text('liens.collab').filter((each) => !links.includes(each)),
      ['link sabine -> inès mentors in entretien'],
    );
    assert.equal(text('liens.collab').length, links.length + 1);

    await page.keyboard.press('Control+Z');
    await line('link sabine -> inès mentors in entretien').first().waitFor({ state: 'detached' });
    await walk.openFile('tâches.collab');
    await line('with véronique inform').first().waitFor();
    assert.equal(await line('with véronique inform, sabine').count(), 0);
  });
});
