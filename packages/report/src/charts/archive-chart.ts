import type { CustomSeriesRenderItem } from 'echarts';
import { counted, type ArchiveAxis, type Elite } from '@evospice/contracts';
import type { ArchiveModel } from '../model/evolution-model.ts';
import { plainNumber } from '../format/engineering.ts';
import { axis } from './axes.ts';
import { eliteTitle, type ArchivePicture } from './archive-picture.ts';
import { scatterChart } from './archive-scatter.ts';
import { heatColour } from './palette.ts';
import { renderChart } from './svg.ts';

/** The archive as its shape says: a heat map of a grid, points elsewhere. Null without axes or elites. */
export function archiveChart(model: ArchiveModel, id: string): ArchivePicture | null {
  if (model.axes.length === 0 || model.elites.length === 0) return null;
  return model.shape.kind === 'grid' ? gridChart(model, id) : scatterChart(model, id);
}

/** Heat map of the best score of each cell; further axes are seen through, the best program in front. */
function gridChart(model: ArchiveModel, id: string): ArchivePicture {
  const [xAxis, yAxis] = model.axes as [ArchiveAxis, ArchiveAxis | undefined];
  const cells = frontCells(model.elites);
  const scores = cells.map((cell) => cell.objective);
  const low = Math.min(...scores);
  const high = Math.max(...scores);
  const titles = new Map(cells.map((cell, index) => [`0:${index}`, eliteTitle(cell)]));
  const empty = emptyCells(xAxis, yAxis, cells);
  const frame: CustomSeriesRenderItem = ({ dataIndex }, api) => {
    const [x = 0, y = 0] = empty[dataIndex] ?? [];
    return { type: 'rect', shape: cellShape([x, y], xAxis, yAxis, api.coord), style: { fill: 'var(--soft)' } };
  };
  const rectangles: CustomSeriesRenderItem = ({ dataIndex }, api) => {
    const cell = cells[dataIndex] as Elite;
    const champion = cell.id === model.champion;
    return {
      type: 'rect',
      shape: cellShape(cell.cell ?? [], xAxis, yAxis, api.coord),
      style: { fill: heatColour(high === low ? 0.7 : (cell.objective - low) / (high - low)), ...(champion ? { stroke: 'var(--mark)', lineWidth: 3 } : {}) },
      ...(champion ? { z2: 10 } : {}),
    };
  };
  const svg = renderChart({
    grid: { left: 62, right: 16, top: 12, bottom: 46 },
    xAxis: axis({ name: xAxis.descriptor, gap: 28, min: xAxis.low, max: xAxis.high, grid: false, format: (value) => plainNumber(value) }),
    yAxis: { ...axis({ name: yAxis?.descriptor ?? '', gap: 42, min: yAxis?.low ?? 0, max: yAxis?.high ?? 1, grid: false, format: (value) => plainNumber(value) }), ...(yAxis === undefined ? { axisLabel: { show: false } } : {}) },
    series: [
      { type: 'custom', clip: false, coordinateSystem: 'cartesian2d', encode: { x: -1, y: -1 }, data: cells.map((_, index) => [index, 0]), renderItem: rectangles, z: 3 },
      { type: 'custom', clip: false, silent: true, coordinateSystem: 'cartesian2d', encode: { x: -1, y: -1 }, data: empty.map((_, index) => [index, 0]), renderItem: frame, z: 2 },
    ],
  }, { width: 760, height: 430 }, {
    id, titles,
    label: `Archive: ${counted(cells.length, 'cell')} along ${xAxis.descriptor}${yAxis === undefined ? '' : ` and ${yAxis.descriptor}`}, scores from ${low.toFixed(4)} to ${high.toFixed(4)}`,
  });
  return { svg, low, high };
}

function frontCells(cells: readonly Elite[]): readonly Elite[] {
  const front = new Map<string, Elite>();
  for (const cell of cells) {
    const key = (cell.cell ?? []).slice(0, 2).join();
    const other = front.get(key);
    if (other === undefined || other.objective < cell.objective) front.set(key, cell);
  }
  return [...front.values()];
}

/** Cells without an elite, as long as there are few enough to be told apart. */
function emptyCells(xAxis: ArchiveAxis, yAxis: ArchiveAxis | undefined, cells: readonly Elite[]): readonly (readonly [number, number])[] {
  const [columns, rows] = [xAxis.bins ?? 1, yAxis?.bins ?? 1];
  if (columns * rows > 2500) return [];
  const taken = new Set(cells.map((cell) => `${cell.cell?.[0] ?? 0},${cell.cell?.[1] ?? 0}`));
  return Array.from({ length: columns * rows }, (_, index) => [index % columns, Math.floor(index / columns)] as const).filter((cell) => !taken.has(cell.join()));
}

/** Rectangle of a cell in the picture, with a gap of a pixel. Without a second axis cells are as high as the picture. */
function cellShape(cell: readonly number[], xAxis: ArchiveAxis, yAxis: ArchiveAxis | undefined, place: (at: number[]) => number[]): { x: number; y: number; width: number; height: number } {
  const [x = 0, y = 0] = cell;
  const [left = 0, bottom = 0] = place([edge(xAxis, x), yAxis === undefined ? 0 : edge(yAxis, y)]);
  const [right = 0, top = 0] = place([edge(xAxis, x + 1), yAxis === undefined ? 1 : edge(yAxis, y + 1)]);
  return { x: left + 0.5, y: top + 0.5, width: right - left - 1, height: bottom - top - 1 };
}

function edge({ low, high, bins = 1 }: ArchiveAxis, index: number): number {
  return low + ((high - low) * index) / bins;
}
