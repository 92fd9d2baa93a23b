import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { documentOf, evospice, temporaryFolder } from './support/cli.ts';

const kit = `.lib tt
.param shift=0.01
.subckt nch d g s b w=1u l=1u
m1 d g s b core w={w} l={l}
.model core.0 nmos level=54 version=4.5 lmin=1e-7 lmax=1e-6 wmin=1e-7 wmax=1e-4 toxe=2.6n vth0={0.4+shift} u0=0.03 vsat=1.2e5
.model core.1 nmos level=54 version=4.5 lmin=1e-6 lmax=1e-5 wmin=1e-7 wmax=1e-4 toxe=2.6n vth0={0.35+shift} u0=0.035 vsat=0.9e5
.ends nch
.endl tt
`;
const points = Array.from({ length: 13 }, (_, index) => index / 10);

interface Simulated { readonly curves: readonly { readonly instance: string; readonly vectors: readonly { readonly simulated: readonly number[] }[] }[] }

/** A task of these lengths; measured values are a placeholder that is scored but compared with nothing here. */
function taskOf(lengths: Readonly<Record<string, number>>): string {
  const folder = temporaryFolder('kit');
  writeFileSync(join(folder, 'kit.lib'), kit);
  writeFileSync(join(folder, 'idvg.csv'), `# sweep: vg\nvg (V),vd (V),id (A)\n${points.map((vg) => `${vg},0.6,${1e-6 * (1 + vg)}`).join('\n')}\n`);
  const names = Object.keys(lengths);
  writeFileSync(join(folder, 'task.yaml'), `schema: 1
id: kit
title: two bins of a design kit
device: { kind: mosfet, polarity: n, terminals: [d, g, s, b] }
model: { family: BSIM4, level: 54, card: kit.lib, section: tt, name: nch, type: nmos }
instances:
${names.map((name) => `- { id: ${name}, params: { w: 2.0e-06, l: ${lengths[name]} } }`).join('\n')}
data:
${names.map((name) => `- { file: idvg.csv, format: csv, instance: ${name}, temp_c: 27, curve: idvg, sweep: vg, bias: { d: vd, g: vg, s: 0, b: 0 }, measure: [{ col: id, node: d, kind: i }], split: train }`).join('\n')}
metric: { floor: 1.0e-12 }
tunables: [{ name: ua, init: 1.0e-09, lo: 1.0e-11, hi: 4.0e-09, scale: lin }]
`);
  return folder;
}

const vectorOf = (folder: string, instance: string): readonly number[] => {
  const result = evospice(['simulate', folder, '--simulator', 'ngspice', '--json']);
  expect(result.status, result.stderr).toBe(0);
  return documentOf<Simulated>(result).curves.find((curve) => curve.instance === instance)?.vectors[0]?.simulated ?? [];
};

test('two bins of a design kit in one task: each instance simulates as it does alone, and both cards are extracted', () => {
  const both = taskOf({ short: 2e-7, long: 5e-6 });
  const alone = { short: vectorOf(taskOf({ short: 2e-7 }), 'short'), long: vectorOf(taskOf({ long: 5e-6 }), 'long') };
  expect(alone.short).toHaveLength(points.length);
  expect(vectorOf(both, 'short')).toEqual(alone.short);
  expect(vectorOf(both, 'long')).toEqual(alone.long);
  expect(alone.short).not.toEqual(alone.long);

  const out = join(both, 'out');
  const result = evospice(['extract', both, '--optimizer', 'random', '--budget', '6', '--simulator', 'ngspice', '--out', out, '--json']);
  expect(result.status, result.stderr).toBe(0);
  const { parameters } = documentOf<{ parameters: { ua: number } }>(result);
  const uaIn = (file: string): number => Number(/\bua\s*=\s*(\S+)/.exec(readFileSync(join(out, file), 'utf8').replaceAll(/^\*.*$/gmu, ''))?.[1]);
  expect(existsSync(join(out, 'card.long.mod'))).toBe(true);
  for (const file of ['card.mod', 'card.long.mod']) expect(uaIn(file) / parameters.ua).toBeCloseTo(1, 9);
});

const power = `.option tnom=25
.subckt pow d g s w=10u l=1u rdrift=400
rd d di {rdrift*10u/w*(1+1m*(temper-27))}
rg g gi 3
m1 di gi s s core w={w} l={l} m=3
m2 di gi s s other w={w} l={l}
dbody s d dbd
.model core nmos level=1 vto=0.7 kp=100u tnom=27
.model other nmos level=1 vto=0.9 kp=100u tnom=27
.model dbd d is=1e-12 rs=0.01
.model other nmos level=1 vto=0.2
.ends
`;
const drains = [0, 1, 2, 3];

/** A power transistor with its parasitics at two temperatures. @param model keys of its model besides the file */
function powerTask(model: string, tunables: string): string {
  const folder = temporaryFolder('power');
  writeFileSync(join(folder, 'kit.lib'), power);
  writeFileSync(join(folder, 'idvd.csv'), `# sweep: vd\nvd (V),id (A)\n${drains.map((vd) => `${vd},${1e-3 * (1 + vd)}`).join('\n')}\n`);
  const entry = (celsius: number): string => `- { file: idvd.csv, format: csv, instance: a, temp_c: ${celsius}, curve: idvd, sweep: vd, bias: { d: vd, g: 2, s: 0 }, measure: [{ col: id, node: d, kind: i }], split: train }`;
  writeFileSync(join(folder, 'task.yaml'), `schema: 1
id: power
title: a power transistor in its subcircuit
device: { kind: mosfet, polarity: n, terminals: [d, g, s] }
model: { family: MOS1, card: kit.lib, name: pow, type: nmos${model} }
instances: [{ id: a, params: { w: 2.0e-05, m: 2 } }]
data:
${entry(27)}
${entry(125)}
metric: { floor: 1.0e-12 }
tunables: [${tunables}]
`);
  return folder;
}

/** Currents of ngspice itself on the same library, A. */
function byNgspice(folder: string, celsius: number, call: string): readonly number[] {
  writeFileSync(join(folder, 'raw.cir'), `raw\nx1 d g 0 ${call}\nvd d 0 1\nvg g 0 2\n.include kit.lib\n.temp ${celsius}\n.options reltol=1e-9 abstol=1e-15 vntol=1e-12\n.control\nset numdgt=12\nset nobreak\ndc vd 0 3 1\nprint i(vd)\nquit\n.endc\n.end\n`);
  const { stdout } = spawnSync('ngspice', ['-b', 'raw.cir'], { cwd: folder, encoding: 'utf8' });
  return [...stdout.matchAll(/^\d+\t\S+\t(\S+)/gm)].map((match) => -Number(match[1]));
}

const hasNgspice = spawnSync('ngspice', ['--version']).status === 0;
const rdrift = '{ name: rdrift, init: 400, lo: 100, hi: 1000, scale: log }, { name: kp, lo: 1u, hi: 1m, scale: log }';

test.skipIf(!hasNgspice)('everything in a subcircuit is simulated as ngspice does, at each temperature, and what was read how is said', () => {
  const folder = powerTask(', device: m1', rdrift);
  const result = evospice(['simulate', folder, '--simulator', 'ngspice-process', '--json']);
  expect(result.status, result.stderr).toBe(0);
  const { curves } = documentOf<Simulated>(result);
  for (const [index, celsius] of [27, 125].entries()) {
    const own = curves[index]?.vectors[0]?.simulated ?? [];
    const raw = byNgspice(folder, celsius, 'pow w=2e-5 m=2');
    expect(raw).toHaveLength(drains.length);
    for (const [point, value] of raw.entries()) expect(Math.abs((own[point] as number) - value)).toBeLessThanOrEqual(1e-6 * Math.abs(value) + 1e-15);
  }
  const { notes } = documentOf<{ notes: readonly string[] }>(result);
  const said = notes.join('\n');
  for (const part of ['rd, rg, m2, dbody of the subcircuit around m1', 'defined twice', 'm=3 of m1 is overridden', 'tnom=25', 'at 27, 125 degrees']) expect(said).toContain(part);
  expect(evospice(['simulate', folder, '--simulator', 'ngspice', '--set', 'rdrift=800', '--json']).stdout).not.toBe(result.stdout);
});

test('the device that is tuned is named by a key or an option, asked for where two could be meant', () => {
  const folder = powerTask('', rdrift);
  expect(documentOf(evospice(['simulate', folder, '--simulator', 'ngspice', '--json']))).toMatchObject({ error: { code: 'PDK_AMBIGUOUS', received: 'm1, m2', remedy: expect.stringContaining('model.device') } });
  expect(evospice(['simulate', folder, '--device', 'm2', '--simulator', 'ngspice', '--json']).status).toBe(0);
  const convert = ['convert', join(folder, 'kit.lib'), '--model', 'pow', '--geometry', 'w=2e-5', '--to', 'hspice', '--json'];
  expect(documentOf(evospice(convert))).toMatchObject({ error: { code: 'PDK_AMBIGUOUS', received: 'm1, m2, dbody', remedy: expect.stringContaining('--device') } });
  const { text, warnings } = documentOf<{ text: string; warnings: readonly { code: string; message: string }[] }>(evospice([...convert, '--device', 'm1']));
  expect(text).toMatch(/vto\s*=\s*0\.7/);
  expect(warnings.map(({ code }) => code)).toEqual(expect.arrayContaining(['WRAPPER_LEFT_OUT', 'TEMPERATURE_FIXED', 'LIBRARY_NOTE']));
  expect(warnings.find(({ code }) => code === 'WRAPPER_LEFT_OUT')?.message).toContain('rd, rg, m2, dbody');
});

test('a parameter of the subcircuit is extracted, and written with the subcircuit', () => {
  const folder = powerTask(', device: m1', rdrift);
  const out = join(folder, 'out');
  const result = evospice(['extract', folder, '--optimizer', 'random', '--budget', '5', '--simulator', 'ngspice', '--out', out, '--json']);
  expect(result.status, result.stderr).toBe(0);
  const { parameters } = documentOf<{ parameters: { rdrift: number; kp: number } }>(result);
  const card = readFileSync(join(out, 'card.mod'), 'utf8');
  expect(card).toContain('.subckt pow d g s');
  expect(Number(/^rd d di (\S+)/m.exec(card)?.[1]) / parameters.rdrift).toBeCloseTo(0.5, 9);
  expect(existsSync(join(out, 'card.a-at-125-C.mod'))).toBe(true);
});
