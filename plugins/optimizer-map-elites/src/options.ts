import { searchOptions } from '@evospice/optimizer-kit';
import { z } from 'zod';

const measure = z.union([
  z.strictObject({ parameter: z.string().min(1).describe('Place of this parameter between its bounds, on its own scale.') }),
  z.strictObject({ curves: z.string().min(1).describe("Error on curves of this kind over the error on all, as log10, from -1 to 1.") }),
]);

export const mapElitesOptions = z.strictObject({
  cost: searchOptions.cost,
  errorFrom: searchOptions.errorFrom,
  measures: z.array(measure).min(1).max(3).optional().describe('Axes of the archive; the first two parameters of the problem when left out.'),
  bins: z.int().min(2).max(100).default(6).describe('Cells along each axis.'),
  batch: z.int().min(2).max(256).default(12).describe('Offspring of a generation.'),
  iso: z.number().min(0).max(1).default(0.01).describe('Standard deviation of the noise on each coordinate of the cube (iso+line).'),
  line: z.number().min(0).max(5).default(0.3).describe('Standard deviation of the step along the difference of two elites (iso+line).'),
  gradientShare: z.number().min(0).max(1).default(0.5).describe('Share of the offspring that take a step along the gradient.'),
  gradientUses: z.number().min(1).max(100).default(2).describe('Offspring steered by one Jacobian, as a multiple of the number of parameters; then it is measured afresh at the best elite.'),
  noise: z.number().gt(0).max(0.1).default(1e-7).describe('Relative noise of simulated values; differences take its square root as step in the cube.'),
});
export type MapElitesOptions = z.output<typeof mapElitesOptions>;
