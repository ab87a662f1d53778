import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunOptions } from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';
import { reports } from '../../server/src/reports/catalogue';
import { collab } from '../cli/run';
import { startChromium } from './launcher/chromium';
import { type Scratch, scratchFolder } from './launcher/scratch';

/** The pages of the reports as somebody opens them: a file, without a network and without scripts. */
describe('the pages of the reports', function () {
  this.timeout(60_000);
  const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
  let scratch: Scratch;
  let browser: BrowserContext;

  before(async () => {
    scratch = scratchFolder();
    const made = await Promise.all(reports.map(({ name }) => collab(['report', name, 'samples/northwind-ops', '--format', 'html'])));
    for (const [at, { name }] of reports.entries()) writeFileSync(pathOf(name), made[at]?.out ?? '');
    browser = await startChromium(scratch);
  });

  after(async () => {
    await browser?.close();
    scratch?.remove();
  });

  it('show everything from a file, with the network off and scripts off', async () => {
    const asked: string[] = [];
    const context = await browser.browser()?.newContext({ javaScriptEnabled: false, offline: true });
    const page = await (context ?? browser).newPage();
    page.on('request', (request) => asked.push(request.url()));
    for (const { name } of reports) {
      await page.goto(addressOf(name));
      assert.equal(await page.locator('h1').innerText(), 'Northwind Operations');
      for (const table of await page.locator('main table:visible').all()) assert.ok((await table.boundingBox())?.height, name);
      assert.ok((await page.locator('main').innerText()).length > 3000, name);
    }
    await page.goto(addressOf('network'));
    assert.equal(await page.locator('svg.map .person:visible').count(), 25);
    assert.deepEqual(
      asked.filter((url) => !url.startsWith('file:')),
      [],
    );
  });

  it('have no serious or critical violation that axe finds, light and dark', async () => {
    const page = await browser.newPage();
    // The page's own policy lets no script in.
    const session = await browser.newCDPSession(page);
    await session.send('Page.setBypassCSP', { enabled: true });
    for (const { name } of reports) {
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(addressOf(name));
      await page.evaluate(axe);
      assert.deepEqual(await violations(page, {}), [], name);
      await page.emulateMedia({ colorScheme: 'dark' });
      // Another scheme changes colours, and nothing else.
      assert.deepEqual(await violations(page, { runOnly: ['color-contrast'] }), [], `${name}, dark`);
    }
    await page.close();
  });

  it('do not scroll sideways on a narrow screen, and fit a printed sheet', async () => {
    const page = await browser.newPage();
    for (const { name } of reports) {
      await page.emulateMedia({ media: 'screen' });
      await page.setViewportSize({ width: 400, height: 800 });
      await page.goto(addressOf(name));
      assert.equal(await widest(page), 400, name);
      await page.emulateMedia({ media: 'print' });
      // A4 less its margins, at 96 pixels an inch.
      await page.setViewportSize({ width: Math.round((210 - 34) * (96 / 25.4)), height: 1000 });
      assert.ok((await widest(page)) <= 666, name);
    }
    await page.close();
  });

  function pathOf(name: string): string {
    return join(scratch.path, `${name}.html`);
  }

  function addressOf(name: string): string {
    return `file://${pathOf(name)}`;
  }

  function violations(page: Page, options: RunOptions): Promise<readonly string[]> {
    return page.evaluate(async (asked) => {
      const { violations: found, passes } = await (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run(asked);
      if (passes.length === 0) return ['nothing was looked at'];
      return found
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    }, options);
  }

  function widest(page: Page): Promise<number> {
    return page.evaluate<number>('document.documentElement.scrollWidth');
  }
});
