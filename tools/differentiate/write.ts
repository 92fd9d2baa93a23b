// Writes a graph as functions over Float64Arrays. Long programs are cut into functions that an optimizing compiler still takes
// (engines give up above some 60 kB of byte code); values that cross from one to another lie in a scratch array.
import type { Block, Branch, Graph, Node, Statement } from './graph.ts';

/** Operations per function. */
const largest = 900;
const longest = 120;

interface Part {
  readonly name: string;
  readonly lines: string[];
  /** Place of its first statement in the program. */
  readonly begin: number;
  readonly cached: Map<Node, string>;
  readonly hoisted: string[];
}

type Piece = { readonly statements: readonly Statement[] };

/**
 * Text of the function `name` and of those it is made of.
 * @param arrays arguments of the function, inputs and outputs
 */
export function write(graph: Graph, name: string, arrays: readonly string[]): string {
  return new Writer(graph, name, arrays).text();
}

class Writer {
  private readonly graph: Graph;
  private readonly name: string;
  private readonly arrays: readonly string[];
  private readonly live = new Set<Node | Branch>();
  private readonly uses = new Map<Node, { count: number; blocks: Set<Block>; parts: Set<Part> }>();
  private readonly sizes = new Map<Block, number>();
  private readonly order = new Map<Node, number>();
  private readonly owner = new Map<Node, Part>();
  private readonly parts: Part[] = [];
  private readonly pieces = new Map<Block, readonly (Piece & { part: Part | undefined })[]>();
  private readonly slots = new Map<Node, number>();
  private readonly names = new Map<Node, string>();
  private readonly inlined = new Map<Node, string>();
  private readonly ternary = new Set<Branch>();

  constructor(graph: Graph, name: string, arrays: readonly string[]) {
    this.graph = graph;
    this.name = name;
    this.arrays = arrays;
  }

  text(): string {
    this.mark();
    this.measure(this.graph.root);
    this.number(this.graph.root);
    const main = this.part(this.name, 0);
    this.divide(this.graph.root, main);
    this.countUses(this.graph.root, main);
    this.block(this.graph.root, main);
    this.returns(main);
    const scratch = this.slots.size === 0 ? '' : `const ${this.scratch()} = new Float64Array(${this.slots.size});\n`;
    return scratch + [...this.parts.slice(1), main].map((part) => this.functionText(part)).join('\n');
  }

  // What the outputs need.
  private mark(): void {
    const home = new Map<Block, Branch>();
    const homes = (block: Block): void => {
      for (const statement of block.statements) {
        if (statement.kind !== 'branch') continue;
        home.set(statement.yes, statement);
        home.set(statement.no, statement);
        homes(statement.yes);
        homes(statement.no);
      }
    };
    homes(this.graph.root);
    const open: Node[] = this.graph.outputs.map(({ node }) => node);
const enclosing = (block: Block): void => {
      for (let branch = home.get(block); branch !== undefined; branch = home.get(branch.yes.up!)) {
        if (!this.live.has(branch)) open.push(branch.condition);
        this.live.add(branch);
      }
    };
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (this.live.has(node)) continue;
      this.live.add(node);
      if (node.op === 'const' || node.op === 'input') continue;
      open.push(...node.args);
      if (node.branch !== undefined) this.live.add(node.branch);
      enclosing(node.block);
    }
  }

  private measure(block: Block): number {
    let size = 0;
    for (const statement of block.statements) {
      if (!this.live.has(statement)) continue;
      size += statement.kind === 'node' ? 1 : 2 + this.measure(statement.yes) + this.measure(statement.no) + statement.phis.filter((phi) => this.live.has(phi)).length;
    }
    this.sizes.set(block, size);
    return size;
  }

  private sizeOf(statement: Statement): number {
    if (!this.live.has(statement)) return 0;
    return statement.kind === 'node' ? 1 : 2 + this.sizes.get(statement.yes)! + this.sizes.get(statement.no)! + statement.phis.length;
  }

  private number(block: Block): void {
    for (const statement of block.statements) {
      if (!this.live.has(statement)) continue;
      if (statement.kind === 'node') {
        this.order.set(statement, this.order.size);
        continue;
      }
      this.number(statement.yes);
      this.number(statement.no);
      for (const phi of statement.phis) if (this.live.has(phi)) this.order.set(phi, this.order.size);
    }
  }

  private part(name: string, begin: number): Part {
    const part: Part = { name, lines: [], begin, cached: new Map(), hoisted: [] };
    this.parts.push(part);
    return part;
  }

  // Cuts a block that is too long into parts.
  private divide(block: Block, part: Part): void {
    const statements = block.statements.filter((each) => this.live.has(each));
    const pieces: (Piece & { part: Part | undefined })[] = [];
    const place = (statement: Statement, into: Part): void => {
      if (statement.kind === 'node') {
        this.owner.set(statement, into);
        return;
      }
      this.divide(statement.yes, into);
      this.divide(statement.no, into);
      for (const phi of statement.phis) this.owner.set(phi, into);
    };
    if (this.sizes.get(block)! <= largest) {
      statements.forEach((statement) => place(statement, part));
      pieces.push({ statements, part: undefined });
    } else {
      let group: Statement[] = [];
      let size = 0;
      const close = () => {
        if (group.length === 0) return;
        const own = this.part(`${this.name}${this.parts.length}`, this.first(group));
        group.forEach((statement) => place(statement, own));
        pieces.push({ statements: group, part: own });
        group = [];
        size = 0;
      };
      for (const statement of statements) {
        const more = this.sizeOf(statement);
        if (size + more > largest) close();
        if (more > largest) {
          place(statement, part);
          pieces.push({ statements: [statement], part: undefined });
          continue;
        }
        group.push(statement);
        size += more;
      }
      close();
    }
    this.pieces.set(block, pieces);
  }

  private first(group: readonly Statement[]): number {
    const numbers = group.map((statement): number => (statement.kind === 'node'
      ? this.order.get(statement)!
      : Math.min(this.first(statement.yes.statements.filter((each) => this.live.has(each))), this.first(statement.no.statements.filter((each) => this.live.has(each))),
        ...statement.phis.filter((phi) => this.live.has(phi)).map((phi) => this.order.get(phi)!))));
    return Math.min(Infinity, ...numbers);
  }

  private use(node: Node, block: Block, part: Part): void {
    const uses = this.uses.get(node) ?? { count: 0, blocks: new Set(), parts: new Set() };
    uses.count++;
    uses.blocks.add(block);
    uses.parts.add(part);
    this.uses.set(node, uses);
  }

  private countUses(block: Block, part: Part): void {
    for (const piece of this.pieces.get(block)!) {
      const into = piece.part ?? part;
      for (const statement of piece.statements) {
        if (statement.kind === 'node') {
          for (const arg of statement.args) this.use(arg, block, into);
          continue;
        }
        this.countUses(statement.yes, into);
        this.countUses(statement.no, into);
        const phis = statement.phis.filter((phi) => this.live.has(phi));
        const bare = this.sizes.get(statement.yes) === 0 && this.sizes.get(statement.no) === 0;
        if (bare) this.ternary.add(statement);
        if (!bare) this.use(statement.condition, block, into);
        for (const phi of phis) {
          if (bare) phi.args.forEach((arg) => this.use(arg, block, into));
          else [statement.yes, statement.no].forEach((side, i) => this.use(phi.args[i + 1]!, side, into));
        }
      }
    }
    if (block === this.graph.root) {
      for (const { node } of this.graph.outputs) this.use(node, block, part);
    }
  }

  private block(block: Block, part: Part, indent = '  '): void {
    for (const piece of this.pieces.get(block)!) {
      const into = piece.part ?? part;
      const depth = piece.part === undefined ? indent : '  ';
      for (const statement of piece.statements) {
        if (statement.kind === 'node') this.define(statement, this.expression(statement, into), block, into, depth);
        else this.branch(statement, block, into, depth);
      }
      if (piece.part !== undefined) part.lines.push(`${indent}${piece.part.name}(${this.arrays.join(', ')});`);
    }
  }

  private branch(branch: Branch, block: Block, part: Part, indent: string): void {
    const phis = branch.phis.filter((phi) => this.live.has(phi));
    if (this.ternary.has(branch)) {
      for (const phi of phis) {
        const [condition, yes, no] = phi.args.map((arg) => this.text1(arg, part));
        this.define(phi, `(${condition} ? ${yes} : ${no})`, block, part, indent);
      }
      return;
    }
    for (const phi of phis) this.announce(phi, block, part, indent);
    const side = (inner: Block, place: 1 | 2) => {
      this.block(inner, part, `${indent}  `);
      for (const phi of phis) part.lines.push(`${indent}  ${this.names.get(phi)} = ${this.text1(phi.args[place]!, part)};`);
    };
    part.lines.push(`${indent}if (${this.text1(branch.condition, part)}) {`);
    side(branch.yes, 1);
    part.lines.push(`${indent}} else {`);
    side(branch.no, 2);
    part.lines.push(`${indent}}`);
    for (const phi of phis) this.keep(phi, part, indent);
  }

  private define(node: Node, expression: string, block: Block, part: Part, indent: string): void {
    const uses = this.uses.get(node);
    if (uses === undefined) return;
    const here = uses.count === 1 && uses.blocks.has(block) && uses.parts.has(part);
    if (here && expression.length <= longest) {
      this.inlined.set(node, expression);
      return;
    }
    this.names.set(node, `x${node.id}`);
    if (this.within(uses.blocks, block)) part.lines.push(`${indent}const x${node.id} = ${expression};`);
    else {
      if ([...uses.parts].some((each) => each === part)) part.hoisted.push(`x${node.id}`);
      else this.names.delete(node);
      const name = this.names.get(node);
      if (name === undefined) {
        part.lines.push(`${indent}${this.slot(node)} = ${asNumber(node, expression)};`);
        return;
      }
      part.lines.push(`${indent}${name} = ${asNumber(node, expression)};`);
    }
    this.keep(node, part, indent);
  }

  private announce(phi: Node, block: Block, part: Part, indent: string): void {
    this.names.set(phi, `x${phi.id}`);
    if (this.within(this.uses.get(phi)!.blocks, block)) part.lines.push(`${indent}let x${phi.id};`);
    else part.hoisted.push(`x${phi.id}`);
  }

  /** Writes what other parts use to the scratch array. */
  private keep(node: Node, part: Part, indent: string): void {
    if ([...this.uses.get(node)!.parts].some((each) => each !== part)) part.lines.push(`${indent}${this.slot(node)} = ${asNumber(node, this.names.get(node)!)};`);
  }

  private within(blocks: ReadonlySet<Block>, home: Block): boolean {
    return [...blocks].every((each) => {
      for (let block: Block | undefined = each; block !== undefined; block = block.up) if (block === home) return true;
      return false;
    });
  }

  private scratch(): string {
    return `${this.name}Scratch`;
  }

  private slot(node: Node): string {
    const slot = this.slots.get(node) ?? this.slots.size;
    this.slots.set(node, slot);
    return `${this.scratch()}[${slot}]`;
  }

  /** A node where it is used. */
  private text1(node: Node, part: Part): string {
    if (node.op === 'const') return this.literal(node.value!);
    if (node.op === 'input') {
      const text = `${node.array}[${node.index}]`;
      if (this.uses.get(node)!.count === 1) return text;
      return this.cache(node, part, text);
    }
    const inlined = this.inlined.get(node);
    if (inlined !== undefined) return inlined;
    if (this.owner.get(node) === part) return this.names.get(node)!;
    const text = this.slot(node);
    // What was there before this part began is read once.
    return this.order.get(node)! < part.begin ? this.cache(node, part, text) : text;
  }

  private cache(node: Node, part: Part, text: string): string {
    const name = node.op === 'input' ? `${node.array}${node.index}` : `x${node.id}`;
    if (!part.cached.has(node)) part.cached.set(node, `const ${name} = ${text};`);
    return name;
  }

  private literal(value: number): string {
    if (Number.isNaN(value)) return 'NaN';
    if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
    return value < 0 || Object.is(value, -0) ? `(-${-value})` : String(value);
  }

  private expression(node: Node, part: Part): string {
    const [a, b] = node.args.map((arg) => this.text1(arg, part));
    const symbols: Readonly<Record<string, string>> = {
      add: '+', sub: '-', mul: '*', div: '/', lt: '<', le: '<=', gt: '>', ge: '>=', eq: '===', ne: '!==', and: '&&', or: '||',
    };
    const symbol = symbols[node.op];
    if (symbol !== undefined) return `(${a} ${symbol} ${b})`;
    if (node.op === 'neg') return `(-${a})`;
    if (node.op === 'held') return a!;
    if (node.op === 'not') return `(!${a})`;
    if (node.op === 'slope') return '0';
    return `Math.${node.op}(${[a, b].filter((each) => each !== undefined).join(', ')})`;
  }

  private returns(main: Part): void {
    const zero = (node: Node) => node.op === 'const' && node.value === 0;
    const cleared = new Set<string>();
    for (const { array, node } of this.graph.outputs) {
      if (!zero(node) || cleared.has(array)) continue;
      cleared.add(array);
      main.lines.push(`  ${array}.fill(0);`);
    }
    for (const { array, index, node } of this.graph.outputs) {
      if (!zero(node) || !cleared.has(array)) main.lines.push(`  ${array}[${index}] = ${plain(this.text1(node, main))};`);
    }
  }

  private functionText(part: Part): string {
    const head = `function ${part.name}(${this.arrays.join(', ')}) {`;
    const hoisted = part.hoisted.length === 0 ? [] : [`  let ${part.hoisted.map((each) => `${each} = 0`).join(', ')};`];
    return [head, ...hoisted, ...[...part.cached.values()].map((each) => `  ${each}`), ...part.lines.map(trimmed), '}', ''].join('\n');
  }
}

const conditions: ReadonlySet<string> = new Set(['lt', 'le', 'gt', 'ge', 'eq', 'ne', 'and', 'or', 'not']);

/** A value as it is kept in a variable or array of numbers: 1 and 0 for a condition. */
function asNumber(node: Node, text: string): string {
  return conditions.has(node.op) ? `${text} ? 1 : 0` : text;
}

/** Without the parentheses around a whole right-hand side. */
/** Without the parentheses around a whole right-hand side. */
function trimmed(line: string): string {
  const match = /^(\s*(?:const )?[\w[\]]+ = )(\(.*\));$/u.exec(line);
  return match === null ? line : `${match[1]}${plain(match[2]!)};`;
}

function plain(text: string): string {
  if (!text.startsWith('(') || !text.endsWith(')')) return text;
  let depth = 0;
  for (let i = 0; i < text.length - 1; i++) {
    if (text[i] === '(') depth++;
    else if (text[i] === ')') depth--;
    if (depth === 0) return text;
  }
  return text.slice(1, -1);
}
