export type { CommonExtraction, ExtractionMeans } from './local/common-card.ts';
export type { LocalExtraction } from './local/local-extraction.ts';
export { binnedParameters } from './bins/binned-parameters.ts';
export { binTask, type BinnedTask, type BinningRequest, type GeometryErrors, type GeometryExtraction } from './bins/bin-task.ts';
export type { Bin } from './bins/bins.ts';
export { sizeText } from './bins/grid.ts';
export { libraryText } from './bins/library-text.ts';
export { spreadParameters, spreadTask, type CornerCard, type DieExtraction, type ParameterSpread, type SpreadRequest, type SpreadTask } from './spread/spread-task.ts';
