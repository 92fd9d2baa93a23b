import type {
  Curve, CurveSplit, ModelCard, SimulationFailure, SimulationOutcome, SimulationRequest, SimulatorSession, Task,
} from '@evospice/contracts';

/** A straight line `y = a + b x` as device: every error can be worked out by hand. */
export interface LineOptions {
  /** Points of each curve; the first two are training curves, the third is for validation. */
  readonly points?: readonly [number, number, number];
  readonly weights?: readonly [number, number, number];
  readonly truth?: { readonly a: number; readonly b: number };
}

const noCard: ModelCard = {
  name: 'line', type: 'r', file: 'line.mod', dialect: 'ngspice', names: () => ['a', 'b'], value: () => undefined, text: () => undefined, with: () => noCard, toString: () => '',
};

export function lineTask(options: LineOptions = {}): Task {
  const { points = [4, 6, 5], weights = [1, 1, 1], truth = { a: 1, b: 2 } } = options;
  const splits: readonly CurveSplit[] = ['train', 'train', 'validate'];
  return {
    id: 'line',
    title: 'A line',
    device: { kind: 'diode', terminals: ['a', 'c'], thermalNode: false },
    model: { family: 'line', card: noCard },
    instances: [{ id: 'only', params: { area: 2 }, info: {} }],
    curves: splits.map((split, index) => lineCurve(`curve-${index}`, split, points[index] ?? 1, weights[index] ?? 1, truth)),
    tunables: [
      { name: 'a', lower: 0.1, upper: 10, start: 5, scale: 'log' },
      { name: 'b', lower: -10, upper: 10, start: 0, scale: 'lin' },
    ],
    notes: [],
    origin: 'generated',
    source: 'line fixture',
  };
}

function lineCurve(id: string, split: CurveSplit, points: number, weight: number, truth: { readonly a: number; readonly b: number }): Curve {
  const x = Float64Array.from({ length: points }, (_, point) => point + 1);
  return {
    id, kind: 'iv', instance: 'only', temperatureC: 27, split, sweep: 'va', x,
    drives: [{ terminal: 'a', quantity: 'v', values: x }, { terminal: 'c', quantity: 'v', values: new Float64Array(points) }],
    measured: [{ column: 'ia', kind: 'i', node: 'a', floor: 1e-3, values: x.map((value) => truth.a + truth.b * value) }],
    weight,
    source: id,
  };
}

export interface LineSession extends SimulatorSession {
  /** Curves of each candidate simulated. */
  readonly simulated: string[][];
}

/** Simulates lines; `fail` makes candidates fail and `answer` replaces the whole answer. */
export function lineSession(task: Task, options: {
  readonly fail?: (a: number, b: number, curves: readonly string[]) => SimulationFailure | undefined;
  readonly answer?: (request: SimulationRequest) => readonly SimulationOutcome[] | Promise<readonly SimulationOutcome[]>;
} = {}): LineSession {
  const simulated: string[][] = [];
  return {
    simulated,
    async simulate(request) {
      await Promise.resolve();
      if (options.answer !== undefined) return options.answer(request);
      const curves = task.curves.filter((curve) => request.curves === undefined || request.curves.includes(curve.id));
      return request.candidates.map((candidate): SimulationOutcome => {
        const [a, b] = [candidate[0] ?? 0, candidate[1] ?? 0];
        simulated.push(curves.map((curve) => curve.id));
        const failure = options.fail?.(a, b, curves.map((curve) => curve.id));
        if (failure !== undefined) return { ok: false, failure };
        const kept = (x: Float64Array): Float64Array => x.filter((_, point) => point % (request.every ?? 1) === 0);
        return { ok: true, curves: curves.map((curve) => ({ curve: curve.id, vectors: [kept(curve.x).map((value) => a + b * value)] })) };
      });
    },
    close: () => Promise.resolve(),
  };
}
