import { counted } from '@evospice/contracts';
import { isOutOfWork, type ProposerRecord } from '@evospice/evolution';
import { spentText } from '../format/proposers.ts';
import { html, type Markup } from './html.ts';

/** Who wrote programs, how often nothing came of it, and what the answers of language models cost. */
export function Proposers({ records }: { readonly records: readonly ProposerRecord[] }): Markup {
  const untold = records.reduce((sum, { spent }) => sum + (spent?.answersWithoutUsage ?? 0), 0);
  return html`<div>
    <div class="wide" tabindex="0" role="region" aria-label="Proposers"><table>
      <thead><tr><th scope="col">Proposer</th><th scope="col" class="number">Programs</th><th scope="col" class="number">Failed</th><th scope="col" class="number">Tokens in</th><th scope="col" class="number">Tokens out</th><th scope="col" class="number">Cost</th><th scope="col">At the end</th></tr></thead>
      <tbody>${records.map((record) => html`<${Row} record=${record} />`)}</tbody>
    </table></div>
    ${untold === 0 ? null : html`<p class="note">For ${counted(untold, 'answer')} the service did not tell all tokens: sums with + are lower bounds.</p>`}
  </div>`;
}

function Row({ record }: { readonly record: ProposerRecord }): Markup {
  const { read, written, cost } = spentText(record.spent);
  const end = isOutOfWork(record) ? `out of work: ${record.trouble?.code ?? ''}` : 'working';
  return html`<tr><th scope="row">${record.name}</th><td class="number">${record.programs}</td><td class="number">${record.failed}</td><td class="number">${read}</td><td class="number">${written}</td><td class="number">${cost}</td><td>${end}</td></tr>`;
}
