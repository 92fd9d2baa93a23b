import { defineRule, shown, viewOf } from '@evospice/rules-kit';
import { gathered, type Told } from '../gathered.ts';
import { currentName, indexOfLeast, largestOf, mainCurrent } from '../main-current.ts';
import { probePlan } from '../plan/probe-plan.ts';
import { sweepsOf, type Sweep } from '../sweep.ts';

const boltzmannOverCharge = 8.617333262e-5;
const zeroCelsius = 273.15;
/** What rounding and the steps of a sweep may take off the limit. */
const slack = 0.97;
/** Below, leakage and the solver's smallest conductance show, A. */
const leakage = 1e-11;
/** Forward voltage from which a junction's current is an exponential, at any temperature, V. */
const conductingJunction = 0.2;

/** Below threshold, and in a junction, a current cannot rise by a decade in less than ln(10) kT/q. */
export const curveSwing = defineRule('curve-swing', (subject) => {
  const { kind } = subject.task.device;
  // A JFET's square law has no subthreshold; ngspice keeps VBIC's thermal voltage at tnom, whatever the temperature.
  if (kind === 'jfet') return [];
  const fixedAt = viewOf(subject).family === 'vbic' ? (subject.card.value('tnom') ?? 27) : undefined;
  return gathered(sweepsOf(subject).flatMap((sweep): Told[] => {
    const current = sweep.role === 'transfer' || sweep.role === 'junction' ? mainCurrent(sweep, kind) : undefined;
    if (current === undefined) return [];
    const limit = Math.LN10 * boltzmannOverCharge * (zeroCelsius + (fixedAt ?? sweep.curve.temperatureC));
    const steepest = steepestDecade(sweep, current);
    if (steepest === undefined || steepest.swing >= slack * limit) return [];
    const { swing, index } = steepest;
    return [{
      about: 'swing', badness: limit / swing, severity: swing < 0.9 * limit ? 'violation' : 'warning', curve: sweep.curve.id, place: sweep.place(index), value: swing * 1e3, unit: 'mV/decade', limit: `at least ${shown(1e3 * limit)}`,
      source: 'Sze and Ng, Physics of Semiconductor Devices, section 6.2.4: ln(10) kT/q',
      message: `${currentName(kind)} rises by a decade in ${shown(1e3 * swing)} mV at ${sweep.place(index)}: thermal carriers need ${shown(1e3 * limit)} mV`,
    }];
  }));
}, { probes: probePlan });

/** Smallest change of voltage for a decade, between leakage and a hundredth of the largest current. */
function steepestDecade({ u, at, role }: Sweep, current: Float64Array): { readonly swing: number; readonly index: number } | undefined {
  if ((at['d'] ?? 1) <= 0) return undefined;
  const from = indexOfLeast(current.map(Math.abs));
  const [floor, ceiling] = [Math.max(leakage, 30 * Math.abs(current[from]!)), 1e-2 * largestOf(current)];
  let best: { swing: number; index: number } | undefined;
  for (let k = from; k + 1 < u.length; k++) {
    // Near 0 V a junction's current comes from nothing, exp(x) - 1: no decade of that is one of the exponential.
    if (role === 'junction' && u[k]! < conductingJunction) continue;
    if (!(current[k]! > floor && current[k + 1]! > current[k]! && current[k + 1]! < ceiling)) continue;
    const swing = (u[k + 1]! - u[k]!) / Math.log10(current[k + 1]! / current[k]!);
    if (best === undefined || swing < best.swing) best = { swing, index: k };
  }
  return best;
}
