import * as assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { startWalk, type Walk } from './walk';

describe('a plan in the window', function () {
  this.timeout(120_000);
  let walk: Walk;

  before(async () => {
    walk = await startWalk((folder) => cpSync('samples/lumiere', join(folder, 'lumiere'), { recursive: true }));
  });

  after(() => walk?.end());

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await walk.picture('plan-failed');
  });

  it('is proposed from the palette, read beside the text, and made but for what is refused', async () => {
    const { page, line } = walk;
    await walk.openFolder('lumiere');
    await walk.openFile('tâches.collab');
    await walk.goTo('assigned inès');
    await page.locator('.cdr.squiggly-warning').first().waitFor();
    await walk.command('Collab: Propose a Reassignment Plan…');
    const preview = page.locator('.bulk-edit-panel');
    await preview.waitFor();
    const changes = preview.locator('.monaco-list-row').filter({ hasText: 'assigned' });
    await changes.first().waitFor();
    await walk.panel().getByRole('heading', { level: 1, name: 'Plan de réaffectation' }).waitFor();
    await walk.picture('plan-preview');
    assert.equal(await changes.count(), 3, 'a task is made or refused as a whole');

    await changes.filter({ hasText: 'inès' }).getByRole('checkbox').click();
    await preview.getByRole('button', { name: 'Apply' }).click();
    await line('assigned inès 50%, sabine 50%').first().click();
    await walk.goTo('task parcours');
    await line('assigned hugo 70%, élodie 30%').first().waitFor();
  });

  it('follows what is supposed of whoever the cursor stands in, and writes nothing', async () => {
    const { page } = walk;
    await walk.openFile('équipes.collab');
    await walk.goTo('member élodie');
    await walk.command('Collab: What If…');
    await walk.pick('Élodie Marchand were no longer there');
    const followed = walk.panel();
    await followed.getByRole('heading', { level: 1, name: 'Et si…' }).waitFor();
    await followed.getByText('Élodie Marchand n’était plus là').waitFor();
    await followed.getByRole('cell', { name: 'Élodie Marchand' }).first().waitFor();
    await walk.picture('what-if');
    assert.equal(await page.locator('.tab.dirty').count(), 0);
  });
});
