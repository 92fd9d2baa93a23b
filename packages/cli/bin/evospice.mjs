#!/usr/bin/env node
// Node 20 is enough to set the workspace up; the product itself runs under the newer one that the set-up brings. A start
// by an older one, such as `node packages/cli/bin/evospice.mjs`, is handed over to that. Nothing here may need more than Node 20.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** First version with everything that is used: `node:sqlite` with time limits, erasing of types, `.ts` configurations. */
const needed = 24;

if (Number(process.versions.node.split('.')[0]) >= needed) {
  await import('./use-linked.mjs');
  await import('../dist/main.js');
} else handOver(fileURLToPath(new URL('../../../node_modules/.bin/node', import.meta.url)));

function handOver(node) {
  if (!existsSync(node)) {
    console.error(`Evospice runs under Node ${needed} or newer; this is ${process.version}\n  what to do: npm run setup, which brings one, then npx evospice`);
    process.exit(1);
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  // An interrupt from the keyboard reaches the child by itself; this process waits for what it makes of it.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.once('error', (error) => {
    console.error(error.message);
    process.exit(1);
  });
  child.once('exit', (code) => process.exit(code ?? 1));
}
