import type { CustomSeriesRenderItem } from 'echarts';
import { plainNumber } from '../format/engineering.ts';
import { axis, logAxisRange } from './axes.ts';
import { lineStroke, type EntryStyle } from './entry-style.ts';
import type { Hit } from './hits.ts';
import { linePath, stepCorners, type Pixel } from './line-path.ts';
import { renderChart, type ChartSize } from './svg.ts';

export interface StepLine {
  readonly entry: string;
  /** Steps, x ascending; y in [0, 1]. */
  readonly points: readonly (readonly [number, number])[];
}

export interface StepLinesOptions {
  readonly xName: string;
  readonly yName: string;
  /** A log axis starts at `from`; what lies below is drawn there. */
  readonly x: { readonly scale: 'log' | 'lin'; readonly from: number; readonly to: number };
  readonly size: ChartSize;
  readonly id: string;
  readonly label: string;
}

/** Shares over budget, one step line an entry: ECDF, data and performance profiles. */
export function stepLinesChart(lines: readonly StepLine[], styles: ReadonlyMap<string, EntryStyle>, options: StepLinesOptions): string {
  const { x, xName, yName, size, id, label } = options;
  const range = x.scale === 'log' ? { ...logAxisRange(x.from, x.to), min: x.from, max: x.to } : { min: x.from, max: x.to };
  const hits: Hit[] = [];
  const order = [...styles.keys()];
  return renderChart({
    grid: { left: 54, right: 16, top: 10, bottom: 44 },
    xAxis: axis({ name: xName, gap: 26, type: x.scale === 'log' ? 'log' : 'value', ...range }),
    yAxis: axis({ name: yName, gap: 38, min: 0, max: 1, format: (value) => String(Number(value.toFixed(2))) }),
    series: [
      { type: 'scatter', silent: true, symbolSize: 0, data: [[x.from, 0], [x.to, 1]], itemStyle: { color: 'none', opacity: 0 } },
      ...lines.map((line) => ({
        type: 'custom', silent: true, clip: true, coordinateSystem: 'cartesian2d', encode: { x: -1, y: -1 }, data: [[x.from, 0]], renderItem: draw(line, { ...x, xName, yName, style: styles.get(line.entry), curve: order.indexOf(line.entry), hits }),
      })),
    ],
  }, size, { id, label, curves: new Map(lines.map(({ entry }, index) => [index + 1, order.indexOf(entry)])), hits: () => hits });
}

interface Drawing {
  readonly from: number;
  readonly to: number;
  readonly xName: string;
  readonly yName: string;
  readonly style: EntryStyle | undefined;
  readonly curve: number;
  readonly hits: Hit[];
}

function draw({ entry, points }: StepLine, { from, to, xName, yName, style, curve, hits }: Drawing): CustomSeriesRenderItem {
  return (_parameters, api) => {
    const place = (x: number, y: number): Pixel => {
      const [left = 0, top = 0] = api.coord([Math.min(to, Math.max(from, x)), y]);
      return [left, top];
    };
    for (const [x, y] of points) {
      if (x > to) break;
      const [left, top] = place(x, y);
      hits.push({ x: left, y: top, curve, title: `${entry}\n${yName} ${plainNumber(y, 3)} at ${xName} ${plainNumber(x)}` });
    }
    const last = points.at(-1)?.[1] ?? 0;
    const corners = stepCorners([...points.filter(([x]) => x <= to).map(([x, y]) => place(x, y)), place(to, points.filter(([x]) => x <= to).at(-1)?.[1] ?? last)]);
    return {
      type: 'path', shape: { pathData: linePath(corners) },
      style: lineStroke(style, 1.7),
    };
  };
}
