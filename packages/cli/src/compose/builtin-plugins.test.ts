import { expect, test } from 'vitest';
import { cliKernel } from './kernel.ts';

const { registry } = await cliKernel();

test.each(registry.list().map(({ contribution: { point, name } }) => [point, name] as const))(
  'resolved options of %s %s are plain data, and resolve to themselves', (point, name) => {
    const contribution = registry.find(point, name).contribution;
    // Options that are required are another test's business: the plugin's own.
    if (!registry.optionsOf(contribution).safeParse({}).success) return;
    const resolved = registry.resolve(point, name);
    const stored: unknown = JSON.parse(JSON.stringify(resolved));
    expect(stored).toEqual(resolved);
    expect(registry.resolve(point, stored as typeof resolved)).toEqual(resolved);
  },
);
