import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** A Chromium of this machine; none is ever downloaded. */
export const browserPath: string | undefined = ['chromium', 'chromium-browser', 'google-chrome']
  .flatMap((name) => (process.env['PATH'] ?? '').split(':').map((folder) => join(folder, name)))
  .find((file) => existsSync(file));
export const withoutBrowser = browserPath === undefined ? ' (skipped: chromium is not on this machine; apt-get install chromium)' : '';

/** Headless. Its own sandbox needs namespaces that containers do not give to root. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: browserPath!, ...(process.getuid?.() === 0 ? { args: ['--no-sandbox'] } : {}) });
}
