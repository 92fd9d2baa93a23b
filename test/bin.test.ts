import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drainCurrents } from './support/bsim4-currents.ts';
import { documentOf, evospice, temporaryFolder } from './support/cli.ts';

interface Simulated {
  readonly errors: Readonly<Record<'train' | 'validate', { readonly relativeRms: number }>>;
}
interface Binned {
  readonly common: null;
  readonly locals: readonly { readonly instance: string; readonly values: { readonly vth0: number; readonly u0: number } }[];
  readonly bins: readonly { readonly name: string; readonly lmin: number; readonly lmax: number }[];
  readonly filled: readonly unknown[];
  readonly errors: Readonly<Record<'train' | 'validate', { readonly before: { readonly relativeRms: number }; readonly after: { readonly relativeRms: number } }>>;
  readonly files: { readonly library: string };
}

/** Thresholds that no single card has, plane in 1/L and 1/W with effective sizes as drawn; the last is held out, in the middle of the bin. */
const sizes = [['a', 1e-6, 2e-6], ['b', 1e-6, 8e-6], ['c', 4e-6, 2e-6], ['held', 2e-6, 4e-6]] as const;
const vth0 = (length: number, width: number): number => 0.4 + 0.05e-6 / length - 0.04e-6 / width;
const gates = [0.3, 0.4, 0.5, 0.6, 0.8, 1, 1.2];

function taskFolder(card: string): string {
  const folder = join(temporaryFolder('bin'), 'task');
  mkdirSync(folder);
  writeFileSync(join(folder, 'card.mod'), '.model nch nmos level=54 version=4.5 toxe=2n vth0=0.4 u0=0.04 vsat=1e5 k1=0.4 k2=0 lint=0 wint=0\n');
  for (const [id, l, w] of sizes) {
    const currents = drainCurrents({ version: 4.5, toxe: 2e-9, vth0: vth0(l, w), u0: 0.04, vsat: 1e5, k1: 0.4, k2: 0, lint: 0, wint: 0 }, { l, w }, gates, 0.1);
    writeFileSync(join(folder, `${id}.csv`), `# sweep: vg\nvg (V),id (A)\n${gates.map((vg, point) => `${vg},${currents[point]}`).join('\n')}\n`);
  }
  writeTask(folder, card, 'nch');
  return folder;
}

function writeTask(folder: string, card: string, name: string): void {
  writeFileSync(join(folder, 'task.yaml'), JSON.stringify({
    schema: 1, id: 'grid', title: 'Devices of four sizes', device: { kind: 'mosfet', polarity: 'n', vdd: 1.2, terminals: ['d', 'g', 's', 'b'] },
    model: { family: 'BSIM4', level: 54, card, name, type: 'nmos' },
    instances: sizes.map(([id, l, w]) => ({ id, params: { l, w } })),
    data: sizes.map(([id]) => ({
      file: `${id}.csv`, format: 'csv', instance: id, temp_c: 27, curve: 'idvg', sweep: 'vg', bias: { d: 0.1, g: 'vg', s: 0, b: 0 }, measure: [{ col: 'id', node: 'd', kind: 'i' }],
      split: id === 'held' ? 'validate' : 'train',
    })),
    metric: { floor: 1e-13 }, constraints: ['toxe < 1 and vth0 < 0.69'],
    tunables: [{ name: 'vth0', init: 0.4, lo: 0.2, hi: 0.7, scale: 'lin' }, { name: 'u0', init: 0.04, lo: 0.01, hi: 0.1, scale: 'log' }, { name: 'toxe', init: 2e-9, lo: 1e-9, hi: 4e-9, scale: 'log' }],
  }));
}

test('a binned library goes through the values of each geometry, fills the corner that was not measured, and is read back as a library', () => {
  const folder = taskFolder('card.mod');
  const result = evospice(['bin', folder, '--card', join(folder, 'card.mod'), '--simulator', 'compact', '--out', join(folder, 'out'), '--tolerance', '0', '--json']);
  const { common, locals, bins, filled, errors, files } = documentOf<Binned>(result);
  expect(common).toBeNull();
  for (const { instance, values } of locals) {
    const [, length, width] = sizes.find(([id]) => id === instance)!;
    expect(values.vth0, instance).toBeCloseTo(vth0(length, width), 4);
    expect(values.u0, instance).toBeCloseTo(0.04, 4);
  }
  expect(bins).toMatchObject([{ name: 'nch.1', lmin: 1e-6, lmax: 4e-6 }]);
  expect(filled).toEqual([{ length: 4e-6, width: 8e-6 }]);
  // A plane has no product term, so that what is filled in is exact, and the held-out device too.
  for (const split of ['train', 'validate'] as const) {
    expect(errors[split].before.relativeRms).toBeGreaterThan(0.05);
    expect(errors[split].after.relativeRms).toBeLessThan(1e-3);
  }
  expect(result.stderr).toMatch(/^a: .* -> .* by space-mapping$/mu);
  expect(readFileSync(files.library, 'utf8')).toMatch(/^\* grid: 1 bin by evospice bin.*\n\* binned parameters: vth0, u0\n/u);

  // Read back as any library of a kit is: the simulator's own choice of bins, and its own terms.
  writeFileSync(join(folder, 'binned.mod'), readFileSync(files.library));
  writeTask(folder, 'binned.mod', 'nch');
  const again = documentOf<Simulated>(evospice(['simulate', folder, '--json']));
  expect(again.errors.validate.relativeRms).toBeLessThan(2e-3);
  const refused = evospice(['bin', folder, '--parameter', 'toxe']);
  expect(refused.status).not.toBe(0);
  expect(refused.stderr).toMatch(/toxe has no terms of length and width[\s\S]*one of vth0, u0/u);
});
