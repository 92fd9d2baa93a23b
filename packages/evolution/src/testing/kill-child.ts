import { SqliteRunStore } from '@evospice/store';
import { analyticDiodeSimulator, analyticDiodeTask } from '@evospice/testkit';
import { evolve } from '../loop/evolve.ts';
import { testRequest, testSettings } from './request.ts';

/**
 * Runs one evolution to its end, in the folder and mode given: `node kill-child.ts <folder> create|resume`.
 * Prints a dot for every event, so that it can be killed in the middle of its work on a machine of any speed.
 */
const [folder, mode] = process.argv.slice(2);
let ticks = 0;
const log = await new SqliteRunStore({ now: () => (ticks += 1) }).open(String(folder), mode === 'create' ? 'create' : 'resume');
await evolve(testRequest({
  log,
  simulator: analyticDiodeSimulator({ delayMs: 2 }),
  tasks: { train: [analyticDiodeTask(1, { points: 9 }), analyticDiodeTask(2, { points: 9 })], validate: [analyticDiodeTask(3, { points: 9 })] },
}, {
  settings: testSettings({ evaluations: 14 }),
  reporters: [{ event: () => { process.stdout.write('.'); } }],
}));
await log.close();
