import type { CompactCurves, CompactModels, Task } from '@evospice/contracts';
import { taskNamed } from '@evospice/device';
import { beforeAll, describe, expect, test } from 'vitest';
import { defaultOptimizer } from './default-optimizer.ts';
import { cliKernel } from './kernel.ts';

let task: Task;
beforeAll(async () => {
  task = await taskNamed((await cliKernel()).registry, new URL('../../../../examples/diode', import.meta.url).pathname);
});

/** Models that have every vector, or none. */
function models(curves: Partial<CompactCurves> | undefined, has = true): CompactModels {
  return {
    without: [],
    ofProblem: (problem) => (curves === undefined ? undefined : {
      family: 'diode', unsupported: [], covered: problem.curves.map(({ vectors }) => vectors.map(() => has)),
      predict: () => [], differentiate: () => ({ values: [], jacobian: [] }), ...curves,
    }),
  };
}

describe('the optimizer of an extraction that names none', () => {
  test('is space-mapping where a compact model covers the device', async () => {
    expect(await defaultOptimizer(task, false, models({}))).toEqual({ name: 'space-mapping', why: 'the compact model diode covers the device' });
  });

  test.each([
    ['no model covers the device', models(undefined), /^no compact model covers .*, and it needs the fewest simulations without one$/],
    ['the model lacks an option', models({ unsupported: [{ parameter: 'mobmod', value: 6, reason: 'unknown' }] }), /does not have mobmod = 6, and /],
    ['the model lacks what was measured', models({}, false), /^the compact model diode has 0 of \d+ scored points only, and /],
  ])('is champion where %s', async (_, known, why) => {
    expect(await defaultOptimizer(task, false, known)).toEqual({ name: 'champion', why: expect.stringMatching(why) });
  });

  test('is psade for parameters that move in steps, and lm for options without a name', async () => {
    const [first, ...others] = task.tunables;
    const discrete = { ...task, tunables: [{ ...first!, increment: 0.1 }, ...others] };
    expect(await defaultOptimizer(discrete, false, models({}))).toEqual({ name: 'psade', why: `${first!.name} can only be moved in steps` });
    expect(await defaultOptimizer(task, true, models({}))).toEqual({ name: 'lm', why: 'options were given without a name' });
  });
});
