import { z } from 'zod';

const axis = z
  .strictObject({
    descriptor: z.string().min(1).describe('Descriptor measured along this axis.'),
    low: z.number().describe('Lower end of the axis; smaller values count to the first cell.'),
    high: z.number().describe('Upper end of the axis; larger values count to the last cell.'),
    bins: z.int().min(1).describe('Cells along this axis.'),
  })
  .refine(({ low, high }) => low < high, { error: 'low must be smaller than high', path: ['high'] });

/** Options of the archive `map-elites`. */
export const gridArchiveOptions = z.strictObject({
  axes: z
    .array(axis)
    .min(1)
    .refine((axes) => new Set(axes.map(({ descriptor }) => descriptor)).size === axes.length, { error: 'each descriptor may have one axis only' })
    .refine((axes) => axes.reduce((cells, { bins }) => cells * bins, 1) <= 2 ** 31 - 1, { error: 'the grid may have at most 2147483647 cells in all' })
    .describe('Axes of the grid; the last one varies fastest in the numbering of cells.'),
  offset: z.number().default(0).describe('Subtracted from each objective in the quality-diversity score; the lowest objective possible.'),
});
