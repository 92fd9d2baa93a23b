import { counted } from '@evospice/contracts';
import type { Control } from '@evospice/evolution';
import type { ProgressPoint } from '../model/evolution-model.ts';
import { axis } from './axes.ts';
import { seriesColour } from './palette.ts';
import { renderChart } from './svg.ts';

/** Score of each program in the order in which they were judged, coloured by proposer, the best so far as a line, and that of each control as a broken line. */
export function progressChart(points: readonly ProgressPoint[], proposers: readonly string[], { id, controls }: { readonly id: string; readonly controls: readonly Control[] }): string {
  const titles = new Map<string, string>();
  const groups = proposers.map((proposer, index) => {
    const own = points.filter((point) => point.proposer === proposer);
    for (const [place, point] of own.entries()) titles.set(`${index + 1}:${place}`, `${point.program}: score ${point.score.toFixed(4)}\n${point.operator}`);
    return {
      type: 'scatter', symbolSize: 6, data: own.map((point) => [point.tried, point.score]),
      itemStyle: { color: seriesColour(index + 1), opacity: 0.8 },
    };
  });
  return renderChart({
    grid: { left: 62, right: 16, top: 12, bottom: 44 },
    xAxis: axis({ name: 'programs tried', gap: 26, min: 0, max: Math.max(1, ...points.map((point) => point.tried)) }),
    yAxis: axis({ name: 'score', gap: 44, format: (value) => String(Number(value.toPrecision(4))) }),
    series: [
      {
        type: 'line', silent: true, step: 'end', showSymbol: false, data: points.map((point) => [point.tried, point.best]),
        lineStyle: { color: 'var(--s0)', width: 2.2 },
      },
      ...groups,
      ...controls.map(({ progress, programs, score }, index) => ({
        type: 'line', silent: true, step: 'end', showSymbol: false, data: [...progress, [programs, score]],
        lineStyle: { color: seriesColour(proposers.length + 1 + index), width: 2, type: 'dashed' },
      })),
    ],
  }, { width: 980, height: 360 }, { id, titles, label: `Score of ${counted(points.length, 'program')} in the order in which they were judged, the best at the end ${points.at(-1)?.best.toFixed(4) ?? 'none'}` });
}
