import type { CustomSeriesRenderItem } from 'echarts';
import { counted, type ArchiveAxis, type Elite } from '@evospice/contracts';
import type { ArchiveModel } from '../model/evolution-model.ts';
import { plainNumber } from '../format/engineering.ts';
import { axis } from './axes.ts';
import { eliteTitle, type ArchivePicture } from './archive-picture.ts';
import { scatterChart } from './archive-scatter.ts';
import { specialistsChart } from './archive-specialists.ts';
import { heatColour } from './palette.ts';
import { renderChart } from './svg.ts';

/** The archive as its shape says: a heat map of a grid, points elsewhere, who is best on which case. Null where there is nothing to draw. */
export function archiveChart(model: ArchiveModel, id: string): ArchivePicture | null {
  if (model.elites.length === 0) return null;
  if (model.shape.kind === 'specialists') return specialistsChart(model, id);
  if (model.shape.kind === 'front') return scatterChart(alongObjectives(model, model.shape.objectives), id);
  if (model.axes.length === 0) return null;
  return model.shape.kind === 'grid' ? gridChart(model, id) : scatterChart(model, id);
}

/** One model per island, each as if it were an archive of its own; the whole where there are no islands. */
export function islandModels(model: ArchiveModel): readonly ArchiveModel[] {
  const { shape, elites } = model;
  if (shape.kind !== 'islands') return [model];
  const last = Math.max(shape.islands - 1, ...elites.map(({ cell }) => cell?.[0] ?? 0));
  return Array.from({ length: last + 1 }, (_, island) => ({
    ...model, shape: shape.of, coverage: null, qdScore: null,
    elites: elites.filter(({ cell }) => cell?.[0] === island).map((elite) => ({ ...elite, cell: elite.cell?.slice(1) ?? null })),
  }));
}

/** The same archive with objectives in place of descriptors. */
function alongObjectives(model: ArchiveModel, objectives: readonly string[]): ArchiveModel {
  const elites = model.elites.map((elite) => ({ ...elite, measures: { ...elite.objectives, score: elite.objective } as Readonly<Record<string, number>> }));
  const axes = objectives.map((descriptor): ArchiveAxis => {
    const values = elites.map(({ measures }) => measures[descriptor] ?? 0);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const margin = high === low ? Math.abs(high) * 0.05 || 1 : (high - low) * 0.05;
    return { descriptor, low: low - margin, high: high + margin };
  });
  return { ...model, axes, elites };
}

/** Heat map of the best score of each cell; further axes are seen through, the best program in front. */
function gridChart(model: ArchiveModel, id: string): ArchivePicture {
  const [xAxis, yAxis] = model.axes as [ArchiveAxis, ArchiveAxis | undefined];
  const sides = { x: edgesOf(xAxis, model.borders?.[0]), y: yAxis === undefined ? undefined : edgesOf(yAxis, model.borders?.[1]) };
  const cells = frontCells(model.elites);
  const scores = cells.map((cell) => cell.objective);
  const low = Math.min(...scores);
  const high = Math.max(...scores);
  const titles = new Map(cells.map((cell, index) => [`0:${index}`, eliteTitle(cell)]));
  const empty = emptyCells(xAxis, yAxis, cells);
  const frame: CustomSeriesRenderItem = ({ dataIndex }, api) => {
    const [x = 0, y = 0] = empty[dataIndex] ?? [];
    return { type: 'rect', shape: cellShape([x, y], sides, api.coord), style: { fill: 'var(--soft)' } };
  };
  const rectangles: CustomSeriesRenderItem = ({ dataIndex }, api) => {
    const cell = cells[dataIndex] as Elite;
    const champion = cell.id === model.champion;
    return {
      type: 'rect',
      shape: cellShape(cell.cell ?? [], sides, api.coord),
      style: { fill: heatColour(high === low ? 0.7 : (cell.objective - low) / (high - low)), ...(champion ? { stroke: 'var(--mark)', lineWidth: 3 } : {}) },
      ...(champion ? { z2: 10 } : {}),
    };
  };
  const svg = renderChart({
    grid: { left: 62, right: 16, top: 12, bottom: 46 },
    xAxis: axis({ name: xAxis.descriptor, gap: 28, min: xAxis.low, max: xAxis.high, type: xAxis.scale === 'log' ? 'log' : 'value', grid: false, format: (value) => plainNumber(value) }),
    yAxis: { ...axis({ name: yAxis?.descriptor ?? '', gap: 42, min: yAxis?.low ?? 0, max: yAxis?.high ?? 1, type: yAxis?.scale === 'log' ? 'log' : 'value', grid: false, format: (value) => plainNumber(value) }), ...(yAxis === undefined ? { axisLabel: { show: false } } : {}) },
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

/** Borders of the bins along both axes, ends included. */
interface Sides {
  readonly x: readonly number[];
  readonly y: readonly number[] | undefined;
}

/** Rectangle of a cell in the picture, with a gap of a pixel. Without a second axis cells are as high as the picture. */
function cellShape([column = 0, row = 0]: readonly number[], { x, y }: Sides, place: (at: number[]) => number[]): { x: number; y: number; width: number; height: number } {
  const [left = 0, bottom = 0] = place([x[column] ?? 0, y === undefined ? 0 : (y[row] ?? 0)]);
  const [right = 0, top = 0] = place([x[column + 1] ?? 0, y === undefined ? 1 : (y[row + 1] ?? 0)]);
  return { x: left + 0.5, y: top + 0.5, width: Math.max(0, right - left - 1), height: Math.max(0, bottom - top - 1) };
}

function edgesOf({ low, high, bins = 1, scale }: ArchiveAxis, borders: readonly number[] | null | undefined): readonly number[] {
  if (borders) return [low, ...borders.map((border) => Math.min(Math.max(border, low), high)), high];
  return Array.from({ length: bins + 1 }, (_, index) => (scale === 'log' ? low * (high / low) ** (index / bins) : low + ((high - low) * index) / bins));
}
