import * as assert from 'node:assert/strict';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startWalk, type Walk } from './walk';

describe('the views', function () {
  this.timeout(120_000);
  let walk: Walk;

  before(async () => {
    walk = await startWalk((folder) => {
      cpSync('samples/lumiere', join(folder, 'lumiere'), { recursive: true });
      mkdirSync(join(folder, 'empty'));
      for (const sample of ['lumiere', 'northwind-ops']) cpSync(join('samples', sample), join(folder, 'two', sample), { recursive: true });
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
    const finding = tree.filter({ hasText: 'le lien entre Hugo Ferrand et Thomas Bellanger est tendu' }).first();
    await finding.waitFor();
    await walk.picture('trees');
    await finding.click();
    await page.locator('.tab.active[data-resource-name="liens.collab"]').waitFor();
  });

  it('keep the projects of one folder apart, and follow files that come and go', async () => {
    const { page } = walk;
    await walk.openFolder('two');
    await page.locator('.activitybar .action-label[aria-label^="Collab"]').click();
    const findings = page.locator('.pane').filter({ has: page.locator('.pane-header[aria-label^="Findings"]') });
    const rows = findings.locator('.monaco-list-row[aria-level="1"]');
    await rows.filter({ hasText: 'lumiere' }).waitFor();
    await walk.picture('two-projects');
    rmSync(join(walk.scratch.path, 'two/northwind-ops'), { recursive: true });
    // With one project left, its pillars stand at the top.
    await rows.filter({ hasText: 'lumiere' }).waitFor({ state: 'detached' });
    await rows.filter({ hasText: 'Réseau interne' }).waitFor();
  });

  it('say how to begin in an empty folder, and walk through five steps', async () => {
    const { page } = walk;
    await walk.openFolder('empty');
    await page.locator('.activitybar .action-label[aria-label="Collab"]').click();
    await page.getByRole('button', { name: 'New Team Model' }).waitFor();
    assert.equal(await page.locator('.pane-header').filter({ hasText: 'Members' }).count(), 0);
    await walk.picture('welcome');
    await page.getByText('tour of Collab in five steps').click();
    const steps = page.locator('.getting-started-step');
    await steps.first().waitFor();
    assert.equal(await steps.count(), 5);
    await walk.picture('walkthrough');
  });

  it('make a new model, asking what it starts from, what it is called and where it goes', async () => {
    const { page } = walk;
    await page.getByRole('button', { name: 'New Team Model' }).first().click();
    await walk.pick('Agency and its client');
    await page.locator('.quick-input-widget .quick-input-title').filter({ hasText: '2 of 3' }).waitFor();
    await page.keyboard.type('Studio');
    await page.keyboard.press('Enter');
    await walk.pick('empty');
    await page.locator('.tab.active[data-resource-name="tasks.collab"]').waitFor();
    await page.locator('.pane-header').filter({ hasText: 'Members' }).waitFor();
    await page.locator('.pane-body .monaco-list-row').filter({ hasText: 'Kim Diallo' }).first().waitFor();
    await walk.picture('new-model');
  });
});
