import { resolve } from 'node:path';
import { defined, EvospiceError, siblingModule, type Json, type Problem, type ProblemBrief, type ProgramText } from '@evospice/contracts';
import { casesSchema, freshCases, lengthMeasure, meanMeasures, meanScore, outcomeDigest, plainCases, readProgram, textHash, type ProblemCase } from '@evospice/problem-kit';
import { blankProgram, filePaths } from '@evospice/program-text';
import { checkModules } from '@evospice/sandbox';
import { loadModule, moduleFiles } from './load-module.ts';
import type { ModuleProblem } from './module-problem.ts';
import type { ModuleProblemOptions } from './options.ts';
import type { ModuleSetup } from './worker.ts';

const rules = 'The program runs in a sandbox: no imports but of its own files, no file, network or timer; chance comes from context.random alone.';

/**
 * Programs are evolved for what a function says of them.
 * @param base folder that relative paths are looked up from
 * @throws EvospiceError `PROBLEM_MODULE`, `CONFIG_PROGRAM`, `PROGRAM_FILES`
 */
export function createModuleProblem(options: ModuleProblemOptions, base: string): Problem {
  const module = resolve(base, options.module);
  const problem = loadModule(module);
  const cases = casesOf(options.cases ?? problem.cases, module);
  const validation = options.validation ?? problem.validation ?? [];
  const descriptors = [...(problem.measures ?? []), lengthMeasure];
  const { evaluate, limits, isolation } = options;
  const setup: ModuleSetup = { module, evaluate, limits, isolation, cases: [...cases, ...validation] };
  const seeds = options.seeds.map((source) => readProgram(source, base));
  const blank = options.blank === undefined ? (seeds.length === 0 ? blankProgram(problem.contract) : undefined) : readProgram(options.blank, base);
  return {
    name: 'module',
    brief: briefOf(problem),
    seeds,
    ...defined({ blank }),
    descriptors,
    conditions: () => Promise.resolve({ ...conditionsOf(module), evaluate, limits, cases: cases as Json, validation: validation as Json }),
    check: (program) => check(problem, program),
    stages: [{ name: 'evaluation', cases: plainCases(cases), stored: true }],
    validation: plainCases(validation),
    confirmation: (seeds) => freshCases(cases, validation, seeds),
    worker: { module: siblingModule('./worker', import.meta.url), setup: setup as unknown as Json },
    score: (outcomes) => meanScore(outcomes),
    measures: (outcomes, program) => meanMeasures(outcomes, program, descriptors),
    digest: outcomeDigest,
  };
}

function briefOf({ contract, goal, rules: further, background, reference, library }: ModuleProblem): ProblemBrief {
  return { contract, goal, rules: further === undefined ? rules : `${rules}\n${further}`, ...defined({ background, reference, library }) };
}

function casesOf(cases: readonly ProblemCase[] | undefined, module: string): readonly ProblemCase[] {
  const parsed = casesSchema.safeParse(cases);
  if (parsed.success) return parsed.data;
  throw new EvospiceError('PROBLEM_MODULE', `the cases of ${module} cannot be used: ${parsed.error.issues[0]?.message ?? ''}`, {
    received: cases, expected: 'at least one case {"id", "seed"?, …}, each once', remedy: 'give the problem cases, or the configuration',
  });
}

/** Text of the evaluation, so that a resumed run notices another one. */
function conditionsOf(module: string): Record<string, Json> {
  const evaluation = moduleFiles(module);
  return Object.fromEntries(filePaths(evaluation).map((path) => [`evaluation ${path}`, textHash(evaluation.files[path] ?? '')]));
}

function check({ check: further }: ModuleProblem, program: ProgramText): void {
  checkModules(program);
  try {
    further?.(program);
  } catch (error) {
    throw EvospiceError.is(error) ? error : new EvospiceError('PROGRAM_RULE', (error as Error).message, { cause: error });
  }
}
