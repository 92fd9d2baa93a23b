import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupFits } from '../model/fit-groups.ts';
import type { FitGroup } from '../model/fit-model.ts';
import { bipolarFits, transistorFits } from '../testing/device-curves.ts';
import { archiveChart, islandModels } from './archive-chart.ts';
import { decadeRange, logAxisRange, roundRange } from './axes.ts';
import { fitChart, liveFitChart } from './fit-chart.ts';

const dots = (svg: string): number => [...svg.matchAll(/<path [^>]*\bd="([^"]*)"[^>]*stroke-width="3\.6"/gu)].reduce((sum, match) => sum + (match[1]?.match(/h0/gu)?.length ?? 0), 0);
const lines = (svg: string, width: string): number => [...svg.matchAll(new RegExp(`<path [^>]*stroke-width="${width}"`, 'gu'))].length;
const first = (fits: Parameters<typeof groupFits>[0]): FitGroup => {
  const [group] = groupFits(fits);
  if (group === undefined) throw new Error('no figure');
  return group;
};

describe('fit charts', () => {
  const group = first(transistorFits({ instances: ['w1'], points: 31 }));

  it('draws every measured point on the linear scale and every non-zero one on the logarithmic scale', () => {
    const zeros = { ...group, curves: group.curves.map((curve, index) => (index === 0 ? { ...curve, measured: curve.measured.map((value, point) => (point < 3 ? 0 : value)) } : curve)) };
    expect(dots(fitChart(zeros, 'linear', 'x').svg)).toBe(9 * 31);
    const log = fitChart(zeros, 'log', 'x');
    expect(dots(log.svg)).toBe(9 * 31 - 3);
    expect(log.notes.join(' ')).toContain('3 measured zeros left out');
  });

  it('draws one line before and one after for each curve, and none where the simulation failed', () => {
    const { svg } = fitChart(group, 'linear', 'x');
    expect(lines(svg, '1.4')).toBe(9);
    expect(svg.match(/stroke-dasharray="4,3"/gu)).toHaveLength(9);
    const failed = fitChart({ ...group, curves: group.curves.map((curve) => ({ ...curve, after: null, before: null })) }, 'linear', 'x');
    expect(lines(failed.svg, '1.4')).toBe(0);
    expect(dots(failed.svg)).toBe(9 * 31);
  });

  it('puts a class on everything of a curve, and values on its points', () => {
    const { svg } = fitChart(group, 'linear', 'x');
    for (const [index, curve] of group.curves.entries()) {
      expect(svg.match(new RegExp(`<path class="k${index}"`, 'gu'))?.length).toBe(curve.split === 'train' ? 3 : 4);
      expect(svg).toContain(`<g class="k${index}"><path d="M`);
    }
    const places = [...svg.matchAll(/<path d="M[^"]*h0"><title>([^<]*)<\/title>/gu)].map((match) => match[1]);
    // 9 curves of 31 points are thinned out to one of two.
    expect(places).toHaveLength(140);
    expect(places[0]).toMatch(/^Vd.*\nVg \(V\): .*\nmeasured .*A\nbefore .*A, after .*A$/u);
  });

  it.each(['linear', 'log'] as const)('puts lines that come later where the %s figure has them', (scale) => {
    const live = liveFitChart(group, scale, 'x');
    expect(live.svg.match(/<path class="now k\d" [^>]*>/gu)).toHaveLength(9);
    expect(live.svg).toContain('clip-path="url(#x-now)"');
    expect(dots(live.svg)).toBe(9 * 31);
    expect(live.svg).not.toMatch(/after/u);
    // Axes are those of a figure whose fit is its start.
    const { svg } = fitChart({ ...group, curves: group.curves.map((curve) => ({ ...curve, after: curve.before })) }, scale, 'x');
    const dashed = [...svg.matchAll(/<path [^>]*\bd="([^"]*)"[^>]*stroke-dasharray="4,3"/gu)].map(([, d]) => [...d!.matchAll(/[\d.]+/gu)].map(Number));
    for (const [index, curve] of group.curves.entries()) {
      const places = [...live.line(index, curve.before!).matchAll(/[\d.]+/gu)].map(Number);
      expect(places).toHaveLength(2 * 31);
      // Rounded to a tenth of a pixel.
      places.forEach((place, at) => expect(Math.abs(place - dashed[index]![at]!)).toBeLessThan(0.11));
    }
    expect(live.line(0, group.curves[0]!.x.map(() => Number.NaN))).toBe('');
    expect(liveFitChart({ ...group, curves: [] }, scale, 'x').line(0, [])).toBe('');
  });

  it('marks held-out points as hollow', () => {
    expect(lines(fitChart(group, 'linear', 'x').svg, '1.9')).toBe(3);
  });

  it('says when a line leaves the picture', () => {
    const wild = { ...group, curves: group.curves.map((curve) => ({ ...curve, before: curve.measured.map((value) => value * 1000) })) };
    expect(fitChart(wild, 'linear', 'x').notes).toEqual(['The line before the fit leaves the picture.']);
    expect(fitChart(group, 'linear', 'x').notes).toEqual([]);
  });

  it('takes curves of one point, of zeros only, and with values that are not finite', () => {
    const shapes: FitGroup[] = [
      { ...group, curves: [{ ...(group.curves[0] as FitGroup['curves'][number]), x: [0.5], measured: [1e-6], before: [1e-6], after: [2e-6] }] },
      { ...group, curves: [{ ...(group.curves[0] as FitGroup['curves'][number]), x: [0, 1], measured: [0, 0], before: null, after: [0, 0] }] },
      { ...group, curves: [{ ...(group.curves[0] as FitGroup['curves'][number]), x: [0, 1, 2], measured: [1, Number.NaN, 2], before: [Number.POSITIVE_INFINITY, 1, 1], after: [1, 1, 1] }] },
      { ...group, curves: [] },
    ];
    for (const shape of shapes) for (const scale of ['linear', 'log'] as const) {
      const { svg, notes } = fitChart(shape, scale, 'x');
      expect(svg).not.toMatch(/NaN|Infinity|undefined/u);
      expect(svg !== '' || notes.length > 0).toBe(true);
    }
  });

  it('is the same picture each time, with no colour of its own and nothing to fetch', () => {
    const [capacitance] = groupFits(bipolarFits()).slice(-1);
    if (capacitance === undefined) throw new Error('no figure');
    const once = fitChart(capacitance, 'linear', 'x').svg;
    expect(fitChart(capacitance, 'linear', 'x').svg).toBe(once);
    expect([...once.matchAll(/(?:stroke|fill)="([^"]*)"/gu)].map((match) => match[1]).filter((colour) => colour !== 'none' && colour?.startsWith('var(') === false && colour !== '#000')).toEqual([]);
    expect(once.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|href|class="zr|ecmeta/u);
  });
});

describe('axes', () => {
  it('widens ranges to round steps, four to twelve of them', () => {
    fc.assert(fc.property(fc.double({ min: -1e3, max: 1e3, noNaN: true }), fc.double({ min: 1e-6, max: 1e3, noNaN: true }), (low, span) => {
      const range = roundRange(low, low + span);
      const steps = (range.max - range.min) / range.interval;
      expect(range.min).toBeLessThanOrEqual(low + 0.021 * range.interval);
      expect(range.max).toBeGreaterThanOrEqual(low + span - 0.021 * range.interval);
      expect(steps).toBeGreaterThan(3);
      expect(steps).toBeLessThan(13);
    }));
  });

  it('spans whole decades, at most eight ticks apart', () => {
    // Nine decades between 1e-12 and 1e-3 take ticks two apart, and begin and end on one.
    const { min: bottom, max: top, interval: step } = decadeRange(3e-12, 4e-4);
    expect([Math.log10(bottom), Math.log10(top), step].map(Math.round)).toEqual([-12, -2, 2]);
    fc.assert(fc.property(fc.double({ min: -20, max: 2, noNaN: true }), fc.double({ min: 0, max: 18, noNaN: true }), (exponent, decades) => {
      const { min, max, interval } = decadeRange(10 ** exponent, 10 ** (exponent + decades));
      expect(Math.log10(min)).toBeLessThanOrEqual(exponent + 1e-6);
      expect(Math.log10(max)).toBeGreaterThanOrEqual(exponent + decades - 1e-6);
      expect(Math.log10(max / min) / interval).toBeLessThanOrEqual(10);
    }));
  });
});

describe('narrow log axes', () => {
  it('label at least two round values inside the range', () => {
    fc.assert(fc.property(fc.double({ min: -15, max: 3, noNaN: true }), fc.double({ min: 0.02, max: 1.47, noNaN: true }), (exponent, decades) => {
      const low = 10 ** exponent;
      const { min, max, ticks = [] } = logAxisRange(low, low * 10 ** decades);
      expect(min).toBeLessThan(low);
      expect(max).toBeGreaterThan(low * 10 ** decades);
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(14);
      expect(ticks.every((tick) => tick >= min && tick <= max)).toBe(true);
    }));
  });
});

describe('archive map', () => {
  const axes = [{ descriptor: 'exploration', low: 0, high: 1, bins: 4 }, { descriptor: 'speed', low: -1, high: 1, bins: 4 }, { descriptor: 'length', low: 0, high: 100, bins: 2 }];
  const cell = (at: readonly number[] | null, id: string, objective: number) => ({ cell: at, id, objective, parents: [], measures: { exploration: 0.3, speed: 0 } });
  const grid = { kind: 'grid' } as const;

  it('shows a title for each cell, the best of those behind one another, and marks the champion', () => {
    const picture = archiveChart({ axes, shape: grid, elites: [cell([0, 0, 0], 'p1', 0.2), cell([0, 0, 1], 'p2', 0.6), cell([3, 3, 0], 'p3', 0.4)], coverage: 0.1, qdScore: 1.2, champion: 'p2' }, 'a');
    const titles = [...(picture?.svg.matchAll(/<title>([^\n]*)/gu) ?? [])].map((match) => match[1]);
    // The champion is drawn last, so that its frame lies on top.
    expect(titles).toEqual(['p3: score 0.4000', 'p2: score 0.6000']);
    expect(picture).toMatchObject({ low: 0.4, high: 0.6 });
    expect(picture?.svg.match(/var\(--mark\)/gu)).toHaveLength(1);
    // 16 cells along the first two axes, 2 of them taken.
    expect(picture?.svg.match(/var\(--soft\)/gu)).toHaveLength(14);
  });

  it('takes one axis, and none', () => {
    expect(archiveChart({ axes: axes.slice(0, 1), shape: grid, elites: [cell([2], 'p1', 0.2)], coverage: 1, qdScore: 1, champion: null }, 'a')?.svg).toContain('p1: score');
    expect(archiveChart({ axes: [], shape: grid, elites: [cell([], 'p1', 0.2)], coverage: null, qdScore: null, champion: null }, 'a')).toBeNull();
  });

  it('draws programs where they were measured when the archive is not a grid, with the centroids of its cells', () => {
    const elites = [cell([1], 'p1', 0.2), { ...cell([0], 'p2', 0.6), measures: { exploration: 7, speed: -0.5 } }];
    const shape = { kind: 'centroids', centroids: [[0.9, -0.5, 10], [0.2, 0.1, 20], [0.5, 0.5, 30]] } as const;
    const picture = archiveChart({ axes: axes.map(({ bins: _bins, ...axis }) => axis), shape, elites, coverage: 0.5, qdScore: 1, champion: 'p2' }, 'a');
    const titles = [...(picture?.svg.matchAll(/<title>([^\n]*)/gu) ?? [])].map((match) => match[1]);
    expect(titles).toEqual(['p1: score 0.2000', 'p2: score 0.6000']);
    expect(picture?.svg).not.toMatch(/NaN|undefined/u);
    expect(picture?.svg.match(/var\(--soft\)/gu)).toHaveLength(3);
    const list = archiveChart({ axes: axes.slice(0, 2), shape: { kind: 'list' }, elites: [cell(null, 'p1', 0.2)], coverage: null, qdScore: null, champion: null }, 'a');
    expect(list?.svg.match(/var\(--soft\)/gu)).toBeNull();
  });

  it('draws a front along its objectives, and who is best on which case', () => {
    const rest = { axes: [], coverage: 1, qdScore: 1, champion: 'p1' };
    const elites = [
      { ...cell(null, 'p1', 0.6), objectives: { speed: 2 }, cases: { diode: 0.9, bjt: 0.1 } }, { ...cell(null, 'p2', 0.2), objectives: { speed: 5 }, cases: { diode: 0.2, bjt: 0.3 } },
    ];
    const front = archiveChart({ ...rest, elites, shape: { kind: 'front', objectives: ['score', 'speed'] } }, 'a')?.svg ?? '';
    expect(front).toContain('speed');
    expect(front).toMatch(/p2: score 0\.2000\nspeed 5/u);
    const cases = archiveChart({ ...rest, elites, shape: { kind: 'specialists' } }, 'a')?.svg ?? '';
    expect([...cases.matchAll(/<title>([^<]*)/gu)].map(([, title]) => title).toSorted()).toEqual(['p1 on bjt: 0.1', 'p1 on diode: 0.9', 'p2 on bjt: 0.3', 'p2 on diode: 0.2']);
    expect(cases.match(/stroke="var\(--mark\)"/gu)).toHaveLength(2);
  });

  it('shows each island as an archive of its own', () => {
    const shape = { kind: 'islands', islands: 2, of: grid } as const;
    const parts = islandModels({ axes, shape, elites: [cell([0, 1, 2, 0], 'p1', 0.2), cell([1, 3, 3, 0], 'p2', 0.6)], coverage: 0.1, qdScore: 1, champion: null });
    expect(parts.map(({ elites }) => elites.map(({ id, cell: own }) => [id, own]))).toEqual([[['p1', [1, 2, 0]]], [['p2', [3, 3, 0]]]]);
    expect(parts.every((part) => archiveChart(part, 'a') !== null)).toBe(true);
  });

  it('draws bins by the borders that they ended with, and logarithmic ones', () => {
    const model = { axes: [{ ...axes[0]!, low: 1, high: 100, scale: 'log' as const }, axes[1]!], shape: grid, elites: [cell([0, 0], 'p1', 0.2), cell([3, 0], 'p2', 0.4)], coverage: 1, qdScore: 1, champion: null };
    /** Outlines of the cells that hold a program: they have a title. */
    const outlines = (svg: string): string[] => [...svg.matchAll(/<path d="([^"]*)"[^>]*><title>/gu)].map(([, path]) => path as string);
    const even = archiveChart(model, 'a')?.svg ?? '';
    const moved = archiveChart({ ...model, borders: [null, [-0.9, 0.1, 0.2]] }, 'a')?.svg ?? '';
    expect(even).not.toMatch(/NaN/u);
    expect(outlines(even)).toHaveLength(2);
    expect(outlines(moved)).not.toEqual(outlines(even));
  });
});
