import 'reflect-metadata';

export { nearest } from './errors/nearest.ts';
export { createRegistry, createKernel, type Kernel } from './container/kernel.ts';
export { pluginRoot } from './plugins/loader.ts';
export { readConfiguration, type ConfigurationDocument } from './config/document.ts';
export { ConfigurationError, validateConfiguration } from './config/validate.ts';
export { anySelection, choicesWithin, selectionEditorSchema, selectionSchema, type Choice } from './config/selection.ts';
