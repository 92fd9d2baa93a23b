import type { CustomSeriesRenderItem } from 'echarts';
import type { SpaceAxis } from '@evospice/bench';
import { plainNumber } from '../format/engineering.ts';
import { axis } from './axes.ts';
import { heatColour } from './palette.ts';
import { renderChart } from './svg.ts';

/** Least error over all other axes of a grid, at each pair of values of two of them. */
export interface SpacePlane {
  readonly x: SpaceAxis;
  readonly y: SpaceAxis;
  /** One row a value of `y`; null where every point failed. */
  readonly least: readonly (readonly (number | null)[])[];
}

/** Heat map of a plane; colours run with the logarithm of the error, bright is low. Failed points stay empty. */
export function spaceChart(plane: SpacePlane, range: { readonly low: number; readonly high: number }, id: string): string {
  const { x, y, least } = plane;
  const cells = least.flatMap((row, yi) => row.flatMap((error, xi) => (error === null ? [] : [{ xi, yi, error }])));
  const titles = new Map(cells.map(({ xi, yi, error }, index) => [`0:${index}`, `${x.parameter} ${plainNumber(x.values[xi]!)}\n${y.parameter} ${plainNumber(y.values[yi]!)}\nerror ${plainNumber(error)}`]));
  const span = Math.log(range.high / range.low) || 1;
  const draw: CustomSeriesRenderItem = ({ dataIndex }, api) => {
    const { xi, yi, error } = cells[dataIndex]!;
    const [left = 0, bottom = 0] = api.coord([xi - 0.5, yi - 0.5]);
    const [right = 0, top = 0] = api.coord([xi + 0.5, yi + 0.5]);
    return {
      type: 'rect', shape: { x: left, y: top, width: right - left + 0.3, height: bottom - top + 0.3 },
      style: { fill: heatColour(1 - Math.log(Math.max(error, range.low) / range.low) / span) },
    };
  };
  return renderChart({
    grid: { left: 70, right: 18, top: 12, bottom: 46 },
    xAxis: indexAxis(x, 28),
    yAxis: indexAxis(y, 52),
    series: [{ type: 'custom', clip: true, coordinateSystem: 'cartesian2d', encode: { x: -1, y: -1 }, data: cells.map((_, index) => [index, 0]), renderItem: draw }],
  }, { width: 520, height: 420 }, { id, titles, label: `Least error over ${x.parameter} and ${y.parameter}` });
}

/** Values are at equal distances, on whatever scale they were chosen. */
function indexAxis({ parameter, unit, values }: SpaceAxis, gap: number): Record<string, unknown> {
  const step = Math.max(1, Math.ceil(values.length / 6));
  return axis({
    name: unit === undefined ? parameter : `${parameter} (${unit})`, gap, min: -0.5, max: values.length - 0.5, grid: false,
    ticks: values.flatMap((_, index) => (index % step === 0 ? [index] : [])),
    format: (place) => plainNumber(values[Math.round(place)] ?? Number.NaN, 3),
  });
}
