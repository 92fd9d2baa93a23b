import { EvospiceError, type ModelCard, type Task, type TunableParameter } from '@evospice/contracts';
import { testbenchOf } from '@evospice/device';
import { openTestbench } from '@evospice/testbench';
import { commonCard, startCard, type CommonExtraction, type ExtractionMeans } from '../local/common-card.ts';
import { localExtraction, type LocalExtraction } from '../local/local-extraction.ts';
import { diesOf, type Die } from './dies.ts';
import { figureOf, simulatedFigures, type Figure } from './figure.ts';
import { statisticsOf, worstCase } from './statistics.ts';

export interface SpreadRequest {
  readonly task: Task;
  /** Names of tunables of the card that vary from die to die. */
  readonly parameters: readonly string[];
  /** Whether a card for all dies is extracted first; else that is the task's. */
  readonly common: boolean;
  /** Part by which the training error of a die may grow for values that are nearer to the common card. */
  readonly tolerance: number;
  /** How far out the fast and the slow card are, in standard deviations of the figure. */
  readonly sigmas: number;
  readonly means: ExtractionMeans;
  /** Called when a die is done. Must not throw. */
  readonly onLocal?: (local: DieExtraction) => void;
}

export interface DieExtraction extends LocalExtraction {
  readonly die: string;
  /** The largest current at one bias, measured, A. */
  readonly figure: number | null;
}

export interface ParameterSpread {
  readonly name: string;
  readonly scale: 'lin' | 'log';
  /** Mean over the dies: geometric on a logarithmic scale. */
  readonly typical: number;
  /** Standard deviation in the parameter's unit; on a logarithmic scale that of ln, a fraction. */
  readonly deviation: number;
  readonly least: number;
  readonly most: number;
}

export interface CornerCard {
  readonly name: 'typical' | 'fast' | 'slow';
  readonly card: ModelCard;
  readonly values: Readonly<Record<string, number>>;
  /** Simulated largest current, A. */
  readonly figure: number;
  /** Parameters that lie outside the task's bounds. */
  readonly outside: readonly string[];
}

export interface SpreadTask {
  readonly common: CommonExtraction | null;
  readonly dies: readonly DieExtraction[];
  readonly parameters: readonly ParameterSpread[];
  /** Pearson's, by the order of `parameters`. */
  readonly correlation: readonly (readonly number[])[];
  /** Where the figure is, in words. */
  readonly figure: { readonly curve: string; readonly column: string; readonly x: number; readonly deviation: number };
  readonly corners: readonly CornerCard[];
}

/**
 * Extracts each die by itself from a common card, and says how the parameters spread: mean, deviation, correlation; a typical card at the mean, and a fast
 * and a slow one where the largest current is that many deviations away at the least improbable parameters.
 * @throws EvospiceError `SPREAD_DIES`, `SPREAD_FIGURE`, `SPREAD_PARAMETER`; what `extract` throws
 */
export async function spreadTask(request: SpreadRequest): Promise<SpreadTask> {
  const { sigmas, means } = request;
  // Other dies are what a task keeps beside its curves as `extra`.
  const task: Task = { ...request.task, curves: request.task.curves.map((curve) => (curve.split === 'extra' ? { ...curve, split: 'train' } : curve)) };
  const dies = diesOf(task);
  const figure = figureOf(task, dies);
  const tunables = request.parameters.map((name) => tunableOf(task, name));
  const { card, common } = request.common ? await commonCard(task, means) : { card: startCard(task), common: null };
  const extracted: DieExtraction[] = [];
  for (const [index, die] of dies.entries()) {
    const local = { die: die.id, figure: figure.measured[index] ?? null, ...(await dieExtraction({ ...request, task }, card, die)) };
    extracted.push(local);
    request.onLocal?.(local);
  }
  const rows = extracted.map(({ values }) => tunables.map(({ name, scale }) => onScale(values[name]!, scale)));
  const { mean, deviation, covariance, correlation } = statisticsOf(rows);
  const { corners, spread } = await cornersOf({ task, card, tunables, figure, mean, deviation, covariance, sigmas, means });
  return {
    common, dies: extracted, correlation, corners,
    parameters: tunables.map(({ name, scale }, axis): ParameterSpread => {
      const values = extracted.map((die) => die.values[name]!);
      return { name, scale, typical: fromScale(mean[axis]!, scale), deviation: deviation[axis]!, least: Math.min(...values), most: Math.max(...values) };
    }),
    figure: { curve: figure.curve.id, column: figure.curve.measured[figure.vector]!.column, x: figure.curve.x[figure.point]!, deviation: spread },
  };
}

interface Found {
  readonly task: Task;
  readonly card: ModelCard;
  readonly tunables: readonly TunableParameter[];
  readonly figure: Figure;
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
  readonly covariance: readonly (readonly number[])[];
  readonly sigmas: number;
  readonly means: ExtractionMeans;
}

/** Cards at the mean and on both sides of it, and the deviation of ln of the figure. */
async function cornersOf({ task, card, tunables, figure, mean, deviation, covariance, sigmas, means: { simulator, signal } }: Found): Promise<{ readonly corners: readonly CornerCard[]; readonly spread: number }> {
  const typical = card.with(valuesAt(tunables, mean));
  const local: Task = {
    ...task, model: { ...task.model, card: typical }, curves: [figure.curve],
    tunables: tunables.map((tunable, axis) => ({ ...tunable, start: fromScale(mean[axis]!, tunable.scale), lower: -Infinity, upper: Infinity })),
  };
  const session = await openTestbench(simulator, testbenchOf(local), { signal });
  try {
    // A tenth of the spread: large beside the simulator's tolerance, small beside the curvature; a parameter that does not vary has no part in the step.
    const steps = deviation.map((one) => 0.1 * one);
    const moved = steps.flatMap((step, axis) => (step > 0 ? [mean.map((value, other) => (other === axis ? value + step : value))] : []));
    const candidate = (place: readonly number[]): number[] => place.map((value, axis) => fromScale(value, tunables[axis]!.scale));
    const [base, ...others] = (await simulatedFigures(session, figure, [mean, ...moved].map(candidate), signal)).map((value) => Math.log(Math.abs(value)));
    const varying = others[Symbol.iterator]();
    const gradient = steps.map((step) => (step > 0 ? (varying.next().value! - base!) / step : 0));
    const { step, deviation: spread } = worstCase(covariance, gradient, sigmas);
    const places = { typical: mean, fast: mean.map((value, axis) => value + step[axis]!), slow: mean.map((value, axis) => value - step[axis]!) };
    const figures = await simulatedFigures(session, figure, Object.values(places).map(candidate), signal);
    return {
      spread,
      corners: (Object.keys(places) as CornerCard['name'][]).map((name, index) => {
        const values = valuesAt(tunables, places[name]);
        return {
          name, values, card: typical.with(values), figure: figures[index]!,
          outside: tunables.filter(({ name: parameter, lower, upper }) => values[parameter]! < lower || values[parameter]! > upper).map((tunable) => tunable.name),
        };
      }),
    };
  } finally {
    await session.close();
  }
}

async function dieExtraction({ task, parameters, tolerance, means }: SpreadRequest, card: ModelCard, { id, instances }: Die): Promise<LocalExtraction> {
  const part: Task = {
    ...task, id: `${task.id}/${id}`, model: { ...task.model, card },
    instances: task.instances.filter((instance) => instances.includes(instance.id)), curves: task.curves.filter(({ instance }) => instances.includes(instance)),
  };
  const start = Object.fromEntries(task.tunables.filter(({ name }) => parameters.includes(name)).map((tunable) => [tunable.name, card.value(tunable.name) ?? tunable.start]));
  return localExtraction(part, { parameters, start, tolerance }, means);
}

function tunableOf({ tunables }: Task, name: string): TunableParameter {
  const found = tunables.find((tunable) => tunable.name === name);
  if (found !== undefined && found.of === undefined) return found;
  throw new EvospiceError('SPREAD_PARAMETER', found === undefined ? `${name} is not a tunable of the task` : `${name} is not a parameter of the card`, { received: name, expected: `some of ${tunables.filter(({ of }) => of === undefined).map((tunable) => tunable.name).join(', ')}` });
}

function valuesAt(tunables: readonly TunableParameter[], place: readonly number[]): Record<string, number> {
  return Object.fromEntries(tunables.map(({ name, scale }, axis) => [name, fromScale(place[axis]!, scale)]));
}

const onScale = (value: number, scale: 'lin' | 'log'): number => (scale === 'log' ? Math.log(value) : value);
const fromScale = (value: number, scale: 'lin' | 'log'): number => (scale === 'log' ? Math.exp(value) : value);

/** What varies from die to die in the usual families: threshold, mobility, oxide, widths and lengths; saturation currents and gains. */
const usual = ['vth0', 'vto', 'u0', 'uo', 'kp', 'toxe', 'tox', 'vsat', 'rdsw', 'lint', 'wint', 'is', 'bf', 'ise', 'ikf', 'ibei', 'ibci', 'iben', 'c10', 'qp0', 'cjo', 'cj0', 'js', 'jsw', 'beta'];

/** Usual statistical parameters among the tunables; all where there are none. */
export function spreadParameters({ tunables }: Task): readonly string[] {
  const onCard = tunables.filter(({ of }) => of === undefined).map(({ name }) => name);
  const common = onCard.filter((name) => usual.includes(name));
  return common.length > 0 ? common : onCard;
}
