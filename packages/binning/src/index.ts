export { binnedParameters } from './binned-parameters.ts';
export { binTask, type BinnedTask, type BinningRequest, type GeometryErrors, type LocalExtraction } from './bin-task.ts';
export type { Bin } from './bins.ts';
export { sizeText } from './grid.ts';
export { libraryText } from './library-text.ts';
