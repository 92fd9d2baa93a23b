/** Steps of the sequential palettes. */
const sequentialSteps = 24;

/** Anchors of viridis (Smith & van der Walt 2015), dark to bright. */
const viridis = ['#440154', '#482878', '#3e4a89', '#31688e', '#26828e', '#1f9e89', '#35b779', '#6dcd59', '#b4de2c', '#fde725'];

/** Colour of the champion or the after-fit, then of the baselines; readable on their ground. Set after Okabe & Ito 2008. */
const seriesLight = ['#0b62c4', '#c2410c', '#00805c', '#8b3fa8', '#8a6a00', '#0e7490', '#b4235a', '#57606a'];
const seriesDark = ['#6cb1ff', '#ff9a5c', '#3fd6a6', '#d59bf0', '#e5c14f', '#5fd0e6', '#ff8fb4', '#b3bcc6'];

/** Colour of a category, as a CSS variable. */
export function seriesColour(index: number): string {
  return `var(--s${index % seriesLight.length})`;
}

/** Colour of a place in an ordered family, `place` in [0, 1], as a CSS variable. */
export function sequentialColour(place: number): string {
  return `var(--q${Math.round(Math.min(1, Math.max(0, place)) * (sequentialSteps - 1))})`;
}

/** Colour of a place on the heat map's scale, `place` in [0, 1], as a CSS variable. */
export function heatColour(place: number): string {
  return `var(--h${Math.round(Math.min(1, Math.max(0, place)) * (sequentialSteps - 1))})`;
}

/**
 * Declarations of all palette variables. The family palette leaves out the end that would vanish in the ground:
 * yellow on white, deep violet on black.
 */
export function paletteVariables(ground: 'light' | 'dark'): string {
  const [low, high] = ground === 'light' ? [0, 0.82] : [0.32, 1];
  const series = ground === 'light' ? seriesLight : seriesDark;
  const steps = Array.from({ length: sequentialSteps }, (_, index) => index / (sequentialSteps - 1));
  return [
    ...series.map((colour, index) => `--s${index}:${colour}`),
    ...steps.map((place, index) => `--q${index}:${viridisAt(low + place * (high - low))}`),
    ...steps.map((place, index) => `--h${index}:${viridisAt(place)}`),
  ].join(';');
}

function viridisAt(place: number): string {
  const scaled = place * (viridis.length - 1);
  const below = Math.min(viridis.length - 2, Math.floor(scaled));
  const share = scaled - below;
  const low = channels(viridis[below] as string);
  const high = channels(viridis[below + 1] as string);
  return `#${low.map((value, index) => Math.round(value + share * ((high[index] as number) - value)).toString(16).padStart(2, '0')).join('')}`;
}

function channels(colour: string): readonly number[] {
  return [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
}
