import type { ModelRecord } from '@evospice/evolution';
import { modelHead, modelRows } from '../format/models.ts';
import { html, type Markup } from './html.ts';

/** What was asked of each language model, and what it cost. */
export function Ledger({ models }: { readonly models: readonly ModelRecord[] }): Markup | null {
  if (models.length === 0) return null;
  const title = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
  return html`<div>
    <h3>Language models</h3>
    <div class="wide" tabindex="0" role="region" aria-label="Language models"><table>
      <thead><tr>${modelHead.map((name, column) => html`<th scope="col" class=${column === 0 ? '' : 'number'}>${title(name)}</th>`)}</tr></thead>
      <tbody>${modelRows(models).map(([name, ...cells]) => html`<tr><th scope="row">${name}</th>${cells.map((cell) => html`<td class="number">${cell}</td>`)}</tr>`)}</tbody>
    </table></div>
    <p class="note">Every question, also those of which no program came. A sum with + is a lower bound: a service did not tell all of it.</p>
  </div>`;
}
