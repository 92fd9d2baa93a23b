import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NgspiceDialect } from '../cards/ngspice-dialect.ts';
import { resolveModel, type ResolvedModel } from './resolve-model.ts';

/** Cards of published design kits, not part of this repository. */
const root = process.env['EVOSPICE_DATA'] ?? join(import.meta.dirname, '../../../../../shared/data/devices');
const present = existsSync(join(root, 'p01-ihp-nmos-lv-w10-l013/card/original.spice'));
const missing = present ? '' : ' (skipped: the measured data is not here)';
const slopes = (device: string): Record<string, number> => Object.fromEntries(['toxe', 'vth0', 'voff', 'nfactor'].flatMap((each) => [`${each}_slope`, `${each}_slope1`, `${each}_slope_spectre`]).map((suffix) => [`${device}__${suffix}`, 0]));

/** Every number that is on the flattened card of the task must come out of the library, but for terms of length and width, which were folded there. */
function compare(resolved: ResolvedModel, task: string, model: string, geometry?: { readonly l: number; readonly w: number }): number {
  const start = new NgspiceDialect().parse(readFileSync(join(root, task, 'card/start.mod'), 'utf8'), { file: task, model });
  let compared = 0;
  for (const name of resolved.card.names()) {
    const value = resolved.card.value(name);
    const expected = start.value(name);
    if (value === undefined || expected === undefined) continue;
    // Terms of the stress parameters are of another kind and were left alone.
    const terms = geometry === undefined || /^k(?:vth0|u0)$/.test(name) ? 0 : (['l', 'w', 'p'] as const).reduce((sum, term) => sum + (resolved.card.value(`${term}${name}`) ?? 0) / folded(resolved, geometry, term), 0);
    expect(Math.abs(value + terms - expected), name).toBeLessThanOrEqual(2e-6 * Math.abs(expected) + 1e-30);
    compared += 1;
  }
  return compared;
}

/** Effective length, width and their product in metres, as BSIM4 forms them for its geometry terms when `binunit` is not 1. */
function folded(resolved: ResolvedModel, { l, w }: { readonly l: number; readonly w: number }, term: 'l' | 'w' | 'p'): number {
  const of = (name: string): number => resolved.card.value(name) ?? 0;
  const length = l + of('xl') - 2 * of('lint');
  const width = w + of('xw') - 2 * of('wint');
  return term === 'l' ? length : term === 'w' ? width : length * width;
}

describe('libraries of published design kits', () => {
  it.skipIf(!present)(`SKY130 n-channel bin with mismatch expressions${missing}`, () => {
    const geometry = { l: 0.15e-6, w: 7e-6 };
    const resolved = resolveModel({ file: join(root, 'p01-ihp-nmos-lv-w10-l013/card/original.spice'), name: 'sky130_fd_pr__nfet_01v8__model', instance: { ...geometry, mult: 1 }, parameters: slopes('sky130_fd_pr__nfet_01v8') });
    expect(resolved.report.bin?.model).toBe('sky130_fd_pr__nfet_01v8__model.8');
    expect(resolved.report.expressions.map(({ parameter }) => parameter)).toContain('vth0');
    expect(compare(resolved, 'p04-sky-nfet-01v8-recentre', 'start_nfet', geometry)).toBeGreaterThan(150);
  });

  it.skipIf(!present)(`SKY130 p-channel bin${missing}`, () => {
    // The corner's offsets of the stress parameters are in another file of the kit; their bases are 0.
    const start = new NgspiceDialect().parse(readFileSync(join(root, 'p07-sky-pfet-01v8-from-ff/card/start.mod'), 'utf8'), { file: 'start.mod' });
    const offsets = Object.fromEntries(['wlod', 'kvth0', 'lkvth0', 'wkvth0', 'ku0', 'lku0', 'wku0', 'kvsat'].map((name) => [`sky130_fd_pr__pfet_01v8__${name}_diff`, start.value(name)!]));
    const resolved = resolveModel({ file: join(root, 'p07-sky-pfet-01v8-from-ff/card/original.spice'), name: 'sky130_fd_pr__pfet_01v8__model', instance: { l: 0.15e-6, w: 7e-6, mult: 1 }, parameters: { ...slopes('sky130_fd_pr__pfet_01v8'), ...offsets } });
    expect(resolved.card.type).toBe('pmos');
    expect(compare(resolved, 'p07-sky-pfet-01v8-from-ff', 'start_pfet', { l: 0.15e-6, w: 7e-6 })).toBeGreaterThan(150);
  });

  it.skipIf(!present)(`a geometry outside the bin is refused${missing}`, () => {
    expect(() => resolveModel({ file: join(root, 'p01-ihp-nmos-lv-w10-l013/card/original.spice'), name: 'sky130_fd_pr__nfet_01v8__model', instance: { l: 1e-6, w: 7e-6, mult: 1 }, parameters: slopes('sky130_fd_pr__nfet_01v8') })).toThrow(expect.objectContaining({ code: 'PDK_BIN' }));
  });

  it.skipIf(!present)(`GF180MCU bin with corner offsets${missing}`, () => {
    const corner = Object.fromEntries(['tox', 'xl', 'xw', 'vth0', 'noia', 'noib', 'noic'].map((name) => [`nmos_6p0_${name}`, 0]));
    const resolved = resolveModel({ file: join(root, 'p06-sky-nfet-g5v0-from-gf180-6v/card/original.spice'), name: 'nmos_6p0', instance: { l: 1e-6, w: 10e-6 }, parameters: { ...corner, nmos_6p0_vsat: 1, nmos_6p0_cgso: 1, nmos_6p0_cgdo: 1 } });
    expect(resolved.report.bin?.model).toBe('nmos_6p0.0');
    expect(resolved.card.name).toBe('nmos_6p0');
    expect(compare(resolved, 'p06-sky-nfet-g5v0-from-gf180-6v', 'start_nmos5v')).toBeGreaterThan(200);
  });

  it.skipIf(!present)(`IHP bipolar subcircuit with scaling expressions${missing}`, () => {
    // The card is an excerpt that ends before its .ends.
    const corner = Object.fromEntries(['cje', 'cjc', 'cjcp', 'is', 'ibei', 're', 'rcx', 'rbx', 'tf', 'rth'].map((name) => [`vbic_${name}`, 1]));
    const resolved = resolveModel({ file: join(root, 'p08-ihp-npn13g2-vbic/card/original.spice'), name: 'npn13G2l', instance: { nx: 1 }, parameters: corner, readFile: (path) => `${readFileSync(path, 'utf8')}\n.ends\n` });
    expect(resolved.report.device?.name).toBe('Qnpn13G2l');
    expect(resolved.card.value('cje')).toBeCloseTo(5.8036533e-15, 22);
    expect(resolved.card.value('re')! / 10.8044702).toBeCloseTo(1, 8);
  });

  it.skipIf(!present)(`SKY130 bipolar subcircuit with mismatch${missing}`, () => {
    const { card, report } = resolveModel({ file: join(root, 'p09-ihp-pnpmpa-gummelpoon/card/sky130_fd_pr__pnp_05v5_W0p68L0p68.model.spice'), name: 'sky130_fd_pr__pnp_05v5_W0p68L0p68', parameters: { dkispp: 1, dkbfpp: 0.9515, dknfpp: 1 } });
    expect(card.value('bf')).toBeCloseTo(19.35 * 0.9515, 10);
    expect(card.value('is')).toBeCloseTo(1.5075e-18, 26);
    expect(report.device?.name).toMatch(/^q/);
  });

  it.skipIf(!present)(`IHP library: section, include inside a subcircuit, conditions, PSP${missing}`, () => {
    const resolved = resolveModel({ file: join(root, 'p13-ihp-nmos-lv-psp103/card/cornerMOSlv.lib'), section: 'mos_tt', name: 'sg13_lv_nmos', instance: { w: 1e-5, l: 1.3e-7, ng: 1 } });
    expect(resolved.report.files).toHaveLength(3);
    expect(resolved.card.type).toBe('psp103va');
    // 2.2404e-09 times the corner's 1.0; -0.94312 times 1.0; 0.015058 times 1.2080.
    expect(resolved.card.value('toxo')).toBeCloseTo(2.2404e-9, 18);
    expect(resolved.card.value('vfbo')).toBeCloseTo(-0.94312, 12);
    expect(resolved.card.value('ctl')).toBeCloseTo(0.015058 * 1.208, 12);
    // One finger: both junctions are max(w/ng, wmin)*(z1 + 0*z2).
    expect(resolved.instance['ad']).toBeCloseTo(1e-5 * 0.34e-6, 20);
    const rf = resolveModel({ file: join(root, 'p13-ihp-nmos-lv-psp103/card/cornerMOSlv.lib'), section: 'mos_ff', name: 'sg13_lv_nmos', instance: { w: 1e-5, l: 1.3e-7, ng: 2, rfmode: 1 } });
    expect(rf.card.name).toBe('sg13g2_lv_nmos_psp_rf');
  });
});
