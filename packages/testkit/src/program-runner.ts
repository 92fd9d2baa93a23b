import type { ProgramRunner } from '@evospice/contracts';
import { afterAll, beforeAll, describe } from 'vitest';
import { describeCalls } from './program-runner/calls.ts';
import { describeContainment } from './program-runner/containment.ts';
import { programHarness } from './program-runner/harness.ts';
import { describeEnds } from './program-runner/how-it-ends.ts';
import { describeSpentBudget } from './program-runner/spent-budget.ts';
import { describeGifts } from './program-runner/what-it-gets.ts';

export { programOf } from './program-runner/harness.ts';

/**
 * Holds a runner of TypeScript programs to its contract: what programs get, how their ends are told apart, and that
 * nothing they do gets out or stops the host.
 *
 * @param name title of the suite
 * @param makeRunner makes a runner; made once, closed at the end
 */
export function testProgramRunner(name: string, makeRunner: () => ProgramRunner): void {
  describe(`program runner ${name}`, () => {
    let runner: ProgramRunner;
    beforeAll(() => {
      runner = makeRunner();
    });
    afterAll(async () => {
      await runner.close();
      await runner.close();
    });
    const harness = programHarness(() => runner);
    describeGifts(harness);
    describeEnds(harness);
    describeSpentBudget(harness);
    describeContainment(harness);
    describeCalls(harness);
  });
}
