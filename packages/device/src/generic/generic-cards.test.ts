import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Curve, ModelCard, SimulatedCurve, Simulator, Testbench } from '@evospice/contracts';
import { describe, expect, it } from 'vitest';
import { NgspiceDialect } from '../cards/ngspice-dialect.ts';
import { generateTaskWithTruth } from '../generator/generate-task.ts';
import { sweepCurves } from './sweep-curves.ts';
import { generatedFamilies, genericDevice, genericDevices } from './generic-devices.ts';

const version = /ngspice-(\S+)/.exec(spawnSync('ngspice', ['--version'], { encoding: 'utf8' }).stdout ?? '')?.[1];
const missing = version === undefined ? ' (skipped: ngspice is not installed)' : '';
const letters: Readonly<Record<string, string>> = { mosfet: 'm', soi: 'm', bjt: 'q', diode: 'd', jfet: 'j', vdmos: 'm' };

/** A plain `ngspice -b` run with one device a point: slow, and too simple to share a mistake with a real simulator plugin. */
function simulateWithNgspice(testbench: Testbench, card: ModelCard): { curves: SimulatedCurve[]; log: string } {
  const folder = mkdtempSync(join(tmpdir(), 'evospice-card-'));
  try {
    const curves: SimulatedCurve[] = [];
    let log = '';
    const groups = new Map<string, Curve[]>();
    for (const curve of testbench.curves) {
      const key = `${curve.temperatureC} ${curve.frequency ?? 0}`;
      groups.set(key, [...(groups.get(key) ?? []), curve]);
    }
    for (const [, group] of groups) {
      const { deck, names } = deckOf(testbench, card, group);
      writeFileSync(join(folder, 'deck.cir'), deck);
      const { stdout, stderr } = spawnSync('ngspice', ['-b', 'deck.cir'], { cwd: folder, encoding: 'utf8', timeout: 60_000, env: { ...process.env, OMP_NUM_THREADS: '1' } });
      log += stdout + stderr;
      const values = new Map([...stdout.matchAll(/^(\S+) = (\S+?)(?:,(\S+))?$/gm)].map(([, name, real, imaginary]) => [name!.toLowerCase(), Number(imaginary ?? real)]));
      for (const curve of group) {
        curves.push({ curve: curve.id, vectors: curve.measured.map((_, which) => Float64Array.from(curve.x, (_x, point) => values.get(names(curve, which, point)) ?? Number.NaN)) });
      }
    }
    return { curves: testbench.curves.map((curve) => curves.find((each) => each.curve === curve.id)!), log };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function deckOf(testbench: Testbench, card: ModelCard, curves: readonly Curve[]): { deck: string; names: (curve: Curve, which: number, point: number) => string } {
  const [first] = curves as [Curve, ...Curve[]];
  const lines = ['* one device a point', card.toString(), `.temp ${first.temperatureC}`, '.option abstol=1e-16 reltol=1e-7 vntol=1e-9 gmin=1e-15'];
  const prints: string[] = [];
  const names = (curve: Curve, which: number, point: number): string => `r${curves.indexOf(curve)}_${which}_${point}`;
  curves.forEach((curve, c) => {
    const params = testbench.instances.find((instance) => instance.id === curve.instance)!.params;
    curve.x.forEach((_, point) => {
      const node = (terminal: string): string => `${terminal}${c}_${point}`;
      lines.push(`${letters[testbench.device.kind]}${c}_${point} ${testbench.device.terminals.map(node).join(' ')} ${card.name} ${Object.entries(params).map(([name, value]) => `${name}=${value}`).join(' ')}`);
      for (const { terminal, quantity, values } of curve.drives) {
        const ac = curve.measured[0]?.hi?.includes(terminal) === true ? ' ac 1' : '';
        if (quantity === 'v') lines.push(`v${node(terminal)} ${node(terminal)} 0 dc ${values[point]}${ac}`);
        else lines.push(`i${node(terminal)} 0 ${node(terminal)} dc ${values[point]}`);
      }
      curve.measured.forEach((vector, which) => {
        const name = names(curve, which, point);
        if (vector.kind === 'c') prints.push(`let ${name} = -imag(i(v${node(vector.hi![0]!)}))/(2*pi*${curve.frequency})`);
        else prints.push(vector.kind === 'i' ? `let ${name} = -i(v${node(vector.node!)})` : `let ${name} = v(${node(vector.node!)})`);
        prints.push(`print ${name}`);
      });
    });
  });
  const analysis = first.frequency === undefined ? 'op' : `ac lin 1 ${first.frequency} ${first.frequency}`;
  return { names, deck: [...lines, '.control', 'set numdgt=12', 'set width=400', analysis, ...prints, 'quit', '.endc', '.end', ''].join('\n') };
}

const plainNgspice: Simulator = {
  name: 'plain-ngspice',
  probe: async () => ({ available: version !== undefined }),
  open: async (testbench) => ({
    simulate: async ({ candidates }) =>
      candidates.map((candidate) => {
        const card = testbench.card.with(Object.fromEntries(testbench.parameters.map((name, index) => [name, candidate[index]!])));
        const { curves } = simulateWithNgspice(testbench, card);
        const finite = curves.every((curve) => curve.vectors.every((vector) => vector.every(Number.isFinite)));
        return finite ? { ok: true, curves } : { ok: false, failure: { code: 'NOT_CONVERGED', message: 'a point is missing' } };
      }),
    close: async () => {},
  }),
};

/** A floating body finds no operating point among hundreds of others: SOI is left to the tests of the simulator plugin, which sweep it. */
const plainly = generatedFamilies.filter((family) => genericDevices[family].device.kind !== 'soi');

describe('generic cards', () => {
  it.each(generatedFamilies)('%s: every tunable is on the card, strictly inside its bounds', (family) => {
    const device = genericDevices[family];
    const card = new NgspiceDialect().parse(device.card, { file: family, model: device.model.name });
    expect(card.type).toBe(device.model.type);
    for (const { name, lower, upper, scale } of device.tunables) {
      expect(card.value(name), name).toBeDefined();
      expect(card.value(name)!).toBeGreaterThan(scale === 'lin' && lower === 0 ? -1e-300 : lower);
      expect(card.value(name)!).toBeLessThan(upper);
    }
  });

  it.skipIf(version === undefined).each(plainly)(`%s runs in ngspice without complaint and every sweep carries current${missing}`, (family) => {
    const device = genericDevices[family];
    const card = new NgspiceDialect().parse(device.card, { file: family, model: device.model.name });
    const instances = device.instances.map(({ id, params }) => ({ id, params, info: {} }));
    const curves = sweepCurves(device, instances, 'tiny', 'test');
    const { curves: simulated, log } = simulateWithNgspice({ id: family, device: device.device, instances, curves, card, parameters: [] }, card);
    expect(log).not.toMatch(/unrecognized|unknown|warning|error|ignored/i);
    simulated.forEach(({ vectors }, index) => {
      curves[index]!.measured.forEach((measured, which) => {
        const values = vectors[which]!;
        expect(values.every(Number.isFinite), curves[index]!.id).toBe(true);
        expect(Math.max(...values.map(Math.abs)), `${curves[index]!.id} ${measured.column}`).toBeGreaterThan(measured.floor);
      });
    });
  });

  it.each(generatedFamilies.filter((family) => genericDevices[family].complement !== undefined))('%s: the p-type card is of its own type, with tunables inside their bounds', (family) => {
    const device = genericDevice(family, 'p');
    const card = new NgspiceDialect().parse(device.card, { file: family, model: device.model.name });
    expect(card.type).toBe(device.model.type);
    expect(card.type).not.toBe(genericDevices[family].model.type);
    for (const { name, lower, upper, scale } of device.tunables) {
      expect(card.value(name)!, name).toBeGreaterThan(scale === 'lin' && lower === 0 ? -1e-300 : lower);
      expect(card.value(name)!, name).toBeLessThan(upper);
    }
  });

  it('refuses a p-type diode by name', () => {
    expect(() => genericDevice('diode', 'p')).toThrow(expect.objectContaining({ code: 'TASK_GENERATE', received: 'p' }));
  });

  it.skipIf(version === undefined).each(plainly)(`%s: a task is generated whose truth fits it to the noise${missing}`, async (family) => {
    const { task, truth } = await generateTaskWithTruth({ family, seed: 5, points: 'tiny' }, plainNgspice);
    const testbench: Testbench = { id: task.id, device: task.device, instances: task.instances, curves: task.curves, card: task.model.card, parameters: [] };
    const error = (card: ModelCard): number => {
      const { curves } = simulateWithNgspice(testbench, card);
      const squares = task.curves.flatMap((curve, index) =>
        curve.measured.flatMap((vector, which) =>
          [...vector.values].flatMap((value, point) => (Math.abs(value) < vector.floor ? [] : [((curves[index]!.vectors[which]![point]! - value) / value) ** 2]))),
      );
      return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length);
    };
    // 0.5 % relative noise, and at most 10 % additive noise at the floor: the truth must fit to a few per cent.
    expect(error(task.model.card.with(truth))).toBeLessThan(0.05);
    expect(error(task.model.card)).toBeGreaterThan(0.15);
    for (const { name, lower, upper, start } of task.tunables) {
      expect(truth[name]).toBeGreaterThanOrEqual(lower);
      expect(truth[name]).toBeLessThanOrEqual(upper);
      expect(task.model.card.value(name)).toBe(start);
    }
  });
});
