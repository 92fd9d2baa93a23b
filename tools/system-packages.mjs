// Installs the Debian packages that make every test runnable, where they are missing and this process may.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const packages = [
  { name: 'ngspice', present: () => onPath('ngspice'), why: 'the native simulator: its tests are skipped without it' },
  { name: 'libngspice0', present: () => found(['/usr/lib/x86_64-linux-gnu/libngspice.so.0', '/usr/lib/aarch64-linux-gnu/libngspice.so.0']), why: 'ngspice as a library' },
  { name: 'bubblewrap', present: () => onPath('bwrap'), why: 'the outer wall of the sandbox: its tests are skipped without it' },
  { name: 'chromium', present: () => ['chromium', 'chromium-browser', 'google-chrome'].some(onPath), why: 'the browser that pages are tried in: those tests are skipped without it' },
];

const onPath = (program) => (process.env.PATH ?? '').split(':').some((folder) => existsSync(`${folder}/${program}`));
const found = (files) => files.some((file) => existsSync(file));

export function installSystemPackages() {
  const missing = packages.filter(({ present }) => !present());
  if (missing.length === 0) return;
  const mayInstall = process.getuid?.() === 0 && onPath('apt-get');
  for (const { name, why } of missing) console.error(`${name} is missing (${why})`);
  if (!mayInstall) {
    console.error(`not installed: this needs root and apt-get. To install them: sudo apt-get install ${missing.map(({ name }) => name).join(' ')}`);
    return;
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (args) => spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
  const names = missing.map(({ name }) => name);
  if (!apt(['update', '-qq']) || !apt(['install', '-y', '-qq', '--no-install-recommends', ...names])) {
    console.error(`could not install ${names.join(' ')}; the tests that need them will be skipped`);
  }
}
