import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drainCurrents } from './support/bsim4-currents.ts';
import { documentOf, evospice, temporaryFolder } from './support/cli.ts';

interface Spread {
  readonly dies: readonly { readonly die: string; readonly figure: number; readonly values: Readonly<Record<string, number>> }[];
  readonly parameters: readonly { readonly name: string; readonly typical: number; readonly deviation: number }[];
  readonly correlation: readonly (readonly number[])[];
  readonly figure: { readonly curve: string; readonly x: number; readonly deviation: number };
  readonly corners: readonly { readonly name: string; readonly values: Readonly<Record<string, number>>; readonly figure: number }[];
  readonly warnings: readonly string[];
  readonly files: Readonly<Record<string, string>>;
}

/** Thresholds and mobilities of five dies: mean 0.4 V and 0.04; deviations sqrt(2.5) * 0.01 V, and of ln u0 sqrt(2.5) * 0.02; uncorrelated. */
const dies = [[-2, 1], [-1, -2], [0, 2], [1, -1], [2, 0]].map(([v, u], index) => ({ id: `die${index + 1}`, vth0: 0.4 + 0.01 * v!, u0: 0.04 * Math.exp(0.02 * u!) }));
const gates = [0.3, 0.4, 0.5, 0.6, 0.8, 1, 1.2];
const table = (currents: readonly number[]): string => `# sweep: vg\nvg (V),id (A)\n${gates.map((vg, point) => `${vg},${currents[point]}`).join('\n')}\n`;

test('dies spread as they were made, and the corner cards are where their largest current says', () => {
  const folder = join(temporaryFolder('spread'), 'task');
  mkdirSync(folder);
  writeFileSync(join(folder, 'card.mod'), '.model nch nmos level=54 version=4.5 toxe=2n vth0=0.41 u0=0.042 vsat=1e5 k1=0.4 k2=0\n');
  for (const { id, vth0, u0 } of dies) {
    writeFileSync(join(folder, `${id}.csv`), table(drainCurrents({ version: 4.5, toxe: 2e-9, vth0, u0, vsat: 1e5, k1: 0.4, k2: 0 }, { l: 1e-6, w: 5e-6 }, gates, 0.1)));
  }
  writeFileSync(join(folder, 'task.yaml'), JSON.stringify({
    schema: 1, id: 'dies', title: 'Five dies', device: { kind: 'mosfet', polarity: 'n', vdd: 1.2, terminals: ['d', 'g', 's', 'b'] },
    model: { family: 'BSIM4', level: 54, card: 'card.mod', name: 'nch', type: 'nmos' },
    instances: dies.map(({ id }) => ({ id, params: { l: 1e-6, w: 5e-6 } })),
    data: dies.map(({ id }, index) => ({
      file: `${id}.csv`, format: 'csv', instance: id, temp_c: 27, curve: 'idvg', sweep: 'vg', bias: { d: 0.1, g: 'vg', s: 0, b: 0 }, measure: [{ col: 'id', node: 'd', kind: 'i' }],
      split: index === 4 ? 'extra' : 'train',
    })),
    metric: { floor: 1e-13 }, tunables: [{ name: 'vth0', lo: 0.2, hi: 0.7, scale: 'lin' }, { name: 'u0', lo: 0.01, hi: 0.1, scale: 'log' }],
  }));
  const spread = documentOf<Spread>(evospice(['spread', folder, '--simulator', 'compact', '--tolerance', '0', '--sigmas', '2', '--out', join(folder, 'out'), '--json']));
  for (const { id, vth0, u0 } of dies) {
    const { values } = spread.dies.find(({ die }) => die === id)!;
    expect([values['vth0'], values['u0']]).toEqual([expect.closeTo(vth0, 4), expect.closeTo(u0, 4)]);
  }
  const [vth0, u0] = spread.parameters;
  expect(vth0).toMatchObject({ name: 'vth0', typical: expect.closeTo(0.4, 4), deviation: expect.closeTo(Math.sqrt(2.5) * 0.01, 4) });
  expect(u0).toMatchObject({ name: 'u0', typical: expect.closeTo(0.04, 4), deviation: expect.closeTo(Math.sqrt(2.5) * 0.02, 3) });
  // (-2 1) + (-1 -2) + (0 2) + (1 -1) + (2 0) = -1 of 10.
  expect(spread.correlation[0]![1]).toBeCloseTo(-0.1, 2);
  const [typical, fast, slow] = spread.corners;
  expect(spread.figure.x).toBe(1.2);
  expect(fast!.values['vth0']).toBeLessThan(0.4);
  expect(fast!.values['u0']).toBeGreaterThan(0.04);
  // To first order ln of the current is two of its deviations away; what is left is curvature.
  expect(Math.log(fast!.figure / typical!.figure) / spread.figure.deviation).toBeCloseTo(2, 1);
  expect(Math.log(slow!.figure / typical!.figure) / spread.figure.deviation).toBeCloseTo(-2, 1);
  expect(spread.warnings).toEqual(['5 dies: a standard deviation is known to about 35 % only']);
  expect(readFileSync(spread.files['fast']!, 'utf8')).toMatch(/^\* fast card of dies by evospice spread: 5 dies, 2 standard deviations/u);

  const few = join(temporaryFolder('spread'), 'task');
  mkdirSync(few);
  for (const name of ['card.mod', ...dies.map(({ id }) => `${id}.csv`)]) writeFileSync(join(few, name), readFileSync(join(folder, name)));
  writeFileSync(join(few, 'task.yaml'), readFileSync(join(folder, 'task.yaml'), 'utf8').replaceAll('"split":"train"', '"split":"validate"').replace('"split":"validate"', '"split":"train"'));
  expect(evospice(['spread', few, '--simulator', 'compact']).stderr).toMatch(/a spread cannot be told from 2 dies[\s\S]*SPREAD_DIES/u);
});
