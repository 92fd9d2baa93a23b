import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { EvospiceError, type ProgramText } from '@evospice/contracts';
import { nodeIn, nodesIn, parseSource } from '@evospice/program-text';
import { read } from '@evospice/problem-kit';
import type { ModuleProblem } from './module-problem.ts';

const require = createRequire(import.meta.url);

/**
 * Loads a problem module into this process.
 * @throws EvospiceError `PROBLEM_MODULE` when it cannot be loaded or exports no problem
 */
export function loadModule(path: string): ModuleProblem {
  let found: unknown;
  try {
    found = (require(path) as { readonly problem?: unknown }).problem;
  } catch (cause) {
    throw new EvospiceError('PROBLEM_MODULE', `cannot load the problem module ${path}: ${(cause as Error).message}`, { received: path, expected: 'a module that Node can load', cause });
  }
  if (typeof found === 'object' && found !== null && typeof (found as ModuleProblem).evaluate === 'function') return found as ModuleProblem;
  throw new EvospiceError('PROBLEM_MODULE', `${path} exports no problem`, {
    received: typeof found, expected: '`export const problem = { contract, goal, cases, evaluate(program, case) { … } }`', remedy: 'see docs/problems.md',
  });
}

/** A module with the files that it imports by relative paths: what its verdicts depend on. Paths are relative to its own folder. */
export function moduleFiles(path: string): ProgramText {
  const folder = dirname(path);
  const files: Record<string, string> = {};
  const add = (file: string): void => {
    if (files[file] !== undefined) return;
    const source = read(join(folder, file));
    files[file] = source;
    for (const statement of nodesIn(parseSource(source).tree, 'body')) {
      const specifier = nodeIn(statement, 'source')?.['value'];
      if (typeof specifier === 'string' && /^\.\.?\//.test(specifier) && statement['importKind'] !== 'type') add(join(dirname(file), specifier));
    }
  };
  const entry = path.slice(folder.length + 1);
  add(entry);
  return { entry, files };
}
