import { createHash } from 'node:crypto';
import { EvospiceError, type ProgramText } from '@evospice/contracts';
import { filePaths } from '../text/program-text.ts';
import { parseSource } from '../tree/parse-source.ts';
import { plainTree, type PlainNode } from '../tree/plain-tree.ts';
import { bindingsOf } from '../tree/scopes.ts';

/** File name endings of what is compared by its syntax tree. */
const modules = /\.[cm]?[jt]s$/;

/**
 * Hash of what a program does, as far as its text shows it.
 *
 * TypeScript and JavaScript files are compared by their syntax: two programs that differ only in comments, layout, type annotations,
 * spelling of numbers and strings, parentheses that change nothing and names of what they declare themselves have one hash. Each bound
 * name is replaced by the number of its binding in order of first appearance; global names, properties, labels and exports stay.
 * All other files, and modules that do not parse, are compared by their text. Where there are several files, their paths count.
 *
 * @returns 64 hexadecimal digits (SHA-256), after `text:` where no file was compared by its syntax
 */
export function programHash(program: ProgramText): string {
  const paths = filePaths(program);
  const hash = createHash('sha256');
  let parsed = 0;
  for (const path of paths) {
    const source = program.files[path] ?? '';
    const normal = modules.test(path) ? normalForm(source) : undefined;
    if (normal !== undefined) parsed += 1;
    const text = normal ?? source;
    hash.update(paths.length === 1 ? text : `${JSON.stringify(path)} ${text.length}\n${text}`);
  }
  return `${parsed === 0 ? 'text:' : ''}${hash.digest('hex')}`;
}

/** The tree of a module as text; undefined for one that does not parse. */
function normalForm(source: string): string | undefined {
  try {
    const tree = plainTree(parseSource(source));
    return writer(bindingsOf(tree))(tree);
  } catch (error) {
    if (EvospiceError.is(error, 'PROGRAM_SYNTAX')) return undefined;
    throw error;
  }
}

function writer(bindings: ReadonlyMap<unknown, unknown>): (tree: PlainNode) => string {
  const numbers = new Map<unknown, number>();
  let text = '';
  const visit = (value: unknown): void => {
    if (typeof value === 'string') text += JSON.stringify(value);
    else if (value === null || typeof value !== 'object') text += String(value);
    else if (Array.isArray(value)) {
      text += '[';
      for (const entry of value) {
        visit(entry);
        text += ',';
      }
      text += ']';
    } else if (bindings.has(value)) {
      const binding = bindings.get(value);
      const number = numbers.get(binding) ?? numbers.size;
      numbers.set(binding, number);
      text += `$${number}`;
    } else {
      text += '{';
      for (const field in value) {
        if (field === 'range') continue;
        text += `${field}:`;
        visit((value as Record<string, unknown>)[field]);
        text += ',';
      }
      text += '}';
    }
  };
  return (tree) => {
    visit(tree);
    return text;
  };
}
