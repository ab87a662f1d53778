import * as assert from 'node:assert/strict';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startWalk, type Walk } from './walk';

describe('the views', function () {
  this.timeout(120_000);
  let walk: Walk;

  before(async () => {
    walk = await startWalk((folder) => {
      cpSync('samples/lumiere', join(folder, 'lumiere'), { recursive: true });
      mkdirSync(join(folder, 'empty'));
    });
  });

  after(() => walk?.end());

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await walk.picture('failed-views');
  });

  it('list findings and what the model declares, and lead to the line', async () => {
    const { page } = walk;
    await walk.openFolder('lumiere');
    await walk.openFile('tâches.collab');
    await page
      .locator('.statusbar-item')
      .filter({ hasText: /Collab .*\d/ })
      .first()
      .click();
    const tree = page.locator('.pane-body .monaco-list-row');
    const finding = tree.filter({ hasText: 'aucun membre n’est en lien avec Gérard Lachaume' }).first();
    await finding.waitFor();
    await walk.picture('trees');
    await finding.click();
    await page.locator('.tab.active[data-resource-name="valombre.collab"]').waitFor();
  });

  it('say how to begin in an empty folder', async () => {
    await walk.openFolder('empty');
    await walk.page.locator('.activitybar .action-label[aria-label="Collab"]').click();
    await walk.page.getByRole('button', { name: 'New Team Model' }).waitFor();
    await walk.picture('welcome');
    assert.equal(await walk.page.locator('.pane-header').filter({ hasText: 'Members' }).count(), 0);
  });
});
