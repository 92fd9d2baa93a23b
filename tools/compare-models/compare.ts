import { defined, EvospiceError, type Curve, type SimulatedCurve, type SimulationOutcome, type Simulator, type SimulatorSession } from '@evospice/contracts';
import { openTestbench } from '../../packages/testbench/src/index.ts';
import type { Case } from './cases.ts';
import type { Statistics } from './statistics.ts';

/** Curves that one of the two did not simulate. */
export interface Missing {
  readonly curves: number;
  /** Cards with such a curve. */
  readonly cards: number;
  /** Why the first was not. */
  readonly first?: string;
}

/** What became of the cards of a case. */
export interface CaseReport {
  readonly name: string;
  readonly cards: number;
  readonly curves: number;
  /** Why the compact model refuses them all. */
  readonly refused?: string;
  /** What ngspice did not simulate, which is then not compared. */
  readonly unsimulated: Missing;
  /** What ngspice simulated and the compact model did not. */
  readonly lost: Missing;
}

/** Curves of a card that are left out one after the other because they fail, before the rest is given up. */
const mostFailures = 12;

/** Simulates all cards of a case with both, and adds every point to the statistics. */
export async function compareCase({ name, testbench, candidates }: Case, own: Simulator, reference: Simulator, statistics: Statistics): Promise<CaseReport> {
  const report = { name, cards: candidates.length, curves: testbench.curves.length };
  const [unsimulated, lost] = [new MissingCurves(), new MissingCurves()];
  const sessions: SimulatorSession[] = [];
  try {
    sessions.push(await openTestbench(own, testbench), await openTestbench(reference, testbench));
    for (const [index, candidate] of candidates.entries()) {
      const title = `${name}, card ${index + 1}`;
      const theirs = await simulateWhatGoes(sessions[1]!, testbench.curves, candidate);
      unsimulated.add(theirs, testbench.curves.length, title);
      const mine = await simulateWhatGoes(sessions[0]!, testbench.curves.filter(({ id }) => theirs.curves.has(id)), candidate);
      lost.add(mine, theirs.curves.size, title);
      for (const curve of testbench.curves) {
        const [one, two] = [mine.curves.get(curve.id), theirs.curves.get(curve.id)];
        if (one !== undefined && two !== undefined) statistics.add({ testbench, curve, candidate, own: one, reference: two, title });
      }
    }
    return { ...report, unsimulated, lost };
  } catch (error) {
    if (!EvospiceError.is(error, 'SIMULATOR_MODEL') && !EvospiceError.is(error, 'SIMULATOR_TESTBENCH')) throw error;
    return { ...report, refused: error.message, unsimulated, lost };
  } finally {
    for (const session of sessions) await session.close();
  }
}

interface Simulated {
  readonly curves: ReadonlyMap<string, SimulatedCurve>;
  readonly failure?: string;
}

class MissingCurves implements Missing {
  curves = 0;
  cards = 0;
  first?: string;

  add({ curves, failure }: Simulated, wanted: number, title: string): void {
    if (curves.size === wanted) return;
    this.curves += wanted - curves.size;
    this.cards += 1;
    this.first ??= `${title}, ${failure ?? ''}`;
  }
}

/** As many of the curves as can be simulated: those that fail are left out, which a failure names. */
async function simulateWhatGoes(session: SimulatorSession, curves: readonly Curve[], candidate: readonly number[]): Promise<Simulated> {
  let failure: string | undefined;
  let left = curves.map(({ id }) => id);
  for (let failures = 0; failures <= mostFailures && left.length > 0; failures += 1) {
    const [outcome] = await session.simulate({ candidates: [candidate], curves: left }) as [SimulationOutcome];
    if (outcome.ok) return { curves: new Map(outcome.curves.map((curve) => [curve.curve, curve])), ...defined({ failure }) };
    const { code, curve, point, message } = outcome.failure;
    failure ??= `${curve ?? ''}${point === undefined ? '' : ` point ${point}`}: ${code}, ${message}`;
    if (curve === undefined) break;
    left = left.filter((id) => id !== curve);
  }
  return { curves: new Map(), ...defined({ failure }) };
}
