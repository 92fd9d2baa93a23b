import { counted, defined, EvospiceError, type ProgramText } from '@evospice/contracts';
import {
  checkFiles, deepestNesting, filePaths, identifierName, lineAt, nodeIn, nodesIn, parseSource, syntaxError, tooDeep, walk,
  type ParsedSource, type Place, type SyntaxNode,
} from '@evospice/program-text';
import { isModule, resolveImport } from './resolve-import.ts';

/** A module of a program that passed the static check. */
export interface CheckedModule {
  readonly source: string;
  readonly tree: SyntaxNode;
  /** Character ranges of type-only imports and exports: the type stripper may leave something of them that still imports. */
  readonly erased: readonly (readonly [number, number])[];
  /** File that each import specifier means. */
  readonly imports: Readonly<Record<string, string>>;
}

/** The function that a program is run by. */
export interface OptimizerEntry {
  /** Name of the default export, null when it has none. */
  readonly name: string | null;
  /** Line it starts at, counted from 1. */
  readonly line: number;
  /** How many parameters it declares, at most 2. */
  readonly parameters: number;
}

const wantedEntry = 'export default async function optimizeSpiceParameters(problem, context)';
const noModules = 'take numerics from context.toolbox; a program imports types and its own files only';

/** Refuses at the line of a node. */
type Refuse = (node: SyntaxNode, what: string, expected: string, remedy: string) => never;

/**
 * Checks an optimizer without running it: all that {@link checkModules} checks, and the entry has one default export that is an async
 * function of at most two parameters.
 * @throws EvospiceError `PROGRAM_FILES`, `PROGRAM_SYNTAX` with the line.
 */
export function checkProgram(program: ProgramText): OptimizerEntry {
  const { source, tree } = checkModules(program).get(program.entry) as CheckedModule;
  return entryOf(nodesIn(tree, 'body'), source, refuseIn(program, program.entry, source));
}

/**
 * Checks the TypeScript and JavaScript files of a program without running it: they parse, import nothing but types and one another, and
 * use only syntax that type stripping can erase. Safe for hostile text of any kind; run it before any native parser sees the source.
 * @returns the modules by path, the entry among them
 * @throws EvospiceError `PROGRAM_FILES`, `PROGRAM_SYNTAX` with the line, and with the file where there are several.
 */
export function checkModules(program: ProgramText): ReadonlyMap<string, CheckedModule> {
  checkFiles(program);
  if (!isModule(program.entry)) {
    throw syntaxError(`the entry ${program.entry} is not a module`, { expected: 'a file that ends in .ts or .js', remedy: 'rename the entry' });
  }
  return new Map(filePaths(program).filter(isModule).map((path) => [path, checkModule(program, path)]));
}

function checkModule(program: ProgramText, path: string): CheckedModule {
  const { source, tree } = parsedFile(program, path);
  const refuse = refuseIn(program, path, source);
  for (const place of walk(tree)) {
    if (place.depth > deepestNesting) throw inFile(program, path, tooDeep(lineAt(source, place.node.start)));
    checkNode(place, refuse);
  }
  const imports: Record<string, string> = {};
  const erased: [number, number][] = [];
  for (const node of nodesIn(tree, 'body').filter(importsModule)) {
    if (isTypeOnly(node)) {
      erased.push([node.start, node.end]);
      continue;
    }
    const specifier = nodeIn(node, 'source')?.['value'];
    const file = typeof specifier === 'string' ? resolveImport(program, path, specifier) : undefined;
    if (file === undefined) return refuse(node, `the program imports ${describeSource(specifier)}`, 'no imports but of its own files', noModules);
    imports[specifier as string] = file;
  }
  return { source, tree, erased, imports };
}

function refuseIn(program: ProgramText, path: string, source: string): Refuse {
  return ({ start }, what, expected, remedy) => {
    throw inFile(program, path, syntaxError(what, { line: lineAt(source, start), expected, remedy }));
  };
}

function parsedFile(program: ProgramText, path: string): ParsedSource {
  try {
    return parseSource(program.files[path] ?? '');
  } catch (error) {
    throw EvospiceError.is(error, 'PROGRAM_SYNTAX') ? inFile(program, path, error) : error;
  }
}

/** Names the file where a reader could not know it. */
function inFile(program: ProgramText, path: string, error: EvospiceError): EvospiceError {
  if (Object.keys(program.files).length === 1) return error;
  const { code, message, received, expected, remedy, line } = error;
  return new EvospiceError(code, `${path}: ${message}`, { ...defined({ received, expected, remedy, line }), file: path });
}

const functions = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

/** True inside any function, where `await` belongs to that function. */
function insideFunction({ above }: Place): boolean {
  for (let place = above; place !== undefined; place = place.above) if (functions.has(place.node.type)) return true;
  return false;
}

/** Syntax that leaves the module, or that type stripping cannot erase. */
function checkNode(place: Place, refuse: Refuse): void {
  const { node } = place;
  const refuseAwait = (what: string): void => {
    if (!insideFunction(place)) refuse(node, `${what} outside a function`, 'await inside the optimizer', 'move it into the default export');
  };
  switch (node.type) {
    case 'ImportExpression':
    case 'Import':
      return refuse(node, 'the program calls import()', 'no imports', noModules);
    case 'MetaProperty':
      if (identifierName(node['meta']) === 'import') refuse(node, 'the program uses import.meta', 'a program that stands alone', 'leave import.meta out');
      return;
    case 'TSImportEqualsDeclaration':
    case 'TSExportAssignment':
    case 'TSNamespaceExportDeclaration':
      return refuse(node, 'the program uses a CommonJS import or export', 'no imports, and `export default`', noModules);
    case 'TSEnumDeclaration':
    case 'TSParameterProperty':
      return refuse(node, 'enums and parameter properties need a compiler', 'TypeScript whose types can be erased', 'use a constant object, or plain fields');
    case 'TSModuleDeclaration':
      if (node['declare'] !== true) refuse(node, 'namespaces need a compiler', 'TypeScript whose types can be erased', 'use plain functions and constants');
      return;
    case 'AwaitExpression':
      return refuseAwait('await');
    case 'ForOfStatement':
      return node['await'] === true ? refuseAwait('for await') : undefined;
    case 'VariableDeclaration':
      return node['kind'] === 'await using' ? refuseAwait('await using') : undefined;
    default:
  }
}

function importsModule(node: SyntaxNode): boolean {
  return node.type === 'ImportDeclaration' || node.type === 'ExportAllDeclaration'
    || (node.type === 'ExportNamedDeclaration' && nodeIn(node, 'source') !== undefined);
}

function isTypeOnly(node: SyntaxNode): boolean {
  if (node['importKind'] === 'type' || node['exportKind'] === 'type') return true;
  const specifiers = nodesIn(node, 'specifiers');
  return specifiers.length > 0 && specifiers.every((specifier) => specifier['importKind'] === 'type' || specifier['exportKind'] === 'type');
}

function describeSource(specifier: unknown): string {
  return typeof specifier === 'string' ? JSON.stringify(specifier.slice(0, 100)) : 'a module';
}

function entryOf(body: readonly SyntaxNode[], source: string, refuse: Refuse): OptimizerEntry {
  const exported = body.find(({ type }) => type === 'ExportDefaultDeclaration');
  if (exported === undefined) {
    throw syntaxError('the program has no default export', { expected: wantedEntry, remedy: 'export the optimizer as default' });
  }
  const value = nodeIn(exported, 'declaration');
  const found = value === undefined ? undefined : functionBehind(value, body);
  if (found === undefined) return refuse(exported, 'the default export is not a function', wantedEntry, 'export an async function as default');
  const parameters = nodesIn(found, 'params').filter((parameter) => identifierName(parameter) !== 'this').length;
  if (found['async'] !== true || found['generator'] === true) {
    refuse(found, 'the default export is not an async function', wantedEntry, 'declare it as `async function`');
  }
  if (parameters > 2) {
    refuse(found, `the default export takes ${counted(parameters, 'parameter')}`, 'two parameters: problem and context', 'take further values from the context');
  }
  return { name: identifierName(found['id']) ?? identifierName(value) ?? null, line: lineAt(source, found.start), parameters };
}

const wrappers = new Set(['ParenthesizedExpression', 'TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression', 'TSTypeAssertion']);

/** The function that an expression is, or that the name it consists of stands for at the top level. */
function functionBehind(expression: SyntaxNode, body: readonly SyntaxNode[], follow = true): SyntaxNode | undefined {
  let node: SyntaxNode | undefined = expression;
  while (node !== undefined && wrappers.has(node.type)) node = nodeIn(node, 'expression');
  if (node === undefined) return undefined;
  if (['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'].includes(node.type)) return node;
  const name = identifierName(node);
  if (name === undefined || !follow) return undefined;
  const declarations = body.map((statement) => (statement.type === 'ExportNamedDeclaration' ? nodeIn(statement, 'declaration') : statement)).filter((statement) => statement !== undefined);
  for (const declaration of declarations) {
    if (declaration.type === 'FunctionDeclaration' && identifierName(declaration['id']) === name) return declaration;
    if (declaration.type !== 'VariableDeclaration' || declaration['kind'] !== 'const') continue;
    const declarator = nodesIn(declaration, 'declarations').find((one) => identifierName(one['id']) === name);
    const initial = declarator === undefined ? undefined : nodeIn(declarator, 'init');
    if (initial !== undefined) return functionBehind(initial, body, false);
  }
  return undefined;
}
