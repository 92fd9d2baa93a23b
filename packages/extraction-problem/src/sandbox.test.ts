import { MemoryLog, analyticDiodeSimulator, analyticDiodeTask } from '@evospice/testkit';
import { IsolateProgramRunner, isolationStatus } from '@evospice/sandbox';
import { singleFile } from '@evospice/program-text';
import { describe, expect, it } from 'vitest';
import { evolve, type RunView } from '@evospice/evolution';
import { searchProgram } from './testing/programs.ts';
import { testProblemOf, testRequest } from './testing/request.ts';

/** Why no sandbox can be had here; undefined where one can. */
const obstacle = await isolationStatus().then(() => undefined, (error: unknown) => String(error));

const endless = searchProgram.replace('for (;;) {', 'for (;;) { if (context.budget.spent > 3) for (;;);');
const exit = searchProgram.replace('for (;;) {', 'for (;;) { process.exit(1);');

describe('evolution in the sandbox', () => {
  it.skipIf(obstacle !== undefined)(`runs programs apart, and ends those that do not end${obstacle === undefined ? '' : ` (skipped: ${obstacle})`}`, { timeout: 120_000 }, async () => {
    const run = async (): Promise<RunView> => {
      const runner = new IsolateProgramRunner();
      try {
        const tasks = { train: [analyticDiodeTask(1, { points: 9 })], validate: [] };
        const seeds = [searchProgram, endless, exit].map((source) => singleFile(source));
        const problem = testProblemOf({ simulator: analyticDiodeSimulator(), tasks }, { seeds: 1, trial: { wallSeconds: 4 } }, { runner, seeds });
        const { view } = await evolve(testRequest(new MemoryLog(), problem, { programs: 5 }));
        return view;
      } finally {
        await runner.close();
      }
    };
    const [one, two] = [await run(), await run()];
    expect(one.rejections.map(({ program, stage, code }) => [program, stage, code]).slice(0, 2)).toEqual([
      ['p0002', 'trial', 'PROGRAM_DEADLINE'], ['p0003', 'trial', 'PROGRAM_ERROR'],
    ]);
    expect(one.champion).not.toBeNull();
    expect(two.judged.map(({ program, verdict }) => [program.id, program.files, verdict.score.value])).toEqual(
      one.judged.map(({ program, verdict }) => [program.id, program.files, verdict.score.value]));
  });
});
