import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EvospiceError } from '@evospice/contracts';
import type { Confinement } from './layers.ts';

/** Everything that a child must be able to read, and nothing more. */
export interface ChildFiles {
  readonly node: string;
  /** Script that the child runs. */
  readonly script: string;
  /** Folder it imports from. */
  readonly folder: string;
  /** States the module type for the files of the folder. */
  readonly packageFile: string;
  /** isolated-vm's native module for this Node. */
  readonly addon: string;
  /** Shared libraries that this Node has loaded. */
  readonly libraries: readonly string[];
  /** Options of Node itself. */
  readonly nodeOptions: readonly string[];
}

const childScript = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? '../child/child.ts' : '../child/child.js', import.meta.url));

/**
 * @param script what the child runs; another one only to test what holds it
 * @throws EvospiceError `SANDBOX_MISSING` when isolated-vm has no native module for this Node.
 */
export function findChildFiles(script = childScript): ChildFiles {
  const folder = dirname(script);
  const packageFile = fileURLToPath(new URL('../../package.json', import.meta.url));
  return {
    node: process.execPath,
    script,
    folder,
    packageFile,
    nodeOptions: [
      '--no-node-snapshot', // isolated-vm cannot share a process with Node's start-up snapshot.
      '--no-warnings',
      '--permission',
      '--allow-addons',
      `--allow-fs-read=${join(folder, '*')}`,
      `--allow-fs-read=${packageFile}`,
    ],
    addon: findAddon(),
    libraries: findLibraries(),
  };
}

function findAddon(): string {
  try {
    const main = createRequire(import.meta.url).resolve('isolated-vm');
    // isolated-vm itself finds its prebuilt module in this way.
    const { path } = createRequire(main)('node-gyp-build') as { path(folder: string): string };
    return path(dirname(main));
  } catch (error) {
    throw new EvospiceError('SANDBOX_MISSING', `isolated-vm has no native module for Node ${process.version} on ${process.platform} ${process.arch}`, {
      received: process.version, expected: 'Node 24 or 26 on Linux or macOS', remedy: 'run the set-up again with the Node it brings', cause: error,
    });
  }
}

function findLibraries(): readonly string[] {
  // The type declarations lack `excludeNetwork` (Node 22 and newer).
  const report = process.report as unknown as { excludeNetwork: boolean; getReport(): { sharedObjects: readonly string[] } };
  const before = report.excludeNetwork;
  report.excludeNetwork = true; // Looking up host names can take seconds.
  try {
    const { sharedObjects } = report.getReport();
    return sharedObjects.filter((path) => path.startsWith('/') && /\.so(\.|$)/.test(path));
  } finally {
    report.excludeNetwork = before;
  }
}

/** Address space that Node and one more isolate reserve as data before a program has allocated anything, in MB. */
const reservedMb = 1200;

/** What a child may use. The isolate checks its own limit between collections only: with twice its size, it reports first. */
export function confinementOf({ node, folder, packageFile, addon, libraries }: ChildFiles, memoryMb: number): Confinement {
  return { readable: [node, folder, packageFile, addon, ...libraries], dataMb: reservedMb + 2 * memoryMb, fileMb: 0 };
}
