import { counted } from '@evospice/contracts';
import { convergenceChart } from '../charts/convergence-chart.ts';
import { seriesColour } from '../charts/palette.ts';
import type { ConvergenceModel } from '../model/convergence-model.ts';
import { CurveSwitch, switchScope } from './switch.ts';
import { html, Raw, type Markup } from './html.ts';

/** Convergence charts with one legend. */
export function Convergence({ models, colours, champion }: {
  readonly models: readonly ConvergenceModel[];
  readonly colours: ReadonlyMap<string, number>;
  readonly champion: string | null;
}): Markup {
  const overall = models.filter((model) => model.scope === 'overall');
  const tasks = models.filter((model) => model.scope === 'task');
  return html`<div class=${switchScope}>
    <ul class="legend">${[...colours].map(([subject, index]) => html`<${CurveSwitch} index=${index}><span class="swatch" style=${`background:${seriesColour(index)}`}></span>${subject}${subject === champion ? ' (champion)' : ''}<//>`)}</ul>
    ${overall.length === 0 ? null : html`<div class="charts two">${overall.map((model, index) => chart(model, colours, `co${index}`))}</div><h3>Task by task</h3>`}
    <div class="charts">${tasks.map((model, index) => chart(model, colours, `ct${index}`))}</div>
  </div>`;
}

function chart(model: ConvergenceModel, colours: ReadonlyMap<string, number>, id: string): Markup {
  const runs = [...new Set(model.series.map((series) => series.runs))].toSorted((a, b) => a - b);
  return html`<figure>
    <figcaption>${model.title}<small>${model.scope === 'task' ? `${model.role === 'train' ? 'training' : 'validation'} task, ` : ''}${runs.length === 1 ? '' : `${runs[0]} to `}${counted(runs.at(-1) ?? 0, 'run')} a line</small></figcaption>
    <${Raw} markup=${convergenceChart(model, colours, id)} />
  </figure>`;
}
