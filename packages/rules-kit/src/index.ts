export { allOf, defineRule, shown, type Found } from './define-rule.ts';
export { viewOf, type CardView } from './card-view.ts';
export { drawnSize, effectiveSize, sizedValue, type EffectiveSize } from './sizes.ts';
export { bodyReachOf, reachOf, supplyFor, supplyOf, type Reach } from './reach.ts';
