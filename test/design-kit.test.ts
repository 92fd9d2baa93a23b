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
  const result = evospice(['simulate', folder, '--simulator', 'ngspice-wasm', '--json']);
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
  const result = evospice(['extract', both, '--optimizer', 'random', '--budget', '6', '--simulator', 'ngspice-wasm', '--out', out, '--json']);
  expect(result.status, result.stderr).toBe(0);
  const { parameters } = documentOf<{ parameters: { ua: number } }>(result);
  const uaIn = (file: string): number => Number(/\bua\s*=\s*(\S+)/.exec(readFileSync(join(out, file), 'utf8'))?.[1]);
  expect(existsSync(join(out, 'card.long.mod'))).toBe(true);
  for (const file of ['card.mod', 'card.long.mod']) expect(uaIn(file) / parameters.ua).toBeCloseTo(1, 9);
});
