import type { Reproduction } from '../model/evolution-model.ts';
import { PlainText } from './code.ts';
import { html, type Markup } from './html.ts';

/** What is needed to make the run again. */
export function ReproductionBox({ model }: { readonly model: Reproduction }): Markup {
  const versions = Object.entries(model.versions);
  return html`<div class="panel">
    ${model.remarks.map((remark) => html`<p>${remark}</p>`)}
    ${model.commands.length === 0 ? null : html`<${PlainText} text=${model.commands.join('\n')} label="Commands" />`}
    ${versions.length === 0 ? html`<p>The run recorded no versions.</p>` : html`<dl class="facts">${versions.map(([name, version]) => html`<div><dt>${name}</dt><dd>${version}</dd></div>`)}</dl>`}
    ${model.configuration === null ? null : html`<details><summary>Configuration as resolved</summary><${PlainText} text=${model.configuration} label="Configuration" /></details>`}
  </div>`;
}
