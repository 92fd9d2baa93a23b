import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Total } from '../protocol.ts';
import { Figures } from './figures.ts';
import { Findings } from './findings.ts';
import { FitPanel } from './fit-panel.ts';
import { html, type View } from './html.ts';
import { Parameters } from './parameters.ts';
import { SavePanel } from './save-panel.ts';
import type { State, Store } from './store.ts';

export interface Props {
  readonly store: Store;
  readonly state: State;
}

export function App({ store, state }: Props): View {
  const { facts: { task, simulator }, picture, fit, refusals, latency, ended } = state;
  const busy = fit?.running === true || ended;
  const head = useRef<HTMLElement>(null);
  // What sticks below the masthead has to know how high it is.
  useLayoutEffect(() => document.documentElement.style.setProperty('--mast', `${head.current!.offsetHeight}px`));
  return html`
    <header ref=${head} class="masthead">
      <div class="about">
        <p class="kind">Tune · ${task.id}</p>
        <h1>${task.title}</h1>
        <p class="note">${task.family} · simulated by <span title=${simulator.why}>${simulator.name}</span> in <output class="simulation">${picture.milliseconds.toFixed(0)} ms</output>${latency === null ? null : html`, on the screen after <output class="latency">${latency.toFixed(0)} ms</output>`}</p>
      </div>
      <div class="totals">
        <${TotalTile} name="Training" total=${picture.train} />
        <${TotalTile} name="Held out" total=${picture.validate} />
      </div>
      <div class="buttons" role="toolbar" aria-label="Steps">
        <button type="button" class="undo" disabled=${busy || picture.undo === null} title=${picture.undo === null ? 'Nothing to undo' : `Undo: ${picture.undo}`} onClick=${store.undo}>Undo</button>
        <button type="button" class="redo" disabled=${busy || picture.redo === null} title=${picture.redo === null ? 'Nothing to redo' : `Redo: ${picture.redo}`} onClick=${store.redo}>Redo</button>
        <button type="button" class="reset" disabled=${busy} title="All parameters back to the start card" onClick=${() => store.reset()}>Reset</button>
        <button type="button" class="end" disabled=${ended} title="Ends the command" onClick=${() => store.end()}>End</button>
      </div>
    </header>
    ${ended ? html`<p class="banner" role="status">The command has ended; this page shows where it was. Saved cards are kept.</p>` : null}
    ${refusals[''] === undefined ? null : html`<p class="banner refused" role="alert">${refusals['']}</p>`}
    ${picture.failure === null ? null : html`<p class="banner refused" role="alert">Simulation failed: ${picture.failure}</p>`}
    <main class="tune">
      <div class="left">
        <${FitPanel} store=${store} state=${state} />
        <${Parameters} store=${store} state=${state} />
      </div>
      <div class="right">
        <${Figures} store=${store} state=${state} />
        <div class="below"><${Findings} state=${state} /><${SavePanel} store=${store} state=${state} /></div>
      </div>
    </main>`;
}

function TotalTile({ name, total }: { readonly name: string; readonly total: Total }): View {
  const { relative, log, start, ratio } = total;
  const way = ratio === null || ratio === 1 ? 'same' : ratio < 1 ? 'better' : 'worse';
  return html`<div class=${`total ${name === 'Training' ? 'train' : 'validate'}`}>
    <span class="name">${name}</span>
    <output class=${`relative ${way}`}>${relative}</output><output class="log">${log}</output>
    <small>start ${start.relative}, ${start.log}</small>
  </div>`;
}
