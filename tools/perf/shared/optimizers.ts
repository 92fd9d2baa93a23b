import type { Optimizer } from '@evospice/contracts';
import { cliKernel } from '../../../packages/cli/src/compose/kernel.ts';

const kernel = await cliKernel();

/** Names of all optimizers that come with the product, in order of registration. */
export function optimizerNames(): readonly string[] {
  return kernel.registry.list('Optimizer').map(({ contribution }) => contribution.name);
}

/**
 * Options that suit a function which is computed to the last digit: its own value as cost, no noise in differences, and no
 * stop at the small gains that are not worth a simulation of a device.
 * Each is given where the optimizer has an option of that name.
 */
const exactly = { cost: 'error', noise: 1e-15, tolerance: 1e-10 };

/** A fresh optimizer, made for functions without noise, with further options. */
export function makeOptimizer(name: string, options: Readonly<Record<string, unknown>> = {}): Optimizer {
  const { contribution } = kernel.registry.find('Optimizer', name);
  const known = Object.entries(exactly).filter(([option, value]) => kernel.registry.optionsOf(contribution).safeParse({ [option]: value }).success === true);
  return kernel.registry.create('Optimizer', { name, options: { ...Object.fromEntries(known), ...options } });
}
