import type { CustomSeriesRenderItem } from 'echarts';
import type { ConvergenceModel, ConvergenceSeries } from '../model/convergence-model.ts';
import { plainNumber } from '../format/engineering.ts';
import { budgetUnits } from '../format/quantities.ts';
import { axis, logAxisRange } from './axes.ts';
import type { Hit } from './hits.ts';
import { pathThrough, stepCorners, type Pixel } from './line-path.ts';
import { seriesColour } from './palette.ts';
import { renderChart } from './svg.ts';

/** Ratios below it are drawn on it: a perfect fit has no logarithm. */
const smallestRatio = 1e-6;

/** Median best-so-far error over budget with quartile bands, logarithmic. @param colours index of a subject's colour */
export function convergenceChart(model: ConvergenceModel, colours: ReadonlyMap<string, number>, id: string): string {
  const lowest = Math.max(smallestRatio, Math.min(...model.series.map((series) => series.lower.at(-1) ?? 1)));
  // At least a factor of two, or a run that gained nothing would fill the picture with its last digits.
  const range = logAxisRange(Math.min(0.5, lowest), 1);
  const { min } = range;
  const ordered = model.series.toSorted((a, b) => Number(a.champion) - Number(b.champion));
  const hits: Hit[] = [];
  return renderChart({
    grid: { left: 58, right: 16, top: 12, bottom: 44 },
    xAxis: axis({ name: 'budget spent (units)', gap: 26, min: 0, max: model.budget }),
    yAxis: axis({ name: 'error ÷ starting error', gap: 42, type: 'log', ...range, max: 1, format: (value) => String(Number(value.toPrecision(2))) }),
    series: [
      { type: 'scatter', silent: true, symbolSize: 0, data: [[0, 1], [model.budget, min]], itemStyle: { color: 'none', opacity: 0 } },
      ...ordered.map((series) => ({
        type: 'custom', silent: true, clip: true, coordinateSystem: 'cartesian2d', encode: { x: -1, y: -1 }, data: [[0, 1]],
        renderItem: steps(series, colours.get(series.subject) ?? 0, hits),
      })),
    ],
  }, model.scope === 'overall' ? { width: 560, height: 340 } : { width: 390, height: 270 }, { id, curves: new Map(ordered.map(({ subject }, index) => [index + 1, colours.get(subject) ?? 0])), hits: () => hits, label: `${model.title}: best error so far over budget for ${model.series.map((series) => series.subject).join(', ')}` });
}

function steps(series: ConvergenceSeries, curve: number, hits: Hit[]): CustomSeriesRenderItem {
  const colour = seriesColour(curve);
  return (_parameters, api) => {
    for (const [index, value] of series.median.entries()) {
      const spent = series.spent[index] as number;
      if (value === series.median[index - 1] && index < series.median.length - 1) continue;
      const [x = 0, y = 0] = api.coord([spent, Math.max(smallestRatio, value)]);
      hits.push({ x, y, curve, title: `${series.subject}\n${plainNumber(value)} of the starting error after ${budgetUnits(spent)} units` });
    }
    const points = (values: readonly number[]): Pixel[] => stepCorners(values.map((value, index) => {
      const [x = 0, y = 0] = api.coord([series.spent[index] as number, Math.max(smallestRatio, value)]);
      return [x, y];
    }));
    const band = `${pathThrough([...points(series.upper), ...points(series.lower).toReversed()])}Z`;
    return {
      type: 'group',
      children: [
        ...(series.runs < 2 ? [] : [{ type: 'path' as const, shape: { pathData: band }, style: { fill: colour, opacity: 0.16 } }]),
        { type: 'path' as const, shape: { pathData: pathThrough(points(series.median)) }, style: { fill: 'none', stroke: colour, lineWidth: series.champion ? 2.4 : 1.6, lineJoin: 'round' as const } },
      ],
    };
  };
}
