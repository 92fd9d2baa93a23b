import { EvospiceError, type ExtractionProblem, type OptimizerContext, type ProblemParameter, type SuccessfulEvaluation } from '@evospice/contracts';
import { logRatioDerivative, logRatioFloor } from '../log-ratio/log-ratio.ts';
import { scoredPoints } from '../budget/budget.ts';
import { rootWeight } from '../budget/root-weight.ts';
import { startCandidate } from '../space/unit-cube.ts';
import { requireSameLength } from '../require-same-length.ts';
import { biasRegions, type BiasRegion } from './bias-region.ts';
import { learnedCost, learnedFamilies } from './learned-sensitivities.ts';
import { LearnedEffects, pooled, type Effect, type LearnedCost, type LearnedParameter } from './learned.ts';

export interface PriorOptions {
  /** Where the derivatives are wanted, physical values; the start card unless given. */
  readonly at?: readonly number[];
  /** The evaluation there; `problem.start` unless given. */
  readonly evaluation?: SuccessfulEvaluation;
  /** Derivatives of `Evaluation.residuals` (the default), or of `logRatios`. */
  readonly of?: 'residuals' | 'log-ratios';
  /** Use what was learned from the problem's own family; by default unless `context.models` hides it. */
  readonly ownFamily?: boolean;
}

/** Where a column comes from: the parameter's own family, one of the same role or group in others of the same kind of device, or nowhere. */
export interface PriorColumn {
  readonly parameter: string;
  readonly source: 'family' | 'role' | 'group' | 'none';
  /** Families that it was learned from. */
  readonly families: readonly string[];
}

export interface PriorJacobian {
  /** m x n by unit coordinates, rows in the order of `Evaluation.residuals`; zeros where nothing was learned. */
  readonly jacobian: number[][];
  /** Standard deviation of each entry over the devices it was learned from, m x n; `Infinity` where nothing was learned. */
  readonly spread: number[][];
  readonly columns: readonly PriorColumn[];
  /** What learning cost, once: it is not charged to the budget, and is logged with each use. */
  readonly cost: LearnedCost;
}

/** What learning the sensitivities cost, in words, for whoever reads a result that rests on them. */
export function priorCost(): string {
  const { devices, simulations, modelEvaluations, seconds } = learnedCost;
  return `learned from ${devices} generated devices at an offline cost of ${simulations} simulations and ${modelEvaluations} evaluations of compact models, ${seconds} s in all`;
}

/**
 * A first Jacobian without a simulation, from how curves of generated devices react: by parameter, kind of curve and bias region. Its offline
 * cost goes to the log at each use. It is for devices that no compact model covers; a model's own slopes are exact (`modelLogRatios`).
 * @param context takes the log line, and says which families are hidden: a hidden family's own devices are then served by roles of others.
 * @throws EvospiceError `TOOLBOX_RANGE` where neither an evaluation nor a start that was simulated is there.
 */
export function priorJacobian(problem: ExtractionProblem, context: Pick<OptimizerContext, 'log' | 'models'>, options: PriorOptions = {}): PriorJacobian {
  const { start, parameters } = problem;
  const evaluation = options.evaluation ?? (start.ok ? start : undefined);
  if (evaluation === undefined) {
    throw new EvospiceError('TOOLBOX_RANGE', 'a prior Jacobian needs curves to find bias regions in', {
      received: 'a start that failed', expected: 'an evaluation', remedy: 'pass one as `evaluation`',
    });
  }
  const candidate = options.at ?? startCandidate(parameters);
  requireSameLength('candidate', candidate.length, parameters.length);
  const own = ownFamily(problem);
  const useOwn = options.ownFamily ?? (own !== undefined && !context.models.without.includes(own.family.family));
  const others = nearest(parameters, effectsOf(problem.device.kind).filter((one) => one !== own));
  const related = [...others, ...(relatedKinds[problem.device.kind] ?? []).flatMap(effectsOf)];
  const sources = parameters.map((parameter) => sourceOf(parameter, useOwn ? own : undefined, others, related));
  const regions = biasRegions(problem, evaluation);
  const factors = rowFactors(problem, evaluation, options.of ?? 'residuals');
  requireSameLength('regions', regions.length, factors.length);
  const jacobian: number[][] = [];
  const spread: number[][] = [];
  const mirror = problem.device.polarity === 'p';
  for (const [row, region] of regions.entries()) {
    const effects = parameters.map((parameter, k) => unitEffect(parameter, candidate[k]!, sources[k]!, region, mirror));
    jacobian.push(effects.map((effect) => (effect === undefined ? 0 : factors[row]! * effect.mean)));
    spread.push(effects.map((effect) => (effect === undefined ? Infinity : Math.abs(factors[row]!) * effect.spread)));
  }
  const columns = parameters.map(({ name }, k): PriorColumn => {
    const { source, members } = sources[k]!;
    return { parameter: name, source, families: [...new Set(members.map(({ of }) => of.family.family))] };
  });
  context.log(`prior Jacobian: ${summary(columns)}; ${priorCost()}`);
  return { jacobian, spread, columns, cost: learnedCost };
}

interface Member {
  readonly of: LearnedEffects;
  readonly index: number;
}

interface Source {
  readonly source: PriorColumn['source'];
  readonly members: readonly Member[];
}

/** Other kinds of devices whose currents are controlled alike. */
const relatedKinds: Readonly<Record<string, readonly string[]>> = { mosfet: ['soi'], soi: ['mosfet'], vdmos: ['mosfet', 'jfet'], jfet: ['vdmos', 'mosfet'] };

const known = new Map<string, LearnedEffects>();

function effectsOf(kind: string): readonly LearnedEffects[] {
  return learnedFamilies.filter((family) => family.kind === kind).map((family) => {
    const effects = known.get(family.family) ?? new LearnedEffects(family);
    known.set(family.family, effects);
    return effects;
  });
}

/** The family whose level the card has. */
function ownFamily({ device: { kind }, model: { level = -1 } }: ExtractionProblem): LearnedEffects | undefined {
  return effectsOf(kind).find(({ family: { levels } }) => levels.includes(level));
}

/** The families that have most of the parameters come first. */
function nearest(parameters: readonly ProblemParameter[], families: readonly LearnedEffects[]): readonly LearnedEffects[] {
  const shared = ({ family }: LearnedEffects): number => parameters.filter((parameter) => family.parameters.some((one) => isAlike(parameter, one))).length;
  return families.toSorted((a, b) => shared(b) - shared(a));
}

function isAlike({ name, role }: ProblemParameter, learned: LearnedParameter): boolean {
  return role === undefined ? learned.name === name : learned.role === role;
}

function sourceOf(parameter: ProblemParameter, own: LearnedEffects | undefined, others: readonly LearnedEffects[], related: readonly LearnedEffects[]): Source {
  const members = (of: LearnedEffects, takes: (one: LearnedParameter) => boolean): Member[] =>
    of.family.parameters.flatMap((one, index) => (takes(one) ? [{ of, index }] : []));
  const { name, group } = parameter;
  const same = own === undefined ? [] : members(own, (one) => one.name === name);
  if (same.length > 0) return { source: 'family', members: same };
  const alike = others.map((each) => members(each, (one) => isAlike(parameter, one))).find((found) => found.length > 0);
  if (alike !== undefined) return { source: 'role', members: alike };
  const near = group === undefined ? [] : (own === undefined ? related : [own, ...related]).flatMap((each) => members(each, (one) => one.group === group));
  return near.length > 0 ? { source: 'group', members: near } : { source: 'none', members: [] };
}

/** d ln|y| by the unit coordinate. */
function unitEffect(parameter: ProblemParameter, value: number, { source, members }: Source, region: BiasRegion | undefined, mirror: boolean): Effect | undefined {
  if (region === undefined) return undefined;
  const effects = members.flatMap(({ of, index }) => {
    const effect = of.at(region.kind, region.region)?.[index];
    if (effect === undefined) return [];
    const learned = of.family.parameters[index]!;
    const factor = (mirror && learned.mirrored === true ? -1 : 1) * (source === 'group' ? 1 : perUnit(parameter, learned, value));
    return [{ mean: factor * effect.mean, spread: Math.abs(factor) * effect.spread, devices: effect.devices }];
  });
  if (effects.length === 0) return undefined;
  const effect = pooled(effects);
  if (source !== 'group') return effect;
  // Which of the group it resembles is not known: what they do not agree on is spread, and the mean shrinks by it.
  const trust = effect.mean === 0 ? 0 : effect.mean ** 2 / (effect.mean ** 2 + effect.spread ** 2);
  return { mean: trust * effect.mean, spread: Math.hypot(effect.spread, (1 - trust) * effect.mean), devices: effect.devices };
}

/** Learned widths in one unit coordinate. Members of a group have other units, so there a width counts as a unit. */
function perUnit({ lower, upper, scale }: ProblemParameter, learned: LearnedParameter, value: number): number {
  const own = scale === 'log' ? Math.log(upper / lower) : upper - lower;
  if (scale === learned.scale) return own / learned.width;
  if (scale === 'log') return (own * value) / learned.width;
  // A value of 0 on a linear scale has no logarithm: as if it were a hundredth of the range.
  return own / Math.max(Math.abs(value), 0.01 * own) / learned.width;
}

/** What a change of ln|y| makes of each residual. */
function rowFactors({ curves, metric }: ExtractionProblem, { curves: evaluated }: SuccessfulEvaluation, of: 'residuals' | 'log-ratios'): number[] {
  return evaluated.flatMap(({ id, every = 1, simulated }) => {
    const curve = curves.find((one) => one.id === id)!;
    return curve.vectors.flatMap((vector, index) => scoredPoints(vector, every).map((point) => {
      const measured = vector.measured[point]!;
      const value = simulated[index]![point / every]!;
      if (of === 'log-ratios') return logRatioDerivative(value / measured, logRatioFloor(measured, vector.floor)) * (value / measured);
      const root = rootWeight(curve, vector, point);
      if (metric === 'log') return Math.abs(value) > vector.floor ? root / Math.LN10 : 0;
      return (root * value) / Math.abs(measured);
    }));
  });
}

function summary(columns: readonly PriorColumn[]): string {
  const count = (source: PriorColumn['source']): number => columns.filter((one) => one.source === source).length;
  return `${count('family')} of ${columns.length} parameters by their own family, ${count('role')} by role, ${count('group')} by group, ${count('none')} unknown`;
}
