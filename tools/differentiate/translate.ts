// From the subset of TypeScript to a graph. Helpers are inlined; reassigned variables become versions, joined after branches.
import { Graph, type Node, type Operator } from './graph.ts';
import { SubsetError, type Module, type Modules, type Tree } from './modules.ts';

/** What a name means: a number (or a condition), or numbers by field; undefined while a variable has no value yet. */
type Meaning = { readonly kind: 'value'; readonly node: Node | undefined } | { readonly kind: 'fields'; readonly of: (field: string) => Node | undefined; readonly all?: ReadonlyMap<string, Node> };
type Names = Map<string, Meaning>;

const binary: Readonly<Record<string, Operator>> = {
  '+': 'add', '-': 'sub', '*': 'mul', '/': 'div', '<': 'lt', '<=': 'le', '>': 'gt', '>=': 'ge', '===': 'eq', '!==': 'ne', '==': 'eq', '!=': 'ne',
};
const functions = new Set<string>(['exp', 'log', 'log1p', 'expm1', 'sqrt', 'abs', 'min', 'max', 'pow', 'tanh', 'sinh', 'cosh', 'tan', 'atan', 'sin', 'cos']);
/** Helpers of small-signal.ts, which stand for what differs between a value and its derivatives. */
const primitives: Readonly<Record<string, Operator>> = { held: 'held', slopeOnly: 'slope' };
const conditions = new Set<Operator>(['lt', 'le', 'gt', 'ge', 'eq', 'ne', 'and', 'or', 'not']);

export interface StageFields {
  /** For each argument of the stage: fields in order. */
  readonly inputs: readonly (readonly string[])[];
  readonly outputs: readonly string[];
}

/** Builds the graph of the exported function `name`; its arguments become the arrays `arrays`, its result the array `result`. */
export function translate(modules: Modules, file: string, name: string, arrays: readonly string[], result: string): { graph: Graph; fields: StageFields } {
  const module = modules.load(file);
  const found = modules.find('functions', name, module);
  if (found === undefined) throw new SubsetError(`a function ${name} is missing`, file);
  const graph = new Graph();
  const translator = new Translator(modules, graph);
  const parameters: readonly Tree[] = found.tree.params;
  if (parameters.length > arrays.length) throw new SubsetError(`${name} takes ${arrays.length} arguments`, found.module.file, found.tree);
  const inputs = parameters.map((parameter) => modules.fields(typeName(parameter, found.module), found.module, parameter));
  const outputType = found.tree.returnType?.typeAnnotation;
  if (outputType?.type !== 'TSTypeReference') throw new SubsetError(`${name} states the interface that it returns`, found.module.file, found.tree);
  const outputs = modules.fields(outputType.typeName.name, found.module, outputType);
  const given = parameters.map((_, i): Meaning => {
    const places = new Map(inputs[i]!.map((field, place) => [field, place]));
    return { kind: 'fields', of: (field) => (places.has(field) ? graph.input(arrays[i]!, places.get(field)!) : undefined) };
  });
  const returned = translator.call(found.tree, found.module, given, []);
  if (returned.kind !== 'fields' || returned.all === undefined) throw new SubsetError(`${name} returns its fields`, found.module.file, found.tree);
  outputs.forEach((field, place) => {
    const node = returned.all!.get(field);
    if (node === undefined) throw new SubsetError(`${name} does not return ${field}`, found.module.file, found.tree);
    graph.output(result, place, node);
  });
  const surplus = [...returned.all.keys()].find((field) => !outputs.includes(field));
  if (surplus !== undefined) throw new SubsetError(`${name} returns ${surplus}, which its interface does not have`, found.module.file, found.tree);
  return { graph, fields: { inputs, outputs } };
}

function typeName(parameter: Tree, module: Module): string {
  const type = parameter.typeAnnotation?.typeAnnotation;
  if (type?.type !== 'TSTypeReference') throw new SubsetError('an argument has the type of an interface', module.file, parameter);
  return type.typeName.name;
}

class Translator {
  private readonly modules: Modules;
  private readonly graph: Graph;
  private readonly constantNodes = new Map<Tree, Node>();

  constructor(modules: Modules, graph: Graph) {
    this.modules = modules;
    this.graph = graph;
  }

  call(tree: Tree, module: Module, args: readonly Meaning[], stack: readonly Tree[]): Meaning {
    if (stack.includes(tree)) throw new SubsetError(`${tree.id.name} calls itself`, module.file, tree);
    const names: Names = new Map();
    (tree.params as readonly Tree[]).forEach((parameter, i) => {
      const meaning = args[i];
      if (meaning === undefined) throw new SubsetError(`${tree.id.name} is called without its argument ${i + 1}`, module.file, tree);
      this.bind(parameter, meaning, names, module);
    });
    const scope = new Scope(this.modules, this.graph, module, [...stack, tree], this.constantNodes, this);
    const returned = scope.run(tree.body.body, names);
    if (returned === undefined) throw new SubsetError(`${tree.id.name} returns nothing on some path`, module.file, tree);
    return returned;
  }

  bind(target: Tree, meaning: Meaning, names: Names, module: Module): void {
    if (target.type === 'Identifier') {
      names.set(target.name, meaning);
      return;
    }
    if (target.type === 'ObjectPattern' && meaning.kind === 'fields') {
      for (const property of target.properties) {
        if (property.type !== 'ObjectProperty' || property.value.type !== 'Identifier') throw new SubsetError('fields are taken out by name', module.file, property);
        const node = meaning.of(property.key.name);
        if (node === undefined) throw new SubsetError(`there is not a field ${property.key.name}`, module.file, property);
        names.set(property.value.name, { kind: 'value', node });
      }
      return;
    }
    throw new SubsetError(`this cannot be bound: ${target.type}`, module.file, target);
  }
}

/** The body of one call. */
class Scope {
  private readonly modules: Modules;
  private readonly graph: Graph;
  private readonly module: Module;
  private readonly stack: readonly Tree[];
  private readonly constantNodes: Map<Tree, Node>;
  private readonly translator: Translator;

  constructor(modules: Modules, graph: Graph, module: Module, stack: readonly Tree[], constantNodes: Map<Tree, Node>, translator: Translator) {
    this.modules = modules;
    this.graph = graph;
    this.module = module;
    this.stack = stack;
    this.constantNodes = constantNodes;
    this.translator = translator;
  }

  /** What a list of statements returns, if it does; `names` holds the variables afterwards. */
  run(statements: readonly Tree[], names: Names): Meaning | undefined {
    for (const [place, statement] of statements.entries()) {
      switch (statement.type) {
        case 'VariableDeclaration':
          if (statement.kind === 'var') throw this.error('var is not part of the subset', statement);
          for (const { id, init } of statement.declarations) {
            this.translator.bind(id, init === null || init === undefined ? { kind: 'value', node: undefined } : this.meaning(init, names), names, this.module);
          }
          break;
        case 'ExpressionStatement':
          this.assign(statement.expression, names);
          break;
        case 'BlockStatement': {
          const inner = new Map(names);
          const returned = this.run(statement.body, inner);
          this.adopt(names, inner, statement);
          if (returned !== undefined) return returned;
          break;
        }
        case 'IfStatement': {
          const bodies = [listOf(statement.consequent), listOf(statement.alternate)] as const;
          const rest = statements.slice(place + 1);
          if (!bodies.some((body) => body.some(mayReturn))) {
            this.decide(statement, bodies, names);
            break;
          }
          // A branch that returns ends there; the other one goes on with what follows.
          const [yes, no] = bodies.map((body) => () => this.run(body.some(alwaysReturns) ? body : [...body, ...rest], new Map(names)));
          return this.graph.branch(this.condition(statement.test, names), yes!, no!, (a, b, phi) => {
            if (a === undefined || b === undefined) throw this.error('one branch returns nothing', statement);
            return merged(a, b, phi);
          });
        }
        case 'ReturnStatement':
          if (!statement.argument) throw this.error('a return states a value', statement);
          return this.meaning(statement.argument, names);
        case 'EmptyStatement': case 'TSInterfaceDeclaration': case 'TSTypeAliasDeclaration':
          break;
        default:
          throw this.error(`${statement.type} is not part of the subset`, statement);
      }
    }
    return undefined;
  }

  private decide(statement: Tree, bodies: readonly (readonly Tree[])[], names: Names): void {
    const [yes, no] = bodies.map((body) => () => {
      const inner = new Map(names);
      const block = new Map(inner);
      this.run(body, block);
      this.adopt(inner, block, statement, declared(body));
      return inner;
    });
    this.graph.branch(this.condition(statement.test, names), yes!, no!, (a, b, phi) => {
      for (const [name, before] of names) {
        const [whenYes, whenNo] = [a.get(name)!, b.get(name)!];
        if (whenYes === before && whenNo === before) continue;
        const complete = whenYes.kind === 'fields' || whenNo.kind === 'fields' || (whenYes.node !== undefined && whenNo.node !== undefined);
        names.set(name, complete ? merged(whenYes, whenNo, phi) : { kind: 'value', node: undefined });
      }
    });
  }

  /** Takes over from a block what it did to the variables around it. */
  private adopt(names: Names, inner: Names, at: Tree, own: ReadonlySet<string> = declared(at.type === 'BlockStatement' ? at.body : [])): void {
    for (const name of names.keys()) if (!own.has(name)) names.set(name, inner.get(name)!);
  }

  private assign(tree: Tree, names: Names): void {
    if (tree.type !== 'AssignmentExpression' || tree.left.type !== 'Identifier') throw this.error('a statement declares, assigns, decides or returns', tree);
    const name: string = tree.left.name;
    if (!names.has(name)) throw this.error(`${name} is not a variable here`, tree);
    const right = this.value(tree.right, names);
    const op = binary[tree.operator.slice(0, -1)];
    if (tree.operator !== '=' && op === undefined) throw this.error(`${tree.operator} is not part of the subset`, tree);
    names.set(name, { kind: 'value', node: tree.operator === '=' ? right : this.graph.op(op!, this.value(tree.left, names), right) });
  }

  private meaning(tree: Tree, names: Names): Meaning {
    switch (tree.type) {
      case 'Identifier': {
        const known = names.get(tree.name);
        return known ?? { kind: 'value', node: this.constant(tree.name, this.module, tree) };
      }
      case 'ObjectExpression': {
        const all = new Map<string, Node>();
        for (const property of tree.properties) {
          if (property.type === 'SpreadElement') {
            const spread = this.meaning(property.argument, names);
            if (spread.kind !== 'fields' || spread.all === undefined) throw this.error('only results of helpers are spread', property);
            for (const [field, node] of spread.all) all.set(field, node);
          } else if (property.type === 'ObjectProperty' && !property.computed) all.set(property.key.name, this.value(property.value, names));
          else throw this.error('a result has plain fields', property);
        }
        return { kind: 'fields', of: (field) => all.get(field), all };
      }
      case 'CallExpression':
        if (tree.callee.type === 'Identifier') return this.helper(tree, names);
        break;
      case 'ConditionalExpression':
        return this.graph.branch(this.condition(tree.test, names), () => this.meaning(tree.consequent, names), () => this.meaning(tree.alternate, names), merged);
      case 'ParenthesizedExpression': case 'TSNonNullExpression': case 'TSAsExpression':
        return this.meaning(tree.expression, names);
      default:
    }
    return { kind: 'value', node: this.number(tree, names) };
  }

  private helper(tree: Tree, names: Names): Meaning {
    const primitive = primitives[tree.callee.name];
    if (primitive !== undefined) return { kind: 'value', node: this.graph.op(primitive, ...tree.arguments.map((each: Tree) => this.value(each, names))) };
    const found = this.modules.find('functions', tree.callee.name, this.module);
    if (found === undefined) throw this.error(`there is not a function ${tree.callee.name}`, tree);
    return this.translator.call(found.tree, found.module, tree.arguments.map((each: Tree) => this.meaning(each, names)), this.stack);
  }

  /** A number. */
  value(tree: Tree, names: Names): Node {
    const meaning = this.meaning(tree, names);
    if (meaning.kind !== 'value') throw this.error('a number is expected here', tree);
    if (meaning.node === undefined) throw this.error('this has no value yet on some path', tree);
    return meaning.node;
  }

  private number(tree: Tree, names: Names): Node {
    switch (tree.type) {
      case 'NumericLiteral': return this.graph.constant(tree.value);
      case 'BooleanLiteral': return this.graph.constant(Number(tree.value));
      case 'MemberExpression': return this.member(tree, names);
      case 'UnaryExpression':
        if (tree.operator === '-') return this.graph.op('neg', this.value(tree.argument, names));
        if (tree.operator === '+') return this.value(tree.argument, names);
        if (tree.operator === '!') return this.graph.op('not', this.condition(tree.argument, names));
        break;
      case 'BinaryExpression': {
        const op = binary[tree.operator];
        if (tree.operator === '**') return this.graph.op('pow', this.value(tree.left, names), this.value(tree.right, names));
        if (op !== undefined) return this.graph.op(op, this.value(tree.left, names), this.value(tree.right, names));
        break;
      }
      case 'LogicalExpression':
        if (tree.operator === '??') break;
        return this.graph.op(tree.operator === '&&' ? 'and' : 'or', this.condition(tree.left, names), this.condition(tree.right, names));
      case 'CallExpression': return this.math(tree, names);
      default:
    }
    throw this.error(`${tree.type}${tree.operator === undefined ? '' : ` ${tree.operator}`} is not part of the subset`, tree);
  }

  private member(tree: Tree, names: Names): Node {
    if (tree.object.type === 'Identifier' && tree.object.name === 'Math' && !names.has('Math')) {
      const value = (Math as unknown as Record<string, unknown>)[tree.property.name];
      if (typeof value === 'number') return this.graph.constant(value);
    }
    if (tree.computed) throw this.error('fields are taken by name', tree);
    const object = this.meaning(tree.object, names);
    const node = object.kind === 'fields' ? object.of(tree.property.name) : undefined;
    if (node === undefined) throw this.error(`there is not a field ${tree.property.name}`, tree);
    return node;
  }

  private math(tree: Tree, names: Names): Node {
    const { object, property } = tree.callee;
    if (tree.callee.type !== 'MemberExpression' || object.name !== 'Math' || !functions.has(property.name)) throw this.error('only helpers and some functions of Math are called', tree);
    const args = tree.arguments.map((each: Tree) => this.value(each, names)) as Node[];
    const op = property.name as Operator;
    if (op === 'min' || op === 'max') {
      if (args.length === 0) throw this.error(`Math.${op} needs an argument`, tree);
      return args.reduce((a, b) => this.graph.op(op, a, b));
    }
    if (args.length !== (op === 'pow' ? 2 : 1)) throw this.error(`Math.${op} takes another number of arguments`, tree);
    return this.graph.op(op, ...args);
  }

  private condition(tree: Tree, names: Names): Node {
    const node = this.value(tree, names);
    return conditions.has(node.op) || node.op === 'const' ? node : this.graph.op('ne', node, this.graph.constant(0));
  }

  private constant(name: string, module: Module, at: Tree): Node {
    const found = this.modules.find('constants', name, module);
    if (found === undefined) throw this.error(`${name} is not known here`, at);
    const known = this.constantNodes.get(found.tree);
    if (known !== undefined) return known;
    const scope = new Scope(this.modules, this.graph, found.module, this.stack, this.constantNodes, this.translator);
    const node = scope.value(found.tree, new Map());
    if (node.op !== 'const') throw this.error(`${name} is not a constant`, at);
    this.constantNodes.set(found.tree, node);
    return node;
  }

  private error(message: string, tree: Tree): SubsetError {
    return new SubsetError(message, this.module.file, tree);
  }
}

function merged(a: Meaning, b: Meaning, phi: (a: Node, b: Node) => Node): Meaning {
  if (a.kind === 'value' && b.kind === 'value') {
    if (conditions.has(a.node!.op) || conditions.has(b.node!.op)) throw new Error('a decision yields a condition: combine conditions with && and || instead');
    return { kind: 'value', node: phi(a.node!, b.node!) };
  }
  if (a.kind !== 'fields' || b.kind !== 'fields' || a.all === undefined || b.all === undefined) {
    if (a === b) return a;
    throw new Error('both branches yield the same kind of value');
  }
  const all = new Map([...a.all].map(([field, node]) => {
    const other = b.all!.get(field);
    if (other === undefined) throw new Error(`one branch does not yield ${field}`);
    return [field, phi(node, other)] as const;
  }));
  return { kind: 'fields', of: (field) => all.get(field), all };
}

function listOf(tree: Tree | null | undefined): readonly Tree[] {
  if (!tree) return [];
  return tree.type === 'BlockStatement' ? tree.body : [tree];
}

function declared(statements: readonly Tree[]): ReadonlySet<string> {
  return new Set(statements.filter(({ type }) => type === 'VariableDeclaration').flatMap(({ declarations }) =>
    declarations.flatMap(({ id }: Tree) => (id.type === 'ObjectPattern' ? id.properties.map((each: Tree) => each.value.name) : [id.name]))));
}

function mayReturn(tree: Tree): boolean {
  if (tree.type === 'ReturnStatement') return true;
  if (tree.type === 'BlockStatement') return tree.body.some(mayReturn);
  return tree.type === 'IfStatement' && [...listOf(tree.consequent), ...listOf(tree.alternate)].some(mayReturn);
}

function alwaysReturns(tree: Tree): boolean {
  if (tree.type === 'ReturnStatement') return true;
  if (tree.type === 'BlockStatement') return tree.body.some(alwaysReturns);
  return tree.type === 'IfStatement' && !!tree.alternate && listOf(tree.consequent).some(alwaysReturns) && listOf(tree.alternate).some(alwaysReturns);
}
