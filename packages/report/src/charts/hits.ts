import { escapeMarkup } from './escape.ts';

/** A place in a picture that tells its value when the pointer rests on it. */
export interface Hit {
  /** Pixels of the picture. */
  readonly x: number;
  readonly y: number;
  readonly title: string;
  /** Curve it belongs to, as in {@link curveClass}. */
  readonly curve: number;
}

/** Class of everything that belongs to a curve: what the legend switches off. */
export function curveClass(index: number): string {
  return `k${index}`;
}

/** Curves of one picture that can be switched off; the style sheet has a rule for each. */
export const switchableCurves = 64;

/** Places of one picture; more are thinned out evenly, as each takes about a hundred bytes and only its title is missed. */
const most = 160;

/** Invisible places with titles, curve after curve. */
export function hitMarkup(hits: readonly Hit[]): string {
  if (hits.length === 0) return '';
  const every = Math.ceil(hits.length / most);
  const shown = hits.filter((_, index) => index % every === 0);
  const curves = [...new Set(shown.map(({ curve }) => curve))];
  const groups = curves.map((curve) => {
    const own = shown.filter((hit) => hit.curve === curve).map(({ x, y, title }) => `<path d="M${round(x)} ${round(y)}h0"><title>${escapeMarkup(title)}</title></path>`);
    return `<g class="${curveClass(curve)}">${own.join('')}</g>`;
  });
  return `<g class="hits">${groups.join('')}</g>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
