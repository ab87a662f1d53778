import * as assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { startWalk, type Walk } from './walk';

describe('somebody who writes', function () {
  this.timeout(120_000);
  let walk: Walk;

  before(async () => {
    walk = await startWalk((folder) => cpSync('samples/lumiere', join(folder, 'lumiere'), { recursive: true }));
  });

  after(() => walk?.end());

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await walk.picture('writing-failed');
  });

  it('is shown who would bring what to a task, and how it is written', async () => {
    const { page } = walk;
    await walk.openFolder('lumiere');
    await walk.openFile('tâches.collab');
    await walk.goTo('assigned inès');
    await page.locator('.cdr.squiggly-warning').first().waitFor();
    await page.keyboard.press('End');
    await page.keyboard.type(', ');
    await page.locator('.parameter-hints-widget').getByText('assigned personne').waitFor();
    const suggested = page.locator('.suggest-widget .monaco-list-row');
    const best = suggested.filter({ hasText: 'couvre 1 sur 1' }).first();
    await suggested.first().waitFor();
    // On a busy machine the figures may come too late for the first list.
    for (let asked = 0; asked < 20 && !(await best.isVisible()); asked++) {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+Space');
      await suggested.first().waitFor();
    }
    assert.match((await suggested.first().textContent()) ?? '', /couvre 1 sur 1 · charge/);
    await walk.picture('people');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.locator('.cdr.squiggly-error').waitFor({ state: 'detached' });
  });

  it('is offered a whole task to fill in, and refactorings below what mends', async () => {
    const { page, line } = walk;
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\ntask');
    await page.locator('.suggest-widget .monaco-list-row').filter({ hasText: 'task …' }).first().click();
    await line('Ce qu’il y a à faire').first().waitFor();
    await walk.picture('template');
    await page.keyboard.type('relecture');
    await line('task relecture').first().waitFor();
    await walk.quickFix('Déplacer');
    await walk.picture('refactorings');
  });
});
