import type { EntryOnTask, EntryOverall, Quartiles } from '@evospice/bench';
import { seriesColour } from '../charts/palette.ts';
import { budgetUnits, errorText, percent } from '../format/quantities.ts';
import type { ComparisonModel, ComparisonPart, ComparisonTask } from '../model/comparison-model.ts';
import { html, type Markup } from './html.ts';

const roleTitle = { train: 'Training tasks', validate: 'Validation tasks' } as const;

/** Colour index of each subject: the champion has the first. */
export function subjectColours(subjects: readonly string[], champion: string | null): ReadonlyMap<string, number> {
  const others = [...new Set(subjects)].filter((subject) => subject !== champion);
  const shown = champion !== null && subjects.includes(champion) ? [champion] : [];
  return new Map([...shown.map((subject) => [subject, 0] as const), ...others.map((subject, index) => [subject, index + 1] as const)]);
}

interface Marks {
  readonly model: ComparisonModel;
  readonly colours: ReadonlyMap<string, number>;
}

/** The champion against the baselines: overall, then task by task. */
export function Comparison({ model, colours }: Marks): Markup {
  const marks = { model, colours };
  return html`<div>
    <div class="wide" tabindex="0" role="region" aria-label="Result over all tasks"><table>
      <thead><tr>
        <th scope="col">Over all tasks</th><th scope="col" class="number">Runs</th>
        <th scope="col" class="number">Final ÷ starting error<br /><small>geometric mean</small></th>
        <th scope="col" class="number">Reached the target</th><th scope="col" class="number">Failed</th>
      </tr></thead>
      ${model.parts.map((part) => overallRows(part, marks))}
    </table></div>
    <div class="wide" tabindex="0" role="region" aria-label="Result task by task"><table>
      <thead><tr>
        <th scope="col">Task by task</th><th scope="col" class="number">Runs</th><th scope="col" class="number">Error, training curves<br /><small>median (quartiles)</small></th>
        <th scope="col" class="number">Error, held-out curves<br /><small>median (quartiles)</small></th>
        <th scope="col" class="number">Budget to target<br /><small>median (quartiles)</small></th><th scope="col" class="number">Reached</th><th scope="col" class="number">Failed</th>
      </tr></thead>
      ${model.parts.map((part) => part.tasks.map((task) => taskRows(task, part, marks)))}
    </table></div>
  </div>`;
}

function overallRows({ role, overall }: ComparisonPart, marks: Marks): Markup {
  const best = Math.min(...overall.map((row) => row.ratioToStart));
  return html`<tbody>
    <tr class="group"><th colspan="5" scope="rowgroup">${roleTitle[role]}</th></tr>
    ${overall.map((row: EntryOverall) => html`<tr class=${row.entry === marks.model.champion ? 'champion' : ''}>
      ${subject(row.entry, marks)}
      <td class="number">${row.runs}</td>
      <td class=${row.ratioToStart === best && overall.length > 1 ? 'number best' : 'number'}>${percent(row.ratioToStart)}</td>
      <td class="number">${row.reached} of ${row.runs}</td><td class="number">${row.failed}</td>
    </tr>`)}
  </tbody>`;
}

function taskRows(task: ComparisonTask, { role }: ComparisonPart, marks: Marks): Markup {
  const { model } = marks;
  const held = (value: number | null): string => (value === null ? '' : `, held-out ${percent(value)}`);
  return html`<tbody>
    <tr class="group"><th colspan="7" scope="rowgroup">${task.task} <span class="tag">${role === 'train' ? 'training' : 'validation'}</span><br />
      <small>starting card ${task.startTrain === null ? 'not scored' : percent(task.startTrain)}${held(task.startValidate)}; target ${errorText(task.target, model.metric)}</small></th></tr>
    ${task.rows.map((row) => html`<tr class=${row.entry === model.champion ? 'champion' : ''}>
      ${subject(row.entry, marks)}
      <td class="number">${row.seeds}</td>
      ${quartileCell(row, task.rows, (one) => one.train, percent)}
      ${quartileCell(row, task.rows, (one) => one.validate, percent)}
      ${quartileCell(row, task.rows, (one) => one.budgetToTarget, budgetUnits, `> ${budgetUnits(model.budget)}`)}
      <td class="number">${row.reached} of ${row.seeds}</td><td class="number">${row.failed}</td>
    </tr>`)}
  </tbody>`;
}

function subject(entry: string, { model, colours }: Marks): Markup {
  return html`<th scope="row"><span class="swatch" style=${`background:${seriesColour(colours.get(entry) ?? 0)}`}></span>${entry}${entry === model.champion ? html` <small>champion</small>` : null}</th>`;
}

/** @param never what stands for a run that has no number */
function quartileCell(
  row: EntryOnTask, rows: readonly EntryOnTask[], pick: (row: EntryOnTask) => Quartiles | null, format: (value: number) => string, never = 'none',
): Markup {
  const own = pick(row);
  if (own === null) return html`<td class="number" title="the task holds no curve out">–</td>`;
  const show = (value: number | null): string => (value === null ? never : format(value));
  const best = rows.length > 1 && own.median !== null && rows.every((other) => (own.median as number) <= (pick(other)?.median ?? Number.POSITIVE_INFINITY));
  return html`<td class=${best ? 'number best' : 'number'}>${show(own.median)}${row.seeds < 2 || own.lower === null ? null : html`<br /><small>${show(own.lower)} – ${show(own.upper)}</small>`}</td>`;
}
