import { counted, type ArchiveAxis, type Elite } from '@evospice/contracts';
import { plainNumber } from '../format/engineering.ts';
import type { ArchiveModel } from '../model/evolution-model.ts';
import { eliteTitle, type ArchivePicture } from './archive-picture.ts';
import { axis } from './axes.ts';
import { heatColour } from './palette.ts';
import { renderChart } from './svg.ts';

/** Elites where they were measured along the first two axes, the better in front, and the centroids of cells where there are some. */
export function scatterChart({ axes, shape, elites, champion }: ArchiveModel, id: string): ArchivePicture {
  const [xAxis, yAxis] = axes as [ArchiveAxis, ArchiveAxis | undefined];
  const ordered = elites.toSorted((a, b) => a.objective - b.objective);
  const [low, high] = [ordered[0]?.objective ?? 0, ordered.at(-1)?.objective ?? 0];
  const place = ({ measures }: Elite): number[] => [inside(xAxis, measures[xAxis.descriptor]), yAxis === undefined ? 0.5 : inside(yAxis, measures[yAxis.descriptor])];
  const centroids = shape.kind === 'centroids' ? shape.centroids.map((point) => [point[0] ?? 0, yAxis === undefined ? 0.5 : (point[1] ?? 0)]) : [];
  const svg = renderChart({
    grid: { left: 62, right: 16, top: 12, bottom: 46 },
    xAxis: axis({ name: xAxis.descriptor, gap: 28, min: xAxis.low, max: xAxis.high, grid: false, format: (value) => plainNumber(value) }),
    yAxis: { ...axis({ name: yAxis?.descriptor ?? '', gap: 42, min: yAxis?.low ?? 0, max: yAxis?.high ?? 1, grid: false, format: (value) => plainNumber(value) }), ...(yAxis === undefined ? { axisLabel: { show: false } } : {}) },
    series: [
      {
        type: 'scatter', clip: false, symbolSize: 11, z: 3,
        data: ordered.map((elite) => ({
          value: place(elite),
          itemStyle: { color: heatColour(high === low ? 0.7 : (elite.objective - low) / (high - low)), ...(elite.id === champion ? { borderColor: 'var(--mark)', borderWidth: 3 } : {}) },
        })),
      },
      { type: 'scatter', clip: false, silent: true, symbol: 'path://M-1 0L1 0M0 -1L0 1', symbolSize: 6, z: 2, data: centroids, itemStyle: { color: 'none', borderColor: 'var(--soft)', borderWidth: 1 } },
    ],
  }, { width: 760, height: 430 }, {
    id, titles: new Map(ordered.map((elite, index) => [`0:${index}`, eliteTitle(elite)])),
    label: `Archive: ${counted(elites.length, 'program')} along ${xAxis.descriptor}${yAxis === undefined ? '' : ` and ${yAxis.descriptor}`}, scores from ${low.toFixed(4)} to ${high.toFixed(4)}`,
  });
  return { svg, low, high };
}

/** As archives do: values outside an axis count to its end. */
function inside({ low, high }: ArchiveAxis, value = low): number {
  return Math.min(Math.max(value, low), high);
}
