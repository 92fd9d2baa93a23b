import { stripTypeScriptTypes } from 'node:module';
import { EvospiceError, type ProgramText } from '@evospice/contracts';
import { syntaxError } from '@evospice/program-text';
import QuickLRU from 'quick-lru';
import type { ProgramModules } from '../child/frames.ts';
import { checkModules, checkProgram } from './check-program.ts';

/** A program ready for the isolate: ECMAScript modules, every statement on the line that it has in the source. */
export type PreparedProgram = Pick<ProgramModules, 'entry' | 'modules'>;

/** One program is run on many cases, one after another, by several workers at most. */
const prepared = new QuickLRU<string, PreparedProgram>({ maxSize: 32 });

/**
 * Checks a program and takes its types away; once for a program that comes again.
 * @param kind `optimizer`: its default export is checked too
 * @throws EvospiceError `PROGRAM_FILES`, `PROGRAM_SYNTAX` with the line; `SANDBOX_STRIPPER` when the type stripper itself is broken.
 */
export function prepareProgram(program: ProgramText, kind: 'optimizer' | 'module'): PreparedProgram {
  const { entry, files } = program;
  const key = JSON.stringify([kind, entry, files]);
  const before = prepared.get(key);
  if (before !== undefined) return before;
  if (kind === 'optimizer') checkProgram(program);
  const modules = [...checkModules(program)].map(([path, { source, erased, imports }]) => [path, { javascript: strip(blank(source, erased)), imports }]);
  const fresh: PreparedProgram = { entry, modules: Object.fromEntries(modules) };
  prepared.set(key, fresh);
  return fresh;
}

/** Spaces in place of the ranges, lines kept. */
function blank(source: string, ranges: readonly (readonly [number, number])[]): string {
  return ranges.reduce((text, [start, end]) => text.slice(0, start) + text.slice(start, end).replace(/[^\r\n\u2028\u2029]/g, ' ') + text.slice(end), source);
}

function strip(source: string): string {
  try {
    return quietly(() => stripTypeScriptTypes(source));
  } catch (error) {
    refuseBrokenStripper(error);
    const message = error instanceof Error ? error.message.split('\n', 1)[0]! : String(error);
    throw new EvospiceError('PROGRAM_SYNTAX', `types cannot be erased: ${message}`, {
      expected: 'TypeScript whose types can be erased', remedy: 'leave out what needs a compiler', cause: error,
    });
  }
}

/**
 * The stripper is WebAssembly that stays broken after its stack has once run out. The check before it keeps
 * such sources away; should one slip through, every later program would be refused for no fault of its own.
 */
function refuseBrokenStripper(cause: unknown): void {
  if ((cause as { code?: unknown }).code !== 'ERR_INTERNAL_ASSERTION') return;
  try {
    stripTypeScriptTypes('const probe: number = 1;');
  } catch {
    throw new EvospiceError('SANDBOX_STRIPPER', 'the type stripper of this process is broken', { expected: 'a working type stripper', remedy: 'start the run again with --resume', cause });
  }
  throw syntaxError('the type stripper gave up on the program', {
    expected: 'TypeScript whose types can be erased', remedy: 'write simpler code', received: cause instanceof Error ? cause.message.slice(0, 200) : undefined,
  });
}

/** Without the notice that type stripping is experimental, which would appear once in every terminal. */
function quietly<T>(action: () => T): T {
  const original = process.emitWarning;
  process.emitWarning = ((warning: string | Error, ...rest: unknown[]): void => {
    if (rest[0] === 'ExperimentalWarning') return;
    Reflect.apply(original, process, [warning, ...rest]);
  }) as typeof process.emitWarning;
  try {
    return action();
  } finally {
    process.emitWarning = original;
  }
}
