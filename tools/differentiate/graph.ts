// Programs in static single assignment form, with structured branches: what the differentiator works on.

export type Operator =
  | 'const' | 'input' | 'phi'
  | 'add' | 'sub' | 'mul' | 'div' | 'neg'
  | 'exp' | 'log' | 'log1p' | 'expm1' | 'sqrt' | 'abs' | 'min' | 'max' | 'pow'
  | 'tanh' | 'sinh' | 'cosh' | 'tan' | 'atan' | 'sin' | 'cos'
  | 'held' | 'slope'
  | 'lt' | 'le' | 'gt' | 'ge' | 'eq' | 'ne' | 'and' | 'or' | 'not';

/**
 * A value that is computed once. `phi`: arguments are the condition and the value of either branch. `held`: its argument, but a constant to the
 * first derivative that is taken. `slope`: 0, whose derivative by its second argument counts as its first.
 */
export interface Node {
  readonly kind: 'node';
  readonly id: number;
  readonly op: Operator;
  readonly args: readonly Node[];
  /** Of a constant. */
  readonly value?: number;
  /** Of an input: array and place in it. */
  readonly array?: string;
  readonly index?: number;
  readonly block: Block;
  /** Of a phi: the branch that decides. */
  branch?: Branch;
}

export interface Branch {
  readonly kind: 'branch';
  readonly condition: Node;
  readonly yes: Block;
  readonly no: Block;
  readonly phis: Node[];
}

export type Statement = Node | Branch;

export interface Block {
  readonly up?: Block;
  readonly statements: Statement[];
  readonly known: Map<string, Node>;
  /** A block that has run whenever this one runs, though it does not enclose it. */
  readonly also?: Block;
}

export interface Output {
  readonly array: string;
  readonly index: number;
  readonly node: Node;
}

const folded: Partial<Record<Operator, (a: number, b: number) => number>> = {
  add: (a, b) => a + b, sub: (a, b) => a - b, mul: (a, b) => a * b, div: (a, b) => a / b, neg: (a) => -a,
  exp: Math.exp, log: Math.log, log1p: Math.log1p, expm1: Math.expm1, sqrt: Math.sqrt, abs: Math.abs,
  min: (a, b) => Math.min(a, b), max: (a, b) => Math.max(a, b), pow: (a, b) => a ** b,
  tanh: Math.tanh, sinh: Math.sinh, cosh: Math.cosh, tan: Math.tan, atan: Math.atan, sin: Math.sin, cos: Math.cos, held: (a) => a,
  lt: (a, b) => Number(a < b), le: (a, b) => Number(a <= b), gt: (a, b) => Number(a > b), ge: (a, b) => Number(a >= b),
  eq: (a, b) => Number(a === b), ne: (a, b) => Number(a !== b),
  and: (a, b) => Number(a !== 0 && b !== 0), or: (a, b) => Number(a !== 0 || b !== 0), not: (a) => Number(a === 0),
};

const commutative = new Set<Operator>(['add', 'mul', 'min', 'max', 'eq', 'ne', 'and', 'or']);

/** Builds a program: equal expressions become one node, constants are folded, and only rewritings that keep every digit are made. */
export class Graph {
  readonly root: Block = { statements: [], known: new Map() };
  readonly outputs: Output[] = [];
  private readonly facts = new Map<Node, boolean>();
  private readonly constants = new Map<string, Node>();
  private readonly inputs = new Map<string, Node>();
  private block: Block = this.root;
  private count = 0;

  constant(value: number): Node {
    const key = Object.is(value, -0) ? '-0' : String(value);
    const known = this.constants.get(key);
    if (known !== undefined) return known;
    const node: Node = { kind: 'node', id: this.count++, op: 'const', args: [], value, block: this.root };
    this.constants.set(key, node);
    return node;
  }

  input(array: string, index: number): Node {
    const key = `${array}[${index}]`;
    const known = this.inputs.get(key);
    if (known !== undefined) return known;
    const node: Node = { kind: 'node', id: this.count++, op: 'input', args: [], array, index, block: this.root };
    this.inputs.set(key, node);
    return node;
  }

  output(array: string, index: number, node: Node): void {
    this.outputs.push({ array, index, node });
  }

  op(op: Operator, ...args: readonly Node[]): Node {
    const simple = this.simplified(op, args);
    if (simple !== undefined) return simple;
    const ids = args.map(({ id }) => id);
    const key = `${op} ${(commutative.has(op) ? ids.sort((a, b) => a - b) : ids).join(' ')}`;
    const known = this.find(key);
    if (known !== undefined) return known;
    const node: Node = { kind: 'node', id: this.count++, op, args, block: this.block };
    this.block.statements.push(node);
    this.block.known.set(key, node);
    return node;
  }

  /**
   * Both branches of a decision and what they hand on: `join` makes it from either result with `phi`. A condition that is known here
   * runs one branch only. `also`: blocks that have run where the branches run.
   */
  branch<T, R>(condition: Node, yes: () => T, no: () => T, join: (yes: T, no: T, phi: (yes: Node, no: Node) => Node) => R, also?: Branch): R {
    if (condition.op === 'not') {
      const swapped = also === undefined ? undefined : { ...also, yes: also.no, no: also.yes };
      return this.branch(condition.args[0]!, no, yes, (b, a, phi) => join(a, b, (whenYes, whenNo) => phi(whenNo, whenYes)), swapped);
    }
    const fact = this.fact(condition);
    if (fact !== undefined) {
      const only = fact ? yes() : no();
      return join(only, only, (node) => node);
    }
    const up = this.block;
    const made: Branch = {
      kind: 'branch', condition,
      yes: { up, statements: [], known: new Map(), ...(also === undefined ? {} : { also: also.yes }) },
      no: { up, statements: [], known: new Map(), ...(also === undefined ? {} : { also: also.no }) },
      phis: [],
    };
    const inside = (block: Block, fact: boolean, run: () => T): T => {
      this.block = block;
      this.facts.set(condition, fact);
      try {
        return run();
      } finally {
        this.block = up;
        this.facts.delete(condition);
      }
    };
    const whenYes = inside(made.yes, true, yes);
    const whenNo = inside(made.no, false, no);
    up.statements.push(made);
    return join(whenYes, whenNo, (a, b) => {
      if (a === b) return a;
      const known = made.phis.find(({ args }) => args[1] === a && args[2] === b);
      if (known !== undefined) return known;
      const node: Node = { kind: 'node', id: this.count++, op: 'phi', args: [condition, a, b], block: up, branch: made };
      made.phis.push(node);
      return node;
    });
  }

  private fact(condition: Node): boolean | undefined {
    if (condition.op === 'const') return condition.value !== 0;
    if (condition.op === 'not') {
      const inner = this.fact(condition.args[0]!);
      return inner === undefined ? undefined : !inner;
    }
    return this.facts.get(condition);
  }

  private find(key: string): Node | undefined {
    for (let block: Block | undefined = this.block; block !== undefined; block = block.up) {
      const node = block.known.get(key) ?? block.also?.known.get(key);
      if (node !== undefined) return node;
    }
    return undefined;
  }

  private simplified(op: Operator, args: readonly Node[]): Node | undefined {
    const [a, b] = args as [Node, Node];
    const fold = folded[op];
    if (fold !== undefined && args.every((each) => each.op === 'const')) return this.constant(fold(a.value!, b?.value ?? 0));
    const is = (node: Node, value: number) => node.op === 'const' && node.value === value;
    switch (op) {
      case 'add':
        if (is(a, 0)) return b;
        if (is(b, 0)) return a;
        if (b.op === 'neg') return this.op('sub', a, b.args[0]!);
        if (a.op === 'neg') return this.op('sub', b, a.args[0]!);
        return undefined;
      case 'sub':
        if (is(b, 0)) return a;
        if (is(a, 0)) return this.op('neg', b);
        if (b.op === 'neg') return this.op('add', a, b.args[0]!);
        return undefined;
      case 'mul':
        if (is(a, 1)) return b;
        if (is(b, 1)) return a;
        if (is(a, -1)) return this.op('neg', b);
        if (is(b, -1)) return this.op('neg', a);
        if (a.op === 'neg') return this.op('neg', this.op('mul', a.args[0]!, b));
        if (b.op === 'neg') return this.op('neg', this.op('mul', a, b.args[0]!));
        return undefined;
      case 'div':
        if (is(b, 1)) return a;
        if (is(b, -1)) return this.op('neg', a);
        if (a.op === 'neg') return this.op('neg', this.op('div', a.args[0]!, b));
        if (b.op === 'neg') return this.op('neg', this.op('div', a, b.args[0]!));
        return undefined;
      case 'neg':
        if (a.op === 'neg') return a.args[0]!;
        if (a.op === 'sub') return this.op('sub', a.args[1]!, a.args[0]!);
        return undefined;
      case 'pow':
        if (is(b, 1)) return a;
        if (is(b, 2)) return this.op('mul', a, a);
        if (is(b, 0.5)) return this.op('sqrt', a);
        if (is(b, -1)) return this.op('div', this.constant(1), a);
        return undefined;
      case 'min': case 'max':
        return a === b ? a : undefined;
      case 'and': case 'or': {
        const [first, second] = [this.fact(a), this.fact(b)];
        const absorbing = op === 'or';
        if (first === absorbing || second === absorbing) return this.constant(Number(absorbing));
        if (first !== undefined) return b;
        if (second !== undefined) return a;
        return undefined;
      }
      case 'not':
        return a.op === 'not' ? a.args[0]! : undefined;
      default:
        return undefined;
    }
  }
}
