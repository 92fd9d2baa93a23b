import type { ArmComparison } from '../ablation/analyse-ablation.ts';
import { plainNumber } from '../format/engineering.ts';
import { roundRange } from './axes.ts';
import { escapeMarkup } from './escape.ts';

const width = 580;
const [left, right, rowHeight, top] = [158, 566, 28, 14];

/** Mean differences with their intervals, an arm a row, and the difference of each seed; right of zero is better with the mechanism. */
export function differencesChart(comparisons: readonly ArmComparison[], label: string): string {
  const values = [0, ...comparisons.flatMap(({ differences, interval }) => [...differences, ...(interval ?? [])])];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const { min, max, interval: step } = roundRange(low, high > low ? high : low + 1e-3);
  const x = (value: number): number => Math.round(10 * (left + ((value - min) / (max - min)) * (right - left))) / 10;
  const bottom = top + comparisons.length * rowHeight;
  const ticks = Array.from({ length: Math.round((max - min) / step) + 1 }, (_, index) => min + index * step);
  return [
    `<svg class="chart" role="img" aria-label="${escapeMarkup(`${label}: ${comparisons.map(({ arm, mean }) => `${arm} ${plainNumber(mean, 3)}`).join(', ')}`)}" viewBox="0 0 ${width} ${bottom + 26}" xmlns="http://www.w3.org/2000/svg">`,
    `<g stroke="var(--grid)">${ticks.map((tick) => `<path d="M${x(tick)} ${top}V${bottom}"/>`).join('')}</g>`,
    `<path d="M${x(0)} ${top - 6}V${bottom + 4}" stroke="var(--axis)" stroke-width="1.6"/>`,
    `<g fill="var(--muted)" text-anchor="middle">${ticks.map((tick) => `<text x="${x(tick)}" y="${bottom + 18}">${plainNumber(Number(tick.toPrecision(6)), 3)}</text>`).join('')}</g>`,
    ...comparisons.map((comparison, index) => rowOf(comparison, top + (index + 0.5) * rowHeight, x)),
    '</svg>',
  ].join('\n');
}

function rowOf({ arm, differences, mean, interval }: ArmComparison, y: number, x: (value: number) => number): string {
  const dots = differences.map((difference) => `<circle cx="${x(difference)}" cy="${y}" r="3" fill="none" stroke="var(--muted)"><title>${plainNumber(difference, 4)}</title></circle>`).join('');
  const bar = interval === null ? '' : `<path d="M${x(interval[0])} ${y}H${x(interval[1])}M${x(interval[0])} ${y - 5}v10M${x(interval[1])} ${y - 5}v10" stroke="var(--s0)" stroke-width="2" fill="none"/>`;
  return `<g><text x="${left - 14}" y="${y + 4}" text-anchor="end" fill="var(--ink)">${escapeMarkup(arm)}</text>${dots}${bar}<circle cx="${x(mean)}" cy="${y}" r="5" fill="var(--s0)"><title>${escapeMarkup(`${arm}: mean ${plainNumber(mean, 4)}`)}</title></circle></g>`;
}
