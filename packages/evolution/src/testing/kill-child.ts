import { setTimeout as wait } from 'node:timers/promises';
import { SqliteRunStore } from '@evospice/store';
import { toyProblem } from '@evospice/testkit';
import { evolve } from '../loop/evolve.ts';
import { testRequest, testSettings } from './request.ts';

/**
 * Runs one evolution to its end, in the folder and mode given: `node kill-child.ts <folder> create|resume`.
 * Prints a dot for every stored event, so that it can be killed in the middle of its work on a machine of any speed.
 */
const [folder, mode] = process.argv.slice(2);
let ticks = 0;
const log = await new SqliteRunStore({ now: () => (ticks += 1) }).open(String(folder), mode === 'create' ? 'create' : 'resume');
await evolve(testRequest(log, {
  settings: testSettings({ programs: 14 }),
  problem: toyProblem({
    references: [{ name: 'centre', cases: [{ id: 'near', seed: 1 }] }],
    validation: [{ id: 'unseen', seed: 9 }],
    answer: async () => wait(10).then(() => undefined),
  }),
  reporters: [{ event: () => { process.stdout.write('.'); } }],
}));
await log.close();
