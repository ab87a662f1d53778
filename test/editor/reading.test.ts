import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { startWalk, type Walk } from './walk';

describe('what is read in the window', function () {
  this.timeout(120_000);
  let walk: Walk;

  before(async () => {
    walk = await startWalk((folder) => cpSync('samples/lumiere', join(folder, 'lumiere'), { recursive: true }));
  });

  after(() => walk?.end());

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await walk.picture('failed');
  });

  it('counts above a task, lists at a click what is counted, and shows what hangs on somebody', async () => {
    const { page } = walk;
    await walk.openFolder('lumiere');
    await walk.openFile('tâches.collab');
    const lens = page.locator('.codelens-decoration a').filter({ hasText: 'couverte par' }).first();
    await lens.waitFor();
    await walk.picture('lenses');
    await lens.click();
    await page.locator('.peekview-title').filter({ hasText: 'équipes.collab' }).waitFor();
    await walk.picture('counted');
    await page.keyboard.press('Escape');

    await walk.goTo('assigned inès');
    await walk.command('Calls: Show Call Hierarchy', 'Show Call Hierarchy');
    for (const words of ['Inès Haddad', 'Conduite d’entretiens', 'Douze entretiens'])
      await page.getByRole('treeitem', { name: words }).first().waitFor();
    await walk.picture('hierarchy');
  });

  it('shows levels and days in the text, in a dark theme', async () => {
    await walk.openFolder('lumiere', { 'workbench.colorTheme': 'Dark Modern' });
    await walk.openFile('organisation.collab');
    await walk.page.getByText('jours ouvrés').first().waitFor();
    await walk.picture('days');
    await walk.openFile('équipes.collab');
    await walk.page.locator('.codelens-decoration a').filter({ hasText: 'charge' }).first().waitFor();
    await walk.picture('loads');
  });
});
