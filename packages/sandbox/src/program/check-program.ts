import { nodeIn, nodesIn, parseProgram, deepestNesting, syntaxError, tooDeep, walk, type SyntaxNode, type Visit } from './syntax-tree.ts';

/** What the static check learned of a program. */
export interface CheckedProgram {
  readonly entry: {
    /** Name of the default export, null when it has none. */
    readonly name: string | null;
    /** Line it starts at, counted from 1. */
    readonly line: number;
    /** How many parameters it declares, at most 2. */
    readonly parameters: number;
  };
  /** Character ranges of type-only imports and exports: the type stripper may leave something of them that still imports. */
  readonly erased: readonly (readonly [number, number])[];
}

const wantedEntry = 'export default async function optimizeSpiceParameters(problem, context)';
const noModules = 'take numerics from context.toolbox; only type imports are allowed, and vanish';

/**
 * Checks a program without running it: it parses, has one default export that is an async function of at most two
 * parameters, and imports nothing but types. Safe for hostile text of any kind; run it before any native parser sees the source.
 * @param source TypeScript source, at most 128 Ki characters.
 * @throws EvospiceError `PROGRAM_SYNTAX` with the line.
 */
export function checkProgram(source: string): CheckedProgram {
  const root = parseProgram(source);
  for (const visit of walk(root)) checkNode(visit);
  const body = nodesIn(root, 'body');
  const erased = body.filter(importsModule).map((node): readonly [number, number] => {
    if (!isTypeOnly(node)) throw syntaxError(`the program imports ${describeSource(node)}`, node.line, 'no imports', noModules);
    return [node.start, node.end];
  });
  return { entry: entryOf(body), erased };
}

/** Syntax that leaves the module, or that type stripping cannot erase. */
function checkNode({ node, depth, insideFunction }: Visit): void {
  if (depth > deepestNesting) throw tooDeep(node.line);
  const refuse = (what: string, expected: string, remedy: string): never => {
    throw syntaxError(what, node.line, expected, remedy);
  };
  switch (node.type) {
    case 'ImportExpression':
    case 'Import':
      return refuse('the program calls import()', 'no imports', noModules);
    case 'MetaProperty':
      if (nodeIn(node, 'meta')?.fields['name'] === 'import') refuse('the program uses import.meta', 'a program that stands alone', 'leave import.meta out');
      return;
    case 'TSImportEqualsDeclaration':
    case 'TSExportAssignment':
    case 'TSNamespaceExportDeclaration':
      return refuse('the program uses a CommonJS import or export', 'no imports, and `export default`', noModules);
    case 'TSEnumDeclaration':
    case 'TSParameterProperty':
      return refuse('enums and parameter properties need a compiler', 'TypeScript whose types can be erased', 'use a constant object, or plain fields');
    case 'TSModuleDeclaration':
      if (node.fields['declare'] !== true) refuse('namespaces need a compiler', 'TypeScript whose types can be erased', 'use plain functions and constants');
      return;
    case 'AwaitExpression':
      if (!insideFunction) refuse('await outside a function', 'await inside the optimizer', 'move it into the default export');
      return;
    case 'ForOfStatement':
      if (!insideFunction && node.fields['await'] === true) refuse('for await outside a function', 'await inside the optimizer', 'move it into the default export');
      return;
    case 'VariableDeclaration':
      if (!insideFunction && node.fields['kind'] === 'await using') refuse('await using outside a function', 'await inside the optimizer', 'move it into the default export');
      return;
    default:
  }
}

function importsModule(node: SyntaxNode): boolean {
  return node.type === 'ImportDeclaration' || node.type === 'ExportAllDeclaration'
    || (node.type === 'ExportNamedDeclaration' && nodeIn(node, 'source') !== undefined);
}

function isTypeOnly(node: SyntaxNode): boolean {
  if (node.fields['importKind'] === 'type' || node.fields['exportKind'] === 'type') return true;
  const specifiers = nodesIn(node, 'specifiers');
  return specifiers.length > 0 && specifiers.every(({ fields }) => fields['importKind'] === 'type' || fields['exportKind'] === 'type');
}

function describeSource(node: SyntaxNode): string {
  const value = nodeIn(node, 'source')?.fields['value'];
  return typeof value === 'string' ? JSON.stringify(value.slice(0, 100)) : 'a module';
}

function entryOf(body: readonly SyntaxNode[]): CheckedProgram['entry'] {
  const exported = body.find(({ type }) => type === 'ExportDefaultDeclaration');
  if (exported === undefined) {
    throw syntaxError('the program has no default export', undefined, wantedEntry, 'export the optimizer as default');
  }
  const value = nodeIn(exported, 'declaration');
  const found = value === undefined ? undefined : functionBehind(value, body);
  if (found === undefined) throw syntaxError('the default export is no function', exported.line, wantedEntry, 'export an async function as default');
  const parameters = nodesIn(found, 'params').filter(({ fields }) => fields['name'] !== 'this').length;
  if (found.fields['async'] !== true || found.fields['generator'] === true) {
    throw syntaxError('the default export is not an async function', found.line, wantedEntry, 'declare it as `async function`');
  }
  if (parameters > 2) {
    throw syntaxError(`the default export takes ${parameters} parameters`, found.line, 'two parameters: problem and context', 'take further values from the context');
  }
  const name = nodeIn(found, 'id')?.fields['name'] ?? (value?.type === 'Identifier' ? value.fields['name'] : undefined);
  return { name: typeof name === 'string' ? name : null, line: found.line, parameters };
}

const wrappers = new Set(['ParenthesizedExpression', 'TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression', 'TSTypeAssertion']);

/** The function that an expression is, or that the name it consists of stands for at the top level. */
function functionBehind(expression: SyntaxNode, body: readonly SyntaxNode[], follow = true): SyntaxNode | undefined {
  let node: SyntaxNode | undefined = expression;
  while (node !== undefined && wrappers.has(node.type)) node = nodeIn(node, 'expression');
  if (node === undefined) return undefined;
  if (['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'].includes(node.type)) return node;
  if (node.type !== 'Identifier' || !follow) return undefined;
  const name = node.fields['name'];
  const declarations = body.map((statement) => (statement.type === 'ExportNamedDeclaration' ? nodeIn(statement, 'declaration') : statement)).filter((statement) => statement !== undefined);
  for (const declaration of declarations) {
    if (declaration.type === 'FunctionDeclaration' && nodeIn(declaration, 'id')?.fields['name'] === name) return declaration;
    if (declaration.type !== 'VariableDeclaration' || declaration.fields['kind'] !== 'const') continue;
    const declarator = nodesIn(declaration, 'declarations').find((one) => nodeIn(one, 'id')?.fields['name'] === name);
    const initial = declarator === undefined ? undefined : nodeIn(declarator, 'init');
    if (initial !== undefined) return functionBehind(initial, body, false);
  }
  return undefined;
}
