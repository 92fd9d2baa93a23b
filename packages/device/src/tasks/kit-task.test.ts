import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Task } from '@evospice/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { resolveModel, type ResolveOptions } from '../pdk/resolve-model.ts';
import { deviceRegistry } from '../testing/registry.ts';
import { cardText } from './card-text.ts';
import { circuitWith } from './circuit-with.ts';
import { loadTask } from './load-task.ts';
import { testbenchOf } from './testbench.ts';

let folder = '';
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'evospice-kit-')); });
afterEach(() => rmSync(folder, { recursive: true }));

interface Sketch {
  readonly lib: string;
  readonly model?: string;
  readonly instances?: string;
  readonly tunables?: string;
  readonly device?: string;
  readonly temperatures?: readonly number[];
}

/** Loads a task on a library of a test's own: a transistor of the subcircuit `fet` unless it says otherwise. */
async function load({ lib, model = 'name: fet, type: nmos', instances = '{ id: a, params: { w: 2.0e-6, l: 1.0e-6 } }', tunables = '', device = 'kind: mosfet, terminals: [d, g, s, b]', temperatures = [27] }: Sketch): Promise<Task> {
  writeFileSync(join(folder, 'kit.lib'), lib);
  writeFileSync(join(folder, 'iv.csv'), '# sweep: vg\nvg (V),id (A)\n0.5,1e-6\n1,1e-5\n');
  const bias = device.includes(' b]') ? '{ d: 1, g: vg, s: 0, b: 0 }' : '{ d: 1, g: vg, s: 0 }';
  writeFileSync(join(folder, 'task.yaml'), `schema: 1
id: kit
title: kit
device: { ${device} }
model: { family: MOS, card: kit.lib, ${model} }
instances: [${instances}]
data:
${temperatures.map((celsius) => `- { file: iv.csv, format: csv, instance: a, temp_c: ${celsius}, curve: idvg, sweep: vg, bias: ${bias}, measure: [{ col: id, node: d, kind: i }], split: train }`).join('\n')}
metric: { floor: 1.0e-15 }
tunables: [${tunables}]
`);
  return await loadTask(folder, deviceRegistry);
}

const fet = (body: string, head = 'w=1u l=1u'): string => `.subckt fet d g s b ${head}\n${body}.ends fet\n`;
const core = 'm1 d g s b nm w={w} l={l}\n.model nm nmos level=1 vto=0.4 kp=1e-4\n';

const inHspice = (lib: string): ResolveOptions => ({ file: 'kit.lib', name: 'fet', language: 'hspice', readFile: () => lib });

describe('what a subcircuit puts around the device', () => {
  it('is flattened with its values, nodes and models', async () => {
    const task = await load({ lib: fet(`rd d di {1k*1u/w} tc1=1m
xpar di s par k=3
m1 di g s b nm w={w} l={l}
dbody b di dm 2
.model nm nmos level=1 vto=0.4
.model dm d is=1e-15
`) + '.subckt par p q k=1\nc1 p inner {k*1f}\nr1 inner q 1meg\n.ends\n' });
    expect(task.instances[0]?.wrapper).toEqual({
      name: 'fet', nodes: ['di', 1, 2, 3], models: [expect.objectContaining({ name: 'dm' })],
      elements: [
        { name: 'rd', kind: 'r', nodes: [0, 'di'], value: expect.closeTo(500, 9), params: { tc1: 1e-3 } },
        { name: 'xpar.c1', kind: 'c', nodes: ['di', 'xpar.inner'], value: expect.closeTo(3e-15, 25), params: {} },
        { name: 'xpar.r1', kind: 'r', nodes: ['xpar.inner', 2], value: 1e6, params: {} },
        { name: 'dbody', kind: 'd', nodes: [3, 'di'], model: 0, params: { area: 2 } },
      ],
    });
    expect((task.remarks ?? []).join('\n')).toContain('simulated with rd, xpar.c1, xpar.r1, dbody of the subcircuit around m1');
  });

  it('is left out where the device alone hangs on the terminals', async () => {
    expect((await load({ lib: fet(core) })).instances).toEqual([{ id: 'a', params: { w: 2e-6, l: 1e-6 }, info: {} }]);
  });

  it('a second element on the tuned model follows it', async () => {
    const task = await load({ lib: fet(`m2 d g s b nm w={2*w} l={l}\n${core}`), model: 'name: fet, type: nmos, device: m1' });
    expect(task.instances[0]?.wrapper?.elements).toEqual([{ name: 'm2', kind: 'm', nodes: [0, 1, 2, 3], model: 'tuned', params: { w: 4e-6, l: 1e-6 } }]);
  });

  it.each([
    ['a behavioural source', 'b1 d s i={1u*v(g)}\n', 'PDK_ELEMENT', 'b1'],
    ['a resistor that depends on a voltage', "r1 d s r='1k*(1+v(d))'\n", 'PDK_ELEMENT', 'r1'],
    ['a pulse', 'v1 d x pulse(0 1 1n)\n', 'PDK_ELEMENT', 'v1'],
    ['a coupling', 'k1 l1 l2 0.9\n', 'PDK_ELEMENT', 'k1'],
    ['an unknown model', 'd9 d s nowhere\n', 'PDK_MODEL', 'd9'],
    ['an unknown subcircuit', 'x9 d s nowhere\n', 'PDK_MODEL', 'x9'],
  ])('refuses %s by name', async (_, line, code, name) => {
    await expect(load({ lib: fet(line + core) })).rejects.toMatchObject({ code, line: 2, message: expect.stringContaining(name) });
  });

  it('terminals are taken by name, and refused where the order contradicts them', async () => {
    const swapped = `.subckt fet g d s b w=1u l=1u\n${core}.ends\n`;
    expect((await load({ lib: swapped })).instances[0]?.wrapper).toBeUndefined();
    await expect(load({ lib: swapped.replace('g d s b', 'g d s sub').replace(' b nm', ' sub nm') })).rejects.toMatchObject({ code: 'PDK_PORTS' });
    await expect(load({ lib: swapped.replace('g d s b', 'g d s b t') })).rejects.toMatchObject({ code: 'PDK_PORTS', received: 'g, d, s, b, t' });
  });
});

describe('the multiplier of a call', () => {
  const multiplied = '{ id: a, params: { w: 2.0e-6, l: 1.0e-6, m: 2 } }';
  it('holds for all elements where the head does not name it', async () => {
    const task = await load({ lib: fet(`r1 d s 1k\nv1 x s 1\n${core}`), instances: multiplied });
    expect(task.instances[0]?.params).toEqual({ w: 2e-6, l: 1e-6, m: 2 });
    expect(task.instances[0]?.wrapper?.elements.map(({ name, params }) => [name, params])).toEqual([['r1', { m: 2 }], ['v1', {}]]);
  });
  it('is what the head makes of it where the head names it', async () => {
    const task = await load({ lib: fet(`r1 d s 1k\n${core.replace('l={l}', 'l={l} m={m}')}`, 'w=1u l=1u m=1'), instances: multiplied });
    expect(task.instances[0]?.params['m']).toBe(2);
    expect(task.instances[0]?.wrapper?.elements[0]?.params).toEqual({});
  });
  it('replaces an element\'s own in ngspice, with a note, and multiplies it in HSPICE', async () => {
    const lib = fet(core.replace('l={l}', 'l={l} m=3'));
    const task = await load({ lib, instances: multiplied });
    expect(task.instances[0]?.params['m']).toBe(2);
    expect((task.remarks ?? []).join('\n')).toContain('m=3 of m1 is overridden by the m=2');
    expect(resolveModel({ ...inHspice(lib), instance: { m: 2 } }).instance['m']).toBe(6);
  });
});

describe('which device is tuned', () => {
  const power = `.subckt fet d g s b w=1u l=1u\nm1 di gi s b nm w={w} l={l}\nrd d di 0.02\nrg g gi 3\ndbody s d dbd\n.model nm nmos level=1 vto=3\n.model dbd d is=1e-12\n.ends\n`;
  it('follows from the type of the model', async () => {
    expect(((await load({ lib: power })).remarks ?? []).join('\n')).toContain('around m1');
  });
  it('is said by model.device where two could be meant', async () => {
    const two = power.replace('rd d di', 'm2 di gi s b nm w={w} l={2*l}\nrd d di');
    await expect(load({ lib: two })).rejects.toMatchObject({ code: 'PDK_AMBIGUOUS', received: 'm1, m2', remedy: expect.stringContaining('model.device') });
    const task = await load({ lib: two, model: 'name: fet, type: nmos, device: m2' });
    expect(task.instances[0]?.params['l']).toBe(2e-6);
    await expect(load({ lib: two, model: 'name: fet, type: nmos, device: m3' })).rejects.toMatchObject({ code: 'PDK_MODEL', received: expect.stringContaining('m2 (nmos nm)') });
  });
  it('must be of the task\'s kind', async () => {
    await expect(load({ lib: power, device: 'kind: jfet, terminals: [d, g, s, b]' })).rejects.toMatchObject({ code: 'TASK_MODEL' });
  });
});

describe('definitions given twice', () => {
  it('the first model and the first subcircuit count, with a note on both places', async () => {
    const task = await load({ lib: `${fet(`${core}.model nm nmos level=1 vto=0.9\n`)}${fet(core.replace('0.4', '0.7'))}` });
    expect(task.model.card.value('vto')).toBe(0.4);
    expect((task.remarks ?? []).filter((note) => note.includes('defined twice'))).toEqual([
      expect.stringMatching(/^the subcircuit fet is defined twice: the one at .*kit\.lib:1 is used, as in ngspice, with the values on the head of the one at .*kit\.lib:6$/),
      expect.stringMatching(/^the model nm is defined twice: the one at .*kit\.lib:3 is used, as in ngspice, the one at .*kit\.lib:4 is not$/),
    ]);
    expect(() => resolveModel(inHspice(`${fet(core)}${fet(core.replace('0.4', '0.7'))}`))).toThrow(expect.objectContaining({ code: 'PDK_AMBIGUOUS' }));
  });
  it('a flat file with a model twice too', async () => {
    const task = await load({ lib: '.model nm nmos level=1 vto=0.4\n.model nm nmos level=1 vto=0.9\n', model: 'name: nm, type: nmos' });
    expect(task.model.card.value('vto')).toBe(0.4);
  });
});

describe('forms of parameters', () => {
  it('.param alone, and tolerances of PSpice', async () => {
    const task = await load({ lib: `.param\n.param t=0.948 dev/gauss='0.01/3' v='0.1' lot/uniform=5%\n${fet(core.replace('vto=0.4', 'vto={t+v} dev=5% lot/gauss 2%'))}` });
    expect(task.model.card.value('vto')).toBeCloseTo(1.048, 12);
    expect(task.model.card.value('kp')).toBe(1e-4);
    expect((task.remarks ?? []).join('\n')).toContain('3 tolerances are passed over');
  });
  it('all that are missing are named at once', async () => {
    await expect(load({ lib: fet(core.replace('vto=0.4', 'vto={vt_a+vt_b}').replace('kp=1e-4', 'kp={k_c}')) })).rejects.toMatchObject({ code: 'PDK_PARAMETER', received: 'vt_a, vt_b, k_c' });
  });
});

describe('options of a library', () => {
  it('are carried to the circuit, and named', async () => {
    const task = await load({ lib: `.option scale=1u tnom=25 reltol=1e-3 temp=50\n.options gmin=1e-15 nopage\n${fet(core, 'w=1 l=1')}`, instances: '{ id: a, params: { w: 2, l: 1 } }' });
    expect(task.model.options).toEqual({ scale: 1e-6, tnom: 25, gmin: 1e-15 });
    expect(testbenchOf(task).options).toEqual(task.model.options);
    expect((task.remarks ?? []).join('\n')).toMatch(/temp=50 .*is overridden.*\n.*reltol=1e-3|reltol=1e-3 .*is overridden.*\n.*temp=50/);
  });
  it('are refused by name where they change numbers otherwise', async () => {
    await expect(load({ lib: `.option rshunt=1e12\n${fet(core)}` })).rejects.toMatchObject({ code: 'PDK_OPTION', line: 1, message: expect.stringContaining('rshunt') });
  });
  it('hold for a flat card too', async () => {
    expect((await load({ lib: '.option tnom=25\n.model nm nmos level=1 vto=0.4\n', model: 'name: nm, type: nmos' })).model.options).toEqual({ tnom: 25 });
  });
});

describe('bins', () => {
  const bins = fet(`m1 d g s b nm w={w} l={l} nf={nf}
.model nm.0 nmos level=14 vth0=0.4 lmin=1e-7 lmax=1e-6 wmin=1e-7 wmax=1e-5
.model nm.1 nmos level=14 vth0=0.3 lmin=1e-6 lmax=1e-5 wmin=1e-7 wmax=1e-5
`, 'w=1u l=1u nf=1');
  const at = (l: number, w: number, nf = 1, lib = bins, bin = ''): Promise<Task> => load({ lib, instances: `{ id: a, params: { w: ${w}, l: ${l}, nf: ${nf} } }`, model: `name: fet, type: nmos${bin}` });
  it('the first that holds the geometry, a nanometre beyond its edges included', async () => {
    expect((await at(1e-6, 1e-6)).model.card.value('vth0')).toBe(0.4);
    expect((await at(1.0005e-6, 1e-6)).model.card.value('vth0')).toBe(0.4);
    expect((await at(1.002e-6, 1e-6)).model.card.value('vth0')).toBe(0.3);
  });
  it('fingers share the width where the library sets wnflag', async () => {
    await expect(at(5e-7, 4e-5, 4)).rejects.toMatchObject({ code: 'PDK_BIN' });
    expect((await at(5e-7, 4e-5, 4, `.option wnflag=1\n${bins}`)).model.card.value('vth0')).toBe(0.4);
  });
  it('one outside its edges is taken on purpose, with a note', async () => {
    const nearest = await at(5e-8, 1e-6, 1, bins, ', bin: nearest');
    expect(nearest.model.card.value('vth0')).toBe(0.4);
    expect((nearest.remarks ?? []).join('\n')).toContain('bin nm.0 is taken on purpose: l=5e-8');
    expect((await at(5e-7, 1e-6, 1, bins, ', bin: "1"')).model.card.value('vth0')).toBe(0.3);
    await expect(at(5e-7, 1e-6, 1, bins, ', bin: nm.7')).rejects.toMatchObject({ code: 'PDK_BIN' });
  });
});

describe('expressions of the temperature', () => {
  const lib = fet('r1 d di {100*(1+1m*(temper-27))}\nm1 di g s b nm w={w} l={l}\n.model nm nmos level=1 vto={0.4-1m*(temper-27)} kp={1e-4*(1+temper/1000)}\n');
  it('are computed at the temperature of each curve', async () => {
    const task = await load({ lib, temperatures: [27, 127] });
    expect(task.instances.map(({ id, wrapper }) => [id, wrapper?.elements[0]?.value])).toEqual([['a at 27 C', 100], ['a at 127 C', expect.closeTo(110, 9)]]);
    expect(task.curves.map(({ instance, temperatureC }) => [instance, temperatureC])).toEqual([['a at 27 C', 27], ['a at 127 C', 127]]);
    expect([task.model.card, task.model.cards?.['a at 127 C']].map((card) => card?.value('vto'))).toEqual([0.4, expect.closeTo(0.3, 12)]);
    expect((task.remarks ?? []).join('\n')).toContain('computed at 27, 127 degrees Celsius');
  });
  it('a tunable among them keeps its difference, or its ratio on a log scale', async () => {
    const task = await load({ lib, temperatures: [27, 127], tunables: '{ name: vto, lo: 0.1, hi: 0.9, scale: lin }, { name: kp, lo: 1e-5, hi: 1e-3, scale: log }' });
    const { card, cards } = circuitWith(task, { vto: 0.5, kp: 2e-4 });
    expect([card.value('vto'), card.value('kp')]).toEqual([0.5, 2e-4]);
    expect(cards?.['a at 127 C']?.value('vto')).toBeCloseTo(0.4, 12);
    expect(cards?.['a at 127 C']?.value('kp')).toBeCloseTo(2e-4 * 1.127 / 1.027, 12);
    expect(testbenchOf(task).cards?.['a at 127 C']?.value('vto')).toBeCloseTo(0.3, 12);
    expect((task.remarks ?? []).join('\n')).toContain('vto, kp depend on the temperature');
  });
  it('at one temperature need one card', async () => {
    const task = await load({ lib, temperatures: [127] });
    expect(task.instances.map(({ id }) => id)).toEqual(['a']);
    expect(task.model.card.value('vto')).toBeCloseTo(0.3, 12);
  });
});

describe('tunables of the subcircuit and the library', () => {
  const lib = `.param shift=0.01\n${fet('rd d di {rsh*1u/w}\nm1 di g s b nm w={w} l={l}\n.model nm nmos level=1 vto={0.4+shift} kp=1e-4\n', 'w=1u l=1u rsh=300')}`;
  it('change the circuit', async () => {
    const task = await load({ lib, tunables: '{ name: rsh, lo: 10, hi: 1k, scale: log }, { name: shift, lo: -1, hi: 1, scale: lin, of: library }, { name: kp, lo: 1u, hi: 1m, scale: log }' });
    expect(task.tunables.map(({ name, of, start }) => [name, of, start])).toEqual([['rsh', 'wrapper', 300], ['shift', 'library', 0.01], ['kp', undefined, 1e-4]]);
    const { circuit, parameters } = testbenchOf(task);
    expect([parameters, circuit?.parameters]).toEqual([['rsh', 'shift', 'kp'], ['rsh', 'shift']]);
    const other = circuit?.of({ rsh: 600, shift: 0.1 });
    expect(other?.instances[0]?.wrapper?.elements[0]?.value).toBe(300);
    expect(other?.card.value('vto')).toBe(0.5);
    expect(cardText(task, circuitWith(task, { rsh: 600, shift: 0.1, kp: 2e-4 }))).toBe(`* fet as instance a of kit has it: numbers for its geometry and temperature
.subckt fet d g s b
rd d di 300
mtuned di g s b nm w=0.000002 l=0.000001
.model nm nmos
+ level = 1
+ vto = 0.5
+ kp = 0.0002
.ends fet
`);
  });
  it('must be there, and be said where they could be the model\'s', async () => {
    await expect(load({ lib, tunables: '{ name: shift2, lo: -1, hi: 1, scale: lin, of: library }' })).rejects.toMatchObject({ code: 'TASK_TUNABLE' });
    const both = lib.replace('kp=1e-4', 'kp=1e-4 rsh=1');
    await expect(load({ lib: both, tunables: '{ name: rsh, lo: 10, hi: 1k, scale: log }' })).rejects.toMatchObject({ code: 'TASK_TUNABLE', expected: 'of: model or of: wrapper' });
    expect((await load({ lib: both, tunables: '{ name: rsh, lo: 0.1, hi: 1k, scale: log, of: model }' })).tunables[0]?.start).toBe(1);
  });
});
