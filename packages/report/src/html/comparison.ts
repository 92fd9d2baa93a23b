import { errorText } from '../model/comparison.ts';
import type { ComparisonModel, ComparisonRow, ComparisonTask, OverallRow } from '../model/comparison-model.ts';
import type { Spread } from '../model/statistics.ts';
import { budgetUnits, percent } from '../format/quantities.ts';
import { seriesColour } from '../charts/palette.ts';
import { html, type Markup } from './html.ts';

const roleTitle = { train: 'Training tasks', validate: 'Validation tasks' } as const;

/** Colour index of each subject: the champion has the first. */
export function subjectColours(subjects: readonly { readonly subject: string; readonly champion: boolean }[]): ReadonlyMap<string, number> {
  const colours = new Map<string, number>();
  let next = 1;
  for (const { subject, champion } of subjects) {
    if (colours.has(subject)) continue;
    colours.set(subject, champion ? 0 : next++);
  }
  return colours;
}

/** The champion against the baselines: overall, then task by task. */
export function Comparison({ model, colours }: { readonly model: ComparisonModel; readonly colours: ReadonlyMap<string, number> }): Markup {
  return html`<div>
    ${model.overall.length === 0 ? null : html`<div class="wide" tabindex="0" role="region" aria-label="Result over all tasks"><table>
      <thead><tr>
        <th scope="col">Over all tasks</th><th scope="col" class="number">Runs</th><th scope="col" class="number">Error ÷ starting error<br /><small>median (quartiles)</small></th>
        <th scope="col" class="number">Budget to target<br /><small>median (quartiles)</small></th><th scope="col" class="number">Reached</th><th scope="col" class="number">Failed</th>
      </tr></thead>
      ${model.overall.map(({ role, rows }) => html`<tbody>
        <tr class="group"><th colspan="6" scope="rowgroup">${roleTitle[role]}</th></tr>
        ${rows.map((row) => html`<tr class=${row.champion ? 'champion' : ''}>
          <${Subject} row=${row} colours=${colours} />
          <td class="number">${row.runs}</td>
          <td class=${`number ${isBest(row, rows, (one) => one.ratio) ? 'best' : ''}`}><${Value} spread=${row.ratio} format=${percent} /></td>
          <td class=${`number ${isBest(row, rows, (one) => one.toTarget) ? 'best' : ''}`}><${Value} spread=${row.toTarget} format=${(value: number) => budgetText(value, model.budget)} /></td>
          <td class="number">${row.reached} of ${row.runs}</td><td class="number">${row.failed}</td>
        </tr>`)}
      </tbody>`)}
    </table></div>`}
    <div class="wide" tabindex="0" role="region" aria-label="Result task by task"><table>
      <thead><tr>
        <th scope="col">Task by task</th><th scope="col" class="number">Runs</th><th scope="col" class="number">Error, training curves<br /><small>median (quartiles)</small></th>
        <th scope="col" class="number">Error, held-out curves<br /><small>median (quartiles)</small></th>
        <th scope="col" class="number">Budget to target<br /><small>median (quartiles)</small></th><th scope="col" class="number">Reached</th><th scope="col" class="number">Failed</th>
      </tr></thead>
      ${model.tasks.map((task) => taskRows(task, model, colours))}
    </table></div>
  </div>`;
}

function taskRows(task: ComparisonTask, model: ComparisonModel, colours: ReadonlyMap<string, number>): Markup {
  const error = (value: number): string => errorText(value, model.metric);
  const budget = (value: number): string => budgetText(value, model.budget);
  return html`<tbody>
    <tr class="group"><th colspan="7" scope="rowgroup">${task.task} <span class="tag">${task.role === 'train' ? 'training' : 'validation'}</span><br />
      <small>starting card: ${task.startTrain === null ? 'no error on training curves' : error(task.startTrain)}${task.startValidate === null ? '' : `, held-out ${error(task.startValidate)}`}; target ${error(task.target)}</small></th></tr>
    ${task.rows.map((row: ComparisonRow) => html`<tr class=${row.champion ? 'champion' : ''}>
      <${Subject} row=${row} colours=${colours} />
      <td class="number">${row.runs}</td>
      <td class=${`number ${isBest(row, task.rows, (one) => one.train) ? 'best' : ''}`}><${Value} spread=${row.train} format=${error} /></td>
      <td class=${`number ${isBest(row, task.rows, (one) => one.validate) ? 'best' : ''}`}><${Value} spread=${row.validate} format=${error} /></td>
      <td class=${`number ${isBest(row, task.rows, (one) => one.toTarget) ? 'best' : ''}`}><${Value} spread=${row.toTarget} format=${budget} /></td>
      <td class="number">${row.reached} of ${row.runs}</td><td class="number">${row.failed}</td>
    </tr>`)}
  </tbody>`;
}

function Subject({ row, colours }: { readonly row: OverallRow; readonly colours: ReadonlyMap<string, number> }): Markup {
  return html`<th scope="row"><span class="swatch" style=${`background:${seriesColour(colours.get(row.subject) ?? 0)}`}></span>${row.subject}${row.champion ? html` <small>champion</small>` : null}</th>`;
}

function Value({ spread, format }: { readonly spread: Spread | null; readonly format: (value: number) => string }): Markup {
  if (spread === null) return html`<span title="not measured">–</span>`;
  return html`<span>${format(spread.median)}${spread.count < 2 ? null : html`<br /><small>${format(spread.lower)} – ${format(spread.upper)}</small>`}</span>`;
}

/** A run that never reached the target needed more than the whole budget. */
export function budgetText(value: number, budget: number): string {
  return Number.isFinite(value) ? budgetUnits(value) : `> ${budgetUnits(budget)}`;
}

function isBest<Row>(row: Row, rows: readonly Row[], pick: (row: Row) => Spread | null): boolean {
  const own = pick(row)?.median;
  if (own === undefined || !Number.isFinite(own)) return false;
  return rows.length > 1 && rows.every((other) => own <= (pick(other)?.median ?? Number.POSITIVE_INFINITY));
}
