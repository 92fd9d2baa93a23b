import type { FigureGroup } from '../format/figures.ts';
import { html, type Markup } from './html.ts';

/** Figures of merit, measured against simulated, one table for all devices. */
export function figuresTable(groups: readonly FigureGroup[]): Markup {
  return html`<div class="wide" tabindex="0" role="region" aria-label="Figures of merit"><table>
    <thead><tr><th scope="col">Figure</th><th scope="col">At</th><th scope="col" class="number">Measured</th><th scope="col" class="number">Start</th><th scope="col" class="number">Final</th><th scope="col" class="number">Final, off by</th></tr></thead>
    ${groups.map(({ title, rows }) => html`<tbody>
      <tr class="group"><th scope="rowgroup" colspan="6">${title}</th></tr>
      ${rows.map((row) => html`<tr><th scope="row" class="text">${row.name}</th><td class="text">${row.at}</td><td class="number">${row.measured}</td><td class="number">${row.before}</td><td class="number best">${row.after}</td>
        <td class="number">${row.far ? html`<span class="flag">${row.off}</span>` : row.off}</td></tr>`)}
    </tbody>`)}
  </table></div>`;
}
