import type { BenchAnalysis, EntryResult, ExpectedRunningTime } from '@evospice/bench';
import type { EntryStyle } from '../charts/entry-style.ts';
import { plainNumber } from '../format/engineering.ts';
import { budgetUnits, errorText, percent } from '../format/quantities.ts';
import { EntryMark } from './bench-pictures.ts';
import { html, type Markup } from './html.ts';

interface Tables {
  readonly analysis: BenchAnalysis;
}

/** Every entry over all tasks, best first. */
export function Overall({ analysis, styles }: Tables & { readonly styles: ReadonlyMap<string, EntryStyle> }): Markup {
  const rows = analysis.overall.toSorted((a, b) => a.meanRank - b.meanRank);
  const least = Math.min(...rows.map(({ ratioToStart }) => ratioToStart));
  const largest = Math.max(...rows.map(({ ecdfArea }) => ecdfArea));
  return html`<div class="wide" tabindex="0" role="region" aria-label="Overall"><table>
    <thead><tr><th scope="col">Entry</th><th scope="col" class="number">Mean rank</th><th scope="col" class="number">Tasks won</th>
      <th scope="col" class="number">Final ÷ start error<br /><small>geometric mean, 95 % interval over tasks</small></th>
      <th scope="col" class="number">Area under the ECDF<br /><small>log budget axis, larger is better</small></th>
      <th scope="col" class="number">Anytime error<br /><small>mean over the budget ÷ start, smaller is better</small></th></tr></thead>
    <tbody>${rows.map((row) => html`<tr>
      <th scope="row"><${EntryMark} style=${styles.get(row.entry)} />${row.entry}</th>
      <td class="number">${row.meanRank.toFixed(2)}</td><td class="number">${row.wins}</td>
      <td class=${row.ratioToStart === least ? 'number best' : 'number'}>${percent(row.ratioToStart)}<br /><small>${percent(row.interval[0])} – ${percent(row.interval[1])}</small></td>
      <td class=${row.ecdfArea === largest ? 'number best' : 'number'}>${row.ecdfArea.toFixed(3)}</td>
      <td class="number">${percent(row.anytimeArea)}</td></tr>`)}</tbody>
  </table></div>`;
}

/** What physics rules found in the cards of each entry. */
export function Findings({ analysis }: Tables): Markup {
  const least = Math.min(...analysis.findings.map(({ violations }) => violations));
  return html`<div class="wide" tabindex="0" role="region" aria-label="Findings of physics rules"><table>
    <thead><tr><th scope="col">Entry</th><th scope="col" class="number">Runs with violations</th><th scope="col" class="number">Violations a run</th><th scope="col" class="number">Warnings a run</th></tr></thead>
    <tbody>${analysis.findings.map(({ entry, runs, violating, violations, warnings }) => html`<tr><th scope="row">${entry}</th><td class="number">${violating} of ${runs}</td>
      <td class=${violations === least ? 'number best' : 'number'}>${plainNumber(violations, 3)}</td><td class="number">${plainNumber(warnings, 3)}</td></tr>`)}</tbody>
  </table></div>`;
}

/** Tasks by entries: what each ended at, in training and on held-out curves. */
export function Results({ analysis }: Tables): Markup {
  const { entries, tasks, results } = analysis;
  const of = new Map(results.map((result) => [`${result.entry}\0${result.task}`, result]));
  const held = tasks.filter(({ task }) => results.some((result) => result.task === task && result.validate !== null));
  return html`<div>
    <div class="wide matrix" tabindex="0" role="region" aria-label="Final training errors"><table>
      <thead><tr><th scope="col">Task<br /><small>start → best of all runs</small></th>${entries.map((entry) => html`<th scope="col" class="number">${entry}</th>`)}</tr></thead>
      <tbody>${tasks.map(({ task, metric, startError, best }) => {
        const row = entries.map((entry) => of.get(`${entry}\0${task}`));
        const least = Math.min(...row.map((result) => result?.error.median ?? Infinity));
        return html`<tr><th scope="row">${task}<br /><small>${errorText(startError, metric)} → ${errorText(best, metric)}</small></th>${row.map((result) => errorCell(result, least, metric))}</tr>`;
      })}</tbody>
    </table></div>
    ${held.length === 0 ? null : html`<h3>On held-out curves</h3>
    <p>Relative RMS on curves that no optimizer saw, median over seeds.</p>
    <div class="wide matrix" tabindex="0" role="region" aria-label="Errors on held-out curves"><table>
      <thead><tr><th scope="col">Task</th>${entries.map((entry) => html`<th scope="col" class="number">${entry}</th>`)}</tr></thead>
      <tbody>${held.map(({ task }) => {
        const row = entries.map((entry) => of.get(`${entry}\0${task}`)?.validate?.median ?? null);
        const least = Math.min(...row.map((value) => value ?? Infinity));
        return html`<tr><th scope="row">${task}</th>${row.map((value) => html`<td class=${value !== null && value === least ? 'number best' : 'number'} style=${shade(value, least)}>${value === null ? '–' : percent(value)}</td>`)}</tr>`;
      })}</tbody>
    </table></div>`}
  </div>`;
}

function errorCell(result: EntryResult | undefined, least: number, metric: 'relative' | 'log'): Markup {
  if (result === undefined) return html`<td class="number" title="not run">–</td>`;
  const { lower, median, upper } = result.error;
  const text = (value: number | null): string => (value === null ? '–' : errorText(value, metric));
  return html`<td class=${median === least ? 'number best' : 'number'} style=${shade(median, least)}>${text(median)}${result.seeds < 2 || lower === upper ? null : html`<br /><small>${text(lower)} – ${text(upper)}</small>`}</td>`;
}

/** Green for the best, fading out at three times its error. */
function shade(value: number | null, least: number): string {
  if (value === null || !(value > 0) || !(least > 0)) return '';
  const share = Math.max(0, 1 - Math.log(value / least) / Math.log(3));
  return share === 0 ? '' : `background:color-mix(in srgb,var(--s2) ${Math.round(share * 28)}%,transparent)`;
}

/** Targets by entries, task by task. */
export function RunningTimes({ analysis }: Tables): Markup {
  const { entries, tasks, expectedRunningTimes } = analysis;
  return html`<div class="wide matrix" tabindex="0" role="region" aria-label="Expected running times"><table>
    <thead><tr><th scope="col">Target</th><th scope="col" class="number">Error</th>${entries.map((entry) => html`<th scope="col" class="number">${entry}</th>`)}</tr></thead>
    ${tasks.map(({ task, metric }) => {
      const own = expectedRunningTimes.filter((row) => row.task === task);
      const labels = [...new Set(own.map(({ label }) => label))];
      return html`<tbody><tr class="group"><th scope="rowgroup" colspan=${entries.length + 2}>${task}</th></tr>
        ${labels.map((label) => {
          const row = own.filter((one) => one.label === label);
          const least = Math.min(...row.map(({ value }) => value ?? Infinity));
          return html`<tr><th scope="row" style="white-space:nowrap">${label}</th><td class="number">${errorText(row[0]!.target, metric)}</td>${entries.map((entry) => runningTime(row.find((one) => one.entry === entry), least))}</tr>`;
        })}</tbody>`;
    })}
  </table></div>`;
}

function runningTime(cell: ExpectedRunningTime | undefined, least: number): Markup {
  if (cell === undefined) return html`<td class="number" title="not run">–</td>`;
  const { value, interval: [low, high], successes, runs } = cell;
  if (value === null) return html`<td class="number">∞ <small>(0/${runs})</small></td>`;
  const end = (limit: number | null): string => (limit === null ? '∞' : budgetUnits(limit));
  return html`<td class=${value === least ? 'number best' : 'number'}>${budgetUnits(value)} <small>(${successes}/${runs})</small>${low === high ? null : html`<br /><small>${end(low)} – ${end(high)}</small>`}</td>`;
}

/** Best error so far at a few budgets. */
export function Budgets({ analysis }: Tables): Markup {
  const { entries, tasks, fixedBudgets } = analysis;
  const budgets = [...new Set(fixedBudgets.map(({ budget }) => budget))].toSorted((a, b) => a - b);
  return html`<div class="wide matrix" tabindex="0" role="region" aria-label="Errors at fixed budgets"><table>
    <thead><tr><th scope="col">Simulations</th>${entries.map((entry) => html`<th scope="col" class="number">${entry}</th>`)}</tr></thead>
    ${tasks.map(({ task, metric }) => html`<tbody><tr class="group"><th scope="rowgroup" colspan=${entries.length + 1}>${task}</th></tr>
      ${budgets.map((budget) => {
        const row = entries.map((entry) => fixedBudgets.find((one) => one.entry === entry && one.task === task && one.budget === budget)?.error.median ?? null);
        const least = Math.min(...row.map((value) => value ?? Infinity));
        return html`<tr><th scope="row">${budgetUnits(budget)}</th>${row.map((value) => html`<td class=${value !== null && value === least ? 'number best' : 'number'} style=${shade(value, least)}>${value === null ? '–' : errorText(value, metric)}</td>`)}</tr>`;
      })}</tbody>`)}
  </table></div>`;
}

export function Times({ analysis }: Tables): Markup {
  return html`<div class="wide"><table>
    <thead><tr><th scope="col">Entry</th><th scope="col" class="number">Wall time</th><th scope="col" class="number">The optimizer’s own</th><th scope="col" class="number">Own share</th></tr></thead>
    <tbody>${analysis.times.map(({ entry, wall, own }) => html`<tr><th scope="row">${entry}</th><td class="number">${plainNumber(wall, 3)} s</td><td class="number">${plainNumber(own, 3)} s</td><td class="number">${wall > 0 ? percent(own / wall) : '–'}</td></tr>`)}</tbody>
  </table></div>`;
}
