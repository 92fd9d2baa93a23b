import * as functions from './functions.ts';

/**
 * The numerics offered to every optimizer as `context.toolbox`. Small pure functions over plain numbers, arrays of
 * numbers and arrays of rows; none keeps state, none changes its arguments.
 */
export const toolbox = Object.freeze({ ...functions });

/** Type of `toolbox`, function by function. */
export type ToolboxFunctions = typeof toolbox;

declare module '@evospice/contracts' {
  interface Toolbox extends ToolboxFunctions {}
}
