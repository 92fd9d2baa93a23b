import type { SearchState, Stage, Trial } from './search-state.ts';

/**
 * The function that each kind of strategy block declares: the interface between blocks. Blocks are text that is put
 * together to programs, so nothing here runs; the declarations let the type checker see every block by itself.
 */

/** `sampling`: points of the unit cube to try. */
export declare function samplePoints(state: SearchState, count: number): number[][];
/** `initialisation`: simulates the start and sets the current point. */
export declare function initialise(state: SearchState): Promise<void>;
/** `stage-order`: what to work on, in order; at least one stage. */
export declare function stageOrder(state: SearchState): Stage[];
/** `residuals`: what a local search makes small; of one length for all trials of a stage that did not fail. */
export declare function residualsOf(trial: Trial): readonly number[];
/** `differences`: Jacobian of the residuals, a row a residual, a column a parameter of the stage. */
export declare function differences(state: SearchState, base: Trial, stage: Stage): Promise<number[][]>;
/** `trust-scale`: how far each parameter of a stage may move against the others: factors above 0, large for short moves. */
export declare function trustScale(state: SearchState, jacobian: readonly (readonly number[])[], previous?: readonly number[]): number[];
/** `global-search`: explores with about this many budget units. */
export declare function globalSearch(state: SearchState, budget: number): Promise<void>;
/** `local-search`: improves the current point with about this many budget units. */
export declare function localSearch(state: SearchState, stage: Stage, budget: number): Promise<void>;
/** `polish`: a second local search. */
export declare function polish(state: SearchState, stage: Stage, budget: number): Promise<void>;
/** `restart`: sets another current point. */
export declare function restart(state: SearchState): Promise<void>;
/** `schedule`: which phase runs when. */
export declare function schedule(state: SearchState): Promise<void>;
