import { leastSquaresOptions, searchOptions } from '@evospice/optimizer-kit';
import { z } from 'zod';

export const levenbergMarquardtOptions = z.strictObject({
  ...searchOptions,
  ...leastSquaresOptions,
  trials: z.int().min(1).max(8).default(2).describe('Steps of different length tried in one batch.'),
});
export type LevenbergMarquardtOptions = z.output<typeof levenbergMarquardtOptions>;

export const doglegOptions = z.strictObject({
  ...searchOptions,
  ...leastSquaresOptions,
  trials: z.int().min(1).max(8).default(2).describe('Steps of different length tried in one batch.'),
});
export type DoglegOptions = z.output<typeof doglegOptions>;
