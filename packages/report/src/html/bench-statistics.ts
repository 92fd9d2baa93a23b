import type { BenchAnalysis, PairedComparison } from '@evospice/bench';
import { CriticalDifference } from '../charts/critical-difference-chart.ts';
import { plainNumber } from '../format/engineering.ts';
import { html, type Markup } from './html.ts';

/** Below it a difference is called significant. */
const level = 0.05;

/** Friedman's test with its diagram, the control against the others over tasks, then within tasks. */
export function Statistics({ analysis }: { readonly analysis: BenchAnalysis }): Markup {
  const { friedman, control, againstControl, withinTasks, notes } = analysis.statistics;
  const tasks = analysis.tasks.map(({ task }) => task);
  return html`<div>
    ${friedman === null ? null : html`<figure>
      <figcaption>Mean ranks over ${friedman.tasks} tasks<small>Friedman’s χ² = ${plainNumber(friedman.chiSquared, 4)}; Iman and Davenport’s F(${friedman.degrees.join(', ')}) = ${friedman.statistic === null ? '∞' : plainNumber(friedman.statistic, 4)}, p ${equation(friedman.pValue)}. Bars join entries that Nemenyi’s test at 5 % does not tell apart.</small></figcaption>
      <${CriticalDifference} result=${friedman} />
    </figure>`}
    ${notes.length === 0 ? null : html`<ul>${notes.map((note) => html`<li>${note}</li>`)}</ul>`}
    ${againstControl.length === 0 ? null : html`<h3>${control} against the others, over tasks</h3>
      <p>Wilcoxon’s signed-rank test on the medians of the logarithmic errors, one pair a task, p-values after Holm. A ratio above 1 says that the other entry’s error is higher.</p>
      <div class="wide" tabindex="0" role="region" aria-label="Control against the others"><table>${heading()}<tbody>${againstControl.map((row) => comparison(row))}</tbody></table></div>`}
    ${withinTasks.length === 0 ? null : html`<h3>${control} against the others, task by task</h3>
      <details><summary>The same within each task, one pair a seed</summary>
      <div class="wide" tabindex="0" role="region" aria-label="Comparisons within tasks"><table>${heading()}
        ${tasks.map((task) => html`<tbody><tr class="group"><th scope="rowgroup" colspan="6">${task}</th></tr>${withinTasks.filter((row) => row.task === task).map((row) => comparison(row))}</tbody>`)}
      </table></div></details>`}
  </div>`;
}

function heading(): Markup {
  return html`<thead><tr><th scope="col">Entry</th><th scope="col" class="number">Pairs</th><th scope="col" class="number">Error ÷ control’s<br /><small>geometric mean, 95 % interval</small></th>
    <th scope="col" class="number">A12<br /><small>chance that the control’s is lower</small></th><th scope="col" class="number">p</th><th scope="col" class="number">p after Holm</th></tr></thead>`;
}

function comparison(row: PairedComparison): Markup {
  const { entry, pairs, ratio, interval, a12, pValue: p, adjustedPValue } = row;
  return html`<tr><th scope="row">${entry}</th><td class="number">${pairs}</td>
    <td class="number">${plainNumber(ratio, 3)}${interval === null ? null : html`<br /><small>${plainNumber(interval[0], 3)} – ${plainNumber(interval[1], 3)}</small>`}</td>
    <td class="number">${a12.toFixed(2)}</td><td class="number">${pValue(p)}</td><td class=${adjustedPValue < level ? 'number best' : 'number'}>${pValue(adjustedPValue)}</td></tr>`;
}

function equation(value: number): string {
  return value < 1e-4 ? pValue(value) : `= ${pValue(value)}`;
}

function pValue(value: number): string {
  return value < 1e-4 ? '< 0.0001' : value.toFixed(4);
}
