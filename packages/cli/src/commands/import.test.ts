import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findTasks, loadTask } from '@evospice/device';
import { writeXlsx } from '@evospice/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cliKernel } from '../compose/kernel.ts';
import { importedFiles } from '../testing/import-files.ts';
import { drains, gates, reading } from '../testing/measured-transistor.ts';
import { importCommand, type ImportCommandOptions } from './import.ts';

const kernel = await cliKernel();
const nothing: ImportCommandOptions = { bias: [], measure: [], unit: [], negate: [], temp: [], geometry: [], param: [], dialect: 'ngspice', split: 'auto', seed: 1, questions: false };

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'evospice-import-')); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, bytes: Uint8Array | string): string => {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};
const run = async (files: readonly string[], options: Partial<ImportCommandOptions> = {}) => {
  const out = join(folder, 'task');
  const { document } = await importCommand(kernel, files, { ...nothing, out, ...options });
  return { document: document as Record<string, unknown> & { readonly assumptions: readonly string[]; readonly tunables: readonly { readonly name: string }[] }, out, task: await loadTask(out, kernel.registry), yaml: readFileSync(join(out, 'task.yaml'), 'utf8') };
};

describe('a file of a transistor', () => {
  it.each(importedFiles.map((file) => [file.name, file] as const))('%s becomes a task with the currents that were measured', async (_, { name, format, bytes, options = {} }) => {
    const { document, task, yaml } = await run([put(name, await bytes())], { device: 'mosfet', geometry: ['w=10u,l=130n'], ...options });
    expect(document['formats']).toEqual({ [name]: format });
    expect(task.device).toMatchObject({ kind: 'mosfet', polarity: 'n' });
    expect(task.instances).toMatchObject([{ params: { w: 1e-5, l: 1.3e-7 } }]);
    // A curve for each drain voltage, of which an inner one is held out, with every reading.
    expect(task.curves.map(({ kind, x, split, drives }) => [kind, [...x], split, drives[0]!.values[0]])).toEqual(drains.map((drain, index) => ['idvg', gates, index === 1 ? 'validate' : 'train', drain]));
    for (const [index, drain] of drains.entries()) {
      const { values } = task.curves[index]!.measured[0]!;
      gates.forEach((gate, point) => expect(Math.abs(values[point]! / reading(gate, drain) - 1)).toBeLessThan(1e-8));
    }
    // Every start value is inside its bounds, or the task would not load; the curves have one body bias.
    expect(document.tunables.map(({ name: each }) => each)).toEqual(['vth0', 'u0', 'ua', 'ub', 'vsat', 'voff', 'nfactor', 'eta0', 'pclm', 'pdiblc2', 'a0', 'ags', 'rdsw']);
    for (const assumption of document.assumptions) expect(yaml.replaceAll(/\n#\s+/gu, ' ')).toContain(assumption);
    expect(readdirSync(join(folder, 'task')).toSorted()).toEqual(['.evospice-files.json', 'card', 'raw', 'report.html', 'task.yaml']);
  });

  it('in one of several sheets keeps the options of the reader', async () => {
    const cells = [['Vg (V)', 'Vd (V)', 'Id (A)'], [0, 1, 1e-9], [1, 1, 2e-5]];
    const file = put('two.xlsx', writeXlsx({ Notes: [['Read', 'me'], [1, 2]], Run3: cells }));
    await expect(run([file], { device: 'mosfet', geometry: ['w=1u,l=1u'] })).rejects.toMatchObject({ code: 'DATASET_FORMAT' });
    const { yaml, task } = await run([file], { device: 'mosfet', geometry: ['w=1u,l=1u'], format: { name: 'xlsx', options: { sheet: 'Run3' } } });
    expect(yaml).toContain('format: { name: xlsx, options: { sheet: Run3 } }');
    expect([...task.curves[0]!.measured[0]!.values]).toEqual([1e-9, 2e-5]);
  });

  it('is split and written in the same way for one seed', async () => {
    const file = put('plain.csv', await importedFiles.find(({ name }) => name === 'plain.csv')!.bytes());
    const first = await run([file], { geometry: ['w=10u,l=130n'], device: 'mosfet' });
    const second = await run([file], { geometry: ['w=10u,l=130n'], device: 'mosfet' });
    expect(second.yaml).toBe(first.yaml);
  });
});

describe('what cannot be known', () => {
  const plain = 'vg (V),vd (V),id (A)\n0,1,1e-9\n0.5,1,2e-6\n1,1,8e-5\n1.2,1,2e-4\n';
  it.each<[string, string, Partial<ImportCommandOptions>, string, RegExp]>([
    ['the kind of device', plain, {}, '--device', /which kind of device/],
    ['the width of a transistor', plain, { device: 'mosfet' }, '--geometry w=10u', /how wide/],
    ['the unit of a current', plain.replace(' (A)', ''), { device: 'mosfet', geometry: ['w=1u,l=1u'] }, '--unit id=', /unit column id is in/],
    ['the voltage of the gate', plain.replace('vg', 'x'), { device: 'mosfet', geometry: ['w=1u,l=1u'] }, '--bias g=', /voltage of terminal g \(of x, vd, id\)/],
    ['what was measured', plain.replace('id (A)', 'gm (S)'), { device: 'mosfet', geometry: ['w=1u,l=1u'] }, '--measure', /known as a current/],
    ['a current that is counted the other way round', plain.replaceAll(/,(\d)e/gu, ',-$1e'), { device: 'mosfet', geometry: ['w=1u,l=1u'] }, '--negate id', /wrong sign at 3 of 3 points for a current into d/],
    ['a format that no reader has', '\u0001\u0002 nothing', { device: 'mosfet' }, '--format', /no reader knows/],
    ['a column that is in no file', plain, { bias: ['g=vgg'] }, 'did you mean "vg"', /no file has a column "vgg"/],
    ['a family of another device', plain, { device: 'mosfet', family: 'vbic', geometry: ['w=1u,l=1u'] }, '--family', /is for a bjt/],
    ['a device that there is none of', plain, { device: 'mosfat' }, 'mosfet', /--device mosfat/],
    ['the frequency of a capacitance', 'vg (V),cgg (F)\n0,1e-14\n1,2e-14\n', { device: 'mosfet', polarity: 'n', geometry: ['w=1u,l=1u'] }, '--freq', /which frequency/],
  ])('%s is refused by the option that says it', async (_, text, options, option, message) => {
    await expect(run([put('idvg.csv', text)], options)).rejects.toMatchObject({ code: 'USAGE_IMPORT', message: expect.stringMatching(message), remedy: expect.stringContaining(option) });
  });

  it('is taken from the options: a turned sign, a temperature and a size of one file', async () => {
    const a = put('a.csv', plain.replaceAll(/,(\d)e/gu, ',-$1e'));
    const b = put('b.csv', plain.replaceAll(/,(\d)e/gu, ',-$1e'));
    const { task } = await run([a, b], { device: 'mosfet', negate: ['id'], temp: ['25', 'b.csv:125'], geometry: ['w=10u,l=130n', 'b.csv:l=1u'] });
    expect(task.curves.map(({ temperatureC, instance, measured }) => [temperatureC, instance, measured[0]!.values[1]])).toEqual([[25, 'L130n', 2e-6], [125, 'L1u', 2e-6]]);
  });

  it('is not written over what somebody changed', async () => {
    const file = put('idvg.csv', plain);
    const options = { device: 'mosfet', geometry: ['w=1u,l=1u'] };
    const { out } = await run([file], options);
    writeFileSync(join(out, 'task.yaml'), 'schema: 1\n');
    await expect(run([file], options)).rejects.toMatchObject({ code: 'USAGE_OUT', message: expect.stringContaining('was changed') });
  });
});

describe('other devices', () => {
  it('a diode: the generic card is that of a part, its bounds hold any', async () => {
    const current = (volts: number): number => 3e-9 * Math.expm1(volts / 0.046);
    const { task, document } = await run([put('diode.csv', `Vd (V),Id (A)\n${Array.from({ length: 12 }, (_, index) => index * 0.06).map((volts) => `${volts},${current(volts)}`).join('\n')}\n`)], { device: 'diode' });
    expect(task.curves).toMatchObject([{ kind: 'iv', drives: [{ terminal: 'a' }, { terminal: 'c' }] }]);
    expect(document.tunables.map(({ name }) => name)).toEqual(['is', 'n', 'rs', 'ikf']);
  });

  it('a pnp transistor: polarity, forced base currents and the base current of a Gummel plot', async () => {
    const forward = (volts: number): number => -1e-16 * Math.exp(-volts / 0.02585);
    const gummel = ['Vb (V),Vc (V),Ve (V),Ic (A),Ib (A)', ...[-0.4, -0.5, -0.6, -0.7, -0.8].map((base) => `${base},-2,0,${forward(base)},${forward(base) / 80}`)];
    const output = ['Vce (V),Ib (uA),Vbe (V),Ic (uA)', ...[-1, -2, -5].flatMap((base) => [-0.5, -1, -2, -3].map((collector) => `${collector},${base},${-0.6 + 0.001 * collector - 0.01 * base},${80 * base * (1 - 0.02 * collector)}`))];
    const { task } = await run([put('gummel.csv', gummel.join('\n')), put('output.csv', output.join('\n'))]);
    expect(task.device).toMatchObject({ kind: 'bjt', polarity: 'p', terminals: ['c', 'b', 'e'] });
    const [first, ...outputs] = task.curves;
    expect(first).toMatchObject({ kind: 'gummel', measured: [{ column: 'Ic', node: 'c' }, { column: 'Ib', node: 'b' }] });
    expect(outputs.map(({ kind, split, drives }) => [kind, split, drives[1]!.quantity, drives[1]!.values[0]])).toEqual([['output', 'train', 'i', -5e-6], ['output', 'validate', 'i', -2e-6], ['output', 'train', 'i', -1e-6]].toSorted((a, b) => task.curves.findIndex(({ drives }) => drives[1]!.values[0] === a[3]) - task.curves.findIndex(({ drives }) => drives[1]!.values[0] === b[3])));
  });

  it('Touchstone files at one bias each: capacitances over the bias, as one entry', async () => {
    const omega = 2 * Math.PI * 1e9;
    const file = (gate: number): string => put(`dut_vg${gate}.s2p`, `# GHz Y RI R 1\n1 0 ${omega * 2e-14 * (1 + gate)} 1e-3 ${-omega * 5e-15} 0 ${-omega * 5e-15} 1e-4 ${omega * 1e-14}\n`);
    const { task, yaml } = await run([0, 0.5, 1].map(file), { device: 'mosfet', polarity: 'n', geometry: ['w=10u,l=130n'], ports: ['g', 'd'], freq: 1e9 });
    expect(task.curves).toHaveLength(1);
    expect(task.curves[0]).toMatchObject({ kind: 'cv', sweep: 'vg', x: Float64Array.of(0, 0.5, 1), frequency: 1e9 });
    const [gate, feedback] = task.curves[0]!.measured;
    expect(gate).toMatchObject({ column: 'c(g,g)', hi: ['g'], lo: ['d', 's', 'b'] });
    expect([...gate!.values].map((value) => Number((value * 1e15).toPrecision(9)))).toEqual([20, 30, 40]);
    expect(feedback).toMatchObject({ column: 'c(d,g)', hi: ['g'], lo: ['d'] });
    expect(yaml).toContain('- { file: raw/dut_vg0.5.s2p, at: { vg: 0.5 } }');
    expect([gate!.floor, feedback!.floor]).toEqual([5e-17, 5e-18]);
  });

  it('an IC-CAP file of S-parameters at several biases, without its pads', async () => {
    // At 1 Ohm and small admittances, S = 1 - 2 Y and its like: the exact relation is used here.
    const omega = 2 * Math.PI * 1e9;
    const scattering = (y: number) => ({ re: (1 - y * y) / (1 + y * y), im: (-2 * y) / (1 + y * y) });
    const block = (value: number): string => { const { re, im } = scattering(50 * omega * value); return ` #freq R:s(1,1) I:s(1,1)\n 1e9 ${re} ${im}\n`; };
    const mdm = (biases: readonly number[], capacitance: (gate: number) => number): string => [
      'BEGIN_HEADER', ' ICCAP_INPUTS', ` vg V G GROUND SMU1 0.1 LIST 2 ${biases.length} ${biases.join(' ')}`, ' vd V D GROUND SMU2 0.1 CON 0', ' freq F LIST 1 1 1e9', ' ICCAP_OUTPUTS', ' s S G GROUND NWA B', 'END_HEADER',
      ...biases.map((gate) => `BEGIN_DB\n ICCAP_VAR vg ${gate}\n ICCAP_VAR vd 0\n${block(capacitance(gate))}END_DB`), '',
    ].join('\n');
    const device = put('dut.mdm', mdm([0, 0.6, 1.2], (gate) => 5e-14 + 2e-14 * (1 + gate)));
    const { task, yaml } = await run([device], { device: 'mosfet', polarity: 'n', geometry: ['w=10u,l=130n'], ports: ['g'], freq: 1e9, open: put('open.mdm', mdm([0], () => 5e-14)) });
    expect(yaml).toContain('open: { file: raw/open.mdm, format: mdm }');
    expect([...task.curves[0]!.measured[0]!.values].map((value) => Number((value * 1e15).toPrecision(6)))).toEqual([20, 32, 44]);
    await expect(run([put('plain.csv', 'vg (V),vd (V),id (A)\n0,1,1e-9\n1,1,1e-5\n')], { device: 'mosfet', open: join(folder, 'open.mdm') })).rejects.toMatchObject({ code: 'USAGE_IMPORT', message: '--open: no file has network parameters' });
  });

  it('an IC-CAP file in which the collector follows the base', async () => {
    const text = ['BEGIN_HEADER', ' ICCAP_INPUTS', ' vb V B GROUND SMU1 0.1 LIN 1 0.5 0.9 5 0.1', ' vc V C GROUND SMU2 0.1 SYNC 1 0 vb', ' ve V E GROUND GND 0 CON 0', ' ICCAP_OUTPUTS', ' ic I C GROUND SMU2 B', ' ib I B GROUND SMU1 B', 'END_HEADER',
      'BEGIN_DB', ' ICCAP_VAR ve 0', ' #vb ic ib', ...[0.5, 0.6, 0.7, 0.8, 0.9].map((base) => ` ${base} ${1e-17 * Math.exp(base / 0.02585)} ${1e-19 * Math.exp(base / 0.02585)}`), 'END_DB', ''].join('\n');
    const { task } = await run([put('gummel.mdm', text)]);
    expect(task.curves).toMatchObject([{ kind: 'gummel', sweep: 'vb', measured: [{ column: 'ic' }, { column: 'ib' }] }]);
    expect([...task.curves[0]!.drives[0]!.values]).toEqual([...task.curves[0]!.x]);
  });

  it('a card that somebody brings: its kind, polarity, level and values', async () => {
    const card = put('cards.mod', '.model pch pmos level=8 version=3.3 vth0=-0.9 u0=120 tox=1.2e-8 k1=0.6\n.model nch nmos level=8 vth0=0.7\n');
    const { task, document } = await run([put('idvg.csv', 'vg (V),vd (V),vs (V),vb (V),id (A)\n0,-1,0,0,-1e-11\n-1,-1,0,0,-2e-6\n-2,-1,0,0,-8e-5\n-3,-1,0,0,-2e-4\n')], { card: `${card}:pch`, geometry: ['w=10u,l=1u'] });
    expect(task.device).toMatchObject({ kind: 'mosfet', polarity: 'p' });
    expect(task.model.card).toMatchObject({ name: 'pch', type: 'pmos' });
    expect(document['leftOut']).toMatchObject({ 'one body bias only': expect.arrayContaining(['k1']) });
    // Of its own values, and where it has none of the model's.
    expect(Object.fromEntries(task.tunables.map(({ name, start }) => [name, start]))).toMatchObject({ vth0: -0.9, u0: 120, nfactor: 1, voff: -0.08 });
    await expect(run([join(folder, 'idvg.csv')], { card, geometry: ['w=10u,l=1u'], out: join(folder, 'other') })).rejects.toMatchObject({ code: 'USAGE_IMPORT', expected: '--card with one of pch, nch' });
  });
});

const { location } = await findTasks();
const measured = (task: string): readonly string[] => {
  const raw = readdirSync(location!).find((name) => name.startsWith(task))!;
  return readdirSync(join(location!, raw, 'raw')).map((name) => join(location!, raw, 'raw', name));
};

describe.skipIf(location === null)(`files of public devices${location === null ? ' (skipped: no measured data on this machine, see EVOSPICE_DATA)' : ''}`, () => {
  it.each<[string, Partial<ImportCommandOptions>, Readonly<Record<string, unknown>>, number, readonly string[]]>([
    ['p01', {}, { kind: 'mosfet', polarity: 'n' }, 31, ['W10u_L130n']],
    ['p03', {}, { kind: 'mosfet', polarity: 'p' }, 208, ['L130n', 'L10u']],
    ['p04', {}, { kind: 'mosfet', polarity: 'n', vdd: 1.8 }, 36, ['W7u_L150n']],
    ['p09', {}, { kind: 'bjt', polarity: 'p', terminals: ['c', 'b', 'e'] }, 60, ['device']],
    ['p10', {}, { kind: 'diode' }, 2, ['device']],
    ['p12', { polarity: 'n', freq: 1e5 }, { kind: 'mosfet', polarity: 'n' }, 6, ['W8m_L130n', 'W6.6m_L250n', 'W400u_L10u']],
    ['p15', { device: 'vdmos', bias: ['d=u1', 'g=u2'], measure: ['i1=d'] }, { kind: 'vdmos', polarity: 'n' }, 26, ['device']],
  ])('%s become a task', async (id, options, device, curves, instances) => {
    const { task } = await run(measured(id), options);
    expect(task.device).toMatchObject(device);
    expect(task.curves).toHaveLength(curves);
    expect(task.instances.map((instance) => instance.id)).toEqual(instances);
    expect(task.tunables.length).toBeGreaterThan(2);
  });
});
