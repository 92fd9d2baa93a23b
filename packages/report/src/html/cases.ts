import type { CaseScore } from '@evospice/contracts';
import { plainNumber } from '../format/engineering.ts';
import type { Artefact } from '../model/evolution-model.ts';
import { html, type Markup } from './html.ts';

/** What each case contributed to a score, with its parts by name. */
export function CaseScores({ cases }: { readonly cases: readonly CaseScore[] }): Markup | null {
  if (cases.length === 0) return null;
  const parts = [...new Set(cases.flatMap((one) => Object.keys(one.parts)))];
  return html`<div class="wide" tabindex="0" role="region" aria-label="Cases"><table>
    <thead><tr><th scope="col">Case</th><th scope="col" class="number">Seed</th><th scope="col" class="number">Value</th>${parts.map((name) => html`<th scope="col" class="number">${name}</th>`)}</tr></thead>
    <tbody>${cases.map((one) => html`<tr><th scope="row">${one.case}</th><td class="number">${one.seed}</td><td class="number">${plainNumber(one.value)}</td>${parts.map((name) => html`<td class="number">${one.parts[name] === undefined ? '–' : plainNumber(one.parts[name])}</td>`)}</tr>`)}</tbody>
  </table></div>`;
}

/** Longest text shown, in characters. */
const longest = 20_000;

/** Pictures and texts of the champion's cases. They come from programs: pictures are shown as images, in which nothing runs. */
export function Artefacts({ artefacts }: { readonly artefacts: readonly Artefact[] }): Markup | null {
  if (artefacts.length === 0) return null;
  return html`<div>${artefacts.map(({ case: id, seed, stage, name, content }) => html`<details class="task">
    <summary>${name} <small>${id}, seed ${seed}${stage === 'validation' ? ', validation' : ''}</small></summary>
    ${content.trimStart().startsWith('<svg')
      ? html`<img alt=${`${name} of ${id}, seed ${seed}`} src=${`data:image/svg+xml;base64,${Buffer.from(content).toString('base64')}`} />`
      : html`<pre>${content.length > longest ? `${content.slice(0, longest)}…` : content}</pre>`}
  </details>`)}</div>`;
}
