import { EvospiceError, type ErrorDetails } from '@evospice/contracts';
import { problemsOf, type OptionProblem } from '@evospice/kernel';
import { LineCounter, isAlias, isMap, isNode, isScalar, isSeq, parseDocument, type Document, type Node, type Pair } from 'yaml';
import { taskSchema, type TaskFile } from './task-schema.ts';

export type TaskPath = readonly (string | number)[];

/** A `task.yaml` that knows the line of each of its values. */
export interface TaskDocument {
  readonly file: string;
  readonly task: TaskFile;
  /** Line of the value at `path`, or of the nearest one around it. */
  lineOf(path: TaskPath): number;
  /** An error that points at the value at `path`. */
  error(code: string, message: string, path: TaskPath, details: Omit<ErrorDetails, 'file' | 'line'>): EvospiceError;
}

/** @throws EvospiceError `TASK_SYNTAX` for text that is no YAML, `TASK_SCHEMA` for a document that is no task. */
export function readTaskDocument(text: string, file: string): TaskDocument {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const [problem] = document.errors;
  if (problem !== undefined) {
    throw new EvospiceError('TASK_SYNTAX', `cannot read this as YAML: ${problem.message}`, {
      expected: 'a YAML document', remedy: 'check indentation, brackets and quotation marks around that line', file, line: counter.linePos(problem.pos[0]).line, cause: problem,
    });
  }
  const lineOf = (path: TaskPath): number => lineAt(document, counter, path);
  const plain: unknown = document.toJS({ maxAliasCount: 10_000 });
  const parsed = taskSchema.safeParse(plain);
  if (!parsed.success) throw schemaError(problemsOf(parsed.error, plain, taskSchema), file, lineOf);
  return {
    file,
    task: parsed.data,
    lineOf,
    error: (code, message, path, details) => new EvospiceError(code, message, { ...details, file, line: lineOf(path) }),
  };
}

function schemaError(all: readonly OptionProblem[], file: string, lineOf: (path: TaskPath) => number): EvospiceError {
  // A misspelt key is met twice: the right one is missing, and the wrong one is unknown. The second says more.
  const misspelt = all.filter((problem) => problem.suggestion !== undefined);
  const parent = ({ keys }: OptionProblem): string => JSON.stringify(keys.slice(0, -1));
  const explained = (problem: OptionProblem): boolean => misspelt.some((other) => other !== problem && other.suggestion === String(problem.keys.at(-1)) && parent(other) === parent(problem));
  const problems = [...misspelt, ...all.filter((problem) => problem.suggestion === undefined && !explained(problem))];
  const [first] = problems;
  const shown = problems.map(({ path, message, keys, suggestion }) => `${path} (line ${lineOf(keys)}): ${message}${suggestion === undefined ? '' : `; did you mean "${suggestion}"?`}`);
  return new EvospiceError('TASK_SCHEMA', `this is not a task: ${shown.join('; ')}`, {
    received: first?.found,
    expected: problems.map(({ path, expected }) => `${path}: ${expected}`).join('; '),
    remedy: first?.suggestion === undefined ? 'correct the lines named' : `did you mean "${first.suggestion}"?`,
    file,
    line: lineOf(first?.keys ?? []),
  });
}

function lineAt(document: Document, counter: LineCounter, path: TaskPath): number {
  let node: unknown = document.contents;
  let position = 0;
  for (const key of path) {
    if (isAlias(node)) node = node.resolve(document);
    const step = child(node, key);
    if (step === undefined) break;
    position = step.position ?? position;
    node = step.node;
  }
  return counter.linePos(position).line;
}

function child(node: unknown, key: string | number): { node: unknown; position: number | undefined } | undefined {
  if (isMap(node)) {
    const pair = node.items.find((item: Pair) => (isScalar(item.key) ? String(item.key.value) === String(key) : false));
    return pair === undefined ? undefined : { node: pair.value, position: startOf(pair.key) ?? startOf(pair.value) };
  }
  if (isSeq(node)) {
    const item = node.items[Number(key)];
    return item === undefined ? undefined : { node: item, position: startOf(item) };
  }
  return undefined;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? ((node as Node).range?.[0] ?? undefined) : undefined;
}
