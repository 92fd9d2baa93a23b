import type { TestFunction } from '../function/test-function.ts';
import { branin, goldsteinPrice, hartmann3, hartmann6, sixHumpCamel } from './low-dimensional.ts';
import { ackley, griewank, rastrigin } from './multimodal.ts';
import { ellipsoid, powellSingular, rosenbrock, sphere } from './smooth.ts';
import { spiceOpusCase } from './spice-opus-case.ts';

/** Functions of any dimension, by name. */
export const scalableFunctions: Readonly<Record<string, (dimension: number) => TestFunction>> = { sphere, ellipsoid, rosenbrock, rastrigin, ackley, griewank };

/** Functions whose dimension is their own, by name. */
export const fixedFunctions: Readonly<Record<string, () => TestFunction>> = {
  branin, 'goldstein-price': goldsteinPrice, 'six-hump-camel': sixHumpCamel, 'hartmann-3': hartmann3, 'hartmann-6': hartmann6,
  'powell-singular': powellSingular, 'spice-opus-case': spiceOpusCase,
};
