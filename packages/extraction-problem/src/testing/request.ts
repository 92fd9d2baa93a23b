import { evolutionSettingsSchema, type EvolutionRequest } from '@evospice/evolution';
import { createEvospiceScorer, descriptors } from '@evospice/extraction';
import type { Json, Optimizer, Problem, RunLog, Simulator } from '@evospice/contracts';
import { singleFile } from '@evospice/program-text';
import { CellArchive, plainExecutor, plainSelector } from '@evospice/testkit';
import { createExtractionProblem, type ExtractionProblemParts } from '../problem/create-extraction-problem.ts';
import type { ExtractionTasks } from '../problem/tasks.ts';
import { extractionSettingsSchema } from '../settings/extraction-settings.ts';
import { constantProposer, searchProgram, widerProgram } from './programs.ts';
import { trustedRunner } from './trusted-runner.ts';

export const testAxes = [
  { descriptor: 'exploration', low: 0, high: 1, bins: 6 },
  { descriptor: 'convergence', low: 0, high: 1, bins: 4 },
];

/** Uniform points, in batches of four. */
export const randomBaseline: Optimizer = {
  name: 'random',
  async optimize(problem, { simulate, toolbox, random }) {
    for (;;) await simulate(Array.from({ length: 4 }, () => toolbox.fromUnit(problem.parameters, problem.parameters.map(() => random.next()))));
  },
};

export interface TestSubject {
  readonly simulator: Simulator;
  readonly tasks: ExtractionTasks;
}

export type TestSettings = { readonly [key: string]: Json };

/** Extraction with parts that are quick and draw on nothing but the seed. */
export function testProblemOf({ simulator, tasks }: TestSubject, settings: TestSettings = {}, changes: Partial<ExtractionProblemParts> = {}): Problem {
  return createExtractionProblem({
    settings: extractionSettingsSchema.parse({ budget: 24, seeds: 2, ...settings }),
    seed: 7,
    tasks,
    simulator,
    runner: trustedRunner(),
    baselines: [],
    rules: [],
    seeds: [searchProgram, widerProgram].map((source) => singleFile(source)),
    scorer: createEvospiceScorer(),
    descriptors: descriptors.filter(({ name }) => testAxes.some(({ descriptor }) => descriptor === name)),
    ...changes,
  });
}

/** A whole evolution of extraction programs; small enough to take well under a second. */
export function testRequest(log: RunLog, problem: Problem, settings: TestSettings = {}, changes: Partial<EvolutionRequest> = {}): EvolutionRequest {
  return {
    settings: evolutionSettingsSchema.parse({ seed: 7, programs: 12, ...settings }),
    problem,
    proposers: [{ proposer: constantProposer(), weight: 1 }],
    archive: new CellArchive(testAxes),
    selector: plainSelector,
    executor: plainExecutor(),
    log,
    ...changes,
  };
}
