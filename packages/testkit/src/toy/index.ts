export { CellArchive } from './cell-archive.ts';
export { plainSelector } from './plain-selector.ts';
export { toyProblem, toyProgram, type ToyOptions } from './toy-problem.ts';
export { toyProposer } from './toy-proposer.ts';
