import { counted } from '@evospice/contracts';
import { curveColour, fitChart } from '../charts/fit-chart.ts';
import type { FitCurve, FitGroup, FitTask } from '../model/fit-model.ts';
import { engineering } from '../format/engineering.ts';
import { CurveSwitch, SwitchHint, switchScope } from './switch.ts';
import { html, Raw, type Markup } from './html.ts';

/** How marks are to be read; once per page. @param measured whether nothing but measured points is shown */
export function FitKey({ heldOut, measured = false }: { readonly heldOut: boolean; readonly measured?: boolean }): Markup {
  return html`<ul class="legend" aria-label="Marks">
    <li><svg width="30" height="10" aria-hidden="true"><circle cx="5" cy="5" r="2.4" fill="var(--ink)" /><circle cx="15" cy="5" r="2.4" fill="var(--ink)" /><circle cx="25" cy="5" r="2.4" fill="var(--ink)" /></svg> measured</li>
    ${heldOut ? html`<li><svg width="30" height="10" aria-hidden="true"><circle cx="5" cy="5" r="2" fill="var(--panel)" stroke="var(--ink)" /><circle cx="15" cy="5" r="2" fill="var(--panel)" stroke="var(--ink)" /><circle cx="25" cy="5" r="2" fill="var(--panel)" stroke="var(--ink)" /></svg> measured, held out of the fit</li>` : null}
    ${measured ? null : html`<li><svg width="30" height="10" aria-hidden="true"><path d="M0 5h30" stroke="var(--ink)" stroke-dasharray="4 3" opacity="0.6" /></svg> before the fit</li>`}
    ${measured ? null : html`<li><svg width="30" height="10" aria-hidden="true"><path d="M0 5h30" stroke="var(--ink)" stroke-width="1.6" /></svg> after the fit</li>`}
    <li><svg width="30" height="10" aria-hidden="true"><path d="M0 5h30" stroke="var(--muted)" stroke-dasharray="1 3" /></svg> not scored below</li>
  </ul>`;
}

/** All figures of one task with a choice of scale. @param prefix unique in the page @param measured whether nothing was to be simulated */
export function Fits({ model, prefix, measured = false }: { readonly model: Pick<FitTask, 'groups'>; readonly prefix: string; readonly measured?: boolean }): Markup {
  const choice = (value: string, label: string, checked: boolean): Markup => html`<label><input type="radio" name=${`${prefix}-scale`} class=${value} checked=${checked} /> ${label}</label>`;
  return html`<div class="fits">
    <fieldset class="scale"><legend>y axis</legend>${choice('both', 'both', true)}${choice('only-linear', 'linear', false)}${choice('only-log', 'logarithmic', false)}</fieldset>
    <${SwitchHint} />
    <div class="figures">${model.groups.map((group, index) => figure(group, `${prefix}g${index}`, measured))}</div>
  </div>`;
}

function figure(group: FitGroup, id: string, measured: boolean): Markup {
  const linear = fitChart(group, 'linear', `${id}a`);
  const log = fitChart(group, 'log', `${id}b`);
  const notes = [
    ...(group.floor === null ? [] : [`Points below ${engineering(group.floor, group.unit)} are not scored.`]),
    ...(measured ? [] : missing(group.curves)),
  ];
  return html`<figure class=${`figure ${switchScope}${group.curves.length > 8 ? ' crowded' : ''}`}>
    <figcaption>${group.title}<small>${subtitle(group)}</small></figcaption>
    <div class="pair">
      <div class="linear"><${Raw} markup=${linear.svg} />${linear.notes.map((note) => html`<p class="note">${note}</p>`)}</div>
      <div class="log"><${Raw} markup=${log.svg} />${log.notes.map((note) => html`<p class="note">${note}</p>`)}</div>
    </div>
    <ul class="legend">${group.curves.map((curve, index) => html`<${CurveSwitch} index=${index} title=${curve.id}><span class="swatch" style=${`background:${curveColour(index, group.curves.length)}`}></span><span>${curve.label}${splitNote(curve, group.curves)}</span><//>`)}</ul>
    ${notes.length === 0 ? null : html`<p class="note">${notes.join(' ')}</p>`}
  </figure>`;
}

function subtitle({ shared, curves }: FitGroup): string {
  const heldOut = curves.length > 0 && curves.every((curve) => curve.split === 'validate');
  return [shared, heldOut ? 'held out of the fit' : ''].filter((part) => part !== '').join(' · ');
}

function splitNote(curve: FitCurve, curves: readonly FitCurve[]): string {
  if (curve.split === 'extra') return ' (extra)';
  const mixed = curves.some((other) => other.split !== curves[0]?.split);
  return mixed && curve.split === 'validate' ? ' (held out)' : '';
}

function missing(curves: readonly FitCurve[]): readonly string[] {
  const before = curves.filter((curve) => curve.before === null).length;
  const after = curves.filter((curve) => curve.after === null).length;
  return [
    ...(before === 0 ? [] : [`No line before the fit for ${before} of ${counted(curves.length, 'curve')}: the simulation failed.`]),
    ...(after === 0 ? [] : [`No line after the fit for ${after} of ${counted(curves.length, 'curve')}: the simulation failed.`]),
  ];
}
