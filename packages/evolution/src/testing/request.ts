import { createEvospiceScorer, descriptors } from '@evospice/extraction';
import { singleFile } from '@evospice/program-text';
import type { Json, Optimizer, RunLog, Simulator, Task } from '@evospice/contracts';
import { evolutionSettingsSchema, type EvolutionSettings } from '../settings/evolution-settings.ts';
import type { EvolutionRequest } from '../loop/request.ts';
import { CellArchive } from './cell-archive.ts';
import { plainExecutor } from './plain-executor.ts';
import { constantProposer, searchProgram, widerProgram } from './programs.ts';
import { testSelector } from './selector.ts';
import { trustedRunner } from './trusted-runner.ts';

export const testAxes = [
  { descriptor: 'exploration', low: 0, high: 1, bins: 6 },
  { descriptor: 'convergence', low: 0, high: 1, bins: 4 },
];

/** Small enough that a whole run takes well under a second. */
export function testSettings(changes: { readonly [key: string]: Json } = {}): EvolutionSettings {
  return evolutionSettingsSchema.parse({ seed: 7, evaluations: 12, budget: 24, seeds: 2, validation: { seeds: 1 }, ...changes });
}

/** Uniform points, in batches of four. */
export const randomBaseline: Optimizer = {
  name: 'random',
  async optimize(problem, { simulate, toolbox, random }) {
    for (;;) await simulate(Array.from({ length: 4 }, () => toolbox.fromUnit(problem.parameters, problem.parameters.map(() => random.next()))));
  },
};

export interface TestRun {
  readonly log: RunLog;
  readonly simulator: Simulator;
  readonly tasks: { readonly train: readonly Task[]; readonly validate: readonly Task[] };
}

/** A whole evolution of parts that are quick and draw on nothing but the seed. */
export function testRequest({ log, simulator, tasks }: TestRun, changes: Partial<EvolutionRequest> = {}): EvolutionRequest {
  return {
    settings: testSettings(),
    tasks,
    seedPrograms: [searchProgram, widerProgram].map((source) => singleFile(source)),
    proposers: [{ proposer: constantProposer(), weight: 1 }],
    archive: new CellArchive(testAxes),
    selector: testSelector,
    scorer: createEvospiceScorer(),
    descriptors: descriptors.filter(({ name }) => testAxes.some(({ descriptor }) => descriptor === name)),
    runner: trustedRunner(),
    executor: plainExecutor(),
    simulator,
    log,
    ...changes,
  };
}
