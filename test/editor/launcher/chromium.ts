import { existsSync } from 'node:fs';
import { type BrowserContext, chromium } from 'playwright-core';
import { installed } from '../../harness/apt';
import type { Scratch } from './scratch';

const packages = ['chromium', 'fonts-dejavu-core'] as const;

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];

/** The Chromium of this machine, if it has one. `COLLAB_CHROMIUM` names one elsewhere. */
export function foundChromium(): string | undefined {
  return [process.env.COLLAB_CHROMIUM, ...places].find((place) => place && existsSync(place));
}

/** The Chromium of this machine, installed first where it is missing, the system is a Debian and we may. */
export function installedChromium(): string {
  const found = installed(foundChromium, packages);
  if (found) return found;
  throw new Error(
    `Chromium is missing. Install it (on Debian: apt-get install --no-install-recommends ${packages.join(' ')}) or name it in COLLAB_CHROMIUM.`,
  );
}

/** A Chromium that reaches this machine only. */
export function startChromium(scratch: Scratch): Promise<BrowserContext> {
  return chromium.launchPersistentContext(scratch.folder('chromium'), {
    executablePath: installedChromium(),
    viewport: { width: 1280, height: 800 },
    timeout: 60_000,
    env: { ...process.env, TMPDIR: scratch.folder('tmp') },
    // Playwright's own handlers end the process before the server is stopped.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-sync',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
}
