import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EvospiceError } from '@evospice/contracts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deviceRegistry } from '../testing/registry.ts';
import { loadTask } from './load-task.ts';
import { testbenchOf } from './testbench.ts';

let folder = '';
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'evospice-library-')); });
afterEach(() => rmSync(folder, { recursive: true }));

/** A library as design kits write them: corners as sections, a subcircuit around a binned model with expressions. */
const library = `* corners
.lib tt
.param vth_shift=0
.include 'models.inc'
.endl tt
.lib ss
.param vth_shift=0.03
.include 'models.inc'
.endl ss
`;
const models = `.subckt nch d g s b w=1u l=1u
m1 d g s b nch_core w={w} l={l} as={w*0.5u} ad='w*0.5u'
.model nch_core.0 nmos level=54 version=4.5 lmin=1e-7 lmax=1e-6 wmin=1e-7 wmax=1e-4 vth0={0.4+vth_shift} u0=0.03
.model nch_core.1 nmos level=54 version=4.5 lmin=1e-6 lmax=1e-5 wmin=1e-7 wmax=1e-4 vth0={0.35+vth_shift} u0=0.035
.ends nch
`;
const data = `# sweep: vg
vg (V),vd (V),vb (V),id (A)
0,0.05,0,1e-9
0.6,0.05,0,1e-6
1.2,0.05,0,1e-5
`;

function taskWith(section: string, lengths: readonly number[]): string {
  writeFileSync(join(folder, 'kit.lib'), library);
  writeFileSync(join(folder, 'models.inc'), models);
  writeFileSync(join(folder, 'idvg.csv'), data);
  const instances = lengths.map((l, index) => `- { id: d${index}, params: { w: 1.0e-05, l: ${l} } }`);
  const entries = lengths.map((_, index) => `- { file: idvg.csv, format: csv, instance: d${index}, temp_c: 27, curve: idvg, sweep: vg, bias: { d: vd, g: vg, s: 0, b: vb }, measure: [{ col: id, node: d, kind: i }], split: train }`);
  writeFileSync(join(folder, 'task.yaml'), `schema: 1
id: kit
title: from a design kit
device: { kind: mosfet, polarity: n, terminals: [d, g, s, b] }
model: { family: BSIM4, level: 54, card: kit.lib, section: ${section}, name: nch, type: nmos }
instances:
${instances.join('\n')}
data:
${entries.join('\n')}
metric: { floor: 1.0e-12 }
tunables:
- { name: vth0, lo: 0.1, hi: 0.9, scale: lin }
- { name: u0, lo: 0.002, hi: 0.08, scale: log }
`);
  return folder;
}

test('a section of a design kit gives the bin of the geometry, its expressions computed, the inner device on the element line', async () => {
  const short = await loadTask(taskWith('tt', [2e-7]), deviceRegistry);
  expect(short.model.card.value('vth0')).toBeCloseTo(0.4, 12);
  expect(short.model.card.names()).not.toContain('lmin');
  expect(short.instances[0]?.params).toMatchObject({ w: 1e-5, l: 2e-7, as: 1e-5 * 0.5e-6, ad: 1e-5 * 0.5e-6 });
  expect(short.tunables.map(({ start }) => start)).toEqual([short.model.card.value('vth0'), 0.03]);
  expect(short.remarks?.join()).toContain('resolved from 2 files, 1 expression computed');
  const long = await loadTask(taskWith('ss', [5e-6]), deviceRegistry);
  expect(long.model.card.value('vth0')).toBeCloseTo(0.38, 12);
  expect(long.model.card.value('u0')).toBe(0.035);
});

test('instances of one bin share a card; an instance in another bin has its own', async () => {
  const one = await loadTask(taskWith('tt', [2e-7, 5e-7]), deviceRegistry);
  expect(one.instances.map(({ params }) => params['l'])).toEqual([2e-7, 5e-7]);
  expect(one.model.cards).toBeUndefined();
  const two = await loadTask(taskWith('tt', [2e-7, 5e-6]), deviceRegistry);
  expect(two.model.card.value('vth0')).toBeCloseTo(0.4, 12);
  expect(two.model.cards?.['d1']?.value('vth0')).toBeCloseTo(0.35, 12);
  expect(two.remarks?.join()).toContain('2 bins');
  // Start values of tunables hold for every bin.
  const { card, cards } = testbenchOf(two);
  expect(cards?.['d1']?.value('u0')).toBe(card.value('u0'));
});

test('a section, a bin or a subcircuit that is not there is named', async () => {
  await expect(loadTask(taskWith('ff', [2e-7]), deviceRegistry)).rejects.toSatisfy((error) => EvospiceError.is(error, 'PDK_SECTION'));
  await expect(loadTask(taskWith('tt', [2e-5]), deviceRegistry)).rejects.toSatisfy((error) => EvospiceError.is(error, 'PDK_BIN'));
});

test('a card that lacks the model and is not a library is refused as before', async () => {
  const example = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', '..', 'examples', 'diode');
  cpSync(example, folder, { recursive: true });
  writeFileSync(join(folder, 'card', 'start.mod'), '.model other d is=1e-14\n');
  await expect(loadTask(folder, deviceRegistry)).rejects.toSatisfy((error) => EvospiceError.is(error, 'CARD_MODEL_MISSING'));
});

test('expressions of numbers on a flat card are computed', async () => {
  const example = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', '..', 'examples', 'diode');
  cpSync(example, folder, { recursive: true });
  const file = join(folder, 'card', 'start.mod');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/\bn\s*=\s*\S+/, 'n={1+0.5}'));
  const task = await loadTask(folder, deviceRegistry);
  expect(task.model.card.value('n')).toBe(1.5);
  expect(task.remarks?.join()).toContain('1 expression computed');
});
