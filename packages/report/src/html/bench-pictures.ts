import { counted } from '@evospice/contracts';
import type { BenchAnalysis, ProfileCurve } from '@evospice/bench';
import { bandsChart } from '../charts/bands-chart.ts';
import type { EntryStyle } from '../charts/entry-style.ts';
import { stepLinesChart } from '../charts/step-lines-chart.ts';
import { budgetUnits } from '../format/quantities.ts';
import { CurveSwitch, SwitchHint } from './switch.ts';
import { html, Raw, type Markup } from './html.ts';

/** Entries of a task that get a shaded band. */
const shadedEntries = 3;

/** Of so few tasks, error over simulations is the first picture, and large. */
export const fewTasks = 2;

interface Pictures {
  readonly analysis: BenchAnalysis;
  readonly styles: ReadonlyMap<string, EntryStyle>;
  /** Makes ids of the pictures unique in the page. */
  readonly prefix: string;
}

/** Which line is which entry. */
export function EntryLegend({ styles }: { readonly styles: ReadonlyMap<string, EntryStyle> }): Markup {
  return html`<div><${SwitchHint} /><ul class="legend">${[...styles].map(([entry, style], index) => html`<${CurveSwitch} index=${index}><${EntryMark} style=${style} />${entry}<//>`)}</ul></div>`;
}

/** A piece of the entry's line. */
export function EntryMark({ style }: { readonly style: EntryStyle | undefined }): Markup {
  return html`<svg width="26" height="8" viewBox="0 0 26 8" aria-hidden="true" style="vertical-align:middle;margin-right:6px"><path d="M0 4H26" fill="none" stroke=${style?.colour ?? 'var(--ink)'} stroke-width="2.4" stroke-dasharray=${style?.dash === '' ? 'none' : style?.dash} /></svg>`;
}

export function Ecdf({ analysis, styles, prefix }: Pictures): Markup {
  const { budget, ecdf, tasks } = analysis;
  const draw = (task: string | null, large: boolean, id: string): string => stepLinesChart(ecdf.filter((curve) => curve.task === task), styles, {
    xName: 'simulations', yName: 'share of targets', x: { scale: 'log', from: 1, to: budget }, id,
    size: large ? { width: 960, height: 430 } : { width: 390, height: 250 },
    label: `Share of targets reached over simulations${task === null ? '' : ` on ${task}`}`,
  });
  return html`<div>
    <figure><figcaption>All tasks</figcaption><${Raw} markup=${draw(null, true, `${prefix}all`)} /></figure>
    ${tasks.length < 2 ? null : html`<h3>Task by task</h3><div class="charts">${tasks.map(({ task, parameters, targets }, index) => html`<figure><figcaption>${task}<small>${counted(parameters, 'parameter')}, ${counted(targets.length, 'target')}</small></figcaption><${Raw} markup=${draw(task, false, `${prefix}${index}`)} /></figure>`)}</div>`}
  </div>`;
}

export function Convergence({ analysis, styles, prefix }: Pictures): Markup {
  const { convergence, tasks, results, budget } = analysis;
  const few = tasks.length <= fewTasks;
  return html`<div class=${few ? 'charts two' : 'charts'}>${tasks.map(({ task, parameters, metric, startError }, index) => {
    const ranked = results.filter((result) => result.task === task).toSorted((a, b) => (a.error.median ?? Infinity) - (b.error.median ?? Infinity));
    const bands = convergence.filter((band) => band.task === task);
    const chart = bandsChart(bands, styles, {
      budget, id: `${prefix}${index}`, yName: metric === 'log' ? 'log RMS (decades)' : 'relative RMS', shaded: new Set(ranked.slice(0, shadedEntries).map(({ entry }) => entry)),
      size: few ? { width: 560, height: 330 } : { width: 390, height: 270 }, label: `Best error so far over simulations on ${task}`,
    });
    return html`<figure><figcaption>${task}<small>${counted(parameters, 'parameter')}, starts at ${Number(startError.toPrecision(3))}</small></figcaption><${Raw} markup=${chart} /></figure>`;
  })}</div>`;
}

export function Profiles({ analysis, styles, prefix }: Pictures): Markup {
  const taus = [...new Set(analysis.dataProfiles.map(({ tau }) => tau))];
  return html`<div>${taus.map((tau, index) => html`<div class="charts two" style="margin-bottom:14px">
    ${profile(analysis.dataProfiles, { tau, styles, kind: 'data', id: `${prefix}d${index}` })}
    ${profile(analysis.performanceProfiles, { tau, styles, kind: 'performance', id: `${prefix}p${index}` })}
  </div>`)}</div>`;
}

function profile(curves: readonly ProfileCurve[], { tau, styles, kind, id }: { readonly tau: number; readonly styles: ReadonlyMap<string, EntryStyle>; readonly kind: 'data' | 'performance'; readonly id: string }): Markup {
  const lines = curves.filter((curve) => curve.tau === tau);
  const end = Math.max(1.0001, ...lines.flatMap(({ points }) => points.map(([x]) => x)));
  const chart = stepLinesChart(lines, styles, {
    xName: kind === 'data' ? 'simulations in units of n + 1' : 'ratio to the fastest entry', yName: 'share of problems',
    x: kind === 'data' ? { scale: 'lin', from: 0, to: end } : { scale: 'log', from: 1, to: end },
    size: { width: 560, height: 300 }, id, label: `${kind} profile at tau ${tau}`,
  });
  return html`<figure><figcaption>${kind === 'data' ? 'Data profile' : 'Performance profile'}<small>τ = ${tau}${kind === 'data' ? `, to ${budgetUnits(end)}` : ''}</small></figcaption><${Raw} markup=${chart} /></figure>`;
}
