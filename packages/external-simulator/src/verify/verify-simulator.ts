import type { SimulatedCurve, SimulationFailure, SimulationOutcome, Simulator, Testbench } from '@evospice/contracts';

/** How one vector of one curve compares. */
export interface VectorComparison {
  readonly curve: string;
  readonly column: string;
  readonly points: number;
  /** Largest difference relative to the reference, over points where the reference lies above the floor. */
  readonly relative: number;
  /** Point of that difference, from 0. */
  readonly point: number;
  /** Both values there. */
  readonly value: number;
  readonly reference: number;
  /** Points that lie above the floor of the measured vector and were compared. */
  readonly compared: number;
}

export interface Verification {
  readonly simulator: string;
  readonly reference: string;
  readonly testbench: string;
  /** True when every curve was simulated by both, something was compared, and nothing departs by more than the tolerance. */
  readonly agrees: boolean;
  readonly tolerance: number;
  /** Over all vectors. */
  readonly largest: number;
  readonly vectors: readonly VectorComparison[];
  /** Why there is nothing to compare, if one of them failed. */
  readonly failures: readonly { readonly simulator: string; readonly failure: SimulationFailure }[];
}

export interface VerifyOptions {
  /** Values of the testbench's parameters; those of the card when left out. */
  readonly candidate?: readonly number[];
  /** Largest relative difference that counts as agreement; 0.01 when left out, since programs differ in constants and in small conductances. */
  readonly tolerance?: number;
  readonly signal?: AbortSignal;
}

/**
 * Simulates one candidate on both and compares every vector, where it lies above its floor.
 * @throws EvospiceError whatever `open` of either throws, which is the answer to why a simulator is not usable
 */
export async function verifySimulator(simulator: Simulator, reference: Simulator, testbench: Testbench, options: VerifyOptions = {}): Promise<Verification> {
  const candidate = options.candidate ?? testbench.parameters.map((name) => testbench.card.value(name) ?? 0);
  const tolerance = options.tolerance ?? 0.01;
  const outcomes: { readonly simulator: string; readonly outcome: SimulationOutcome }[] = [];
  for (const each of [simulator, reference]) {
    outcomes.push({ simulator: each.name, outcome: await simulateOnce(each, testbench, candidate, options.signal) });
  }
  const failures = outcomes.flatMap(({ simulator: name, outcome }) => (outcome.ok ? [] : [{ simulator: name, failure: outcome.failure }]));
  const [own, other] = outcomes.map(({ outcome }) => (outcome.ok ? outcome.curves : []));
  const vectors = failures.length > 0 ? [] : compare(testbench, own ?? [], other ?? []);
  const largest = vectors.reduce((most, { relative }) => Math.max(most, relative), 0);
  return {
    simulator: simulator.name, reference: reference.name, testbench: testbench.id, tolerance, largest, vectors, failures,
    agrees: failures.length === 0 && largest <= tolerance && vectors.some(({ compared }) => compared > 0),
  };
}

async function simulateOnce(simulator: Simulator, testbench: Testbench, candidate: readonly number[], signal: AbortSignal | undefined): Promise<SimulationOutcome> {
  const options = signal === undefined ? {} : { signal };
  const session = await simulator.open(testbench, options);
  try {
    const [outcome] = await session.simulate({ candidates: [candidate] }, options);
    return outcome as SimulationOutcome;
  } finally {
    await session.close();
  }
}

function compare(testbench: Testbench, own: readonly SimulatedCurve[], reference: readonly SimulatedCurve[]): readonly VectorComparison[] {
  return testbench.curves.flatMap((curve, at) => curve.measured.map(({ column, floor }, vector): VectorComparison => {
    const values = own[at]?.vectors[vector] ?? new Float64Array();
    const expected = reference[at]?.vectors[vector] ?? new Float64Array();
    let worst = { relative: 0, point: 0 };
    let compared = 0;
    for (const [point, value] of expected.entries()) {
      if (Math.abs(value) < floor) continue;
      compared += 1;
      const relative = Math.abs((values[point] as number) - value) / Math.abs(value);
      // A missing value gives NaN, which must not pass for agreement.
      if (!(relative <= worst.relative)) worst = { relative: Number.isNaN(relative) ? Number.POSITIVE_INFINITY : relative, point };
    }
    return { curve: curve.id, column, points: curve.x.length, ...worst, value: values[worst.point] as number, reference: expected[worst.point] as number, compared };
  }));
}
