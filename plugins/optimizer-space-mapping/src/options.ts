import { z } from 'zod';

export const spaceMappingOptions = z.strictObject({
  model: z.boolean().default(true).describe('Use the compact model of the device where one covers it. Without it, slopes are measured on a part of the points and corrected by every simulation.'),
  starts: z.int().min(1).max(200).default(12).describe('Places from which the minimum of the model is searched, at no simulation: the start card, and the best of random ones.'),
  radius: z.number().gt(0).max(10).default(0.8).describe('First radius of the trust region in the unit cube, with a model; half of it without one.'),
  difference: z.number().gt(0).max(0.1).default(3e-3).describe('Step of differences in the unit cube.'),
  errorFrom: z.number().min(0).default(0.15).describe("Error in decades below which the problem's own error is minimised instead of decades."),
  curvature: z.number().gt(0).max(100).default(1.4).describe('How fast earlier simulations lose their say with distance: the size of second derivatives that is expected.'),
  samples: z.number().min(1).max(100).default(2.5).describe('Scored points, as a multiple of the number of parameters, that differences are simulated at to begin with; more where they no longer help.'),
  restarts: z.boolean().default(true).describe('Search again from other places when a search has converged and budget is left.'),
});
export type SpaceMappingOptions = z.output<typeof spaceMappingOptions>;
