import {
  EvospiceError, noCompactModels, type Candidate, type Evaluation, type ExtractionProblem, type OptimizerContext, type ProblemCurve, type ProblemParameter,
} from '@evospice/contracts';
import { createRandom, toolbox } from '@evospice/toolbox';

const parameters: readonly ProblemParameter[] = [
  { name: 'vth', lower: 0.2, upper: 0.9, start: 0.62, scale: 'lin', group: 'threshold' },
  { name: 'n', lower: 1, upper: 2.5, start: 1.9, scale: 'lin', group: 'subthreshold' },
  { name: 'gain', lower: 1e-5, upper: 1e-2, start: 1.2e-3, scale: 'log', group: 'mobility' },
  { name: 'theta', lower: 0, upper: 2, start: 0.15, scale: 'lin', group: 'mobility' },
  { name: 'lambda', lower: 1e-3, upper: 1, start: 0.02, scale: 'log', group: 'output' },
  { name: 'dibl', lower: 0, upper: 0.2, start: 0.01, scale: 'lin', group: 'output' },
];

/** Drain current of a long-channel transistor in all regions (Enz, Krummenacher & Vittoz 1995, the interpolation function only). */
function drainCurrent([vth = 0, n = 1, gain = 0, theta = 0, lambda = 0, dibl = 0]: Candidate, vgs: number, vds: number): number {
  const thermal = 0.02585;
  const pinchOff = (vgs - vth + dibl * vds) / n;
  const charge = (v: number): number => Math.log1p(Math.exp(Math.min(v / (2 * thermal), 300))) ** 2;
  const overdrive = Math.max(0, vgs - vth);
  return ((gain * 2 * n * thermal * thermal) / (1 + theta * overdrive)) * (charge(pinchOff) - charge(pinchOff - vds)) * (1 + lambda * vds) + 1e-15;
}

interface Sweep {
  readonly id: string;
  readonly kind: string;
  readonly x: readonly number[];
  readonly bias: readonly (readonly [vgs: number, vds: number])[];
}

const steps = (count: number, to: number): number[] => Array.from({ length: count }, (_, index) => (to * (index + 1)) / count);
const sweeps: readonly Sweep[] = [
  ...[0.05, 1.2].map((vds): Sweep => ({ id: `idvg-${vds}`, kind: 'idvg', x: steps(24, 1.2), bias: steps(24, 1.2).map((vgs) => [vgs, vds]) })),
  ...[0.6, 0.9, 1.2].map((vgs): Sweep => ({ id: `idvd-${vgs}`, kind: 'idvd', x: steps(12, 1.2), bias: steps(12, 1.2).map((vds) => [vgs, vds]) })),
];
const points = sweeps.reduce((sum, { x }) => sum + x.length, 0);
/** The values that the "measurement" was made with. */
const truth = [0.43, 1.35, 4e-4, 0.6, 0.12, 0.06];

/** A transistor extraction with known solution: 6 parameters, 5 curves, 84 points; error 0 at the truth. */
export const analyticProblem: ExtractionProblem = {
  task: 'analytic-transistor',
  model: { type: 'analytic', values: Object.fromEntries(parameters.map((parameter) => [parameter.name, parameter.start])) },
  start: evaluate(parameters.map((parameter) => parameter.start), sweeps),
  device: { kind: 'mosfet', polarity: 'n', vdd: 1.2 },
  modelFamily: 'analytic',
  parameters,
  metric: 'relative',
  curves: sweeps.map(
    ({ id, kind, x, bias }): ProblemCurve => ({
      id, kind, x,
      instance: 'm1',
      geometry: { w: 1e-6, l: 1e-6 },
      temperatureC: 27,
      sweep: kind === 'idvg' ? 'vg' : 'vd',
      drives: { g: { quantity: 'v', values: bias.map(([vgs]) => vgs) }, d: { quantity: 'v', values: bias.map(([, vds]) => vds) } },
      vectors: [{ kind: 'i', node: 'd', floor: 1e-12, measured: bias.map(([vgs, vds]) => drainCurrent(truth, vgs, vds)), scored: x.map((_, point) => point) }],
      weight: 1,
      budgetShare: x.length / points,
      residuals: x.length,
    }),
  ),
};

export interface AnalyticRun {
  readonly context: OptimizerContext;
  /** Best error of all curves after each budget unit begun. */
  readonly best: () => number;
  /** Mean over the budget of the best error so far, divided by the start error, clipped to 1: small is fast. */
  readonly area: () => number;
}

/** A metered context on the analytic problem; every `failEvery`-th candidate fails to converge. */
export function analyticRun(allowed: number, seed: number, failEvery = 0): AnalyticRun {
  let [spent, count, best, area] = [0, 0, Infinity, 0];
  let start = Number.NaN;
  const charge = (cost: number): void => {
    area += cost * Math.min(1, Number.isFinite(best) && start > 0 ? best / start : 1);
    spent += cost;
  };
  const context: OptimizerContext = {
    random: createRandom(seed),
    toolbox,
    models: noCompactModels,
    optimizers: { 'space-mapping': searchAxes },
    signal: new AbortController().signal,
    log() {},
    budget: { allowed, get spent() { return spent; }, get remaining() { return Math.max(0, allowed - spent); } },
    async simulate(candidates, options) {
      const { every = 1 } = options ?? {};
      const wanted = (options?.curves === undefined ? sweeps : sweeps.filter(({ id }) => options.curves?.includes(id)))
        .map((sweep): Sweep => ({ ...sweep, x: sweep.x.filter((_, point) => point % every === 0), bias: sweep.bias.filter((_, point) => point % every === 0) }));
      if (wanted.length === 0 || candidates.some((candidate) => candidate.length !== parameters.length || candidate.some(Number.isNaN))) {
        throw new EvospiceError('EXTRACTION_REQUEST', 'no curve, a wrong length or NaN');
      }
      const cost = wanted.reduce((sum, { x }) => sum + x.length, 0) / points;
      if (candidates.length > 0 && spent + cost > allowed + 1e-9) throw new EvospiceError('BUDGET_EXHAUSTED', 'the budget is gone');
      return candidates.map((candidate): Evaluation => {
        if (spent + cost > allowed + 1e-9) return { ok: false, failure: { code: 'OUT_OF_BUDGET', message: 'not simulated' } };
        charge(cost);
        count += 1;
        if (failEvery > 0 && count % failEvery === 0) return { ok: false, failure: { code: 'NOT_CONVERGED', message: 'no solution' } };
        const evaluation = evaluate(candidate, wanted, every);
        if (evaluation.full) {
          best = Math.min(best, evaluation.error);
          if (Number.isNaN(start)) start = evaluation.error;
        }
        return evaluation;
      });
    },
  };
  return { context, best: () => best, area: () => (area + Math.max(0, allowed - spent) * Math.min(1, best / start)) / allowed };
}

/** Stands for an optimizer of the product: tries both ways along each parameter and keeps what is better. */
async function searchAxes({ parameters: of }: ExtractionProblem, { simulate, budget, toolbox: tools }: OptimizerContext): Promise<void> {
  let unit = tools.toUnit(of, tools.startCandidate(of));
  let best = Infinity;
  for (let width = 0.05; width > 0.001 && budget.remaining > 0; width /= 2) {
    for (const axis of of.keys()) {
      for (const sign of best === Infinity ? [0, 1, -1] : [1, -1]) {
        if (tools.affordable(budget) < 1) return;
        const point = tools.clipToUnit(unit.map((place, index) => (index === axis ? place + sign * width : place)));
        const [evaluation] = await simulate([tools.fromUnit(of, point)]);
        if (evaluation?.ok === true && evaluation.error < best) [best, unit] = [evaluation.error, point];
      }
    }
  }
}

function evaluate(candidate: Candidate, wanted: readonly Sweep[], every = 1): Evaluation & { readonly ok: true } {
  const clipped = toolbox.clipToBounds(parameters, candidate);
  const relative: number[] = [];
  const log: number[] = [];
  const curves = wanted.map(({ id, bias }) => {
    const simulated = bias.map(([vgs, vds]) => drainCurrent(clipped, vgs, vds));
    const measured = bias.map(([vgs, vds]) => drainCurrent(truth, vgs, vds));
    const own = simulated.map((value, index) => (value - (measured[index] ?? 0)) / (measured[index] ?? 1));
    const ownLog = simulated.map((value, index) => Math.log10(value / (measured[index] ?? 1)));
    relative.push(...own);
    log.push(...ownLog);
    return { id, relativeRms: toolbox.rms(own), logRms: toolbox.rms(ownLog), residuals: { relative: own, log: ownLog }, simulated: [simulated], ...(every === 1 ? {} : { every }) };
  });
  return {
    ok: true, full: every === 1 && wanted.length === sweeps.length, error: toolbox.rms(relative), relativeRms: toolbox.rms(relative), logRms: toolbox.rms(log),
    residuals: relative, relativeResiduals: relative, logResiduals: log, curves, findings: [],
  };
}
