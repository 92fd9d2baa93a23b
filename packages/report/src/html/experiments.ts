import { worthText, type ExperimentDocument } from '../format/experiments.ts';
import { plainNumber } from '../format/engineering.ts';
import { html, type Markup } from './html.ts';

/** What came of the ways among which proposers let chance decide, such as prompts with and without lessons. */
export function Experiments({ experiments }: { readonly experiments: readonly ExperimentDocument[] }): Markup {
  return html`<div>${experiments.map(({ proposer, name, ways, worth }) => html`<div>
    <h3>${proposer}: ${name}</h3>
    <div class="wide" tabindex="0" role="region" aria-label=${`${proposer}: ${name}`}><table>
      <thead><tr><th scope="col">Way</th>${['Programs', 'Scored', 'Improved', 'Mean gain'].map((head) => html`<th scope="col" class="number">${head}</th>`)}<th scope="col">Text</th></tr></thead>
      <tbody>${ways.map(({ way, text, programs, judged, improved, meanGain }) => html`<tr>
        <th scope="row">${way}</th>${[programs, judged, improved, meanGain === null ? '-' : plainNumber(meanGain, 3)].map((cell) => html`<td class="number">${cell}</td>`)}<td>${text ?? ''}</td>
      </tr>`)}</tbody>
    </table></div>
    ${worth === null ? null : html`<p class="note">Mean gain when shown, less that when withheld: ${worthText(worth)}.</p>`}
  </div>`)}</div>`;
}
