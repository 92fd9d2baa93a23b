import { readFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Document, type Pair } from 'yaml';
import { EvospiceError } from '@evospice/contracts';

/** A configuration file as read, before any schema has seen it. */
export interface ConfigurationDocument {
  readonly file: string;
  readonly value: unknown;
  /** Line of the last of these keys that the file has, counted from 1; undefined for TypeScript. */
  lineOf(keys: readonly (string | number)[]): number | undefined;
}

/** Expansions of aliases, which a file may use freely, but not to fill the memory. */
const mostAliases = 10_000;

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
  return { file, value: valueOf(document, file), lineOf: (keys) => lineOf(document, lines, keys) };
}

function valueOf(document: Document, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: mostAliases });
  } catch (cause) {
    throw new EvospiceError('CONFIG_SYNTAX', `the aliases of the file cannot be resolved: ${(cause as Error).message}`, {
      file, cause, expected: `at most ${mostAliases} aliases, each of an anchor`, remedy: 'write the repeated parts out',
    });
  }
}

function lineOf(document: Document, lines: LineCounter, keys: readonly (string | number)[]): number | undefined {
  let node: unknown = document.contents;
  let position = startOf(node);
  for (const key of keys) {
    if (isAlias(node)) node = node.resolve(document);
    const step = member(node, key);
    if (step === undefined) break;
    position = step.position ?? position;
    node = step.node;
  }
  return position === undefined ? undefined : lines.linePos(position).line;
}

/** The value of a key, and where the key is; of a list, where the entry begins. */
function member(node: unknown, key: string | number): { readonly node: unknown; readonly position: number | undefined } | undefined {
  if (isMap(node)) {
    const pair = node.items.find((item: Pair) => isScalar(item.key) && String(item.key.value) === String(key));
    return pair === undefined ? undefined : { node: pair.value, position: startOf(pair.key) ?? startOf(pair.value) };
  }
  const item = isSeq(node) ? node.items[Number(key)] : undefined;
  return item === undefined ? undefined : { node: item, position: startOf(item) };
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? (node.range?.[0] ?? undefined) : undefined;
}
