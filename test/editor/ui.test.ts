import * as assert from 'node:assert/strict';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startWalk, type Walk } from './walk';

describe('the window', function () {
  this.timeout(120_000);
  let walk: Walk;

  before(async () => {
    walk = await startWalk((folder) => {
      cpSync('samples/lumiere', join(folder, 'lumiere'), { recursive: true });
      mkdirSync(join(folder, 'empty'));
      cpSync('samples/gallery/unclosed-block', join(folder, 'broken'), { recursive: true });
    });
  });

  after(() => walk?.end());

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await walk.picture('failed');
  });

  it('shows findings in the text, reassigns a task by keyboard, and opens the report to read', async () => {
    const { page, line } = walk;
    await walk.openFolder('lumiere');
    await walk.openFile('tâches.collab');
    await walk.goTo('assigned inès');
    await page.locator('.cdr.squiggly-warning').first().waitFor();
    await walk.picture('findings');

    await walk.quickFix('Sabine Ott');
    await walk.picture('quick-fix');
    await page.keyboard.press('Enter');
    await line('assigned sabine').first().waitFor();
    await page.locator('.markers-panel, .statusbar').first().waitFor();
    assert.equal(await line('assigned inès').count(), 0);

    await walk.command('Collab: Generate Report…');
    await walk.answer('Which report?', 'Review');
    await walk.answer('Which form should the report have?', 'HTML');
    await walk.answer('Which language should the report be in?', 'Français');
    await walk.answer('Whom is the report for?', 'For its author');
    await walk.answer('Where should the report go?', 'Open it beside');
    const report = walk.panel();
    await report.getByRole('heading', { level: 1 }).waitFor();
    await report.getByText('Agence Lumière').first().waitFor();
    await walk.picture('report');

    await report.locator('a[href^="command:collab.openLine"]').first().click();
    await page.locator('.tab.active[data-resource-name$=".collab"]').first().waitFor();
  });

  it('shows the problems of every file of the folder, open or not', async () => {
    await walk.openFolder('lumiere');
    await walk.openFile('bilan.collab');
    await walk.command('View: Focus Problems', 'Problems: Focus on Problems View');
    for (const words of ['Gérard Lachaume', 'Moitié moins d’appels', 'On décide sans celui qui décide']) {
      await walk.page.locator('.markers-panel .monaco-list-row').filter({ hasText: words }).first().waitFor();
    }
    await walk.picture('problems');
  });

  it('reads in a dark theme and in high contrast', async () => {
    for (const theme of ['Dark Modern', 'Default High Contrast']) {
      await walk.openFolder('lumiere', { 'workbench.colorTheme': theme });
      await walk.openFile('compétences.collab');
      await walk.page.locator('.cdr.squiggly-warning').first().waitFor();
      await walk.picture(theme.toLowerCase().replaceAll(' ', '-'));
    }
  });

  it('says where a block was left open, and keeps the rest', async () => {
    await walk.openFolder('broken');
    await walk.openFile('model.collab');
    await walk.page.locator('.cdr.squiggly-error').first().waitFor();
    await walk.picture('broken');
  });

  it('stays quiet in an empty folder', async () => {
    await walk.openFolder('empty');
    assert.equal(await walk.page.locator('.notifications-toasts .notification-toast').count(), 0);
    await walk.picture('empty');
  });
});
