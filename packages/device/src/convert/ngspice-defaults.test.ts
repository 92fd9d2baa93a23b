import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NgspiceDialect } from '../cards/ngspice-dialect.ts';
import { genericDevices } from '../generic/generic-devices.ts';
import type { ModelFamily } from '../knowledge/model-family.ts';
import { defaultOf } from './family-table.ts';
import { modelFamilies } from './families/model-families.ts';

const installed = spawnSync('ngspice', ['--version']).status === 0;
const missing = installed ? '' : ' (skipped: ngspice is not installed)';
const letters: Readonly<Record<string, string>> = { mosfet: 'm', soi: 'm', bjt: 'q', diode: 'd', jfet: 'j', vdmos: 'm' };

/** Devices that differ from the generic card in one parameter each, all in one circuit at one bias and two temperatures; currents of terminals and capacitance of the first. */
function run(family: ModelFamily, variants: readonly string[]): number[][] {
  const { device, card, instances, model } = genericDevices[family];
  const params = Object.entries(instances[0]!.params).map(([key, value]) => `${key}=${value}`).join(' ');
  const bias = ({ bsim4: [0.8, 0.7], bsim3: [2, 1.5], diode: [0.55], 'gummel-poon': [0.4, 0.75], vbic: [0.5, 0.8], jfet: [3, -0.5], vdmos: [4, 4] } as Partial<Record<ModelFamily, readonly number[]>>)[family] ?? [];
  const rows: number[][] = variants.map(() => []);
  for (const temperature of [27, 80]) {
    const lines = ['* one variant a device', `.temp ${temperature}`, '.option abstol=1e-18 reltol=1e-9 vntol=1e-12 gmin=1e-15'];
    const prints: string[] = [];
    variants.forEach((extra, index) => {
      const name = `v${index}x`;
      lines.push(`${card.replace(`.model ${model.name}`, `.model ${name}`).trimEnd()}\n${extra === '' ? '' : `+ ${extra}`}`);
      const nodes = device.terminals.map((terminal) => `${terminal}${index}`);
      lines.push(`${letters[device.kind]}${index} ${nodes.join(' ')} ${name} ${params}`);
      device.terminals.forEach((_, place) => lines.push(`v${nodes[place]} ${nodes[place]} 0 dc ${bias[place] ?? 0}${place === 0 ? ' ac 1' : ''}`));
      for (const node of nodes) prints.push(`let x = real(i(v${node}))`, 'print x', `let y = imag(i(v${node}))`, 'print y');
    });
    const folder = mkdtempSync(join(tmpdir(), 'evospice-defaults-'));
    try {
      writeFileSync(join(folder, 'deck.cir'), [...lines, '.control', 'set numdgt=14', 'op', ...device.terminals.flatMap((terminal) => variants.map((_, index) => `print i(v${terminal}${index})`)), 'ac lin 1 1e5 1e5', ...prints, 'quit', '.endc', '.end', ''].join('\n'));
      const { stdout } = spawnSync('ngspice', ['-b', 'deck.cir'], { cwd: folder, encoding: 'utf8', timeout: 60_000, env: { ...process.env, OMP_NUM_THREADS: '1' } });
      const dc = [...stdout.matchAll(/^i\(v[a-z]+(\d+)\) = (\S+)$/gm)];
      const ac = [...stdout.matchAll(/^[xy] = (\S+)$/gm)].map(([, value]) => Number(value));
      if (dc.length !== variants.length * device.terminals.length || ac.length !== 2 * dc.length) throw new Error(`ngspice answered with ${dc.length} currents: ${stdout.slice(0, 2000)}`);
      for (const [, index, value] of dc) rows[Number(index)]!.push(Number(value));
      ac.forEach((value, place) => rows[Math.floor(place / (2 * device.terminals.length))]!.push(value));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return rows;
}

describe('defaults of the family tables', () => {
  it.skipIf(!installed).each(['diode', 'gummel-poon', 'vbic', 'jfet', 'vdmos'] as const)(`%s: ngspice computes the same with a default written out${missing}`, (family) => {
    const table = modelFamilies.get(family)!;
    const card = new NgspiceDialect().parse(genericDevices[family].card, { file: family });
    const { model } = new NgspiceDialect().toNeutral(card);
    const names = Object.keys(table.defaults).filter((name) => !model.parameters.has(name));
    const variants = names.map((name) => `${name} = ${defaultOf(name, table.defaults, table, model.parameters)}`);
    const [plain, ...others] = run(family, ['', ...variants]);
    expect(names.length).toBeGreaterThan(5);
    const different = names.filter((_, index) => others[index]!.some((value, place) => Math.abs(value - plain![place]!) > 1e-9 * Math.abs(plain![place]!) + 1e-24));
    expect(different).toEqual([]);
  });
});
