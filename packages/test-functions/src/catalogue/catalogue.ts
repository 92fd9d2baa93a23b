import { bbobFunction, bbobTitles } from '../bbob/bbob-function.ts';
import { branin, goldsteinPrice, hartmann3, hartmann6, sixHumpCamel } from '../classic/low-dimensional.ts';
import { ackley, griewank, rastrigin } from '../classic/multimodal.ts';
import { ellipsoid, powellSingular, rosenbrock, sphere } from '../classic/smooth.ts';
import { spiceOpusCase } from '../classic/spice-opus-case.ts';
import type { TestFunction } from '../function/test-function.ts';
import { mghProblems } from '../more-garbow-hillstrom/problems.ts';

/** A function that has a name: of its own dimension, of any, or of any with instances. */
export type CatalogueEntry =
  | { readonly family: 'fixed'; readonly make: () => TestFunction }
  | { readonly family: 'scalable'; readonly make: (dimension: number) => TestFunction }
  | { readonly family: 'instances'; readonly make: (dimension: number, instance?: number) => TestFunction };

const bbob = bbobTitles.map((_, index): [string, CatalogueEntry] => [
  `bbob-f${index + 1}`, { family: 'instances', make: (dimension, instance) => bbobFunction(index + 1, dimension, instance) },
]);

const scalable = Object.entries({ sphere, ellipsoid, rosenbrock, rastrigin, ackley, griewank })
  .map(([name, make]): [string, CatalogueEntry] => [name, { family: 'scalable', make }]);

const fixed = Object.entries({
  branin, 'goldstein-price': goldsteinPrice, 'six-hump-camel': sixHumpCamel, 'hartmann-3': hartmann3, 'hartmann-6': hartmann6,
  'powell-singular': powellSingular, 'spice-opus-case': spiceOpusCase,
}).map(([name, make]): [string, CatalogueEntry] => [name, { family: 'fixed', make }]);

const mgh = mghProblems.map((problem): [string, CatalogueEntry] => [problem.name, { family: 'fixed', make: () => problem }]);

/** Every test function that has a name, the families one after another. */
export const catalogue: ReadonlyMap<string, CatalogueEntry> = new Map([...bbob, ...scalable, ...fixed, ...mgh]);

/** The names in a few words. */
export const catalogueSummary = [
  'bbob-f1 to bbob-f24', ...[...scalable, ...fixed].map(([name]) => name), `the problems of Moré, Garbow & Hillstrom from ${mgh[0]![0]} to ${mgh.at(-1)![0]}`,
].join(', ');
