import type { CustomSeriesRenderItem } from 'echarts';
import type { ArchiveModel } from '../model/evolution-model.ts';
import { plainNumber } from '../format/engineering.ts';
import type { ArchivePicture } from './archive-picture.ts';
import { heatColour } from './palette.ts';
import { renderChart } from './svg.ts';

/** Programs that are shown: the best ones. */
const MOST = 40;

/** Programs by cases: the colour is where a program lies between the worst and the best of a case, a frame is around the best. */
export function specialistsChart({ elites, champion }: ArchiveModel, id: string): ArchivePicture | null {
  const shown = elites.toSorted((a, b) => b.objective - a.objective).slice(0, MOST);
  const names = [...new Set(shown.flatMap(({ cases = {} }) => Object.keys(cases)))];
  if (names.length === 0) return null;
  const ranges = names.map((name) => {
    const values = shown.flatMap(({ cases = {} }) => cases[name] ?? []);
    return { low: Math.min(...values), high: Math.max(...values) };
  });
  const fields = shown.flatMap((elite, row) => names.flatMap((name, column) => {
    const value = elite.cases?.[name];
    return value === undefined ? [] : [{ row, column, value, title: `${elite.id} on ${name}: ${plainNumber(value)}` }];
  }));
  const rectangles: CustomSeriesRenderItem = ({ dataIndex }, api) => {
    const { row, column, value } = fields[dataIndex] as (typeof fields)[number];
    const [left = 0, top = 0] = api.coord([column, row]);
    const [width = 0, height = 0] = (api.size as (value: number[]) => number[])([1, 1]);
    const { low, high } = ranges[column] as (typeof ranges)[number];
    const isBest = value === high;
    return {
      type: 'rect', shape: { x: left - width / 2 + 1, y: top - height / 2 + 1, width: width - 2, height: height - 2 },
      style: { fill: heatColour(high === low ? 0.7 : (value - low) / (high - low)), ...(isBest ? { stroke: 'var(--mark)', lineWidth: 2 } : {}) },
      ...(isBest ? { z2: 10 } : {}),
    };
  };
  const label = { color: 'var(--muted)', fontSize: 11 };
  const svg = renderChart({
    grid: { left: 70, right: 16, top: 12, bottom: 92 },
    xAxis: { type: 'category', data: names, axisLabel: { ...label, rotate: 40, width: 110, overflow: 'truncate', interval: 0 }, axisTick: { show: false } },
    yAxis: { type: 'category', inverse: true, data: shown.map((elite) => (elite.id === champion ? `${elite.id} ★` : elite.id)), axisLabel: { ...label, interval: 0 }, axisTick: { show: false } },
    series: [{ type: 'custom', coordinateSystem: 'cartesian2d', encode: { x: -1, y: -1 }, data: fields.map(({ column, row }) => [column, row]), renderItem: rectangles }],
  }, { width: 760, height: 120 + 22 * shown.length }, {
    id, titles: new Map(fields.map(({ title }, index) => [`0:${index}`, title])), label: `Archive: ${shown.length} programs on ${names.length} cases, the best of each case framed`,
  });
  return { svg, low: shown.at(-1)?.objective ?? 0, high: shown[0]?.objective ?? 0 };
}
