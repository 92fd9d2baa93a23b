import type { DeviceInstance, ModelCard } from '@evospice/contracts';

/** Length and width that a BSIM card computes with, m. */
export interface EffectiveSize {
  readonly length: number;
  readonly width: number;
}

/** Drawn size of an instance of a transistor, m; ngspice's 100 um where its line does not say. */
export function drawnSize({ params }: DeviceInstance): EffectiveSize {
  return { length: params['l'] ?? 1e-4, width: (params['w'] ?? 1e-4) / (params['nf'] ?? 1) };
}

/**
 * Effective size by `lint`, `wint`, `xl`, `xw` and the terms of length and width (BSIM4.8.1 manual, section 2.1.2; BSIM3v3.3 manual, section 2.2):
 * L + XL - 2 (LINT + LL/L^LLN + LW/W^LWN + LWL/(L^LLN W^LWN)).
 */
export function effectiveSize(card: ModelCard, instance: DeviceInstance): EffectiveSize {
  const drawn = drawnSize(instance);
  const value = (name: string, otherwise = 0): number => card.value(name) ?? otherwise;
  const [length, width] = [drawn.length + value('xl'), drawn.width + value('xw')];
  const less = (first: 'l' | 'w'): number => {
    const [l, w] = [length ** value(`${first}ln`, 1), width ** value(`${first}wn`, 1)];
    return 2 * (value(`${first}int`) + value(`${first}l`) / l + value(`${first}w`) / w + value(`${first}wl`) / (l * w));
  };
  return { length: length - less('l'), width: width - less('w') };
}

/**
 * A parameter of a BSIM card at a size: base, length, width and product term (BSIM4.8.1 manual, section 1.4 and `binunit`). Undefined where the
 * card does not state the base, NaN for a size that is not positive.
 */
export function sizedValue(card: ModelCard, name: string, { length, width }: EffectiveSize): number | undefined {
  const base = card.value(name);
  if (base === undefined) return undefined;
  const [l, w, p] = ['l', 'w', 'p'].map((term) => card.value(`${term}${name}`) ?? 0) as [number, number, number];
  if (l === 0 && w === 0 && p === 0) return base;
  if (!(length > 0 && width > 0)) return NaN;
  const unit = (card.value('binunit') ?? 1) === 1 ? 1e6 : 1;
  return base + l / (length * unit) + w / (width * unit) + p / (length * width * unit * unit);
}

const terms = ['l', 'w', 'p'] as const;

/** Parameters of a BSIM card that have terms of length and width on it, and a base that the terms can be folded into. */
export function binnedNames(card: ModelCard): readonly string[] {
  return card.names().filter((name) => card.value(name) !== undefined && terms.some((term) => (card.value(`${term}${name}`) ?? 0) !== 0));
}

/**
 * The card for one size alone: terms of length and width folded into the base of these parameters. The same device at that size, and another one at any other,
 * where the card as it was extrapolates.
 * @param parameters those of `binnedNames` when left out
 */
export function foldedCard(card: ModelCard, instance: DeviceInstance, parameters: readonly string[] = binnedNames(card)): ModelCard {
  const size = effectiveSize(card, instance);
  const bases = parameters.flatMap((name) => {
    const value = sizedValue(card, name, size);
    return value === undefined ? [] : [[name, value] as const];
  });
  const gone = parameters.flatMap((name) => terms.map((term) => `${term}${name}`)).filter((name) => card.value(name) !== undefined);
  return card.with(Object.fromEntries([...bases, ...gone.map((name) => [name, 0] as const)]));
}
