import { counted } from '@evospice/contracts';
import { mean } from '@evospice/toolbox';
import { generalisationChart, worths } from '../charts/generalisation-chart.ts';
import { seriesColour } from '../charts/palette.ts';
import type { ChampionEntry } from '../format/champion-history.ts';
import { html, Raw, type Markup } from './html.ts';

/** How far the scores that champions were chosen by are from what they are worth elsewhere, champion by champion; null where that was not tried. */
export function Generalisation({ champions, tried }: { readonly champions: readonly ChampionEntry[]; readonly tried: number }): Markup | null {
  const shown = worths.filter(({ of }, index) => index === 0 || champions.some((champion) => of(champion) !== undefined));
  if (shown.length < 2) return null;
  const others = shown.slice(1);
  return html`<div>
    <figure>
      <ul class="legend">${shown.map(({ name }) => html`<li><span class="swatch" style=${`background:${seriesColour(worths.findIndex((one) => one.name === name))}`}></span>${name}</li>`)}</ul>
      <${Raw} markup=${generalisationChart(champions, tried, 'ge')} />
    </figure>
    ${others.map(({ name, of }) => html`<p class="note">${gapText(champions, name, of)}</p>`)}
    <details><summary>Champion by champion</summary><div class="wide" tabindex="0" role="region" aria-label="Champions"><table>
      <thead><tr><th scope="col">Champion</th><th scope="col" class="number">Programs tried</th>${shown.map(({ name }) => html`<th scope="col" class="number">${name.charAt(0).toUpperCase()}${name.slice(1)}</th>`)}${others.map(({ name }) => html`<th scope="col" class="number">Gap to ${name}</th>`)}</tr></thead>
      <tbody>${champions.map((champion) => html`<tr><th scope="row">${champion.program}</th><td class="number">${champion.tried}</td>
        ${shown.map(({ of }) => html`<td class="number">${cell(of(champion))}</td>`)}
        ${others.map(({ of }) => html`<td class="number">${cell(gapOf(champion, of(champion)))}</td>`)}</tr>`)}</tbody>
    </table></div></details>
  </div>`;
}

/** The winner's curse where fresh seeds are asked for, overfitting to the training cases where validation is. */
function gapText(champions: readonly ChampionEntry[], name: string, of: (champion: ChampionEntry) => number | null | undefined): string {
  const gaps = champions.flatMap((champion) => gapOf(champion, of(champion)) ?? []);
  const failed = champions.filter((champion) => of(champion) === null).length;
  const last = champions.at(-1);
  const now = last === undefined ? null : gapOf(last, of(last));
  const what = name === 'fresh seeds' ? 'Winner’s curse, the gap to fresh seeds of the same cases' : `Gap to ${name}`;
  return `${what}: ${gaps.length === 0 ? 'not known' : `${mean(gaps).toFixed(4)} on average over ${counted(gaps.length, 'champion')}, ${now === null || now === undefined ? 'not known' : now.toFixed(4)} for the last one`}${failed === 0 ? '' : `; ${failed} failed there`}.`;
}

function gapOf({ score }: ChampionEntry, worth: number | null | undefined): number | null | undefined {
  return worth === undefined || worth === null ? worth : score - worth;
}

function cell(value: number | null | undefined): string {
  return value === undefined ? '–' : value === null ? 'failed' : value.toFixed(4);
}
