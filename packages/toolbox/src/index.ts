export * from './functions.ts';
export { toolbox, type ToolboxFunctions } from './toolbox.ts';
