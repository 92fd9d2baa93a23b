import { basename, resolve } from 'node:path';
import { defined, EvospiceError, siblingModule, type Json, type Problem } from '@evospice/contracts';
import { lengthMeasure, meanMeasures, meanScore, outcomeDigest, freshCases, plainCases, read, readProgram, textHash } from '@evospice/problem-kit';
import { checkFiles, evolveBlocks } from '@evospice/program-text';
import { commandWords } from '@evospice/sandbox';
import type { CommandProblemOptions } from './options.ts';
import type { CommandSetup } from './worker.ts';

const rules = 'The program runs in a sandbox without network; it may write to its own folder, which is removed afterwards.';

/**
 * Programs in any language are evolved for what a command says of them.
 * @param base folder that relative paths are looked up from
 * @throws EvospiceError `CONFIG_COMMAND`, `CONFIG_PROGRAM`, `PROGRAM_FILES`
 */
export function createCommandProblem(options: CommandProblemOptions, base: string): Problem {
  const { cases, validation = [], limits, isolation, brief } = options;
  const run = commandWords(options.run, base);
  const evaluate = options.evaluate === undefined ? null : commandWords(options.evaluate, base);
  const setup: CommandSetup = { run, evaluate, limits, isolation, readable: options.readable.map((path) => resolve(base, path)), cases: [...cases, ...validation] };
  const descriptors = [...options.measures, lengthMeasure];
  const ours = [...run.files, ...(evaluate?.files ?? [])];
  const conditions: Record<string, Json> = {
    run: options.run, evaluate: options.evaluate ?? null, limits, cases: cases as Json, validation: validation as Json,
    ...Object.fromEntries(ours.map((file) => [`file ${basename(file)}`, textHash(read(file))])),
  };
  return {
    name: 'command',
    brief: { ...defined(brief), rules: brief.rules === undefined ? rules : `${rules}\n${brief.rules}` },
    seeds: options.seeds.map((source) => readProgram(source, base)),
    ...defined({ blank: options.blank === undefined ? undefined : readProgram(options.blank, base) }),
    descriptors,
    conditions: () => Promise.resolve(conditions),
    check: (program) => {
      checkFiles(program);
      evolveBlocks(program);
      if (mainIsEmpty(program)) throw new EvospiceError('PROGRAM_RULE', 'the entry of the program is empty');
    },
    stages: [{ name: 'evaluation', cases: plainCases(cases), stored: true }],
    validation: plainCases(validation),
    confirmation: (seeds) => freshCases(cases, validation, seeds),
    worker: { module: siblingModule('./worker', import.meta.url), setup: setup as unknown as Json },
    score: (outcomes) => meanScore(outcomes),
    measures: (outcomes, program) => meanMeasures(outcomes, program, descriptors),
    digest: outcomeDigest,
  };
}

function mainIsEmpty({ entry, files }: { readonly entry: string; readonly files: Readonly<Record<string, string>> }): boolean {
  return (files[entry] ?? '').trim() === '';
}
