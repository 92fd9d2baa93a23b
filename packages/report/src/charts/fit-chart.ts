import { counted } from '@evospice/contracts';
import type { CustomSeriesRenderItem, CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams } from 'echarts';
import type { FitCurve, FitGroup } from '../model/fit-model.ts';
import { engineering, plainNumber } from '../format/engineering.ts';
import { axis, logAxisRange, roundRange, type LogRange } from './axes.ts';
import { curveClass, type Hit } from './hits.ts';
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
  const shown = shownCurves(group, scale);
  const range = scale === 'log' ? logRange(shown, group.floor) : linearRange(shown);
  if (range === null) return nothingToDraw(scale);
  const svg = draw({ group, shown, range, scale, id, title: pointTitle, label: 'with the simulated lines before and after the fit' });
  return { svg, notes: scale === 'log' ? droppedNote(group) : outsideNote(shown, range) };
}

/**
 * A fit figure whose solid lines come later: over its picture lies a second one of class `over`, with an empty path for each curve, of the classes `now`
 * and `curveClass`.
 */
export interface LiveFitChart extends FitChart {
  /**
   * The path of a curve, in pixels of the picture.
   * @param curve index in the figure
   * @param values one per point, in the figure's unit; a value that is not finite leaves a gap
   */
  line(curve: number, values: readonly number[]): string;
}

/** The same figure with axes that stay where they are: chosen for what was measured and the lines before the fit, which lines after it may leave. */
export function liveFitChart(group: FitGroup, scale: FitScale, id: string): LiveFitChart {
  const fixed = shownCurves(group, scale).map((curve) => ({ ...curve, after: curve.before }));
  const range = scale === 'log' ? logRange(fixed, group.floor) : linearRange(fixed);
  if (range === null) return { ...nothingToDraw(scale), line: () => '' };
  const shown = fixed.map((curve) => ({ ...curve, after: null }));
  let frame: Frame | undefined;
  const drawn = draw({ group, shown, range, scale, id, title: measuredTitle, label: 'with the simulated lines at the start and now', onFrame: (found) => (frame = found) });
  const { place, area } = frame!;
  // A picture of its own, so that what was measured is not drawn again with every change.
  const clip = `<svg class="chart over" aria-hidden="true" viewBox="0 0 ${size.width} ${size.height}" xmlns="http://www.w3.org/2000/svg"><clipPath id="${id}-now"><rect x="${area.x}" y="${area.y}" width="${area.width}" height="${area.height}"/></clipPath>`;
  const lines = shown.map((_, index) => `<path class="now ${curveClass(index)}" fill="none" stroke="${curveColour(index, shown.length)}" stroke-width="1.6" stroke-linejoin="round"/>`);
  return {
    svg: `${drawn}${clip}<g clip-path="url(#${id}-now)">${lines.join('')}</g></svg>`,
    notes: scale === 'log' ? droppedNote(group) : [],
    line: (curve, values) => linePath(shown[curve]!.x, scale === 'log' ? values.map(magnitude) : values, place),
  };
}

/** Where values are in the picture. */
interface Frame {
  readonly place: (x: number, y: number) => string;
  readonly area: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

interface Drawing {
  readonly group: FitGroup;
  /** As the scale shows them. */
  readonly shown: readonly FitCurve[];
  readonly range: LogRange & Range;
  readonly scale: FitScale;
  readonly id: string;
  /** What a point tells of itself. */
  readonly title: (group: FitGroup, curve: number, point: number) => string;
  /** What the lines are, for those who do not see them. */
  readonly label: string;
  readonly onFrame?: (frame: Frame) => void;
}

function draw({ group, shown, range, scale, id, title, label, onFrame }: Drawing): string {
  const hits: Hit[] = [];
  const floor = scale === 'log' ? group.floor : null;
  const custom = { type: 'custom', silent: true, clip: true, coordinateSystem: 'cartesian2d', data: [[0, range.max]], encode: { x: -1, y: -1 } };
  const first: CustomSeriesRenderItem = (parameters, api) => {
    onFrame?.(frameOf(parameters, api, range, scale));
    return { type: 'group', children: [] };
  };
  const before = [...(onFrame === undefined ? [] : [{ ...custom, renderItem: first }]), ...(floor === null ? [] : [{ ...custom, renderItem: limit(shown, floor) }])];
  return renderChart({
    grid: { left: 64, right: 14, top: 12, bottom: 44 },
    xAxis: axis({ name: group.xLabel, gap: 26, splits: 5 }),
    yAxis: axis({ name: scale === 'log' ? group.yLabelLog : group.yLabel, gap: 48, type: scale === 'log' ? 'log' : 'value', ...range }),
    series: [
      // Carries the extent of the x-axis, which a custom series does not report.
      { type: 'scatter', silent: true, symbolSize: 0, data: extentPoints(shown, range), itemStyle: { color: 'none', opacity: 0 } },
      ...before,
      ...shown.map((curve, index) => ({ ...custom, renderItem: drawing(curve, index, { group, hits, title }) })),
    ],
  }, size, { id, curves: new Map(shown.map((_, index) => [index + 1 + before.length, index])), hits: () => hits, label: `${group.title}, ${scale} scale: ${counted(group.curves.length, 'measured curve')} ${label}` });
}

/** Both axes are straight in the value, or in its logarithm. */
function frameOf({ coordSys }: CustomSeriesRenderItemParams, api: CustomSeriesRenderItemAPI, { min: low, max: high }: Range, scale: FitScale): Frame {
  const along = (value: number): number => (scale === 'log' ? Math.log10(value) : value);
  const [left = 0, bottom = 0] = api.coord([0, low]);
  const [right = 0, top = 0] = api.coord([1, high]);
  const slope = (top - bottom) / (along(high) - along(low));
  const { x, y, width, height } = coordSys as unknown as Frame['area'];
  return { place: (at, value) => `${round(left + at * (right - left))} ${clamped(bottom + slope * (along(value) - along(low)))}`, area: { x, y, width, height } };
}

function shownCurves(group: FitGroup, scale: FitScale): readonly FitCurve[] {
  return group.curves.map((curve) => (scale === 'log' ? magnitudes(curve) : curve));
}

function nothingToDraw(scale: FitScale): FitChart {
  return { svg: '', notes: [scale === 'log' ? 'Nothing to draw on a log scale: no measured value differs from zero.' : 'Nothing was measured.'] };
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

function drawing(curve: FitCurve, index: number, { group, hits, title }: Pick<Drawing, 'group' | 'title'> & { readonly hits: Hit[] }): CustomSeriesRenderItem {
  return (_parameters, api) => {
    const place = placing(api);
    const colour = curveColour(index, group.curves.length);
    const dots = curve.x.flatMap((x, point) => (drawable(curve.measured[point]) ? [`M${place(x, curve.measured[point])}`] : [])).join('');
    for (const [point, x] of curve.x.entries()) {
      const value = curve.measured[point];
      if (!drawable(value)) continue;
      const [left = 0, top = 0] = api.coord([x, value]);
      hits.push({ x: left, y: top, curve: index, title: title(group, index, point) });
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
    return `${round(left)} ${clamped(top)}`;
  };
}

/** Curve, place and the values there: measured, before and after the fit, with their signs. */
function pointTitle(group: FitGroup, index: number, point: number): string {
  const { before, after } = group.curves[index] as FitCurve;
  return `${measuredTitle(group, index, point)}\nbefore ${valueText(before, point, group.unit)}, after ${valueText(after, point, group.unit)}`;
}

/** The same without what is simulated. */
function measuredTitle({ curves, unit, xLabel }: FitGroup, index: number, point: number): string {
  const { label, x, measured } = curves[index] as FitCurve;
  return `${label}\n${xLabel}: ${plainNumber(x[point] as number)}\nmeasured ${valueText(measured, point, unit)}`;
}

function valueText(values: readonly number[] | null, point: number, unit: string): string {
  const value = values?.[point];
  return drawable(value) ? engineering(value, unit) : '-';
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
  return { ...curve, measured: curve.measured.map(magnitude), before: curve.before?.map(magnitude) ?? null, after: curve.after?.map(magnitude) ?? null };
}

function magnitude(value: number): number {
  return value === 0 ? Number.NaN : Math.abs(value);
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

/** A height that a renderer still draws, in pixels. */
function clamped(top: number): number {
  return round(Math.min(5000, Math.max(-5000, top)));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
