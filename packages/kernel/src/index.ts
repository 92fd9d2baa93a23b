import 'reflect-metadata';

export { nearest } from './errors/nearest.ts';
export { problemsOf, type OptionProblem } from './config/problems.ts';
export { createRegistry, createKernel, type Kernel, type KernelOptions } from './container/kernel.ts';
export { loadPlugin, pluginRoot, type LoadedPlugin } from './plugins/loader.ts';
export { readConfiguration, type ConfigurationDocument } from './config/document.ts';
export { ConfigurationError, validateConfiguration, type ConfigurationProblem } from './config/validate.ts';
export { anySelection, choicesWithin, selectionEditorSchema, selectionSchema, type Choice } from './config/selection.ts';
