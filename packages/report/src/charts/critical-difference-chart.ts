import type { FriedmanResult } from '@evospice/bench';
import { html, type Markup } from '../html/html.ts';

const width = 900;
const [left, right] = [190, 710];
const [axisTop, rowHeight] = [58, 21];

/**
 * Critical-difference diagram (Demšar 2006, fig. 1): entries along their mean ranks, best on the left; a thick bar joins
 * entries that Nemenyi's test does not tell apart.
 */
export function CriticalDifference({ result }: { readonly result: FriedmanResult }): Markup {
  const { meanRanks, groups, criticalDifference } = result;
  const count = meanRanks.length;
  const place = (rank: number): number => left + ((rank - 1) / Math.max(1, count - 1)) * (right - left);
  const half = Math.ceil(count / 2);
  const barsTop = axisTop + 16;
  const rowsTop = barsTop + groups.length * 7 + 14;
  const height = rowsTop + half * rowHeight + 6;
  const rankOf = new Map(meanRanks.map(({ entry, rank }) => [entry, rank]));
  const ticks = Array.from({ length: count }, (_, index) => index + 1);
  return html`<svg class="chart" role="img" viewBox=${`0 0 ${width} ${height}`} xmlns="http://www.w3.org/2000/svg"
      aria-label=${`Critical-difference diagram: ${meanRanks.map(({ entry, rank }) => `${entry} ${rank.toFixed(2)}`).join(', ')}`}>
    <g stroke="var(--axis)" fill="none">
      <path d=${`M${left} ${axisTop}H${right}`} />
      ${ticks.map((rank) => html`<path d=${`M${place(rank).toFixed(1)} ${axisTop}v-6`} />`)}
    </g>
    <g fill="var(--muted)" text-anchor="middle">${ticks.map((rank) => html`<text x=${place(rank).toFixed(1)} y=${axisTop - 11}>${rank}</text>`)}</g>
    <g stroke="var(--ink)" stroke-width="1.6"><path d=${`M${left} 16H${place(Math.min(count, 1 + criticalDifference)).toFixed(1)}M${left} 12v8M${place(Math.min(count, 1 + criticalDifference)).toFixed(1)} 12v8`} /></g>
    <text x=${left - 10} y="20" text-anchor="end" fill="var(--ink)">CD = ${criticalDifference.toFixed(2)}</text>
    <g stroke="var(--mark)" stroke-width="4" stroke-linecap="round">${groups.map((group, index) => {
      const ranks = group.map((entry) => rankOf.get(entry) ?? 1);
      return html`<path d=${`M${place(Math.min(...ranks)).toFixed(1)} ${barsTop + index * 7}H${place(Math.max(...ranks)).toFixed(1)}`} />`;
    })}</g>
    ${meanRanks.map(({ entry, rank }, index) => {
      const onLeft = index < half;
      const y = rowsTop + (onLeft ? index : count - 1 - index) * rowHeight + 10;
      const end = onLeft ? left - 12 : right + 12;
      return html`<g>
        <path d=${`M${place(rank).toFixed(1)} ${axisTop}V${y}H${end}`} stroke="var(--axis)" fill="none" />
        <text x=${onLeft ? end - 5 : end + 5} y=${y + 4} text-anchor=${onLeft ? 'end' : 'start'} fill="var(--ink)">${entry} (${rank.toFixed(2)})</text>
      </g>`;
    })}
  </svg>`;
}
