import type { NoUncertainty, Uncertainty } from '@evospice/extraction';
import { plainNumber } from '../format/engineering.ts';
import { intervalCells, uncertaintyTexts } from '../format/uncertainty.ts';
import { html, type Markup } from './html.ts';

/** Intervals, correlations and what to measure next. */
export function uncertaintySection(uncertainty: Uncertainty | NoUncertainty): Markup {
  const texts = html`<ul>${uncertaintyTexts(uncertainty).map((text) => html`<li>${text}</li>`)}</ul>`;
  if ('unavailable' in uncertainty) return texts;
  return html`<div><div class="wide" tabindex="0" role="region" aria-label="Confidence intervals"><table>
    <thead><tr><th scope="col">Parameter</th><th scope="col" class="number">Value</th><th scope="col" class="number">from</th><th scope="col" class="number">to</th><th scope="col" class="number">Standard error, of the bounds</th><th scope="col">What the curves say</th></tr></thead>
    <tbody>${uncertainty.parameters.map((parameter) => {
      const { lower, upper, error, remark } = intervalCells(parameter);
      return html`<tr><th scope="row"><code>${parameter.name}</code></th><td class="number best">${plainNumber(parameter.value, 5)}</td><td class="number">${lower}</td><td class="number">${upper}</td><td class="number">${error}</td><td>${remark}</td></tr>`;
    })}</tbody>
  </table></div>${texts}</div>`;
}
