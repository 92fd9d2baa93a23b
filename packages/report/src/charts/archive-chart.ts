import type { CustomSeriesRenderItem } from 'echarts';
import type { ArchiveAxis } from '@evospice/kernel';
import type { ArchiveCell, ArchiveModel } from '../model/evolution-model.ts';
import { plainNumber } from '../format/engineering.ts';
import { axis } from './axes.ts';
import { heatColour } from './palette.ts';
import { renderChart } from './svg.ts';

/** The archive seen along its first two axes. */
export interface ArchivePicture {
  readonly svg: string;
  /** Lowest and highest score in it. */
  readonly low: number;
  readonly high: number;
}

/** Heat map of the best score of each cell; further axes are seen through, the best program in front. Null without axes or elites. */
export function archiveChart(model: ArchiveModel, id: string): ArchivePicture | null {
  const [xAxis, yAxis] = model.axes;
  if (xAxis === undefined || model.cells.length === 0) return null;
  const cells = frontCells(model.cells);
  const scores = cells.map((cell) => cell.score);
  const low = Math.min(...scores);
  const high = Math.max(...scores);
  const titles = new Map(cells.map((cell, index) => [`0:${index}`, title(cell)]));
  const rectangles: CustomSeriesRenderItem = ({ dataIndex }, api) => {
    const cell = cells[dataIndex] as ArchiveCell;
    const [left = 0, bottom = 0] = api.coord([edge(xAxis, cell.cell[0] ?? 0), yAxis === undefined ? 0 : edge(yAxis, cell.cell[1] ?? 0)]);
    const [right = 0, top = 0] = api.coord([edge(xAxis, (cell.cell[0] ?? 0) + 1), yAxis === undefined ? 1 : edge(yAxis, (cell.cell[1] ?? 0) + 1)]);
    const champion = cell.program === model.champion;
    return {
      type: 'rect',
      shape: { x: left + 0.5, y: top + 0.5, width: right - left - 1, height: bottom - top - 1 },
      style: { fill: heatColour(high === low ? 0.7 : (cell.score - low) / (high - low)), ...(champion ? { stroke: 'var(--mark)', lineWidth: 3 } : {}) },
      ...(champion ? { z2: 10 } : {}),
    };
  };
  const svg = renderChart({
    grid: { left: 62, right: 16, top: 12, bottom: 46 },
    xAxis: axis({ name: xAxis.descriptor, gap: 28, min: xAxis.low, max: xAxis.high, grid: false, format: (value) => plainNumber(value) }),
    yAxis: { ...axis({ name: yAxis?.descriptor ?? '', gap: 42, min: yAxis?.low ?? 0, max: yAxis?.high ?? 1, grid: false, format: (value) => plainNumber(value) }), ...(yAxis === undefined ? { axisLabel: { show: false } } : {}) },
    series: [{ type: 'custom', clip: false, coordinateSystem: 'cartesian2d', encode: { x: -1, y: -1 }, data: cells.map((_, index) => [index, 0]), renderItem: rectangles }],
  }, { width: 560, height: 400 }, {
    id, titles,
    label: `Archive: ${cells.length} cells along ${xAxis.descriptor}${yAxis === undefined ? '' : ` and ${yAxis.descriptor}`}, scores from ${low.toFixed(4)} to ${high.toFixed(4)}`,
  });
  return { svg, low, high };
}

function frontCells(cells: readonly ArchiveCell[]): readonly ArchiveCell[] {
  const front = new Map<string, ArchiveCell>();
  for (const cell of cells) {
    const key = cell.cell.slice(0, 2).join();
    const other = front.get(key);
    if (other === undefined || other.score < cell.score) front.set(key, cell);
  }
  return [...front.values()];
}

function edge({ low, high, bins }: ArchiveAxis, index: number): number {
  return low + ((high - low) * index) / bins;
}

function title(cell: ArchiveCell): string {
  return [`${cell.program}: score ${cell.score.toFixed(4)}`, ...Object.entries(cell.measures).map(([name, value]) => `${name} ${plainNumber(value)}`)].join('\n');
}
