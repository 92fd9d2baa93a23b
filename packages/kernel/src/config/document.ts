import { readFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LineCounter, parseDocument, isNode, type Document } from 'yaml';
import { EvospiceError } from '@evospice/contracts';

/** A configuration file as read, before any schema has seen it. */
export interface ConfigurationDocument {
  readonly file: string;
  readonly value: unknown;
  /** Line of the value at these keys (of the nearest parent that has one), counted from 1; undefined for TypeScript. */
  lineOf(keys: readonly (string | number)[]): number | undefined;
}

const modules = new Set(['.ts', '.mts', '.js', '.mjs']);

/**
 * Reads a YAML or JSON file, or the default export of a TypeScript or JavaScript module.
 * @throws EvospiceError `CONFIG_MISSING`, `CONFIG_SYNTAX` with file and line
 */
export async function readConfiguration(path: string): Promise<ConfigurationDocument> {
  const file = resolve(path);
  return modules.has(extname(file)) ? readModule(file) : readText(file);
}

async function readModule(file: string): Promise<ConfigurationDocument> {
  let module: { default?: unknown };
  try {
    module = (await import(pathToFileURL(file).href)) as { default?: unknown };
  } catch (cause) {
    const missing = (cause as { code?: string }).code === 'ERR_MODULE_NOT_FOUND';
    throw new EvospiceError(missing ? 'CONFIG_MISSING' : 'CONFIG_SYNTAX', `cannot import ${file}: ${(cause as Error).message}`, {
      file, cause, expected: 'a module whose default export is the configuration', remedy: 'run the file alone with node to see where it fails',
    });
  }
  if (module.default === undefined) {
    throw new EvospiceError('CONFIG_SYNTAX', 'the module has no default export', {
      file, received: Object.keys(module), expected: 'export default { … }', remedy: 'export the configuration object as default',
    });
  }
  return { file, value: module.default, lineOf: () => undefined };
}

async function readText(file: string): Promise<ConfigurationDocument> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    throw new EvospiceError('CONFIG_MISSING', `cannot read ${file}: ${(cause as Error).message}`, {
      file, cause, expected: 'a readable YAML, JSON or TypeScript file', remedy: 'check the path',
    });
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, merge: true });
  const [error] = document.errors;
  if (error !== undefined) {
    throw new EvospiceError('CONFIG_SYNTAX', (error.message.split('\n')[0] ?? 'syntax error').replace(/ at line \d+, column \d+:?$/u, ''), {
      file, line: lines.linePos(error.pos[0]).line, expected: 'well-formed YAML or JSON', remedy: 'correct the syntax at that line', cause: error,
    });
  }
  return { file, value: document.toJS() as unknown, lineOf: (keys) => lineOf(document, lines, keys) };
}

function lineOf(document: Document.Parsed, lines: LineCounter, keys: readonly (string | number)[]): number | undefined {
  for (let length = keys.length; length >= 0; length -= 1) {
    const path = keys.slice(0, length);
    const node = length === 0 ? document.contents : document.getIn(path, true);
    if (isNode(node) && node.range !== null && node.range !== undefined) return lines.linePos(node.range[0]).line;
  }
  return undefined;
}
