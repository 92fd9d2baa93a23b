import { useLayoutEffect, useRef } from 'preact/hooks';
import type { CurveFacts, Errors, FigureFacts, ScaleChoice } from '../protocol.ts';
import { html, type View } from './html.ts';
import { memo } from './memo.ts';
import type { Store } from './store.ts';
import { Tick } from './tick.ts';

const scales: readonly (readonly [ScaleChoice, string])[] = [['auto', 'automatic'], ['linear', 'linear'], ['log', 'logarithmic']];

interface FiguresProps {
  readonly store: Store;
  readonly figures: readonly FigureFacts[];
  readonly scale: ScaleChoice;
  readonly chosen: ReadonlySet<string>;
  readonly lines: readonly (readonly string[])[];
  readonly errors: Readonly<Record<string, Errors>>;
}

/** All figures with a choice of their scale. */
export const Figures = memo(({ store, figures, scale, chosen, lines, errors }: FiguresProps): View => html`<section class="curves" aria-labelledby="curves">
  <h2 id="curves">Curves</h2>
  <div class="above">
    <fieldset class="scale"><legend>y axis</legend>${scales.map(([value, label]) => html`<label key=${value}><input type="radio" name="scale" value=${value} checked=${scale === value} onChange=${() => store.showAs(value)} /> ${label}</label>`)}</fieldset>
    <ul class="legend marks" aria-label="Marks">
      <li><i class="mark dots"></i>measured</li><li><i class="mark dots hollow"></i>held out</li><li><i class="mark dashed"></i>start card</li><li><i class="mark solid"></i>now</li>
    </ul>
  </div>
  <div class="strip">${figures.map((figure, index) => html`<${Figure} key=${`${scale}-${index}`} store=${store} figure=${figure} chosen=${chosen} lines=${lines[index]} errors=${errors} />`)}</div>
</section>`);

type FigureProps = Pick<FiguresProps, 'store' | 'chosen' | 'errors'> & { readonly figure: FigureFacts; readonly lines: readonly string[] | undefined };

const Figure = memo(({ store, figure, chosen, lines = [], errors }: FigureProps): View => {
  const picture = useRef<HTMLDivElement>(null);
  const { title, subtitle, svg, notes, curves } = figure;
  useLayoutEffect(() => {
    picture.current!.querySelectorAll('path.now').forEach((path, index) => path.setAttribute('d', lines[index] ?? ''));
  }, [lines]);
  const train = curves.filter(({ split }) => split === 'train').map(({ id }) => id);
  return html`<figure class="live">
    <figcaption>${train.length === 0 ? title : html`<${Tick} names=${train} chosen=${chosen} onTick=${(on: boolean) => store.tick('curves', train, on)} label=${title} />`}<small>${subtitle}</small></figcaption>
    <${Drawn} svg=${svg} at=${picture} />
    <ul class="legend">${curves.map((curve) => html`<${Entry} key=${curve.id} store=${store} curve=${curve} chosen=${chosen.has(curve.id)} relative=${errors[curve.id]?.relative} log=${errors[curve.id]?.log} />`)}</ul>
    ${notes.map((note) => html`<p class="note">${note}</p>`)}
  </figure>`;
});

/** Our own markup, which holds no text that is not escaped. */
const Drawn = memo(({ svg, at }: { readonly svg: string; readonly at: { readonly current: HTMLDivElement | null } }): View => html`<div ref=${at} class="picture" dangerouslySetInnerHTML=${{ __html: svg }}></div>`);

interface EntryProps {
  readonly store: Store;
  readonly curve: CurveFacts;
  readonly chosen: boolean;
  readonly relative: string | undefined;
  readonly log: string | undefined;
}

const Entry = memo(({ store, curve: { id, label, split, colour }, chosen, relative, log }: EntryProps): View => {
  const box = split === 'train'
    ? html`<input type="checkbox" aria-label=${`${id} counts in a fit`} checked=${chosen} onChange=${(event: Event) => store.tick('curves', [id], (event.target as HTMLInputElement).checked)} />`
    : html`<span class="nobox" title=${split === 'validate' ? 'held out of the fit' : 'neither fitted nor validated'}>${split === 'validate' ? '○' : '·'}</span>`;
  return html`<li title=${id} data-curve=${id}><label>${box}<span class="swatch" style=${{ background: colour }}></span><span class="label">${label}</span></label><output class="error" title=${log}>${relative}</output></li>`;
});
