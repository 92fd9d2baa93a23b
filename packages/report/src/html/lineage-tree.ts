import { counted } from '@evospice/contracts';
import { lineageChart } from '../charts/lineage-chart.ts';
import { seriesColour } from '../charts/palette.ts';
import { ancestorsOfElites, type LineageTree } from '../model/lineage-tree.ts';
import { html, Raw, type Markup } from './html.ts';

/** How elites came about, and folded away the same with every program. */
export function LineageTrees({ tree }: { readonly tree: LineageTree }): Markup {
  const proposers = [...new Set(tree.nodes.map(({ proposer }) => proposer))];
  const colourOf = (proposer: string): string => seriesColour(proposers.indexOf(proposer) + 1);
  const elites = ancestorsOfElites(tree);
  const left = tree.nodes.length - elites.nodes.length;
  const omitted = tree.nodes.filter(({ elite }) => elite).length - elites.nodes.filter(({ elite }) => elite).length;
  return html`<div>
    <ul class="legend">
      ${proposers.map((proposer) => html`<li><span class="swatch dot" style=${`background:${colourOf(proposer)}`}></span>${proposer}</li>`)}
      <li><span class="swatch" style="background:var(--s0)"></span>the champion’s line</li>
      <li><span class="swatch dot" style="border:2px solid var(--axis)"></span>turned away or not judged</li>
    </ul>
    <div class="wide tree" tabindex="0" role="region" aria-label="Lineage of the elites"><${Raw} markup=${lineageChart(elites, { colourOf, labels: true })} /></div>
    <p class="note">Generations from left to right, the champion’s line along the top. Large, filled places are elites; a row ends with the name and score of its last one; broken lines lead to further parents. Rest the pointer on a place for its operator and gain.${omitted === 0 ? '' : ` The best ${elites.nodes.filter(({ elite }) => elite).length} elites are shown.`}</p>
    ${left === 0 ? null : html`<details><summary>All ${counted(tree.nodes.length, 'program')}, ${left} of which did not lead to an elite</summary>
      <div class="wide tree" tabindex="0" role="region" aria-label="Lineage of all programs"><${Raw} markup=${lineageChart(tree, { colourOf, labels: false })} /></div>
      <p class="note">Children that are not elites and have no children of their own lie side by side below their parent.</p>
    </details>`}
  </div>`;
}
