export { cardPlaces, completeCard, completeGeometry, type CardRules } from './card.ts';
export { compactModel, type CompactInstance, type CompactModel, type InstanceOptions } from './compact-model.ts';
export { compactModels } from './compact-models.ts';
export { compactCurves } from './curves/compact-curves.ts';
export type { CompactProblem } from './curves/problem.ts';
export { families } from './families/index.ts';
export type {
  CompactParameter, CompleteCard, DifferentiatedStage, GeneratedCode, GeometryParameter, InternalNode, ModelFamily, ModelIdentity, UnsupportedOption,
} from './model.ts';
