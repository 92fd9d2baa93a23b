export * from './functions.ts';
export { rootWeight } from './budget/root-weight.ts';
export { toolbox, type ToolboxFunctions } from './toolbox.ts';
