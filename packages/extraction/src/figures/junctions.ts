import { deviationResistance, earlyVoltage, junctionCapacitance, semilogFit } from '@evospice/toolbox';
import type { Put } from './put.ts';
import type { Trace } from './traces.ts';

/** Figures of one diode at one temperature. */
export function diodeFigures(traces: readonly Trace[], put: Put): void {
  for (const trace of traces) {
    if (trace.kind === 'c') {
      const fit = junctionCapacitance(trace.x, trace.y);
      put('C, zero bias', 'F', fit?.zeroBias, 'ratio', trace);
      put('built-in potential', 'V', fit?.potential, 'difference', trace);
      put('grading', '', fit?.grading, 'ratio', trace);
      continue;
    }
    // Below, what flows back makes the current steeper than an exponential: by 0.3 % at six thermal voltages.
    const forward = [...trace.x.keys()].filter((k) => trace.x[k]! > 6 * trace.device.thermal);
    const [x, y] = [forward.map((k) => trace.x[k]!), forward.map((k) => trace.y[k]!)];
    const fit = semilogFit(x, y, trace.device.thermal);
    put('Is', 'A', fit?.saturation, 'ratio', trace);
    put('ideality', '', fit?.ideality, 'ratio', trace);
    put('series resistance', 'Ω', fit === undefined ? undefined : deviationResistance(x, y, fit, trace.device.thermal), 'ratio', trace);
  }
}

/** Figures of one bipolar transistor at one temperature. */
export function bipolarFigures(traces: readonly Trace[], put: Put): void {
  const currents = (node: 'control' | 'through'): readonly Trace[] => traces.filter((trace) => trace.kind === 'i' && trace.node === trace.device.terminals[node] && trace.x.length >= 5);
  const gummel = currents('through').filter(({ device }) => device.swept === 'control').toSorted((a, b) => a.through - b.through);
  // The least collector voltage that keeps the collector junction off heats least; a plot at Vbc = 0 has none that stays.
  const active = gummel.find(({ through }) => through > 0.5) ?? gummel.find(({ through }) => through >= 0);
  const base = currents('control').find(({ id }) => id === active?.id);
  if (active !== undefined) {
    const fit = semilogFit(active.x, active.y, active.device.thermal);
    put('Is', 'A', fit?.saturation, 'ratio', active);
    put('ideality, collector', '', fit?.ideality, 'ratio', active);
    put('Ic, largest', 'A', Math.max(...active.y), 'ratio', active);
  }
  if (active !== undefined && base !== undefined) {
    put('ideality, base', '', semilogFit(base.x, base.y, base.device.thermal)?.ideality, 'ratio', base);
    const gains = active.x.map((voltage, k) => { const other = base.x.indexOf(voltage); return other < 0 || !(base.y[other]! > 0) ? 0 : active.y[k]! / base.y[other]!; });
    const most = gains.indexOf(Math.max(...gains));
    if (gains[most]! > 0) {
      put('beta, peak', '', gains[most], 'ratio', active, base);
      put('Ic at peak beta', 'A', active.y[most], 'ratio', active);
    }
  }
  const output = currents('through').filter(({ device }) => device.swept === 'through');
  const top = output.toSorted((a, b) => (a.y.at(-1) ?? 0) - (b.y.at(-1) ?? 0));
  const middle = top[top.length >> 1];
  if (middle !== undefined) put('Early voltage', 'V', earlyVoltage(middle.x, middle.y), 'ratio', middle);
}
