export { ToolboxError, type ToolboxErrorDetails } from './toolbox-error.ts';
export { createRandom } from './random/create-random.ts';
