import { singleFile } from '@evospice/program-text';
import { createAnalyticContext, linearProblem, programOf, testProgramRunner } from '@evospice/testkit';
import { expect, it } from 'vitest';
import { IsolateProgramRunner } from './isolate-program-runner.ts';

testProgramRunner('isolate, strongest isolation of this machine', () => new IsolateProgramRunner({ warm: 2 }));

it('tells the CPU time of the process that a program ran in, also where it failed', async () => {
  const runner = new IsolateProgramRunner({ warm: 0 });
  const analytic = linearProblem();
  const seconds = async (body: string, wallSeconds = 30): Promise<number | undefined> => {
    const { context } = createAnalyticContext(analytic, { budget: 5, seed: 1 });
    return (await runner.run({ program: singleFile(programOf(body)), problem: analytic.problem, context, seed: 1, limits: { wallSeconds, memoryMb: 128 } })).cpuSeconds;
  };
  const count = 'let sum = 0; for (let k = 0; k < 1e7; k += 1) sum = (sum + k * k) % 7; context.log(sum);';
  const [idle, busy, failed] = [await seconds(''), await seconds(count), await seconds(`${count} throw new Error('no');`)];
  await runner.close();
  expect(busy).toBeGreaterThan(2 * idle!);
  expect(failed).toBeGreaterThan(2 * idle!);
});
