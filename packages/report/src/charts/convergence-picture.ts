import type { BenchAnalysis } from '@evospice/bench';
import { counted } from '@evospice/contracts';
import { plainNumber } from '../format/engineering.ts';
import { bandsChart } from './bands-chart.ts';
import { entryStyles } from './entry-style.ts';
import { escapeMarkup } from './escape.ts';
import { themeRules } from './theme.ts';

const width = 960;
const margin = 18;
const panel = { height: 320, gap: 16, head: 40 };
const legend = { row: 21, mark: 34, gap: 24 };
/** Width of a letter at 13 px, on average. */
const letter = 7.3;

/** A benchmark's error over simulations as a picture of its own: one panel for each task, as in the report, and a legend. */
export function convergencePicture({ entries, tasks, convergence, budget }: BenchAnalysis): string {
  const styles = entryStyles(entries);
  const marks = placed(entries);
  const top = margin + (1 + Math.max(0, ...marks.map(({ row }) => row))) * legend.row + 10;
  const each = (width - 2 * margin - (tasks.length - 1) * panel.gap) / tasks.length;
  const height = top + panel.head + panel.height + margin;
  const panels = tasks.map(({ task, parameters, metric, startError }, index) => {
    const x = margin + index * (each + panel.gap);
    const chart = bandsChart(convergence.filter((band) => band.task === task), styles, {
      budget, id: `p${index}`, yName: metric === 'log' ? 'log RMS (decades)' : 'relative RMS', shaded: new Set(entries),
      size: { width: each, height: panel.height }, label: `Best error so far over simulations on ${task}`,
    });
    return `<text class="task" x="${x + 4}" y="${top + 14}">${escapeMarkup(task)}</text>`
      + `<text class="facts" x="${x + 4}" y="${top + 30}">${counted(parameters, 'parameter')}, starts at ${plainNumber(startError, 3)}</text>`
      + chart.replace('<svg ', `<svg x="${x}" y="${top + panel.head}" width="${each}" height="${panel.height}" `);
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" class="picture" role="img" aria-label="Error over simulations" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<style>${rules}</style>
<rect class="ground" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="10"/>
${marks.map(({ entry, x, y }) => {
    const { colour, dash } = styles.get(entry)!;
    return `<path d="M${x} ${y - 4}h26" stroke="${colour}" stroke-width="2.4"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}/><text class="entry" x="${x + legend.mark}" y="${y}">${escapeMarkup(entry)}</text>`;
  }).join('\n')}
${panels.join('\n')}
</svg>
`;
}

/** The entries from left to right, in as many rows as they need. */
function placed(entries: readonly string[]): readonly { readonly entry: string; readonly x: number; readonly y: number; readonly row: number }[] {
  let x = margin;
  let row = 0;
  return entries.map((entry) => {
    const own = legend.mark + letter * entry.length;
    if (x > margin && x + own > width - margin) {
      x = margin;
      row += 1;
    }
    const at = { entry, x, y: margin + 14 + row * legend.row, row };
    x += own + legend.gap;
    return at;
  });
}

const rules = `${themeRules('.picture')}
.picture text{font:12px system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif}
.picture .entry{font-size:13px;fill:var(--ink)}
.picture .task{font-size:14px;font-weight:600;fill:var(--ink)}
.picture .facts{fill:var(--muted)}
.picture .ground{fill:var(--panel);stroke:var(--rule)}
.picture .hits path{fill:none;stroke:#000;stroke-opacity:0;stroke-width:9;stroke-linecap:round}`;
