import type { Task } from '@evospice/contracts';
import { curveFits } from '@evospice/extraction';
import { groupFits } from '../model/fit-groups.ts';
import { PlainText } from './code.ts';
import { FitKey, Fits } from './fits.ts';
import { html, type Markup } from './html.ts';
import { renderPage } from './page.ts';

/** A task as it was made of measured files. */
export interface MeasuredPage {
  readonly task: Task;
  /** What was taken for true without being told. */
  readonly assumptions: readonly string[];
  /** The task's file. */
  readonly text: string;
  readonly commands: readonly string[];
}

/** The measured curves of a task that was just imported, before anything is simulated, as one self-contained HTML file. */
export function renderMeasuredPage({ task, assumptions, text, commands }: MeasuredPage): string {
  const { curves, tunables, instances } = task;
  const points = curves.reduce((sum, { x }) => sum + x.length, 0);
  const heldOut = curves.some(({ split }) => split !== 'train');
  return renderPage({
    kind: `Imported task · ${task.id}`,
    title: task.title,
    facts: [
      { label: 'Curves', value: String(curves.length) }, { label: 'Points', value: String(points) },
      { label: 'Held out', value: `${curves.filter(({ split }) => split === 'validate').length} curves` },
      { label: 'Devices', value: instances.map(({ id }) => id).join(', ') }, { label: 'Model', value: task.model.family }, { label: 'Parameters to extract', value: String(tunables.length) },
    ],
    notices: [],
    sections: [
      { id: 'assumptions', title: 'Taken for true without being told', lead: 'Each is in task.yaml too. Correct what is wrong, there or by an option of the command.', body: assumptions.length === 0 ? null : list(assumptions) },
      { id: 'curves', title: 'Measured curves', body: html`<div><${FitKey} heldOut=${heldOut} measured=${true} /><${Fits} model=${{ groups: groupFits(curveFits(curves, new Map(), new Map())) }} prefix="m0" measured=${true} /></div>` },
      { id: 'notes', title: 'How the files were read', body: (task.remarks ?? []).length === 0 ? null : list(task.remarks ?? []) },
      { id: 'task', title: 'task.yaml', body: html`<${PlainText} text=${text} label="task.yaml" />` },
      { id: 'next', title: 'Next', body: html`<${PlainText} text=${commands.join('\n')} label="Commands" />` },
    ],
    madeFrom: 'measured files',
  });
}

function list(items: readonly string[]): Markup {
  return html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}
