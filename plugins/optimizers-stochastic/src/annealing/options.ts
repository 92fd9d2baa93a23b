import { searchOptions } from '@evospice/optimizer-kit';
import { z } from 'zod';
import { parallelTrials } from './parallel-trials.ts';

const { cost, errorFrom, restarts } = searchOptions;

export const psadeOptions = z.strictObject({
  cost,
  errorFrom,
  np: z.int().min(5).max(500).default(20).describe('Members of the population, each with its own temperature, range and parameters of differential evolution.'),
  tmin: z.number().gt(0).default(1e-6).describe('Temperature of the coldest member, in units of the cost.'),
  rmin: z.number().gt(0).max(1).default(1e-6).describe('Range of the random moves of the most careful member, in the unit cube; 1e-10 where many digits are wanted.'),
  pL: z.number().min(0).max(1).default(0.1).describe('Probability of a local step after a trial that was not accepted.'),
  minCF: z.number().default(-1e30).describe('Cost at or below which the run ends.'),
  sfreq: z.int().min(1).default(100).describe('Evaluations between two lines of the log that hold the whole population.'),
  parallel: z.int().min(1).max(500).default(1).describe('Trials that are simulated together; acceptance looks at the cost the parent has when the result returns.'),
}).refine(parallelTrials.holds, { error: parallelTrials.says, path: [parallelTrials.option] });
export type PsadeOptions = z.output<typeof psadeOptions>;

export const simulatedAnnealingOptions = z.strictObject({
  cost,
  errorFrom,
  restarts,
  initNumOfPts: z.int().min(2).max(1000).default(10)
    .describe('Points whose costs set the first temperature, -(max - min) / ln 0.9, the start among them; the best of them is where annealing begins.'),
  tmin: z.number().gt(0).default(1e-6).describe('Last temperature, in units of the cost.'),
  rangeMin: z.number().gt(0).max(1).default(1e-4).describe('Least range of the moves, as a share of the bounds.'),
  moves: z.int().min(1).max(100_000).default(10).describe('Moves at one temperature.'),
  alpha: z.number().gt(0).lt(1).default(0.985).describe('Factor from one temperature to the next.'),
  fit: z.boolean().default(true).describe('Cool faster than alpha where the budget would end before the last temperature.'),
  far: z.number().min(0).max(1).default(0.2).describe('Share of the moves that go anywhere on their axis, whatever its range.'),
  range: z.enum(['adaptive', 'shrinking']).default('adaptive')
    .describe('Range of the moves: kept along each axis where about half of them are accepted (Corana 1987), or shrinking from the whole box to rangeMin as the temperature falls.'),
});
export type SimulatedAnnealingOptions = z.output<typeof simulatedAnnealingOptions>;
