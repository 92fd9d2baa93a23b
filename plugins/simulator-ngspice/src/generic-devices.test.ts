/** The generic device of every family, n and p, in a live ngspice: do its curves look like those of such a device? */
import { generatedFamilies, genericDevice, genericDevices, NgspiceDialect, sweepCurves } from '@evospice/device';
import type { Curve, SimulatedCurve } from '@evospice/contracts';
import { describe, expect, it } from 'vitest';
import { hasNgspice, limits, missingNgspice } from './reference/test-circuits.ts';
import { ProcessSimulator } from './simulators/process-simulator.ts';

const devices = generatedFamilies.flatMap((family) => [
  [family, 'n'] as const, ...(genericDevices[family].complement === undefined ? [] : [[family, 'p'] as const]),
]);

/** Thermal voltage at 27 degrees Celsius, V. */
const thermal = 0.025865;

describe.skipIf(!hasNgspice)(`generic devices${hasNgspice ? '' : ` (skipped: ${missingNgspice})`}`, () => {
  it.each(devices)('%s of type %s has the curves of such a device', async (family, polarity) => {
    const generic = genericDevice(family, polarity);
    const sign = polarity === 'n' ? 1 : -1;
    const instances = generic.instances.slice(0, 1).map(({ id, params }) => ({ id, params, info: {} }));
    const curves = sweepCurves(generic, instances, 'normal', 'test');
    const card = new NgspiceDialect().parse(generic.card, { file: family, model: generic.model.name });
    const session = await new ProcessSimulator({ command: 'ngspice', ...limits })
      .open({ id: family, device: generic.device, instances, curves, card, parameters: [] });
    const [outcome] = await session.simulate({ candidates: [[]] });
    await session.close();
    expect(outcome).toMatchObject({ ok: true });
    if (outcome?.ok !== true) return;
    curves.forEach((curve, index) => { look(family, curve, outcome.curves[index] as SimulatedCurve, sign); });
  }, 60_000);
});

/** Values without the sign of the polarity, in the order of growing drive. */
function look(family: string, curve: Curve, { vectors }: SimulatedCurve, sign: number): void {
  const x = Array.from(curve.x, (value) => value * sign);
  const first = Array.from(vectors[0] as Float64Array, (value) => value * sign);
  if (curve.kind === 'idvg') lookAtTransfer(curve.id, x, first, family !== 'jfet');
  if (curve.kind === 'idvd' || curve.kind === 'output') lookAtOutput(curve.id, x, first);
  if (curve.kind === 'gummel') lookAtGummel(curve.id, x, first, Array.from(vectors[1] as Float64Array, (value) => value * sign));
}

/** @param diffuses whether the model has a subthreshold region, which the square law of Shichman and Hodges does not */
function lookAtTransfer(id: string, vg: readonly number[], id_: readonly number[], diffuses: boolean): void {
  expect(rises(id_.filter((value) => value > 1e-9)), `${id} rises`).toBe(true);
  expect((id_.at(-1) as number) / Math.max(id_[0] as number, 1e-13), `${id} switches`).toBeGreaterThan(1e3);
  if (!diffuses) return;
  // A decade takes at least 59.6 mV, but where impact ionisation charges a floating body.
  const steepest = Math.max(...id_.slice(1).map((value, at) => Math.log10(value / Math.max(id_[at] as number, 1e-13)) / ((vg[at + 1] as number) - (vg[at] as number))));
  expect(1 / steepest, `${id} swing`).toBeGreaterThan(0.05);
}

function lookAtOutput(id: string, vd: readonly number[], current: readonly number[]): void {
  expect(rises(current), `${id} rises`).toBe(true);
  const slopes = current.slice(1).map((value, at) => (value - (current[at] as number)) / ((vd[at + 1] as number) - (vd[at] as number)));
  // A floating body charges up at high drain voltages and lifts the current again: the kink.
  expect(Math.min(...slopes), `${id} saturates`).toBeLessThan(slopes[0] as number);
}

/** Where the collector current is ideal, it grows by e for each thermal voltage; the gain is that of a transistor. */
function lookAtGummel(id: string, vb: readonly number[], ic: readonly number[], ib: readonly number[]): void {
  expect(rises(ic) && rises(ib), `${id} rises`).toBe(true);
  const emission = ((vb[4] as number) - (vb[1] as number)) / thermal / Math.log((ic[4] as number) / (ic[1] as number));
  expect(emission, `${id} emission coefficient`).toBeGreaterThan(0.98);
  expect(emission, `${id} emission coefficient`).toBeLessThan(1.1);
  const gain = Math.max(...ic.map((value, at) => value / (ib[at] as number)));
  expect(gain, `${id} gain`).toBeGreaterThan(20);
  expect(gain, `${id} gain`).toBeLessThan(1000);
}

function rises(values: readonly number[]): boolean {
  return values.every((value, at) => at === 0 || value > (values[at - 1] as number) * (1 - 1e-9));
}
