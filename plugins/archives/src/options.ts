import { z } from 'zod';
import type { SelectionSchemaMaker } from '@evospice/contracts';
import { topologies } from './islands/topology.ts';
import { SCORE } from './lists/front.ts';

const low = z.number().describe('Lower end of the axis; smaller values count to the first cell.');
const high = z.number().describe('Upper end of the axis; larger values count to the last cell.');
const descriptor = z.string().min(1).describe('Descriptor measured along this axis.');
const isRange = { error: 'low must be smaller than high', path: ['high'] };
const isOnce = { error: 'each descriptor may have one axis only' };

const gridAxis = z
  .strictObject({
    descriptor, low, high,
    bins: z.int().min(1).describe('Cells along this axis.'),
    scale: z.enum(['linear', 'log', 'quantile']).default('linear').describe('Bins of equal width, of equal ratio, or with as many programs each.'),
  })
  .refine((axis) => axis.low < axis.high, isRange)
  .refine((axis) => axis.scale !== 'log' || axis.low > 0, { error: 'a logarithmic axis begins above 0', path: ['low'] });

const cvtAxis = z.strictObject({ descriptor, low, high }).refine((axis) => axis.low < axis.high, isRange);

const offset = z.number().default(0).describe('Subtracted from each objective in the quality-diversity score; the lowest objective possible.');
const thresholds = {
  learningRate: z.number().min(0).max(1).default(1).describe('How far the threshold of a cell goes towards an objective that exceeds it (CMA-MAE); below 1 it needs thresholdMin.'),
  thresholdMin: z.number().optional().describe('What has to be exceeded in an empty cell.'),
};
const needsMinimum = ({ learningRate, thresholdMin }: { learningRate: number; thresholdMin?: number | undefined }): boolean => learningRate === 1 || thresholdMin !== undefined;
const isThreshold = { error: 'a learning rate below 1 needs a thresholdMin', path: ['thresholdMin'] };

function once(axes: readonly { readonly descriptor: string }[]): boolean {
  return new Set(axes.map((axis) => axis.descriptor)).size === axes.length;
}

/** Options of the archive `map-elites`. */
export const gridArchiveOptions = z
  .strictObject({
    axes: z
      .array(gridAxis)
      .min(1)
      .refine(once, isOnce)
      .refine((axes) => axes.reduce((cells, { bins }) => cells * bins, 1) <= 2 ** 31 - 1, { error: 'the grid may have at most 2147483647 cells in all' })
      .describe('Axes of the grid; the last one varies fastest in the numbering of cells.'),
    offset,
    ...thresholds,
    remap: z.int().min(1).default(50).describe('With a quantile axis: entries after which borders are drawn anew.'),
    memory: z.int().min(1).default(1000).describe('With a quantile axis: entries that are remembered to draw borders by.'),
  })
  .refine(needsMinimum, isThreshold)
  .refine(({ axes, learningRate, thresholdMin }) => (learningRate === 1 && thresholdMin === undefined) || axes.every(({ scale }) => scale !== 'quantile'), {
    error: 'borders that move and thresholds that creep do not go together', path: ['thresholdMin'],
  });

/** Options of the archive `cvt-map-elites`. */
export const cvtArchiveOptions = z
  .strictObject({
    axes: z.array(cvtAxis).min(1).refine(once, isOnce).describe('Axes that cells are spread over.'),
    cells: z.int().min(1).max(100_000).default(100).describe('Cells.'),
    samples: z.int().min(1).max(10_000_000).optional().describe('Points drawn to spread the centroids evenly; a hundred per cell when left out.'),
    rounds: z.int().min(1).default(50).describe('Rounds of k-means at most.'),
    seed: z.int().min(0).default(1).describe('Seed of the samples.'),
    centroids: z.array(z.array(z.number())).min(1).optional().describe('Centroids from an earlier run, a coordinate per axis; then nothing is drawn. `evospice export RUN --centroids` gives them.'),
    offset,
    ...thresholds,
  })
  .refine(needsMinimum, isThreshold)
  .refine(({ cells, samples }) => samples === undefined || samples >= cells, { error: 'there must be at least a sample per cell', path: ['samples'] });

/** Options of the archive `islands`. */
export const islandOptions = (select: SelectionSchemaMaker) => z.strictObject({
  islands: z.int().min(2).max(1000).default(4).describe('Islands to begin with.'),
  archive: select('Archive').prefault('top-k').describe('Archive on each island.'),
  topology: z.enum(topologies).default('ring').describe('Who sends migrants where.'),
  interval: z.int().min(0).default(10).describe('Generations between migrations, a generation being as many programs as there are islands; 0 for none.'),
  share: z.number().gt(0).max(1).default(0.1).describe('Share of elites that migrate and that they replace; at least one.'),
  stagnation: z
    .strictObject({
      after: z.int().min(1).default(30).describe('Programs of an island without a better one.'),
      action: z.enum(['reset', 'spawn']).default('reset').describe('Begin anew from the best program of all, or open another island with it.'),
      most: z.int().min(2).default(8).describe('Islands there may be at most, for spawn.'),
    })
    .optional()
    .describe('What is done about an island that does not get better; nothing when left out.'),
  offset,
  seed: z.int().min(0).default(1).describe('Seed of the destinations of topology random.'),
});

/** Options of the archive `top-k`. */
export const topOptions = z.strictObject({ size: z.int().min(1).default(20).describe('Programs kept.'), offset });

/** Options of the archive `pareto-objectives`. */
export const frontOptions = z.strictObject({
  objectives: z
    .array(z.string().min(1))
    .min(1)
    .refine((names) => new Set(names).size === names.length, { error: 'each objective once' })
    .describe(`Objectives besides the score: names of the score's objectives, larger is better. The score itself (${SCORE}) always counts.`),
  size: z.int().min(2).default(50).describe('Programs kept at most; those closest to others leave first.'),
  offset,
});

/** Options of the archive `pareto-cases`. */
export const specialistOptions = z.strictObject({ offset });
