import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** What a run was made with, for its record. */
export function versions(): Record<string, string> {
  const manifest = createRequire(import.meta.url).resolve('../../package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  return { evospice: version, node: process.version };
}
