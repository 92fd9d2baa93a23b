import type { Json, Problem, RunLog } from '@evospice/contracts';
import { CellArchive, plainExecutor, plainSelector, toyProblem, toyProposer } from '@evospice/testkit';
import type { EvolutionRequest } from '../loop/request.ts';
import { evolutionSettingsSchema, type EvolutionSettings } from '../settings/evolution-settings.ts';

export const testAxes = [
  { descriptor: 'x', low: 0, high: 1, bins: 6 },
  { descriptor: 'y', low: 0, high: 1, bins: 4 },
];

export function testSettings(changes: { readonly [key: string]: Json } = {}): EvolutionSettings {
  return evolutionSettingsSchema.parse({ seed: 7, programs: 12, ...changes });
}

/** A whole evolution of parts that are quick and draw on nothing but the seed. */
export function testRequest(log: RunLog, changes: Partial<EvolutionRequest> & { readonly problem?: Problem } = {}): EvolutionRequest {
  return {
    settings: testSettings(),
    problem: toyProblem(),
    proposers: [{ proposer: toyProposer(), weight: 1 }],
    archive: new CellArchive(testAxes),
    selector: plainSelector,
    executor: plainExecutor(),
    log,
    ...changes,
  };
}
