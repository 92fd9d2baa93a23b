import { defined, EvospiceError, type ErrorDetails, type ExtensionRegistry } from '@evospice/contracts';
import { readConfiguration, selectionSchema, validateConfiguration } from '@evospice/kernel';
import { taskSchema, type TaskFile } from './task-schema.ts';

export type TaskPath = readonly (string | number)[];

/** A `task.yaml` that knows the line of each of its values. */
export interface TaskDocument {
  readonly file: string;
  readonly task: TaskFile;
  /** An error that points at the value at `path`. */
  error(code: string, message: string, path: TaskPath, details: Omit<ErrorDetails, 'file' | 'line'>): EvospiceError;
}

/**
 * Reads a task file. The formats and the dialect it names are those of the registry.
 * @throws EvospiceError `CONFIG_MISSING`, `CONFIG_SYNTAX`; ConfigurationError for a document that is not a task
 */
export async function readTaskDocument(path: string, registry: ExtensionRegistry): Promise<TaskDocument> {
  const document = await readConfiguration(path);
  const { file } = document;
  return {
    file,
    task: validateConfiguration(document, taskSchema(selectionSchema(registry)), 'task'),
    error: (code, message, keys, details) => new EvospiceError(code, message, { ...details, file, ...defined({ line: document.lineOf(keys) }) }),
  };
}
