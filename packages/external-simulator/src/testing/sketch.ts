import type { Curve, ModelCard, Testbench } from '@evospice/contracts';

/** A card of numbers, for tests. */
export function cardOf(values: Readonly<Record<string, number>>): ModelCard {
  return {
    name: 'sketch', type: 'd', file: 'sketch.mod', dialect: 'ngspice', names: () => Object.keys(values), value: (name) => values[name],
    text: (name) => (values[name] === undefined ? undefined : String(values[name])),
    with: (changes) => cardOf({ ...values, ...changes }), toString: () => '.model sketch d\n',
  };
}

/** A diode whose current is measured along one voltage sweep a temperature. */
export function diodeBench(options: { readonly points?: number; readonly temperatures?: readonly number[]; readonly parameters?: readonly string[] } = {}): Testbench {
  const { points = 11, temperatures = [27], parameters = ['is', 'n'] } = options;
  const x = Float64Array.from({ length: points }, (_, point) => 0.3 + (0.4 * point) / Math.max(1, points - 1));
  const curves = temperatures.map((temperatureC): Curve => ({
    id: `iv-${temperatureC}`, kind: 'iv', instance: 'one', temperatureC, split: 'train', sweep: 'va', x, weight: 1, source: 'sketch',
    drives: [{ terminal: 'a', quantity: 'v', values: x }, { terminal: 'c', quantity: 'v', values: new Float64Array(points) }],
    measured: [{ column: 'ia', kind: 'i', node: 'a', floor: 1e-12, values: new Float64Array(points) }],
  }));
  return {
    id: 'sketch', device: { kind: 'diode', terminals: ['a', 'c'], thermalNode: false }, instances: [{ id: 'one', params: {}, info: {} }],
    curves, card: cardOf({ is: 1e-14, n: 1.2 }), parameters,
  };
}
