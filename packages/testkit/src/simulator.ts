import type { SimulatedCurve, SimulationOutcome, Simulator, SimulatorSession, Testbench } from '@evospice/contracts';
import { afterEach, describe, expect, it } from 'vitest';
import { analyticDiodeTask, type AnalyticTask } from './analytic-task.ts';
import { analyticDiodeSimulator } from './analytic-simulator.ts';
import { refusesHostileTexts } from './hostile-texts.ts';

export interface SimulatorSuite {
  /** Values of `is`, `n`, `rs` (A, 1, ohm) that this simulator cannot simulate, for the tests of failures. */
  readonly failing: readonly [number, number, number];
  /** Why the simulator cannot be tested here, such as a program that is not installed. */
  readonly missing?: string;
  /** True for one that computes by itself: no text of a testbench becomes the input of another program. */
  readonly textless?: boolean;
}

/** Candidates of `is`, `n` and `rs` that any simulator of a diode can do. */
const candidates = [[2e-15, 1.2, 20], [5e-14, 1.45, 5], [1e-13, 1.6, 90]] as const;

/**
 * Largest departure from the analytic diode. Simulators differ in the digits of Boltzmann's constant, which the
 * exponent multiplies by up to 40, and put a conductance of about 1e-12 S across junctions.
 */
const tolerance = { relative: 1e-3, absolute: 1e-11 };

function benchOf(task: AnalyticTask, parameters: readonly string[] = ['is', 'n', 'rs']): Testbench {
  return { id: task.id, device: task.device, instances: task.instances, curves: task.curves, card: task.model.card, parameters };
}

function curvesOf(outcome: SimulationOutcome | undefined): readonly SimulatedCurve[] {
  if (outcome?.ok === true) return outcome.curves;
  throw new Error(`simulation failed: ${outcome === undefined ? 'no outcome' : `${outcome.failure.code}: ${outcome.failure.message}`}`);
}

/** As plain lists, which compare bit for bit. */
function listed(curves: readonly SimulatedCurve[]): readonly { readonly curve: string; readonly vectors: readonly (readonly number[])[] }[] {
  return curves.map(({ curve, vectors }) => ({ curve, vectors: vectors.map((vector) => [...vector]) }));
}

function expectNear(actual: readonly SimulatedCurve[], expected: readonly SimulatedCurve[], relative: number, absolute: number): void {
  expect(actual.map(({ curve }) => curve)).toEqual(expected.map(({ curve }) => curve));
  for (const [index, curve] of expected.entries()) {
    const own = actual[index] as SimulatedCurve;
    expect(own.vectors.map((vector) => vector.length)).toEqual(curve.vectors.map((vector) => vector.length));
    for (const [at, vector] of curve.vectors.entries()) {
      for (const [point, value] of vector.entries()) {
        const difference = Math.abs((own.vectors[at]?.[point] as number) - value);
        expect(difference, `${curve.curve}, vector ${at}, point ${point}`).toBeLessThanOrEqual(relative * Math.abs(value) + absolute);
      }
    }
  }
}

/**
 * Holds a simulator to its contract, on the forward currents of a diode whose exact answer is known.
 *
 * @param name title of the suite
 * @param makeSimulator makes a simulator
 * @param suite what the tests need to know about it
 */
export function testSimulator(name: string, makeSimulator: () => Simulator, suite: SimulatorSuite): void {
  const title = suite.missing === undefined ? `simulator ${name}` : `simulator ${name} (skipped: ${suite.missing})`;
  describe.skipIf(suite.missing !== undefined)(title, () => {
    const opened: SimulatorSession[] = [];
    const open = async (testbench: Testbench, simulator = makeSimulator()): Promise<SimulatorSession> => {
      const session = await simulator.open(testbench);
      opened.push(session);
      return session;
    };
    const task = analyticDiodeTask(11, { noise: 0 });
    const exactly = async (testbench: Testbench, candidate: readonly number[]): Promise<readonly SimulatedCurve[]> => {
      const session = await analyticDiodeSimulator().open(testbench);
      return curvesOf((await session.simulate({ candidates: [candidate] }))[0]);
    };

    afterEach(async () => {
      for (const session of opened.splice(0)) await session.close();
    });

    it('says whether it is there, which version and where', async () => {
      const status = await makeSimulator().probe();
      expect(status.available).toBe(true);
      expect(status.version).toBeTypeOf('string');
      expect(status.location).toBeTypeOf('string');
    });

    if (suite.textless !== true) refusesHostileTexts(makeSimulator, benchOf(task));

    it('simulates a diode as its equation has it', async () => {
      const session = await open(benchOf(task));
      const outcomes = await session.simulate({ candidates });
      for (const [index, candidate] of candidates.entries()) {
        expectNear(curvesOf(outcomes[index]), await exactly(benchOf(task), candidate), tolerance.relative, tolerance.absolute);
      }
    });

    it('takes parameters in the order of the testbench, and the rest from the card', async () => {
      const testbench = benchOf(task, ['rs', 'is']);
      const session = await open(testbench);
      const [outcome] = await session.simulate({ candidates: [[30, 4e-15]] });
      expectNear(curvesOf(outcome), await exactly(testbench, [30, 4e-15]), tolerance.relative, tolerance.absolute);
    });

    it('answers an empty batch with nothing', async () => {
      const session = await open(benchOf(task));
      expect(await session.simulate({ candidates: [] })).toEqual([]);
    });

    it('gives a batch the vectors that its candidates have alone, whatever came before', async () => {
      const session = await open(benchOf(task));
      const batch = await session.simulate({ candidates });
      for (const [index, candidate] of [...candidates.entries()].toReversed()) {
        const [alone] = await session.simulate({ candidates: [candidate] });
        expect(listed(curvesOf(alone))).toEqual(listed(curvesOf(batch[index])));
      }
    });

    it('takes typed arrays', async () => {
      const session = await open(benchOf(task));
      const outcomes = await session.simulate({ candidates: [Float64Array.from(candidates[0]), candidates[0]] });
      expect(listed(curvesOf(outcomes[0]))).toEqual(listed(curvesOf(outcomes[1])));
    });

    it('simulates the curves asked for, in that order', async () => {
      const session = await open(benchOf(task));
      const all = curvesOf((await session.simulate({ candidates: [candidates[0]] }))[0]);
      const ids = [task.curves[2]?.id as string, task.curves[0]?.id as string];
      const some = curvesOf((await session.simulate({ candidates: [candidates[0]], curves: ids }))[0]);
      // Other circuits hold the same curve, so equal to rounding only.
      expectNear(some, ids.map((id) => all.find((curve) => curve.curve === id) as SimulatedCurve), 1e-9, 1e-15);
    });

    it('fails the candidate that cannot be simulated, and no other', async () => {
      const session = await open(benchOf(task));
      const [before] = await session.simulate({ candidates: [candidates[1]] });
      const outcomes = await session.simulate({ candidates: [candidates[0], suite.failing, candidates[1]] });
      expect(outcomes.map((outcome) => outcome.ok)).toEqual([true, false, true]);
      const failed = outcomes[1];
      expect(failed?.ok === false && failed.failure.code).toMatch(/^(NOT_CONVERGED|NON_FINITE|PARAMETER_REFUSED|CRASHED)$/);
      expect(failed?.ok === false && failed.failure.message).not.toBe('');
      expect(listed(curvesOf(outcomes[2]))).toEqual(listed(curvesOf(before)));
    });

    it.each([
      ['an unknown curve', { candidates: [candidates[0]], curves: ['no-such-curve'] }],
      ['too few values', { candidates: [candidates[0], [1e-14, 1.2]] }],
      ['too many values', { candidates: [[1e-14, 1.2, 10, 1]] }],
      ['a value that is not a number', { candidates: [[1e-14, Number.NaN, 10]] }],
      ['an infinite value', { candidates: [[1e-14, 1.2, Number.POSITIVE_INFINITY]] }],
    ])('refuses %s and stays usable', async (_, request) => {
      const session = await open(benchOf(task));
      await expect(session.simulate(request)).rejects.toMatchObject({ code: 'SIMULATOR_REQUEST' });
      expect(curvesOf((await session.simulate({ candidates: [candidates[0]] }))[0])).toHaveLength(task.curves.length);
    });

    it('queues calls that overlap', async () => {
      const session = await open(benchOf(task));
      const batches = await Promise.all(candidates.map((candidate) => session.simulate({ candidates: [candidate] })));
      const together = await session.simulate({ candidates });
      expect(batches.map(([outcome]) => listed(curvesOf(outcome)))).toEqual(together.map((outcome) => listed(curvesOf(outcome))));
    });

    it('answers CANCELLED when the signal fired before', async () => {
      const session = await open(benchOf(task));
      const outcomes = await session.simulate({ candidates }, { signal: AbortSignal.abort() });
      expect(outcomes.map((outcome) => !outcome.ok && outcome.failure.code)).toEqual(candidates.map(() => 'CANCELLED'));
      expect(curvesOf((await session.simulate({ candidates: [candidates[0]] }))[0])).toHaveLength(task.curves.length);
    });

    it('stops a batch whose signal fires, and stays usable', async () => {
      const session = await open(benchOf(task));
      const controller = new AbortController();
      const many = Array.from({ length: 5000 }, (_, index) => [1e-14 * (1 + index / 5000), 1.2, 10]);
      const running = session.simulate({ candidates: many }, { signal: controller.signal });
      setTimeout(() => { controller.abort(); }, 20);
      const outcomes = await running;
      expect(outcomes).toHaveLength(many.length);
      // What was done stands; everything after the first that was cancelled is cancelled too.
      const codes = outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.failure.code));
      const done = codes.filter((code) => code === 'ok').length;
      expect(codes).toEqual(codes.map((_, index) => (index < done ? 'ok' : 'CANCELLED')));
      const [outcome] = await session.simulate({ candidates: [candidates[0]] });
      expectNear(curvesOf(outcome), await exactly(benchOf(task), candidates[0]), tolerance.relative, tolerance.absolute);
    });

    it('keeps two sessions apart that run at once', async () => {
      const other = analyticDiodeTask(12, { noise: 0, points: 17 });
      const simulator = makeSimulator();
      const [one, two] = await Promise.all([open(benchOf(task), simulator), open(benchOf(other, ['n', 'rs', 'is']), simulator)]);
      const rounds = await Promise.all(candidates.map(async ([is, n, rs]) => await Promise.all([
        one.simulate({ candidates: [[is, n, rs]] }), two.simulate({ candidates: [[n, rs, is]] }),
      ])));
      for (const [index, [first, second]] of rounds.entries()) {
        const values = candidates[index] as readonly number[];
        expectNear(curvesOf(first[0]), await exactly(benchOf(task), values), tolerance.relative, tolerance.absolute);
        expectNear(curvesOf(second[0]), await exactly(benchOf(other), values), tolerance.relative, tolerance.absolute);
      }
    });

    it('opens again after closing, with the same answers', async () => {
      const simulator = makeSimulator();
      const first = await open(benchOf(task), simulator);
      const before = await first.simulate({ candidates });
      await first.close();
      const second = await open(benchOf(task), simulator);
      const after = await second.simulate({ candidates });
      expect(after.map((outcome) => listed(curvesOf(outcome)))).toEqual(before.map((outcome) => listed(curvesOf(outcome))));
    });

    it('closes twice, and then refuses', async () => {
      const session = await open(benchOf(task));
      await session.close();
      await session.close();
      await expect(session.simulate({ candidates: [candidates[0]] })).rejects.toMatchObject({ code: 'SIMULATOR_CLOSED' });
    });

    it('refuses a parameter its model does not know', async () => {
      await expect(open(benchOf(task, ['is', 'no_such_parameter']))).rejects.toMatchObject({ code: 'SIMULATOR_MODEL' });
    });

    it('refuses a testbench that leaves a terminal without a drive', async () => {
      const [curve] = task.curves;
      const undriven = { ...benchOf(task), curves: [{ ...curve, drives: curve?.drives.slice(0, 1) ?? [] }] } as Testbench;
      await expect(open(undriven)).rejects.toMatchObject({ code: 'SIMULATOR_TESTBENCH' });
    });
  });
}
