export { allOf, defineRule, shown, type Found } from './define-rule.ts';
export { viewOf, type CardView } from './card-view.ts';
export { binnedNames, drawnSize, effectiveSize, foldedCard, sizedValue, type EffectiveSize } from './sizes.ts';
export { bodyReachOf, reachOf, supplyFor, supplyOf, type Reach } from './reach.ts';
