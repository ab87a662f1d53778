import * as assert from 'node:assert/strict';
import { copyFileSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { startChromium } from './launcher/chromium';
import { linkExtension } from './launcher/extension';
import { type Scratch, scratchFolder } from './launcher/scratch';
import { type EditorServer, startServer, windowAddress } from './launcher/server';

/** Where the pictures go; with UPDATE=1 those that the README shows are taken over into docs/images. */
const pictures = join('out', 'editor');

describe('the window', function () {
  this.timeout(120_000);
  let scratch: Scratch;
  let server: EditorServer;
  let browser: BrowserContext;
  let page: Page;

  before(async () => {
    scratch = scratchFolder();
    mkdirSync(pictures, { recursive: true });
    cpSync('samples/lumiere', join(scratch.path, 'lumiere'), { recursive: true });
    mkdirSync(join(scratch.path, 'empty'));
    cpSync('samples/gallery/unclosed-block', join(scratch.path, 'broken'), { recursive: true });
    const extensionsDir = scratch.folder('extensions');
    linkExtension(extensionsDir);
    const settings = { 'editor.minimap.enabled': false, 'window.commandCenter': false };
    [server, browser] = await Promise.all([startServer({ scratch, mode: 'plain', extensionsDir, settings }), startChromium(scratch)]);
    page = browser.pages()[0] ?? (await browser.newPage());
    page.setDefaultTimeout(30_000);
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
    scratch?.remove();
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await page.screenshot({ path: join(pictures, 'failed.png') });
  });

  it('shows findings in the text, reassigns a task by keyboard, and opens the report to read', async () => {
    await openFolder('lumiere');
    await openFile('tâches.collab');
    await goTo('assigned inès');
    await page.locator('.cdr.squiggly-warning').first().waitFor();
    await picture('findings');

    await quickFix('Sabine Ott');
    await picture('quick-fix');
    await page.keyboard.press('Enter');
    await line('assigned sabine').first().waitFor();
    await page.locator('.markers-panel, .statusbar').first().waitFor();
    assert.equal(await line('assigned inès').count(), 0);

    await command('Collab: Generate Report…');
    await pick('HTML');
    await pick('Français');
    const report = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await report.getByRole('heading', { level: 1 }).waitFor();
    await report.getByText('Agence Lumière').first().waitFor();
    await picture('report');

    await report.locator('a[href^="command:collab.openLine"]').first().click();
    await page.locator('.tab.active[data-resource-name$=".collab"]').first().waitFor();
  });

  it('shows the problems of every file of the folder, open or not', async () => {
    await openFolder('lumiere');
    await openFile('bilan.collab');
    await command('View: Focus Problems', 'Problems: Focus on Problems View');
    for (const words of ['Gérard Lachaume', 'Moitié moins d’appels', 'On décide sans celui qui décide']) {
      await page.locator('.markers-panel .monaco-list-row').filter({ hasText: words }).first().waitFor();
    }
    await picture('problems');
  });

  it('reads in a dark theme and in high contrast', async () => {
    for (const theme of ['Dark Modern', 'Default High Contrast']) {
      await openFolder('lumiere', { 'workbench.colorTheme': theme });
      await openFile('compétences.collab');
      await page.locator('.cdr.squiggly-warning').first().waitFor();
      await picture(theme.toLowerCase().replaceAll(' ', '-'));
    }
  });

  it('says where a block was left open, and keeps the rest', async () => {
    await openFolder('broken');
    await openFile('model.collab');
    await page.locator('.cdr.squiggly-error').first().waitFor();
    await picture('broken');
  });

  it('stays quiet in an empty folder', async () => {
    await openFolder('empty');
    assert.equal(await page.locator('.notifications-toasts .notification-toast').count(), 0);
    await picture('empty');
  });

  async function openFolder(name: string, settings: Readonly<Record<string, unknown>> = {}): Promise<void> {
    const folder = join(scratch.path, name);
    if (Object.keys(settings).length > 0) {
      mkdirSync(join(folder, '.vscode'), { recursive: true });
      writeFileSync(join(folder, '.vscode/settings.json'), JSON.stringify(settings));
    }
    await page.goto(windowAddress(server, { folder }), { waitUntil: 'commit' });
    await page.waitForSelector('.monaco-workbench .statusbar');
    await page.locator('.explorer-folders-view').first().waitFor();
  }

  async function openFile(name: string): Promise<void> {
    await page.getByRole('treeitem', { name }).first().waitFor();
    await page.keyboard.press('Control+P');
    await page.locator('.quick-input-widget .quick-input-box input').waitFor();
    await page.keyboard.type(name);
    await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: name }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await page.locator('.editor-instance .monaco-editor .view-line').first().waitFor();
  }

  async function command(...titles: readonly string[]): Promise<void> {
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget .quick-input-box input').waitFor();
    await page.keyboard.type(titles[0]?.replace(/^[^:]*: /, '') ?? '');
    const rows = page.locator('.quick-input-list .monaco-list-row');
    await rows
      .filter({ hasText: new RegExp(titles.map((title) => title.replace(/[.*+?^${}()|[\]\\…]/g, '.')).join('|')) })
      .first()
      .click();
  }

  async function pick(text: string): Promise<void> {
    await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: text }).first().click();
  }

  /** Puts the cursor into the first line that holds `text`, behind it. */
  async function goTo(text: string): Promise<void> {
    await page.keyboard.press('Control+F');
    await page.locator('.find-widget.visible textarea').first().waitFor();
    await page.keyboard.type(text);
    await page.locator('.find-widget.visible .matchesCount').filter({ hasText: '1' }).waitFor();
    await page.keyboard.press('Escape');
    await line(text).first().waitFor();
  }

  /** Opens the menu of quick fixes until `title` is in it: VS Code shows an empty one while extensions register themselves. */
  async function quickFix(title: string): Promise<void> {
    const item = page.locator('.action-widget .monaco-list-row').filter({ hasText: title }).first();
    for (let tries = 0; tries < 6; tries++) {
      await page.keyboard.press('Control+.');
      try {
        await item.waitFor({ timeout: 4000 });
        return;
      } catch {
        await page.keyboard.press('Escape');
      }
    }
    assert.fail(`no quick fix “${title}”`);
  }

  function line(text: string) {
    // The editor writes no-break spaces for spaces.
    return page.locator('.view-line').filter({ hasText: new RegExp(text.replaceAll(' ', '[\\s\u00A0]')) });
  }

  async function picture(name: string): Promise<void> {
    const path = join(pictures, `${name}.png`);
    await page.screenshot({ path });
    if (process.env.UPDATE === '1' && ['findings', 'quick-fix', 'report'].includes(name)) {
      mkdirSync('docs/images', { recursive: true });
      copyFileSync(path, join('docs/images', `${name}.png`));
    }
  }
});
