// Brings the workspace from a bare checkout to a built one. Needs Node 20 or newer and npm, nothing else;
// everything after the installation runs under the Node that the installation brings.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = join(root, 'node_modules', '.bin');
const marker = join(root, 'node_modules', '.evospice-setup');

/** Runs a command in the workspace with its own tools first in PATH, showing what it prints. Returns its exit code. */
export function run(command, args, env = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: environment(env) });
  if (error !== undefined) throw error;
  return status ?? 1;
}

function environment(extra) {
  return { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`, NX_DAEMON: 'false', ...extra };
}

/** Runs a step of the set-up quietly; what it printed is shown only when it fails, which ends the set-up. */
function step(what, command, args) {
  console.error(`${what} …`);
  const { status, error, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8', env: environment({ NX_TUI: 'false' }), maxBuffer: 2 ** 28 });
  if (error === undefined && status === 0) return;
  console.error(`${stdout ?? ''}${stderr ?? ''}${error === undefined ? '' : error.message}`);
  console.error(`\nset-up failed while ${what} (exit code ${status ?? 'none'})`);
  process.exit(1);
}

/** Changes whenever something that the installation depends on changes. */
function fingerprint() {
  const hash = createHash('sha256');
  const manifests = ['packages', 'plugins']
    .flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(folder, name, 'package.json')))
    .filter((file) => existsSync(join(root, file)))
    .sort();
  for (const file of ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests]) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

export function setup() {
  const [major] = process.versions.node.split('.').map(Number);
  if (major < 20) {
    console.error(`Evospice needs Node 20 or newer to start its set-up; this is ${process.version}`);
    process.exit(1);
  }
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const current = fingerprint();
  const known = existsSync(marker) ? readFileSync(marker, 'utf8') : '';
  if (known !== current) {
    step('installing packages', 'npx', ['-y', packageManager, 'install', '--frozen-lockfile']);
    mkdirSync(dirname(marker), { recursive: true });
    writeFileSync(marker, current);
  }
  step('writing derivatives of the compact models', 'node', ['tools/differentiate/main.ts']);
  // One compiler for all packages: from a bare checkout twice as fast as `npm run build`, which starts one for each.
  step('building', 'tsc', ['-b']);
  step('linking the command', 'node', ['tools/link.mjs']);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) setup();
