import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Picture, Total } from '../protocol.ts';
import { Figures } from './figures.ts';
import { Findings, findingsText } from './findings.ts';
import { FitPanel } from './fit-panel.ts';
import { html, type View } from './html.ts';
import { Parameters } from './parameters.ts';
import { SavePanel } from './save-panel.ts';
import type { State, Store } from './store.ts';

export function App({ store, state }: { readonly store: Store; readonly state: State }): View {
  const { facts, figures, picture, fit, scale, chosen, choice, dragged, findings, findingsOf, saved, refusals, ended } = state;
  const busy = fit?.running === true || ended;
  return html`
    <${Masthead} store=${store} state=${state} busy=${busy} />
    ${ended ? html`<p class="banner" role="status">The command has ended; this page shows where it was. Saved cards are kept.</p>` : null}
    ${refusals[''] === undefined ? null : html`<p class="banner refused" role="alert">${refusals['']}</p>`}
    ${picture.failure === null ? null : html`<p class="banner refused" role="alert">Simulation failed: ${picture.failure}</p>`}
    <main class="tune">
      <div class="left">
        <${FitPanel} store=${store} facts=${facts} figures=${figures} chosen=${chosen} choice=${choice} fit=${fit} ended=${ended} />
        <${Parameters} store=${store} parameters=${facts.parameters} values=${picture.values} chosen=${chosen.parameters} busy=${busy} dragged=${dragged} refusals=${refusals} />
      </div>
      <div class="right">
        <${Figures} store=${store} figures=${figures} scale=${scale} chosen=${chosen.curves} lines=${picture.lines} errors=${picture.curves} />
        <div class="below">
          <${Findings} rules=${facts.rules} findings=${findings} stale=${findingsOf !== picture.revision} />
          <${SavePanel} store=${store} facts=${facts} saved=${saved} refusal=${refusals['save']} busy=${busy} />
        </div>
      </div>
    </main>`;
}

function Masthead({ store, state, busy }: { readonly store: Store; readonly state: State; readonly busy: boolean }): View {
  const { facts: { task, simulator, rules }, picture, findings, latency, ended } = state;
  const head = useRef<HTMLElement>(null);
  // What sticks below the masthead has to know how high it is.
  useLayoutEffect(() => {
    const watching = new ResizeObserver(() => document.documentElement.style.setProperty('--mast', `${head.current!.offsetHeight}px`));
    watching.observe(head.current!);
    return () => watching.disconnect();
  }, []);
  return html`<header ref=${head} class="masthead">
    <div class="about">
      <p class="kind">Tune · ${task.id}</p>
      <h1>${task.title}</h1>
      <p class="note">${task.family} · simulated by <span title=${simulator.why}>${simulator.name}</span> in <output class="simulation">${picture.milliseconds.toFixed(0)} ms</output>${latency === null ? null : html`, on the screen after <output class="latency">${latency.toFixed(0)} ms</output>`} · physics rules: <a href="#findings">${findingsText(rules, findings)}</a></p>
    </div>
    <div class="totals"><${TotalTile} kind="train" name="Training" total=${picture.train} /><${TotalTile} kind="validate" name="Held out" total=${picture.validate} /></div>
    <${Steps} store=${store} picture=${picture} busy=${busy} ended=${ended} />
  </header>`;
}

function Steps({ store, picture: { undo, redo }, busy, ended }: { readonly store: Store; readonly picture: Picture; readonly busy: boolean; readonly ended: boolean }): View {
  return html`<div class="buttons" role="toolbar" aria-label="Steps">
    <button type="button" class="undo" disabled=${busy || undo === null} title=${undo === null ? 'Nothing to undo' : `Undo: ${undo}`} onClick=${store.undo}>Undo</button>
    <button type="button" class="redo" disabled=${busy || redo === null} title=${redo === null ? 'Nothing to redo' : `Redo: ${redo}`} onClick=${store.redo}>Redo</button>
    <button type="button" class="reset" disabled=${busy} title="All parameters back to the start card" onClick=${() => store.reset()}>Reset</button>
    <a class="button" href="#save">Save…</a>
    <button type="button" class="end" disabled=${ended} title="Ends the command" onClick=${() => store.end()}>End</button>
  </div>`;
}

function TotalTile({ kind, name, total: { relative, log, start, ratio } }: { readonly kind: string; readonly name: string; readonly total: Total }): View {
  const way = ratio === null || ratio === 1 ? 'same' : ratio < 1 ? 'better' : 'worse';
  return html`<div class=${`total ${kind}`}>
    <span class="name">${name}</span>
    <output class=${`relative ${way}`}>${relative}</output><output class="log">${log}</output>
    <small>start ${start.relative}, ${start.log}</small>
  </div>`;
}
