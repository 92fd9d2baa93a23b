import { EvospiceError, type Curve, type Testbench } from '@evospice/contracts';
import type { ComputedModel } from '@evospice/testbench';
import { parameterReader } from './parameter-values.ts';
import { wrightOmega } from './wright-omega.ts';

/** Boltzmann's constant over the elementary charge, V/K (exact in the SI of 2019). */
const boltzmannOverCharge = 1.380649e-23 / 1.602176634e-19;

/**
 * Current in A of a junction with series resistance, I = is (exp((v - I rs) / (n Vt)) - 1), in closed form by Wright's omega
 * function (Banwell & Jayakumar 2000).
 * @param is A, n 1, rs ohm, voltage V
 */
export function diodeCurrent(is: number, n: number, rs: number, voltage: number, temperatureC: number): number {
  const scale = n * boltzmannOverCharge * (temperatureC + 273.15);
  if (rs === 0) return is * Math.expm1(voltage / scale);
  const offset = (is * rs) / scale;
  const exponent = voltage / scale + offset;
  // The junction's share of the voltage: expm1 of it keeps its digits at 0 and in reverse.
  return is * Math.expm1(exponent - wrightOmega(Math.log(offset) + exponent));
}

/**
 * A diode with `is`, `n` and `rs`, nothing else: direct current only. The instance parameter `area` multiplies `is` and divides `rs`.
 * @throws EvospiceError `SIMULATOR_MODEL`, `SIMULATOR_TESTBENCH`.
 */
export function diodeModel(testbench: Testbench): ComputedModel {
  const read = parameterReader(testbench, ['is', 'n', 'rs'], { is: 1e-14, n: 1, rs: 0 });
  const [anode, cathode] = testbench.device.terminals;
  for (const curve of testbench.curves) refuseCurve(curve);
  const driveOf = (curve: Curve, terminal: string | undefined): Float64Array => curve.drives.find((drive) => drive.terminal === terminal)!.values;
  return {
    simulate(candidate, curves) {
      const [is, n, rs] = read(candidate) as [number, number, number];
      if (!(is > 0) || !(n > 0) || !(rs >= 0)) return { code: 'PARAMETER_REFUSED', message: `is = ${is}, n = ${n}, rs = ${rs}: the first two must be above 0, the last not below` };
      return curves.map((curve) => {
        const area = testbench.instances.find(({ id }) => id === curve.instance)?.params['area'] ?? 1;
        const [high, low] = [driveOf(curve, anode), driveOf(curve, cathode)];
        const current = Float64Array.from(curve.x, (_, k) => diodeCurrent(is * area, n, rs / area, high[k]! - low[k]!, curve.temperatureC));
        return curve.measured.map(({ node }) => (node === cathode ? current.map((value) => -value) : Float64Array.from(current)));
      });
    },
  };
}

function refuseCurve(curve: Curve): void {
  if (curve.measured.every(({ kind }) => kind === 'i') && curve.drives.every(({ quantity }) => quantity === 'v')) return;
  throw new EvospiceError('SIMULATOR_TESTBENCH', `curve ${curve.id} is not a current under driven voltages`, {
    received: curve.measured.map(({ kind }) => kind), expected: 'currents measured, voltages driven', remedy: 'use a SPICE simulator',
  });
}
