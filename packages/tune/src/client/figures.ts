import { useLayoutEffect, useRef } from 'preact/hooks';
import type { CurveFacts, FigureFacts, ScaleChoice } from '../protocol.ts';
import type { Props } from './app.ts';
import { html, type View } from './html.ts';
import { Tick } from './tick.ts';

const scales: readonly (readonly [ScaleChoice, string])[] = [['auto', 'automatic'], ['linear', 'linear'], ['log', 'logarithmic']];

/** All figures with a choice of their scale. */
export function Figures({ store, state }: Props): View {
  const { figures, scale } = state;
  return html`<section class="curves" aria-labelledby="curves">
    <h2 id="curves">Curves</h2>
    <div class="above">
      <fieldset class="scale"><legend>y axis</legend>${scales.map(([value, label]) => html`<label key=${value}><input type="radio" name="scale" value=${value} checked=${scale === value} onChange=${() => store.showAs(value)} /> ${label}</label>`)}</fieldset>
      <ul class="legend marks" aria-label="Marks">
        <li><i class="mark dots"></i>measured</li><li><i class="mark dots hollow"></i>held out</li><li><i class="mark dashed"></i>start card</li><li><i class="mark solid"></i>now</li>
      </ul>
    </div>
    <div class="strip">${figures.map((figure, index) => html`<${Figure} key=${`${scale}-${index}`} store=${store} state=${state} figure=${figure} lines=${state.picture.lines[index] ?? []} />`)}</div>
  </section>`;
}

function Figure({ store, state, figure, lines }: Props & { readonly figure: FigureFacts; readonly lines: readonly string[] }): View {
  const picture = useRef<HTMLDivElement>(null);
  const { title, subtitle, svg, notes, curves } = figure;
  useLayoutEffect(() => {
    picture.current!.querySelectorAll('path.now').forEach((path, index) => path.setAttribute('d', lines[index] ?? ''));
  }, [lines]);
  const train = curves.filter(({ split }) => split === 'train').map(({ id }) => id);
  return html`<figure class="live">
    <figcaption>${train.length === 0 ? title : html`<${Tick} names=${train} chosen=${state.chosen.curves} onTick=${(on: boolean) => store.tick('curves', train, on)} label=${title} />`}<small>${subtitle}</small></figcaption>
    <div ref=${picture} dangerouslySetInnerHTML=${{ __html: svg }}></div>
    <ul class="legend">${curves.map((curve) => html`<${Entry} key=${curve.id} store=${store} state=${state} curve=${curve} />`)}</ul>
    ${notes.map((note) => html`<p class="note">${note}</p>`)}
  </figure>`;
}

function Entry({ store, state, curve }: Props & { readonly curve: CurveFacts }): View {
  const { id, label, split, colour } = curve;
  const errors = store.errorsOf(id);
  const box = split === 'train'
    ? html`<input type="checkbox" aria-label=${`${id} counts in a fit`} checked=${state.chosen.curves.has(id)} onChange=${(event: Event) => store.tick('curves', [id], (event.target as HTMLInputElement).checked)} />`
    : html`<span class="nobox" title=${split === 'validate' ? 'held out of the fit' : 'neither fitted nor validated'}>${split === 'validate' ? '○' : '·'}</span>`;
  return html`<li title=${id} data-curve=${id}><label>${box}<span class="swatch" style=${{ background: colour }}></span><span class="label">${label}</span></label><output class="error" title=${errors?.log}>${errors?.relative}</output></li>`;
}
