import { counted } from '@evospice/contracts';
import type { CustomSeriesRenderItem, CustomSeriesRenderItemAPI } from 'echarts';
import type { FitCurve, FitGroup } from '../model/fit-model.ts';
import { engineering, plainNumber } from '../format/engineering.ts';
import { axis, logAxisRange, roundRange, type LogRange } from './axes.ts';
import type { Hit } from './hits.ts';
import { sequentialColour } from './palette.ts';
import { renderChart } from './svg.ts';

export type FitScale = 'linear' | 'log';

const size = { width: 460, height: 300 };

/** A fit figure at one scale, and what it could not show. */
export interface FitChart {
  readonly svg: string;
  readonly notes: readonly string[];
}

/** Colour of a curve: its place among the biases of its figure. */
export function curveColour(index: number, count: number): string {
  return sequentialColour(count === 1 ? 0.45 : index / (count - 1));
}

/**
 * Measured dots (hollow where held out), the line before the fit (dashed) and after it (solid). The scale is chosen for what was
 * measured and the fit; a line before the fit may leave the picture, which a note says. On the log scale magnitudes are
 * drawn and zeros left out. Every measured point is drawn.
 */
export function fitChart(group: FitGroup, scale: FitScale, id: string): FitChart {
  const shown = group.curves.map((curve) => (scale === 'log' ? magnitudes(curve) : curve));
  const range = scale === 'log' ? logRange(shown, group.floor) : linearRange(shown);
  if (range === null) return { svg: '', notes: [scale === 'log' ? 'Nothing to draw on a log scale: no measured value differs from zero.' : 'Nothing was measured.'] };
  const hits: Hit[] = [];
  const floor = scale === 'log' ? group.floor : null;
  const custom = { type: 'custom', silent: true, clip: true, coordinateSystem: 'cartesian2d', data: [[0, range.max]], encode: { x: -1, y: -1 } };
  const svg = renderChart({
    grid: { left: 64, right: 14, top: 12, bottom: 44 },
    xAxis: axis({ name: group.xLabel, gap: 26, splits: 5 }),
    yAxis: axis({ name: scale === 'log' ? group.yLabelLog : group.yLabel, gap: 48, type: scale === 'log' ? 'log' : 'value', ...range }),
    series: [
      // Carries the extent of the x-axis, which a custom series does not report.
      { type: 'scatter', silent: true, symbolSize: 0, data: extentPoints(shown, range), itemStyle: { color: 'none', opacity: 0 } },
      ...(floor === null ? [] : [{ ...custom, renderItem: limit(shown, floor) }]),
      ...shown.map((curve, index) => ({ ...custom, renderItem: drawing(curve, index, { group, hits }) })),
    ],
  }, size, { id, curves: new Map(shown.map((_, index) => [index + (floor === null ? 1 : 2), index])), hits: () => hits, label: `${group.title}, ${scale} scale: ${counted(group.curves.length, 'measured curve')} with the simulated lines before and after the fit` });
  return { svg, notes: scale === 'log' ? droppedNote(group) : outsideNote(shown, range) };
}

interface Range {
  readonly min: number;
  readonly max: number;
}

/** Where currents become too small to be scored. */
function limit(curves: readonly FitCurve[], floor: number): CustomSeriesRenderItem {
  return (_parameters, api) => {
    const xs = curves.flatMap((curve) => curve.x);
    const place = placing(api);
    return { type: 'group', children: path(`M${place(min(xs), floor)}L${place(max(xs), floor)}`, { stroke: 'var(--muted)', lineWidth: 1, lineDash: [1, 3] }) };
  };
}

function drawing(curve: FitCurve, index: number, { group, hits }: { readonly group: FitGroup; readonly hits: Hit[] }): CustomSeriesRenderItem {
  return (_parameters, api) => {
    const place = placing(api);
    const colour = curveColour(index, group.curves.length);
    const dots = curve.x.flatMap((x, point) => (drawable(curve.measured[point]) ? [`M${place(x, curve.measured[point])}`] : [])).join('');
    for (const [point, x] of curve.x.entries()) {
      const value = curve.measured[point];
      if (!drawable(value)) continue;
      const [left = 0, top = 0] = api.coord([x, value]);
      hits.push({ x: left, y: top, curve: index, title: pointTitle(group, index, point) });
    }
    return {
      type: 'group',
      children: [
        ...path(linePath(curve.x, curve.before, place), { stroke: colour, lineWidth: 1, lineDash: [4, 3], opacity: 0.6 }),
        ...path(dots, { stroke: colour, lineWidth: 3.6, lineCap: 'round' }),
        ...(curve.split === 'train' ? [] : path(dots, { stroke: 'var(--panel)', lineWidth: 1.9, lineCap: 'round' })),
        ...path(linePath(curve.x, curve.after, place), { stroke: colour, lineWidth: 1.4, lineJoin: 'round' }),
      ],
    };
  };
}

function placing(api: CustomSeriesRenderItemAPI): (x: number, y: number) => string {
  return (x, y) => {
    const [left = 0, top = 0] = api.coord([x, y]);
    return `${round(left)} ${round(Math.min(5000, Math.max(-5000, top)))}`;
  };
}

/** Curve, place and the values there: measured, before and after the fit, with their signs. */
function pointTitle({ curves, unit, xLabel }: FitGroup, index: number, point: number): string {
  const { label, x, measured, before, after } = curves[index] as FitCurve;
  const value = (values: readonly number[] | null): string => (drawable(values?.[point]) ? engineering(values?.[point] as number, unit) : '-');
  return `${label}\n${xLabel}: ${plainNumber(x[point] as number)}\nmeasured ${value(measured)}\nbefore ${value(before)}, after ${value(after)}`;
}

function path(pathData: string, style: Record<string, unknown>): { type: 'path'; shape: { pathData: string }; style: Record<string, unknown> }[] {
  return pathData === '' ? [] : [{ type: 'path', shape: { pathData }, style: { fill: 'none', ...style } }];
}

function linePath(x: readonly number[], y: readonly number[] | null, place: (x: number, y: number) => string): string {
  if (y === null) return '';
  let pen = 'M';
  let line = '';
  for (const [index, value] of y.entries()) {
    const at = x[index];
    if (at === undefined || !drawable(value)) {
      pen = 'M';
      continue;
    }
    line += `${pen}${place(at, value)}`;
    pen = 'L';
  }
  return line;
}

/** Zeros have no place on a log scale; they become NaN, which is not drawn. */
function magnitudes(curve: FitCurve): FitCurve {
  const size = (value: number): number => (value === 0 ? Number.NaN : Math.abs(value));
  return { ...curve, measured: curve.measured.map(size), before: curve.before?.map(size) ?? null, after: curve.after?.map(size) ?? null };
}

function linearRange(curves: readonly FitCurve[]): (Range & { readonly interval: number }) | null {
  const measured = curves.flatMap((curve) => curve.measured.filter(drawable));
  if (measured.length === 0) return null;
  const low = min(measured);
  const high = max(measured);
  const span = high - low || Math.abs(high) || 1;
  // A fit that is far off may widen the picture by half its height, but must not flatten what was measured.
  const fitted = curves.flatMap((curve) => curve.after?.filter(drawable) ?? []).map((value) => Math.min(high + span / 2, Math.max(low - span / 2, value)));
  const bottom = min([low, ...fitted]);
  const top = max([high, ...fitted]);
  return roundRange(bottom, top > bottom ? top : bottom + span);
}

function logRange(curves: readonly FitCurve[], floor: number | null): LogRange | null {
  const measured = curves.flatMap((curve) => curve.measured.filter(drawable));
  if (measured.length === 0) return null;
  const lowest = min(measured);
  // A floor far below all that was measured decides nothing and would only flatten the picture.
  const low = floor !== null && floor < lowest && floor * 30 > lowest ? floor : lowest;
  const high = max(measured);
  const fitted = curves.flatMap((curve) => curve.after?.filter(drawable) ?? []).map((value) => Math.min(high * 10, Math.max(low / 10, value)));
  return logAxisRange(min([low, ...fitted]), max([high, ...fitted]));
}

function droppedNote(group: FitGroup): readonly string[] {
  const zeros = group.curves.reduce((count, curve) => count + curve.measured.filter((value) => value === 0).length, 0);
  const negative = group.curves.reduce((count, curve) => count + curve.measured.filter((value) => value < 0).length, 0);
  const total = group.curves.reduce((count, curve) => count + curve.measured.length, 0);
  return [
    ...(negative === 0 ? [] : [`Magnitudes: ${negative === total ? 'all' : `${negative} of ${total}`} measured values are negative.`]),
    ...(zeros === 0 ? [] : [`${counted(zeros, 'measured zero')} left out.`]),
  ];
}

function outsideNote(curves: readonly FitCurve[], range: Range): readonly string[] {
  const leaves = (line: readonly number[] | null): boolean => line?.some((value) => value < range.min || value > range.max) ?? false;
  const before = curves.some((curve) => leaves(curve.before));
  const after = curves.some((curve) => leaves(curve.after));
  return before || after ? [`The ${before && after ? 'lines before and after' : before ? 'line before' : 'line after'} the fit ${before && after ? 'leave' : 'leaves'} the picture.`] : [];
}

function extentPoints(curves: readonly FitCurve[], range: Range): readonly (readonly [number, number])[] {
  const xs = curves.flatMap((curve) => curve.x);
  return xs.length === 0 ? [] : [[min(xs), range.max], [max(xs), range.max]];
}

function drawable(value: number | undefined): value is number {
  return value !== undefined && Number.isFinite(value);
}

// Spreading an array into Math.min overflows the stack at about a hundred thousand points.
function min(values: readonly number[]): number {
  return values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
}

function max(values: readonly number[]): number {
  return values.reduce((high, value) => Math.max(high, value), Number.NEGATIVE_INFINITY);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
