import { defineRule, shown, viewOf, type Found } from '@evospice/rules-kit';
import { gathered, type Told } from '../gathered.ts';
import { mainCurrent } from '../main-current.ts';
import { probePlan } from '../plan/probe-plan.ts';
import { sweepsOf, type Sweep } from '../sweep.ts';

const source = 'Sze and Ng, Physics of Semiconductor Devices, section 5.2.3; Getreu, Modeling the Bipolar Transistor';
/** Currents below it are leakage and the solver's smallest conductance, A. */
const least = 1e-10;
/** A dip between two peaks that counts, as a part of the lower one. */
const dip = 0.02;

/** Gain of a bipolar transistor over its current: above 1 at its peak, one peak, and falling beyond the knee; and its forward voltage falls with temperature. */
export const curveBeta = defineRule('curve-beta', (subject) => {
  if (subject.task.device.kind !== 'bjt') return [];
  const gummels = sweepsOf(subject).flatMap((sweep) => {
    const [collector, base] = sweep.probe && sweep.role === 'transfer' ? [mainCurrent(sweep, 'bjt'), sweep.current('b')] : [];
    return collector === undefined || base?.every(Number.isFinite) !== true ? [] : [{ sweep, collector, base }];
  });
  return gathered([...gummels.filter(({ sweep }) => sweep.at['c'] === undefined).flatMap((one) => shapeOf(one)), ...(viewOf(subject).family === 'vbic' ? [] : voltagesOf(gummels))]);
}, { probes: probePlan });

interface Gummel {
  readonly sweep: Sweep;
  readonly collector: Float64Array;
  readonly base: Float64Array;
}

/** At no voltage between collector and base, so that no avalanche is counted. */
function shapeOf({ sweep, collector, base }: Gummel): readonly Told[] {
  const points = Array.from(collector.keys()).filter((k) => collector[k]! > least && base[k]! > least / 1e4);
  if (points.length < 5) return [];
  const gain = points.map((k) => collector[k]! / base[k]!);
  const peak = gain.indexOf(Math.max(...gain));
  const told = (about: string, k: number, severity: Found['severity'], finding: Pick<Found, 'value' | 'limit' | 'message'>): Told => ({ about, badness: finding.value ?? 0, severity, curve: sweep.curve.id, place: sweep.place(points[k]!), source, ...finding });
  if (gain[peak]! < 1) {
    return [told('gain', peak, 'warning', { value: gain[peak]!, limit: 'above 1', message: `the gain is at most ${shown(gain[peak]!)}, at ${sweep.place(points[peak]!)}: the transistor does not amplify` })];
  }
  const other = secondPeak(gain, peak);
  if (other === undefined) return [];
  return [told('peak', other, 'warning', { value: gain[other]!, limit: 'one peak', message: `the gain has a second peak of ${shown(gain[other]!)} at ${sweep.place(points[other]!)}, beside ${shown(gain[peak]!)}: recombination lowers it at small currents and high injection at large ones, with one peak between` })];
}

/** The highest point that is not reached by going down from the peak. */
function secondPeak(gain: readonly number[], peak: number): number | undefined {
  for (const direction of [-1, 1]) {
    let lowest = gain[peak]!;
    for (let k = peak + direction; k >= 0 && k < gain.length; k += direction) {
      if (gain[k]! > lowest * (1 + dip)) return k;
      lowest = Math.min(lowest, gain[k]!);
    }
  }
  return undefined;
}

/** The base voltage for a current falls by 1 to 3 mV per kelvin. Not asked of VBIC, whose thermal voltage ngspice 39 keeps at tnom. */
function voltagesOf(gummels: readonly Gummel[]): readonly Told[] {
  const groups = Map.groupBy(gummels, ({ sweep }) => `${sweep.curve.instance} ${sweep.at['c'] ?? ''}`);
  return [...groups.values()].flatMap((own) => {
    const sorted = own.toSorted((a, b) => a.sweep.curve.temperatureC - b.sweep.curve.temperatureC);
    return sorted.slice(1).flatMap((hot, index): Told[] => {
      const cold = sorted[index]!;
      const level = Math.sqrt(least * Math.min(cold.collector.at(-1)!, hot.collector.at(-1)!));
      const [a, b] = [cold, hot].map(({ sweep, collector }) => voltageAt(sweep.u, collector, level));
      if (a === undefined || b === undefined) return [];
      const slope = (b - a) / (hot.sweep.curve.temperatureC - cold.sweep.curve.temperatureC);
      if (slope < -5e-4 && slope > -4e-3) return [];
      return [{
        about: 'voltage', badness: Math.abs(slope + 2e-3), severity: 'warning', curve: hot.sweep.curve.id, place: `Ic = ${shown(level)} A, ${shown(hot.sweep.curve.temperatureC)} °C, ${hot.sweep.curve.instance}`, value: 1e3 * slope, unit: 'mV/K', limit: '-4 to -0.5', source,
        message: `the base voltage for ${shown(level)} A moves by ${shown(1e3 * slope)} mV/K up to ${shown(hot.sweep.curve.temperatureC)} °C: a junction's falls by about 2 mV/K`,
      }];
    });
  });
}

function voltageAt(u: Float64Array, current: Float64Array, level: number): number | undefined {
  const k = current.findIndex((value) => value >= level);
  if (k < 1 || !(current[k - 1]! > 0)) return undefined;
  return u[k - 1]! + ((u[k]! - u[k - 1]!) * Math.log(level / current[k - 1]!)) / Math.log(current[k]! / current[k - 1]!);
}
