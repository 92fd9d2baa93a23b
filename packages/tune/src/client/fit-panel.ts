import { html, type View } from './html.ts';
import type { FigureFacts, PageFacts } from '../protocol.ts';
import { memo } from './memo.ts';
import type { State, Store } from './store.ts';

interface FitProps extends Pick<State, 'chosen' | 'choice' | 'fit' | 'ended'> {
  readonly store: Store;
  readonly facts: PageFacts;
  readonly figures: readonly FigureFacts[];
}

/** What a fit is made with, how far it is, and how the last one ended. */
export const FitPanel = memo(({ store, facts: { optimizers, parameters }, figures, chosen, choice, fit, ended }: FitProps): View => {
  const running = fit?.running === true;
  const all = figures.flatMap(({ curves }) => curves).filter(({ split }) => split === 'train').map(({ id }) => id);
  const counts = `${chosen.parameters.size} ${chosen.parameters.size === 1 ? 'parameter' : 'parameters'} on ${chosen.curves.size} ${chosen.curves.size === 1 ? 'curve' : 'curves'}`;
  const number = (key: 'budget' | 'seed') => (event: Event) => store.choose({ [key]: Number((event.target as HTMLInputElement).value) });
  return html`<section class="fit panel" aria-labelledby="fit">
    <h2 id="fit">Fit</h2>
    <div class="fields">
      <label>Optimizer <select class="optimizer" disabled=${running} value=${choice.optimizer} title=${optimizers.find(({ name }) => name === choice.optimizer)?.summary} onChange=${(event: Event) => store.choose({ optimizer: (event.target as HTMLSelectElement).value })}>${optimizers.map(({ name, summary }) => html`<option key=${name} value=${name} title=${summary} selected=${name === choice.optimizer}>${name}</option>`)}</select></label>
      <label>Budget <input class="budget" type="number" min="1" step="1" disabled=${running} value=${choice.budget} title="Simulations of the chosen curves" onChange=${number('budget')} /></label>
      <label>Error <select disabled=${running} value=${choice.metric} onChange=${(event: Event) => store.choose({ metric: (event.target as HTMLSelectElement).value as 'relative' | 'log' })}><option value="relative">relative</option><option value="log">logarithmic</option></select></label>
      <label>Seed <input type="number" min="0" step="1" disabled=${running} value=${choice.seed} onChange=${number('seed')} /></label>
    </div>
    <p class="choices"><span class="counts">${counts}</span>
      <button type="button" class="plain" onClick=${() => store.tick('parameters', parameters.map(({ name }) => name), chosen.parameters.size === 0)}>${chosen.parameters.size === 0 ? 'all parameters' : 'no parameter'}</button>
      <button type="button" class="plain" onClick=${() => store.tick('curves', all, chosen.curves.size === 0)}>${chosen.curves.size === 0 ? 'all curves' : 'no curve'}</button>
    </p>
    ${running
      ? html`<button type="button" class="stop primary" onClick=${() => store.stopFit()}>Stop, keep the best</button>`
      : html`<button type="button" class="start primary" disabled=${ended || chosen.parameters.size === 0 || chosen.curves.size === 0} onClick=${() => store.startFit()}>Fit ${counts}</button>`}
    ${fit === null ? null : html`<div class="progress" role="status">
      <progress max=${fit.budget} value=${fit.spent} aria-label="Budget spent"></progress>
      <p class="note">${fit.optimizer}: ${fit.spent.toFixed(fit.spent < 10 ? 1 : 0)} of ${fit.budget} simulations, error of the chosen curves ${fit.start} → <strong>${fit.best}</strong>${fit.end === null ? '' : `; ${endings[fit.end] ?? fit.end}`}</p>
      ${fit.message === null ? null : html`<p class="refusal">${fit.message}</p>`}
    </div>`}
  </section>`;
});

const endings: Readonly<Record<string, string>> = { completed: 'ended by itself', budget: 'the budget is spent', interrupted: 'stopped', failed: 'failed' };
