import { gravestFirst, type PhysicsFinding } from '@evospice/contracts';
import { plainNumber } from '../format/engineering.ts';
import { html, type Markup } from './html.ts';

/** What physics rules found in a card, the gravest first. */
export function findingList(findings: readonly PhysicsFinding[]): Markup {
  if (findings.length === 0) return html`<p>The rules found nothing.</p>`;
  const text = (...parts: readonly (string | undefined)[]): string => parts.filter((part) => part !== undefined).join(', ');
  return html`<div class="wide" tabindex="0" role="region" aria-label="Findings of physics rules"><table>
    <thead><tr><th scope="col">Severity</th><th scope="col">About</th><th scope="col">What was found</th><th scope="col" class="number">Value</th><th scope="col">Limit</th><th scope="col">Rule and source</th></tr></thead>
    <tbody>${gravestFirst(findings).map(({ rule, severity, message, parameter, curve, instance, value, unit, limit, source }) => html`<tr>
      <th scope="row">${severity}</th><td>${text(instance, parameter, curve)}</td><td>${message}</td>
      <td class="number">${value === undefined ? '' : `${plainNumber(value)}${unit === undefined ? '' : ` ${unit}`}`}</td><td>${limit ?? ''}</td><td>${rule}${source === undefined ? null : html`<div class="note">${source}</div>`}</td>
    </tr>`)}</tbody>
  </table></div>`;
}
