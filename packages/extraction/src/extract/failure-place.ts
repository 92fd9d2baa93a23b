import type { Curve, SimulationFailure } from '@evospice/contracts';
import { constantBias } from './curve-fits.ts';

/** A failure that says which curve it happened on and at which biases, where its curve is known: at its point, else over the sweep. */
export function placedFailure(failure: SimulationFailure, curves: readonly Curve[]): SimulationFailure {
  const curve = curves.find(({ id }) => id === failure.curve);
  return curve === undefined ? failure : { ...failure, message: `${failure.message} (curve ${curve.id}: ${biasText(curve, failure.point)})` };
}

function biasText(curve: Curve, point: number | undefined): string {
  const constant = constantBias(curve);
  const unit = (quantity: 'v' | 'i'): string => (quantity === 'v' ? 'V' : 'A');
  const biases = curve.drives.map(({ terminal, quantity, values }) => {
    const value = point === undefined ? constant[terminal] : values[point];
    return value === undefined
      ? `${quantity}(${terminal}) from ${short(values[0])} to ${short(values.at(-1))} ${unit(quantity)}`
      : `${quantity}(${terminal}) = ${short(value)} ${unit(quantity)}`;
  });
  return [...biases, `${curve.temperatureC} degrees Celsius`].join(', ');
}

function short(value: number | undefined): string {
  return String(Number((value ?? 0).toPrecision(6)));
}
