export { cardPlaces, completeCard, completeGeometry, type CardRules } from './card.ts';
export { families } from './families/index.ts';
export type {
  CompactParameter, CompleteCard, DifferentiatedStage, GeneratedCode, GeometryParameter, InternalNode, ModelFamily, ModelIdentity, UnsupportedOption,
} from './model.ts';
