import { describe, expect, it } from 'vitest';
import { bipolarFits, transistorFits } from '../testing/device-curves.ts';
import { groupFits } from './fit-groups.ts';

describe('figures of fits', () => {
  it('puts one kind on one instance into one figure and labels curves by what differs', () => {
    const groups = groupFits(transistorFits({ instances: ['w1', 'w2'], points: 5 }));
    expect(groups.map((group) => group.title)).toEqual(['Id–Vg · idvg · w1 · 27 °C', 'Id–Vd · idvd · w1 · 27 °C', 'Id–Vg · idvg · w2 · 27 °C', 'Id–Vd · idvd · w2 · 27 °C']);
    expect(groups[0]).toMatchObject({ shared: 'Vs\u00a0=\u00a00\u00a0V', xLabel: 'Vg (V)', yLabel: 'Id (A)', yLabelLog: '|Id| (A)', floor: 1e-9, unit: 'A' });
    expect(groups[0]?.curves.map((curve) => curve.label)[0]).toBe('Vd\u00a0=\u00a050\u00a0mV, Vb\u00a0=\u00a0−1.8\u00a0V');
    expect(new Set(groups[0]?.curves.map((curve) => curve.label)).size).toBe(9);
  });

  it('holds columns of one sweep, units and temperatures apart', () => {
    expect(groupFits(bipolarFits()).map((group) => [group.title, group.yLabel, group.curves.length])).toEqual([
      ['Ic–Vb · gummel · Nx8 · 27 °C', 'Ic (A)', 1], ['Ib–Vb · gummel · Nx8 · 27 °C', 'Ib (A)', 1], ['Ic–Vc · output_ib · Nx8 · 27 °C', 'Ic (A)', 5], ['Cg_sdb–Vg · cv · Nx8 · −40 °C', 'Cg_sdb (F)', 1],
    ]);
  });

  it('tells curves with equal biases apart by their ids', () => {
    const [fit] = bipolarFits();
    if (fit === undefined) throw new Error('no fit');
    const [group] = groupFits([{ ...fit, curve: 'a/gummel' }, { ...fit, curve: 'a/gummel#2' }]);
    expect(group?.curves.map((curve) => curve.label)).toEqual(['gummel', 'gummel#2']);
  });

  it('leaves out a floor that only says "never scored"', () => {
    const [fit] = bipolarFits();
    if (fit === undefined) throw new Error('no fit');
    expect(groupFits([{ ...fit, quantity: 'v', floor: Number.MAX_VALUE }])[0]?.floor).toBeNull();
  });

  it('loses no curve and no point', () => {
    const fits = [...transistorFits({ instances: ['w1', 'w2', 'w3'], points: 9 }), ...bipolarFits()];
    const shown = groupFits(fits).flatMap((group) => group.curves);
    expect(shown.map((curve) => curve.id).toSorted()).toEqual(fits.map((fit) => fit.curve).toSorted());
    expect(shown.reduce((sum, curve) => sum + curve.measured.length, 0)).toBe(fits.reduce((sum, fit) => sum + fit.measured.length, 0));
  });
});
