import type { DeviceInstance, RuleSubject, Task } from '@evospice/contracts';
import { defineRule, drawnSize, shown, type Found } from '@evospice/rules-kit';
import { gathered, type Told } from '../gathered.ts';
import { mainCurrent } from '../main-current.ts';
import { probePlan } from '../plan/probe-plan.ts';
import { sweepsOf, type Sweep } from '../sweep.ts';

const source = 'Sze and Ng, Physics of Semiconductor Devices, sections 6.2 and 6.3; Tsividis, Operation and Modeling of the MOS Transistor, chapter 5';
/** Current of a square channel at threshold, A: in weak inversion at any temperature, where a falling mobility does not hide a falling threshold. */
const atThreshold = 2e-8;
/** What a fixed current says of a threshold over temperature beside its own fall, as mobility and swing move it too, V. */
const otherwise = 0.02;
/** Differences below these are rounding: V, share. */
const millivolt = 2e-3;
const share = 1e-3;

/** One transfer probe with the figures that trends are told by. */
interface Transfer {
  readonly sweep: Sweep;
  readonly instance: string;
  readonly temperature: number;
  readonly drain: number;
  readonly body: number;
  readonly current: Float64Array;
  /** Gate voltage at the threshold current, V; undefined where the sweep does not reach it. */
  readonly threshold: number | undefined;
  /** At Vgs = 0 and at the largest gate voltage, A. */
  readonly off: number;
  readonly on: number;
}

/** Threshold, off and on current of MOSFETs by body, drain, temperature, length and width, and the crossing of their curves over temperature. */
export const curveTrends = defineRule('curve-trends', (subject) => {
  const { task } = subject;
  if (task.device.kind !== 'mosfet') return [];
  const all = transfersOf(subject);
  const bySize = Map.groupBy(all, ({ instance, temperature }) => `${instance} ${temperature}`);
  return gathered([
    ...[...bySize.values()].flatMap((own) => [...bodyEffect(own), ...drainEffect(own), ...turnsOff(own)]),
    ...[...Map.groupBy(all, ({ instance }) => instance).values()].flatMap((own) => [...temperatureEffect(own), ...zeroTemperatureCoefficient(own)]),
    ...sizeEffect(task, all),
  ]);
}, { probes: probePlan });

function transfersOf(subject: RuleSubject): readonly Transfer[] {
  const instances = new Map(subject.task.instances.map((instance) => [instance.id, instance]));
  return sweepsOf(subject).flatMap((sweep): Transfer[] => {
    const current = sweep.probe && sweep.role === 'transfer' ? mainCurrent(sweep, 'mosfet') : undefined;
    const instance = instances.get(sweep.curve.instance);
    if (current === undefined || instance === undefined) return [];
    const { length, width } = drawnSize(instance);
    return [{
      sweep, current, instance: instance.id, temperature: sweep.curve.temperatureC, drain: sweep.at['d'] ?? 0, body: sweep.at['b'] ?? 0,
      threshold: crossing(sweep.u, current, (atThreshold * width * (instance.params['nf'] ?? 1) * (instance.params['m'] ?? 1)) / length), off: valueAt(sweep.u, current, 0), on: current.at(-1)!,
    }];
  });
}

/** Where rising values reach a level, by logarithms; the last such place. */
function crossing(u: Float64Array, values: Float64Array, level: number): number | undefined {
  for (let k = values.length - 2; k >= 0; k--) {
    const [low, high] = [values[k]!, values[k + 1]!];
    if (low > 0 && low < level && high >= level) return u[k]! + ((u[k + 1]! - u[k]!) * Math.log(level / low)) / Math.log(high / low);
  }
  return undefined;
}

function valueAt(u: Float64Array, values: Float64Array, at: number): number {
  const k = Math.max(0, u.findLastIndex((value) => value <= at));
  if (k + 1 >= u.length) return values[k]!;
  return values[k]! + ((at - u[k]!) / (u[k + 1]! - u[k]!)) * (values[k + 1]! - values[k]!);
}

const told = (about: string, { sweep, instance, temperature }: Transfer, severity: Found['severity'], finding: Pick<Found, 'value' | 'unit' | 'limit' | 'message'>): Told =>
  ({ about, badness: Math.abs(finding.value ?? 0), severity, curve: sweep.curve.id, place: `${instance}, ${shown(temperature)} °C`, source, ...finding });

function bodyEffect(own: readonly Transfer[]): readonly Told[] {
  return pairs(own, (a, b) => a.drain === b.drain && a.body > b.body).flatMap(([at0, reverse]): Told[] => {
    const rise = difference(reverse.threshold, at0.threshold);
    if (rise === undefined || rise >= -millivolt) return [];
    return [told('body', reverse, 'warning', {
      value: rise, unit: 'V', limit: 'at least 0',
      message: `the threshold of ${reverse.instance} falls by ${shown(-1e3 * rise)} mV with a reverse body bias of ${shown(reverse.body)} V at ${shown(reverse.temperature)} °C: it rises with the depletion charge`,
    })];
  });
}

function drainEffect(own: readonly Transfer[]): readonly Told[] {
  return pairs(own, (a, b) => a.body === b.body && a.drain < b.drain).flatMap(([low, high]): Told[] => {
    const rise = difference(high.threshold, low.threshold);
    if (rise === undefined) return [];
    if (rise > 5 * millivolt) {
      return [told('drain', high, 'warning', { value: rise, unit: 'V', limit: 'at most 0', message: `the threshold of ${high.instance} rises by ${shown(1e3 * rise)} mV as the drain goes from ${shown(low.drain)} to ${shown(high.drain)} V at ${shown(high.temperature)} °C: a drain lowers the barrier` })];
    }
    const lowering = -rise / (high.drain - low.drain);
    if (lowering <= 0.5) return [];
    return [told('dibl', high, 'warning', { value: lowering, unit: 'V/V', limit: 'at most 0.5', message: `the drain lowers the threshold of ${high.instance} by ${shown(lowering)} V per volt at ${shown(high.temperature)} °C: the gate hardly controls the channel` })];
  });
}

function turnsOff(own: readonly Transfer[]): readonly Told[] {
  return own.flatMap((one): Told[] => {
    const most = Math.max(...own.map(({ drain }) => drain));
    if (one.drain !== most || one.body !== 0 || one.temperature > 60 || one.temperature < 0) return [];
    const ratio = one.on / Math.max(one.off, 1e-30);
    if (ratio >= 100) return [];
    return [told('off', one, 'note', { value: ratio, limit: 'at least 100', message: `${one.instance} carries only ${shown(ratio)} times more when on than at Vgs = 0: it is not a switch` })];
  });
}

function temperatureEffect(own: readonly Transfer[]): readonly Told[] {
  return pairs(own, (a, b) => a.drain === b.drain && a.body === b.body && a.temperature < b.temperature).flatMap(([cold, hot]): Told[] => {
    const found: Told[] = [];
    const rise = difference(hot.threshold, cold.threshold);
    if (rise !== undefined && rise > otherwise) {
      found.push(told('temperature', hot, 'warning', { value: rise, unit: 'V', limit: 'at most 0', message: `the threshold of ${hot.instance} rises by ${shown(1e3 * rise)} mV from ${shown(cold.temperature)} to ${shown(hot.temperature)} °C (Vds = ${shown(hot.drain)} V): it falls as the gap narrows and carriers get warmer` }));
    }
    if (hot.off < cold.off * (1 - share) && cold.off > 1e-12) {
      found.push(told('leakage', hot, 'warning', { value: hot.off, unit: 'A', limit: `at least ${shown(cold.off)}`, message: `the off current of ${hot.instance} falls from ${shown(cold.off)} to ${shown(hot.off)} A from ${shown(cold.temperature)} to ${shown(hot.temperature)} °C: leakage rises with temperature` }));
    }
    return found;
  });
}

/** Above threshold, hot curves lie above cold ones first and below them later: they cross once. */
function zeroTemperatureCoefficient(own: readonly Transfer[]): readonly Told[] {
  const [coldest, hottest] = [Math.min(...own.map(({ temperature }) => temperature)), Math.max(...own.map(({ temperature }) => temperature))];
  return own.filter(({ temperature }) => temperature === hottest).flatMap((hot): Told[] => {
    const cold = own.find((each) => each.temperature === coldest && each.drain === hot.drain && each.body === hot.body);
    if (cold === undefined || cold === hot || cold.threshold === undefined) return [];
    const signs: number[] = [];
    hot.current.forEach((value, k) => {
      const other = cold.current[k]!;
      if (cold.sweep.u[k]! <= cold.threshold! || Math.abs(value - other) <= share * other) return;
      const sign = Math.sign(value - other);
      if (signs.at(-1) !== sign) signs.push(sign);
    });
    const crossings = Math.max(0, signs.length - 1);
    if (crossings <= 1 && (signs.length === 0 || signs[0] === 1 || crossings === 0)) return [];
    return [told('crossing', hot, 'warning', {
      value: crossings, limit: 'at most 1, from above to below',
      message: `curves of ${hot.instance} at ${shown(coldest)} and ${shown(hottest)} °C cross ${crossings} times above threshold (Vds = ${shown(hot.drain)} V): the falling threshold wins first and the falling mobility later, once`,
    })];
  });
}

/** Shorter and wider transistors carry more. */
function sizeEffect(task: Task, all: readonly Transfer[]): readonly Told[] {
  const size = new Map(task.instances.map((instance: DeviceInstance) => [instance.id, drawnSize(instance)]));
  const most = Math.max(...all.map(({ drain }) => drain));
  const strong = all.filter(({ drain, body }) => drain === most && body === 0);
  return pairs(strong, (a, b) => a.temperature === b.temperature && a.instance !== b.instance).flatMap(([small, large]): Told[] => {
    const [a, b] = [size.get(small.instance)!, size.get(large.instance)!];
    const byLength = a.width === b.width && a.length < b.length;
    const byWidth = a.length === b.length && a.width < b.width;
    const wrong = (byLength && large.on > small.on * (1 + share)) || (byWidth && large.on < small.on * (1 - share));
    if (!wrong) return [];
    return [told('size', large, 'warning', {
      value: large.on, unit: 'A', limit: `${byLength ? 'below' : 'above'} ${shown(small.on)}`,
      message: `${large.instance} carries ${shown(large.on)} A and ${small.instance} ${shown(small.on)} A at ${shown(large.temperature)} °C: a ${byLength ? 'longer channel carries less' : 'wider channel carries more'}`,
    })];
  });
}

function difference(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a - b;
}

function pairs<T>(all: readonly T[], fits: (a: T, b: T) => boolean): readonly (readonly [T, T])[] {
  return all.flatMap((a) => all.flatMap((b) => (fits(a, b) ? [[a, b] as const] : [])));
}
