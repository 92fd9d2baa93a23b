import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join, resolve } from 'node:path';

export const LIBRARY_REMEDY = 'install the ngspice library (Debian, Ubuntu: apt-get install libngspice0; macOS: brew install libngspice)';

const names: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ['libngspice.so.0', 'libngspice.so'],
  darwin: ['libngspice.0.dylib', 'libngspice.dylib'],
};
const triples: Readonly<Record<string, string>> = { x64: 'x86_64', arm64: 'aarch64', riscv64: 'riscv64', ppc64: 'powerpc64le' };

function folders(): readonly string[] {
  const own = (process.env[process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  if (process.platform === 'darwin') return [...own, '/opt/homebrew/lib', '/usr/local/lib'];
  const triple = `${triples[process.arch] ?? process.arch}-linux-gnu`;
  return [...own, '/usr/local/lib', `/usr/lib/${triple}`, `/lib/${triple}`, '/usr/lib64', '/usr/lib', '/lib64', '/lib'];
}

/**
 * Path of the ngspice library; undefined when there is none.
 * @param wanted a path, a file name, or `auto` for the usual names in the usual folders
 */
export function findLibrary(wanted: string): string | undefined {
  if (wanted.includes('/')) return existsSync(wanted) ? resolve(wanted) : undefined;
  const candidates = wanted === 'auto' ? names[process.platform] ?? [] : [wanted];
  return folders().flatMap((folder) => candidates.map((name) => join(folder, name))).find((path) => existsSync(path));
}

/** Whether the package that calls the library is there; it is left out on platforms it was not built for. */
export function hasForeignFunctions(): boolean {
  try {
    createRequire(import.meta.url).resolve('koffi');
    return true;
  } catch {
    return false;
  }
}
