import type { CustomSeriesRenderItem } from 'echarts';
import type { ConvergenceBand } from '@evospice/bench';
import { plainNumber } from '../format/engineering.ts';
import { axis, logAxisRange } from './axes.ts';
import { lineStroke, type EntryStyle } from './entry-style.ts';
import type { Hit } from './hits.ts';
import { linePath, stepCorners, type Pixel } from './line-path.ts';
import { renderChart, type ChartSize } from './svg.ts';

export interface BandsOptions {
  readonly budget: number;
  readonly yName: string;
  /** Entries whose quartiles are shaded; with many, bands would hide each other. */
  readonly shaded: ReadonlySet<string>;
  readonly size: ChartSize;
  readonly id: string;
  readonly label: string;
}

/** Median best error so far over budget, both logarithmic. */
export function bandsChart(bands: readonly ConvergenceBand[], styles: ReadonlyMap<string, EntryStyle>, options: BandsOptions): string {
  const values = bands.flatMap(({ points }) => points.flatMap(({ median }) => (median !== null && median > 0 ? [median] : [])));
  const low = Math.min(...values);
  const range = logAxisRange(low, Math.max(low * 1.2, ...values));
  const first = Math.max(1, Math.min(...bands.flatMap(({ points }) => points.filter(({ budget }) => budget > 0).map(({ budget }) => budget))));
  const hits: Hit[] = [];
  const order = [...styles.keys()];
  return renderChart({
    grid: { left: 58, right: 16, top: 10, bottom: 44 },
    xAxis: axis({ name: 'simulations', gap: 26, type: 'log', ...logAxisRange(first, options.budget), min: first, max: options.budget }),
    yAxis: axis({ name: options.yName, gap: 44, type: 'log', ...range, format: (value) => String(Number(value.toPrecision(2))) }),
    series: [
      { type: 'scatter', silent: true, symbolSize: 0, data: [[first, range.min], [options.budget, range.max]], itemStyle: { color: 'none', opacity: 0 } },
      ...bands.map((band) => ({
        type: 'custom', silent: true, clip: true, coordinateSystem: 'cartesian2d', encode: { x: -1, y: -1 }, data: [[first, range.min]],
        renderItem: draw(band, { first, floor: range.min, shaded: options.shaded.has(band.entry), style: styles.get(band.entry), curve: order.indexOf(band.entry), hits }),
      })),
    ],
  }, options.size, {
    id: options.id, label: options.label, curves: new Map(bands.map(({ entry }, index) => [index + 1, order.indexOf(entry)])), hits: () => hits,
  });
}

interface Drawing {
  readonly first: number;
  /** Errors at or below it are drawn on it: zero has no logarithm. */
  readonly floor: number;
  readonly shaded: boolean;
  readonly style: EntryStyle | undefined;
  readonly curve: number;
  readonly hits: Hit[];
}

function draw({ entry, points }: ConvergenceBand, { first, floor, shaded, style, curve, hits }: Drawing): CustomSeriesRenderItem {
  const known = points.filter(({ budget, median }) => budget >= first && median !== null);
  return (_parameters, api) => {
    for (const { budget, median, lower, upper } of known) {
      if (median === null) continue;
      const [x = 0, y = 0] = api.coord([budget, Math.max(floor, median)]);
      const quartiles = lower === null || upper === null || lower === upper ? '' : ` [${plainNumber(lower, 3)}, ${plainNumber(upper, 3)}]`;
      hits.push({ x, y, curve, title: `${entry}\n${plainNumber(median, 3)}${quartiles} after ${plainNumber(budget)} simulations` });
    }
    const line = (pick: (point: (typeof known)[number]) => number | null): Pixel[] => stepCorners(known.flatMap((point) => {
      const value = pick(point);
      if (value === null) return [];
      const [x = 0, y = 0] = api.coord([point.budget, Math.max(floor, value)]);
      return [[x, y] as const];
    }));
    const band = [...line(({ upper, median }) => upper ?? median), ...line(({ lower }) => lower).toReversed()];
    return {
      type: 'group',
      children: [
        ...(shaded ? [{ type: 'path' as const, shape: { pathData: `${linePath(band)}Z` }, style: { fill: style?.colour ?? 'var(--ink)', opacity: 0.14 } }] : []),
        { type: 'path' as const, shape: { pathData: linePath(line(({ median }) => median)) }, style: lineStroke(style, 1.6) },
      ],
    };
  };
}
