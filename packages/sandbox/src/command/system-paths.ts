import { existsSync } from 'node:fs';

/** Where a command is looked up. */
export const systemPath = '/usr/local/bin:/usr/bin:/bin';

/** Programs and libraries of the system: no settings, no home folders, no data of services. */
const candidates = ['/usr', '/bin', '/lib', '/lib64', '/lib32', '/etc/alternatives', '/etc/ld.so.cache', '/opt/homebrew'];

export function systemPaths(): readonly string[] {
  return candidates.filter((path) => existsSync(path));
}
