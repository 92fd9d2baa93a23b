import { earlyVoltage, localSlopes, semilogFit, thresholdByConstantCurrent, thresholdByMaximumGm, thresholdInSaturation } from '@evospice/toolbox';
import type { Put } from './put.ts';
import type { Trace } from './traces.ts';

/** Current at which a power transistor's threshold is stated, in A. */
const powerLevel = 2.5e-4;

/** Figures of one transistor with a gate at one temperature. */
export function fieldEffectFigures(kind: string, traces: readonly Trace[], put: Put): void {
  const drain = traces.filter((trace) => trace.kind === 'i' && trace.node === trace.device.terminals.through && trace.x.length >= 5);
  const transfer = drain.filter(({ device, through }) => device.swept === 'control' && through > 0);
  const atRest = transfer.filter(({ body }) => Math.abs(body) < 0.05).toSorted((a, b) => a.through - b.through);
  const [low, high] = [atRest[0], atRest.at(-1)];
  if (low !== undefined && high !== undefined) transferFigures(kind, low, high, put);
  const backed = transfer.filter(({ body, through }) => low !== undefined && Math.abs(body) > 0.05 && through === low.through).toSorted((a, b) => Math.abs(b.body) - Math.abs(a.body))[0];
  const shift = difference(constantCurrent(kind, backed), constantCurrent(kind, low));
  if (shift !== undefined) put('body effect on Vth', 'V', shift, 'difference', backed!, low!);
  outputFigures(drain.filter(({ device, body, control }) => device.swept === 'through' && Math.abs(body) < 0.05 && Number.isFinite(control)), put);
  const gate = traces.filter((trace) => trace.kind === 'c' && trace.device.swept === 'control' && trace.x.length >= 5)[0];
  if (gate !== undefined) {
    put('C, largest', 'F', Math.max(...gate.y), 'ratio', gate);
    put('C, least', 'F', Math.min(...gate.y), 'ratio', gate);
  }
}

function transferFigures(kind: string, low: Trace, high: Trace, put: Put): void {
  if (isLinear(low)) put('Vth, maximum gm', 'V', thresholdByMaximumGm(low.x, low.y, low.through)?.threshold, 'difference', low);
  else put('Vth, saturation', 'V', thresholdInSaturation(low.x, low.y)?.threshold, 'difference', low);
  put('Vth, constant current', 'V', constantCurrent(kind, low), 'difference', low);
  const ideality = semilogFit(low.x, low.y, low.device.thermal)?.ideality;
  put('subthreshold swing', 'V/dec', ideality === undefined ? undefined : ideality * low.device.thermal * Math.LN10, 'ratio', low);
  put('gm, largest', 'S', largest(localSlopes(low.x, low.y)), 'ratio', low);
  if (high !== low) {
    put('Vth, constant current', 'V', constantCurrent(kind, high), 'difference', high);
    put('gm, largest', 'S', largest(localSlopes(high.x, high.y)), 'ratio', high);
    const fall = difference(constantCurrent(kind, low), constantCurrent(kind, high));
    put('DIBL', 'V/V', fall === undefined ? undefined : fall / (high.through - low.through), 'difference', low, high);
  }
  put(`Ion, Vg = ${short(high.x.at(-1)!)} V`, 'A', high.y.at(-1), 'ratio', high);
  const off = high.x.findIndex((gate) => Math.abs(gate) < 5e-3);
  // A normally-on transistor is not off there.
  if (off >= 0 && high.y[off]! < 0.01 * high.y.at(-1)!) put('Ioff, Vg = 0 V', 'A', high.y[off], 'ratio', high);
}

function outputFigures(output: readonly Trace[], put: Put): void {
  const top = output.toSorted((a, b) => a.control - b.control).at(-1);
  if (top === undefined) return;
  const highest = top.x.at(-1)!;
  put('Id, largest Vd', 'A', top.y.at(-1), 'ratio', top);
  const at = top.x.findIndex((drain) => drain >= 0.8 * highest);
  put('gds, 80 % of Vd', 'S', localSlopes(top.x, top.y)[at], 'ratio', top);
  put('Early voltage', 'V', earlyVoltage(top.x, top.y), 'ratio', top);
  const first = top.x.findIndex((drain, k) => drain > 1e-3 && top.y[k]! > 0);
  if (first >= 0 && top.x[first]! < 0.15 * highest) put('Ron', 'Ω', top.x[first]! / top.y[first]!, 'ratio', top);
}

function constantCurrent(kind: string, trace: Trace | undefined): number | undefined {
  if (trace === undefined) return undefined;
  const { w, l, m = 1 } = trace.geometry;
  const level = kind === 'vdmos' ? powerLevel : w === undefined || l === undefined ? undefined : 1e-7 * (w / l) * m;
  return level === undefined ? undefined : thresholdByConstantCurrent(trace.x, trace.y, level);
}

function isLinear({ x, through }: Trace): boolean {
  return through < 0.25 * (x.at(-1)! - x[0]!);
}

function difference(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a - b;
}

function largest(values: readonly number[]): number | undefined {
  const most = Math.max(...values.filter(Number.isFinite));
  return Number.isFinite(most) ? most : undefined;
}

function short(value: number): string {
  return String(Number(value.toPrecision(4)));
}
