import type { ChampionEntry } from '../format/champion-history.ts';
import { axis } from './axes.ts';
import { seriesColour } from './palette.ts';
import { renderChart } from './svg.ts';

/** What the champions were worth where they were chosen and where they were not. */
export const worths = [
  { name: 'score it was chosen by', of: ({ score }: ChampionEntry): number | null | undefined => score, dashed: false },
  { name: 'fresh seeds', of: ({ confirmed }: ChampionEntry): number | null | undefined => confirmed, dashed: true },
  { name: 'validation cases', of: ({ validation }: ChampionEntry): number | null | undefined => validation, dashed: false },
] as const;

/** Every champion over programs tried, as steps that last until the next one. @param programs tried in all */
export function generalisationChart(champions: readonly ChampionEntry[], programs: number, id: string): string {
  const titles = new Map<string, string>();
  const series = worths.map(({ name, of, dashed }, index) => {
    const own = champions.flatMap((champion) => {
      const worth = of(champion);
      return worth === undefined || worth === null ? [] : [{ champion, worth }];
    });
    for (const [place, { champion, worth }] of own.entries()) titles.set(`${index}:${place}`, `${champion.program}, ${name}: ${worth.toFixed(4)}`);
    const last = own.at(-1);
    return {
      type: 'line', step: 'end', symbolSize: 7, symbol: 'circle', data: [...own.map(({ champion, worth }) => [champion.tried, worth]), ...(last === undefined ? [] : [{ value: [programs, last.worth], symbol: 'none' }])],
      lineStyle: { color: seriesColour(index), width: 2, type: dashed ? 'dashed' : 'solid' }, itemStyle: { color: seriesColour(index) },
    };
  });
  const last = champions.at(-1);
  return renderChart({
    grid: { left: 62, right: 16, top: 12, bottom: 44 },
    xAxis: axis({ name: 'programs tried', gap: 26, min: 0, max: Math.max(1, programs) }),
    yAxis: axis({ name: 'score', gap: 44, format: (value) => String(Number(value.toPrecision(4))) }),
    series,
  }, { width: 760, height: 300 }, { id, titles, label: `Scores of ${champions.length} champions; the last one, ${last?.program ?? 'none'}, has ${worths.flatMap(({ name, of }) => (last === undefined || of(last) == null ? [] : [`${(of(last) as number).toFixed(4)} by ${name}`])).join(', ')}` });
}
