import * as assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import { startChromium } from './launcher/chromium';
import { linkExtension } from './launcher/extension';
import { type Scratch, scratchFolder } from './launcher/scratch';
import { type EditorServer, startServer, windowAddress } from './launcher/server';

/** Where the pictures go. */
export const pictures = join('out', 'editor');

/** With UPDATE=1 these are taken over into docs/images: the README shows them. */
const shown = ['quick-fix', 'live-network', 'report'];

/** A window of VS Code with Collab installed in it, and the hands of who walks through it. */
export interface Walk {
  readonly page: Page;
  readonly scratch: Scratch;
  openFolder(name: string, settings?: Readonly<Record<string, unknown>>): Promise<void>;
  /** Changes the settings of a folder. */
  set(folder: string, settings: Readonly<Record<string, unknown>>): void;
  openFile(name: string): Promise<void>;
  /** Runs the command of one of these titles; VS Code words some of its own otherwise from time to time. */
  command(...titles: readonly string[]): Promise<void>;
  pick(text: string): Promise<void>;
  /** Picks in the list that asks `question`: while it comes up, that of the question before is still shown. */
  answer(question: string, text: string): Promise<void>;
  /** Puts the cursor into the first line that holds `text`, behind it. */
  goTo(text: string): Promise<void>;
  /** The lines of the editor that hold `text`. */
  line(text: string): Locator;
  /** Opens the menu of quick fixes until `title` is in it: VS Code shows an empty one while extensions register themselves. */
  quickFix(title: string): Promise<void>;
  /** What stands in the panel in front. */
  panel(): FrameLocator;
  picture(name: string): Promise<string>;
  end(): Promise<void>;
}

/** Opens a window; `fill` puts what it is to open into a scratch folder. */
export async function startWalk(fill: (folder: string) => void, locale?: string): Promise<Walk> {
  const scratch = scratchFolder();
  mkdirSync(pictures, { recursive: true });
  fill(scratch.path);
  const extensionsDir = scratch.folder('extensions');
  linkExtension(extensionsDir);
  const settings = { 'editor.minimap.enabled': false, 'window.commandCenter': false };
  const args = locale ? ['--locale', locale] : [];
  const [server, browser] = await Promise.all([
    startServer({ scratch, mode: 'plain', extensionsDir, settings, args }),
    startChromium(scratch),
  ]);
  const page = browser.pages()[0] ?? (await browser.newPage());
  page.setDefaultTimeout(30_000);
  return { page, scratch, ...handsOn(page, scratch, server), end: () => end(browser, server, scratch) };
}

async function end(browser: BrowserContext, server: EditorServer, scratch: Scratch): Promise<void> {
  await browser.close();
  await server.stop();
  scratch.remove();
}

type Hands = Omit<Walk, 'page' | 'scratch' | 'end'>;

function handsOn(page: Page, scratch: Scratch, server: EditorServer): Hands {
  const line = (text: string): Locator =>
    // The editor writes no-break spaces for spaces.
    page.locator('.view-line').filter({ hasText: new RegExp(text.replaceAll(' ', '[\\s\u00A0]')) });
  const rows = page.locator('.quick-input-list .monaco-list-row');

  const set: Walk['set'] = (folder, settings) => {
    mkdirSync(join(scratch.path, folder, '.vscode'), { recursive: true });
    writeFileSync(join(scratch.path, folder, '.vscode/settings.json'), JSON.stringify(settings));
  };

  return {
    line,
    set,

    async openFolder(name, settings = {}) {
      if (Object.keys(settings).length > 0) set(name, settings);
      await page.goto(windowAddress(server, { folder: join(scratch.path, name) }), { waitUntil: 'commit' });
      await page.waitForSelector('.monaco-workbench .statusbar');
      await page.locator('.explorer-folders-view').first().waitFor();
    },

    async openFile(name) {
      await page.getByRole('treeitem', { name }).first().waitFor();
      await page.keyboard.press('Control+P');
      await page.locator('.quick-input-widget .quick-input-box input').waitFor();
      await page.keyboard.type(name);
      await rows.filter({ hasText: name }).first().click();
      await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
      await page.locator('.editor-instance .monaco-editor .view-line').first().waitFor();
    },

    async command(...titles) {
      await page.keyboard.press('F1');
      await page.locator('.quick-input-widget .quick-input-box input').waitFor();
      await page.keyboard.type(titles[0]?.replace(/^[^:]*: /, '') ?? '');
      const wanted = new RegExp(titles.map((title) => title.replace(/[.*+?^${}()|[\]\\…]/g, '.')).join('|'));
      await rows.filter({ hasText: wanted }).first().click();
    },

    async answer(question, text) {
      await page.locator(`.quick-input-widget input[placeholder^="${question}"]`).waitFor();
      await this.pick(text);
    },
    async pick(text) {
      await rows.filter({ hasText: text }).first().click();
    },

    async goTo(text) {
      await page.keyboard.press('Control+F');
      await page.locator('.find-widget.visible textarea').first().waitFor();
      await page.keyboard.type(text);
      await page.locator('.find-widget.visible .matchesCount').filter({ hasText: '1' }).waitFor();
      await page.keyboard.press('Escape');
      await line(text).first().waitFor();
    },

    async quickFix(title) {
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
    },

    panel: () => page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame'),

    async picture(name) {
      const path = join(pictures, `${name}.png`);
      await page.screenshot({ path });
      if (process.env.UPDATE === '1' && shown.includes(name)) copyFileSync(path, join('docs/images', `${name}.png`));
      return path;
    },
  };
}
