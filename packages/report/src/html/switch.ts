import { curveClass, switchableCurves } from '../charts/hits.ts';
import { html, type Markup } from './html.ts';

/** Class of what a legend rules over: the curves of all pictures in it. */
export const switchScope = 'switch';

/** An entry of a legend that switches its curve off and on again; it needs no script. Beyond the switchable ones it is a plain entry. */
export function CurveSwitch({ index, title, children }: { readonly index: number; readonly title?: string; readonly children?: unknown }): Markup {
  if (index >= switchableCurves) return html`<li title=${title}>${children}</li>`;
  return html`<li title=${title}><label><input type="checkbox" checked autocomplete="off" class=${curveClass(index)} />${children}</label></li>`;
}

/** What a reader can do, said once beside a legend. */
export function SwitchHint(): Markup {
  return html`<p class="note hint">Click an entry of a legend to hide its curve; rest the pointer on a point for its values.</p>`;
}

/** Rules of the style sheet: one for each curve that can be switched off. */
export const switchRules = Array.from({ length: switchableCurves }, (_, index) => {
  const name = curveClass(index);
  return `.${switchScope}:has(input.${name}:not(:checked)) .chart .${name}{display:none}`;
}).join('\n');
