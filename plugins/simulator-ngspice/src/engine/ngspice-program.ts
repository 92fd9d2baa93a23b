import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import type { SimulatorStatus } from '@evospice/contracts';
import which from 'which';

export const INSTALL_REMEDY = 'install ngspice (Debian, Ubuntu: apt-get install ngspice; macOS: brew install ngspice)';

/** Full path of a command, as the shell would find it; undefined when there is none. */
export function findProgram(command: string): string | undefined {
  const found = which.sync(command, { nothrow: true });
  return found === null ? undefined : resolve(found);
}

/** Asks the program itself for its version. */
export async function probeProgram(command: string): Promise<SimulatorStatus> {
  const location = findProgram(command);
  if (location === undefined) return { available: false, remedy: INSTALL_REMEDY };
  try {
    const { stdout, stderr } = await promisify(execFile)(location, ['--version'], { timeout: 20_000, encoding: 'utf8' });
    const version = /ngspice-(\S+)/.exec(stdout + stderr)?.[1];
    if (version !== undefined) return { available: true, version, location };
    return { available: false, location, remedy: `${location} does not say that it is ngspice; ${INSTALL_REMEDY}` };
  } catch (error) {
    return { available: false, location, remedy: `${location} did not start (${error instanceof Error ? error.message : String(error)}); ${INSTALL_REMEDY}` };
  }
}
