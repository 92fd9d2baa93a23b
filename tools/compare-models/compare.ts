import { EvospiceError, type SimulationOutcome, type Simulator, type SimulatorSession } from '@evospice/contracts';
import { openTestbench } from '../../packages/testbench/src/index.ts';
import type { Case } from './cases.ts';
import type { Statistics } from './statistics.ts';

/** What became of the cards of a case. */
export interface CaseReport {
  readonly name: string;
  readonly cards: number;
  /** Why the compact model refuses them all. */
  readonly refused?: string;
  /** Cards that ngspice did not simulate, which are then not compared. */
  readonly unsimulated: number;
  /** Cards that ngspice simulated and the compact model did not, and why the first failed. */
  readonly lost: number;
  readonly loss?: string;
}

/** Cards in one request: bounds what the outcomes take of memory. */
const batch = 10;

/** Simulates all cards of a case with both, and adds every point to the statistics. */
export async function compareCase({ name, testbench, candidates }: Case, own: Simulator, reference: Simulator, statistics: Statistics): Promise<CaseReport> {
  const report = { name, cards: candidates.length, unsimulated: 0, lost: 0 };
  const sessions: SimulatorSession[] = [];
  try {
    sessions.push(await openTestbench(own, testbench), await openTestbench(reference, testbench));
    let loss: string | undefined;
    for (let at = 0; at < candidates.length; at += batch) {
      const some = candidates.slice(at, at + batch);
      const [mine, theirs] = await Promise.all(sessions.map((session) => session.simulate({ candidates: some }))) as [readonly SimulationOutcome[], readonly SimulationOutcome[]];
      for (const [index, candidate] of some.entries()) {
        const [one, two] = [mine[index], theirs[index]];
        if (two?.ok !== true) report.unsimulated += 1;
        else if (one?.ok !== true) {
          report.lost += 1;
          loss ??= one === undefined ? 'no outcome' : `card ${at + index + 1}, ${one.failure.curve ?? ''}: ${one.failure.message}`;
        } else {
          for (const [place, curve] of testbench.curves.entries()) {
            statistics.add({ testbench, curve, candidate, own: one.curves[place]!, reference: two.curves[place]!, title: `${name}, card ${at + index + 1}` });
          }
        }
      }
    }
    return { ...report, ...(loss === undefined ? {} : { loss }) };
  } catch (error) {
    if (!EvospiceError.is(error, 'SIMULATOR_MODEL') && !EvospiceError.is(error, 'SIMULATOR_TESTBENCH')) throw error;
    return { ...report, refused: error.message };
  } finally {
    for (const session of sessions) await session.close();
  }
}
