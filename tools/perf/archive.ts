// Entries that archives take per second, one by one and in batches of 100: a grid of 64 x 64 cells and 1,000 Voronoi cells. Every round
// fills an empty archive with the same entries, drawn before the clock starts; measures are uniform, objectives normal. The median of the rounds counts.
import { parseArgs } from 'node:util';
import type { Archive, ArchiveEntry } from '../../packages/contracts/src/index.ts';
import { createRandom, median } from '../../packages/toolbox/src/index.ts';
import { CvtArchive, evenCentroids, GridArchive } from '../../plugins/archives/src/index.ts';

const { values: options } = parseArgs({ options: { entries: { type: 'string', default: '200000' }, rounds: { type: 'string', default: '7' } } });
const count = Number(options.entries);
const BATCH = 100;
/** Adds per second of pyribs 0.9 on a machine like this one, from its own archives with NumPy. */
const pyribs = { grid: { single: 2700, batch100: 160_000 }, cvt: { single: 3000, batch100: 140_000 } };

const axes = ['x', 'y'].map((descriptor) => ({ descriptor, low: 0, high: 1, bins: 64 }));
const centroids = evenCentroids({ cells: 1000, dimensions: 2, samples: 100_000, rounds: 20, random: createRandom(1) });
const makers: Readonly<Record<'grid' | 'cvt', () => Archive>> = { grid: () => new GridArchive({ axes }), cvt: () => new CvtArchive({ axes, centroids }) };

const random = createRandom(2);
const entries = Array.from({ length: count }, (_, index): ArchiveEntry => ({ id: `p${index}`, objective: random.normal(), measures: { x: random.next(), y: random.next() }, parents: [] }));
const inBatches = (size: number): ArchiveEntry[][] => Array.from({ length: Math.ceil(count / size) }, (_, index) => entries.slice(index * size, (index + 1) * size));

function rate(make: () => Archive, batches: readonly (readonly ArchiveEntry[])[]): number {
  const archive = make();
  const from = performance.now();
  for (const batch of batches) archive.add(batch);
  const seconds = (performance.now() - from) / 1000;
  if (archive.size === 0) throw new Error('nothing was added');
  return count / seconds;
}

const figures = Object.fromEntries(Object.entries(makers).map(([kind, make]) => [kind, Object.fromEntries(([['single', 1], ['batch100', BATCH]] as const).map(([name, size]) => {
  const batches = inBatches(size);
  const rates = Array.from({ length: Number(options.rounds) }, () => rate(make, batches));
  const result = Math.round(median(rates));
  const reference = pyribs[kind as 'grid' | 'cvt'][name];
  console.error(`${kind} ${name}: ${result} adds/s (${rates.map((value) => Math.round(value / 1000)).join(', ')} thousand), ${(result / reference).toFixed(1)} times pyribs' ${reference}`);
  return [name, result];
}))]));
console.log(JSON.stringify(figures));
