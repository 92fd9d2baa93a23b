import type { ProposerYield } from '@evospice/evolution';
import { yieldHead, yieldRows } from '../format/yields.ts';
import { html, type Markup } from './html.ts';

/** What came of the children of each proposer and operator, and at what cost. */
export function Yields({ yields }: { readonly yields: readonly ProposerYield[] }): Markup {
  const title = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
  const [first, ...others] = yieldHead;
  return html`<div>
    <div class="wide" tabindex="0" role="region" aria-label="Operators"><table>
      <thead><tr><th scope="col">${title(first)}</th>${others.map((name) => html`<th scope="col" class="number">${title(name)}</th>`)}</tr></thead>
      <tbody>${yieldRows(yields).map(([name, ...cells]) => html`<tr><th scope="row">${name}</th>${cells.map((cell) => html`<td class="number">${cell}</td>`)}</tr>`)}</tbody>
    </table></div>
    <p class="note">Improved: scored more than the first parent; the median gain is that of those. Archived: taken by the archive when judged. Cases are those of the stages before a program is judged, with the cost that they told.</p>
  </div>`;
}
