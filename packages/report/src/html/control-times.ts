import type { BenchAnalysis } from '@evospice/bench';
import { controlTimeText, lossLines, lowerLines, ratioText } from '../format/control-times.ts';
import { errorText } from '../format/quantities.ts';
import { html, type Markup } from './html.ts';

/** Simulations of every entry to near the control's final error, geometric means of the ratios first. */
export function ControlTimes({ analysis }: { readonly analysis: BenchAnalysis }): Markup {
  const { entries, tasks, controlTimes } = analysis;
  const { control, factors, times, overall } = controlTimes;
  const order = [control, ...entries.filter((entry) => entry !== control)];
  const summaries = order.slice(1).filter((entry) => overall.some((one) => one.entry === entry));
  return html`<div>
    <div class="wide" tabindex="0" role="region" aria-label="Ratios of simulations"><table>
      <thead><tr><th scope="col">Entry</th>${factors.map((factor) => html`<th scope="col" class="number">To ${factor} ×<br /><small>fewer, lost on</small></th>`)}</tr></thead>
      <tbody>${summaries.map((entry) => html`<tr><th scope="row">${entry}</th>${factors.map((factor) => {
        const one = overall.find((row) => row.entry === entry && row.factor === factor);
        return one === undefined ? html`<td class="number">–</td>` : html`<td class=${one.ratio > 1 ? 'number best' : 'number'}>${ratioText(one.ratio)} × <small>${one.lost.length}/${one.tasks}</small></td>`;
      })}</tr>`)}</tbody>
    </table></div>
    ${[...lossLines(controlTimes), ...lowerLines(controlTimes)].map((line) => html`<p>${line}.</p>`)}
    <div class="wide matrix" tabindex="0" role="region" aria-label="Simulations to the error of the control"><table>
      <thead><tr><th scope="col">Target</th><th scope="col" class="number">Error</th>${order.map((entry) => html`<th scope="col" class="number">${entry}</th>`)}</tr></thead>
      ${tasks.filter(({ task }) => times.some((time) => time.task === task)).map(({ task, metric }) => html`<tbody><tr class="group"><th scope="rowgroup" colspan=${order.length + 2}>${task}</th></tr>
        ${factors.map((factor) => {
          const row = times.filter((time) => time.task === task && time.factor === factor);
          if (row.length === 0) return null;
          const most = Math.max(...row.map(({ ratio }) => ratio));
          return html`<tr><th scope="row" style="white-space:nowrap">${factor} × ${control}</th><td class="number">${errorText(row[0]!.target, metric)}</td>${order.map((entry) => {
            const cell = row.find((one) => one.entry === entry);
            return cell === undefined ? html`<td class="number" title="not run">–</td>`
              : html`<td class=${cell.ratio === most ? 'number best' : 'number'}>${controlTimeText(cell, analysis, entry === control)}</td>`;
          })}</tr>`;
        })}</tbody>`)}
    </table></div>
  </div>`;
}
