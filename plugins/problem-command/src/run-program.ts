import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { EvospiceError, type Json, type ProgramText } from '@evospice/contracts';
import type { CommandRunner, ConfinedCommand, ConfinedEnd } from '@evospice/sandbox';

/** A fresh folder with these files for the time of some work; removed after it, whatever comes of it. */
export async function inFolder<T>(files: ProgramText['files'], work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'evospice-program-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Runs a command for its JSON.
 * @throws EvospiceError `PROGRAM_DEADLINE`, `PROGRAM_ABUSE` (too much output), `PROGRAM_MEMORY`, `PROGRAM_ERROR` (exit code other than 0),
 *   `PROGRAM_OUTPUT` (not one JSON document), `PROGRAM_CANCELLED`
 */
export async function jsonOf(runner: CommandRunner, command: ConfinedCommand): Promise<Json> {
  const end = await runner.run(command);
  refuseFailure(end, command);
  try {
    return JSON.parse(end.stdout) as Json;
  } catch (cause) {
    throw new EvospiceError('PROGRAM_OUTPUT', `what it printed is not one JSON document: ${(cause as Error).message}`, { received: end.stdout.slice(0, 200), expected: 'one JSON document on standard output', cause });
  }
}

function refuseFailure({ code, stderr, killed }: ConfinedEnd, { limits }: ConfinedCommand): void {
  if (killed === 'deadline') throw new EvospiceError('PROGRAM_DEADLINE', `did not end within ${limits.wallSeconds} s`);
  if (killed === 'output') throw new EvospiceError('PROGRAM_ABUSE', 'printed more than is read');
  if (killed === 'cancelled') throw new EvospiceError('PROGRAM_CANCELLED', 'cancelled by the caller');
  if (code === 0) return;
  const said = stderr.trim().split('\n').at(-1)?.slice(0, 500) ?? '';
  if (/MemoryError|out of memory|bad_alloc|Cannot allocate memory/i.test(stderr)) throw new EvospiceError('PROGRAM_MEMORY', `needed more than ${limits.memoryMb} MB`);
  throw new EvospiceError('PROGRAM_ERROR', `ended with ${code === null ? 'a signal' : `exit code ${code}`}: ${said || 'no message'}`);
}
