import type { CrossValidation } from '@evospice/extraction';
import { heldOutCells } from '../format/cross-validation.ts';
import { html, type Markup } from './html.ts';

/** Errors of each held-out group beside those of what was fitted. */
export function crossValidationTable(validation: CrossValidation): Markup {
  return html`<div class="wide" tabindex="0" role="region" aria-label="Groups held out"><table>
    <thead><tr><th scope="col">Held out</th><th scope="col" class="number">Curves</th><th scope="col" class="number">Relative RMS, fitted</th><th scope="col" class="number">held out</th><th scope="col" class="number">RMS of logarithms, fitted</th><th scope="col" class="number">held out</th></tr></thead>
    <tbody>${heldOutCells(validation).map((row) => html`<tr><th scope="row">${row.label}</th><td class="number">${row.curves}</td><td class="number">${row.train}</td><td class="number best">${row.heldOut}</td><td class="number">${row.trainLog}</td><td class="number best">${row.heldOutLog}</td></tr>`)}</tbody>
  </table></div>`;
}
