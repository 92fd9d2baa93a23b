import { EvospiceError, siblingModule, type Case, type CaseAnswer, type CaseJob, type Json, type Outcome, type Problem, type ProgramText } from '@evospice/contracts';
import { mainSource, parseSource, singleFile } from '@evospice/program-text';
import { mean } from '@evospice/toolbox';
import { shareAnswers } from './toy-worker.ts';

export interface ToyOptions {
  /** Programs to begin with; two by default. */
  readonly seeds?: readonly ProgramText[];
  /** Cases that programs are scored by; two by default. */
  readonly cases?: readonly Case[];
  /** Plays what a worker answers instead of judging the program; undefined to judge it. */
  readonly answer?: (job: CaseJob) => CaseAnswer | undefined | Promise<CaseAnswer | undefined>;
  readonly references?: Problem['references'];
  readonly validation?: readonly Case[];
  readonly conditions?: Readonly<Record<string, Json>>;
}

/** A toy program: two numbers in an evolve block. */
export function toyProgram(x: number, y: number, more = ''): ProgramText {
  return singleFile(`/** Where to go. */
// EVOLVE-BLOCK-START
export const x = ${x};
export const y = ${y};
${more}// EVOLVE-BLOCK-END
export default function place(): { x: number; y: number } {
  return { x, y };
}
`);
}

/**
 * The least problem there is, for tests and measurements of the engine: a program is two numbers, and the nearer they are to a place
 * that differs a little from seed to seed, the better. Nothing is executed; a case takes some microseconds. A program that holds the word
 * `fails` fails, and one whose x is above 0.95 is turned away by the trial.
 */
export function toyProblem(options: ToyOptions = {}): Problem {
  const { references, validation, conditions = {}, cases = [{ id: 'near', seed: 1 }, { id: 'far', seed: 2 }] } = options;
  return {
    name: 'toy',
    brief: { contract: 'export default function place(): { x: number; y: number }', rules: 'No imports.', goal: 'Get near.' },
    seeds: options.seeds ?? [toyProgram(0.5, 0.5), toyProgram(0.1, 0.9)],
    descriptors: ['x', 'y'],
    conditions: () => Promise.resolve({ place: 'somewhere', ...conditions }),
    check: (program) => {
      const source = mainSource(program);
      parseSource(source);
      if (source.includes('import')) throw new EvospiceError('TOY_IMPORT', 'the program imports something', { expected: 'no imports' });
    },
    stages: [
      { name: 'trial', cases: [{ id: 'trial', seed: 1 }], stored: false },
      { name: 'evaluation', cases, stored: true },
    ],
    facts: { cases: cases.length },
    worker: { module: siblingModule('./toy-worker', import.meta.url), setup: options.answer === undefined ? null : shareAnswers(options.answer) },
    gate: ({ name }, outcomes) => {
      const { x } = placeOf(outcomes[0] as Outcome);
      return name === 'trial' && x > 0.95 ? { code: 'TOY_FAR', reason: `x is ${x}` } : undefined;
    },
    score: (outcomes) => {
      const own = outcomes.map((outcome) => ({ case: outcome.case, seed: outcome.seed, value: placeOf(outcome).nearness, parts: { nearness: placeOf(outcome).nearness } }));
      const value = mean(own.map((one) => one.value));
      return { value, parts: { nearness: value }, cases: own };
    },
    measures: ([first]) => {
      const { x, y } = placeOf(first as Outcome);
      return { x, y };
    },
    confirmation: (seeds) => Array.from({ length: seeds }, (_, index) => 100 + index).flatMap((seed) => [...new Set(cases.map(({ id }) => id))].map((id) => ({ id, seed }))),
    present: ({ case: id, seed }) => (id === 'near' ? { seed } : undefined),
    ...(references === undefined ? {} : { references }),
    ...(validation === undefined ? {} : { validation }),
  };
}

function placeOf({ data }: Outcome): { readonly x: number; readonly y: number; readonly nearness: number } {
  return data as { readonly x: number; readonly y: number; readonly nearness: number };
}
