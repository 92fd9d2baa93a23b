import type { AxisProfile } from '@evospice/bench';
import { axis, logAxisRange } from './axes.ts';
import { renderChart } from './svg.ts';

/** Error along one parameter, with a mark at the point the profile runs through. Null where nothing could be simulated. */
export function profileChart(profile: AxisProfile, errorName: string, error: number | null, id: string): string | null {
  const known = profile.points.flatMap((point) => (point.error === null || point.error <= 0 ? [] : [[point.value, point.error] as const]));
  if (known.length === 0) return null;
  const errors = [...known.map(([, value]) => value), ...(error === null || error <= 0 ? [] : [error])];
  const values = profile.points.map(({ value }) => value);
  const range = profile.scale === 'log' ? logAxisRange(values[0]!, values.at(-1)!) : { min: values[0]!, max: values.at(-1)! };
  return renderChart({
    grid: { left: 62, right: 18, top: 12, bottom: 44 },
    xAxis: axis({ name: profile.unit === undefined ? profile.parameter : `${profile.parameter} (${profile.unit})`, gap: 26, type: profile.scale === 'log' ? 'log' : 'value', ...range, splits: 4 }),
    yAxis: axis({ name: errorName, gap: 46, type: 'log', ...logAxisRange(Math.min(...errors), Math.max(...errors) * 1.0001), format: (value) => String(Number(value.toPrecision(3))) }),
    series: [
      { type: 'line', silent: true, showSymbol: known.length < 30, symbol: 'circle', symbolSize: 4, data: curve(profile), lineStyle: { color: 'var(--s0)', width: 1.8 }, itemStyle: { color: 'var(--s0)' } },
      ...(error === null || error <= 0 ? [] : [{ type: 'scatter', silent: true, symbolSize: 9, data: [[profile.at, error]], itemStyle: { color: 'none', borderColor: 'var(--s1)', borderWidth: 2.2 } }]),
    ],
  }, { width: 330, height: 230 }, { id, label: `Error along ${profile.parameter} from ${values[0]} to ${values.at(-1)}` });
}

/** The line breaks where a point failed. */
function curve({ points }: AxisProfile): (readonly [number, number | null])[] {
  return points.map(({ value, error }) => [value, error !== null && error > 0 ? error : null]);
}
