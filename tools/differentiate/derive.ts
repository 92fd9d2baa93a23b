// Derivatives of programs: forward (tangents) and reverse (adjoints). Both yield programs again, so they can be composed.
import { Graph, type Block, type Branch, type Node, type Operator, type Output } from './graph.ts';

/** How a change of each argument passes on to the result, as a linear map of nodes; undefined for an argument that has no influence. */
type Passage = (change: Node) => Node;

function passages(graph: Graph, op: Operator, args: readonly Node[], node: Node): readonly (Passage | undefined)[] {
  const [a, b] = args as [Node, Node];
  const times = (factor: Node): Passage => (change) => graph.op('mul', change, factor);
  const one = () => graph.constant(1);
  const square = (x: Node) => graph.op('mul', x, x);
  switch (op) {
    case 'add': return [(d) => d, (d) => d];
    case 'sub': return [(d) => d, (d) => graph.op('neg', d)];
    case 'neg': return [(d) => graph.op('neg', d)];
    case 'mul': return [times(b), times(a)];
    case 'div': {
      // A constant divisor is as good as a factor; otherwise both directions share the quotient.
      const over: Passage = b.op === 'const' ? times(graph.op('div', one(), b)) : (d) => graph.op('div', d, b);
      return [over, (d) => graph.op('neg', graph.op('mul', over(d), node))];
    }
    case 'exp': return [times(node)];
    case 'log': return [(d) => graph.op('div', d, a)];
    case 'log1p': return [(d) => graph.op('div', d, graph.op('add', one(), a))];
    case 'expm1': return [times(graph.op('add', node, one()))];
    case 'sqrt':
      // At 0 the slope has no finite value; a root is 0 only where its argument was limited to 0, so the slope from there is taken.
      return [times(choose(graph, graph.op('gt', node, graph.constant(0)),
        () => graph.op('div', graph.constant(0.5), node), () => graph.constant(0)))];
    case 'abs': return [times(choose(graph, graph.op('lt', a, graph.constant(0)), () => graph.constant(-1), one))];
    case 'min': case 'max': {
      const first = graph.op(op === 'min' ? 'le' : 'ge', a, b);
      const zero = () => graph.constant(0);
      return [(d) => choose(graph, first, () => d, zero), (d) => choose(graph, first, zero, () => d)];
    }
    case 'pow': return [
      (d) => graph.op('mul', d, choose(graph, graph.op('ne', a, graph.constant(0)),
        () => graph.op('div', graph.op('mul', b, node), a),
        () => graph.op('mul', b, graph.op('pow', a, graph.op('sub', b, one()))))),
      (d) => graph.op('mul', d, choose(graph, graph.op('gt', a, graph.constant(0)),
        () => graph.op('mul', node, graph.op('log', a)), () => graph.constant(0))),
    ];
    case 'tanh': return [times(graph.op('sub', one(), square(node)))];
    case 'sinh': return [times(graph.op('cosh', a))];
    case 'cosh': return [times(graph.op('sinh', a))];
    case 'tan': return [times(graph.op('add', one(), square(node)))];
    case 'atan': return [(d) => graph.op('div', d, graph.op('add', one(), square(a)))];
    case 'sin': return [times(graph.op('cos', a))];
    case 'cos': return [times(graph.op('neg', graph.op('sin', a)))];
    case 'slope': return [undefined, times(a)];
    default: return [];
  }
}

function choose(graph: Graph, condition: Node, yes: () => Node, no: () => Node): Node {
  return graph.branch(condition, yes, no, (a, b, phi) => phi(a, b));
}

interface Visitor {
  /** Sees each value with what it has become. */
  node(old: Node, made: Node, args: readonly Node[]): void;
  /** What the join of a phi needs to know of one side; called while that side is built. */
  side(phi: Node, arg: Node): readonly (Node | undefined)[];
  /** Sees each phi, with what `side` said of either side. */
  join(phi: Node, yes: readonly (Node | undefined)[], no: readonly (Node | undefined)[], merge: (yes: Node, no: Node) => Node): void;
}

/**
 * A program again, node by node, in a new graph, where a slope is the 0 that it is worth and what was held is not any more, as a derivative is taken;
 * returns what has become of a node.
 */
function replay(source: Graph, graph: Graph, visitor: Visitor): (node: Node) => Node {
  const made = new Map<Node, Node>();
  const of = (node: Node): Node => {
    if (node.op === 'const') return graph.constant(node.value!);
    if (node.op === 'input') return graph.input(node.array!, node.index!);
    return made.get(node)!;
  };
  const run = (block: Block): void => {
    for (const statement of block.statements) {
      if (statement.kind === 'node') {
        const args = statement.args.map(of);
        if (statement.op === 'held') {
          made.set(statement, args[0]!);
          continue;
        }
        const node = statement.op === 'slope' ? graph.constant(0) : graph.op(statement.op, ...args);
        made.set(statement, node);
        visitor.node(statement, node, args);
        continue;
      }
      const side = (inner: Block, place: 1 | 2) => () => {
        run(inner);
        return statement.phis.map((phi) => ({ value: of(phi.args[place]!), more: visitor.side(phi, phi.args[place]!) }));
      };
      graph.branch(of(statement.condition), side(statement.yes, 1), side(statement.no, 2), (yes, no, phi) => {
        statement.phis.forEach((each, i) => {
          made.set(each, phi(yes[i]!.value, no[i]!.value));
          visitor.join(each, yes[i]!.more, no[i]!.more, phi);
        });
      });
    }
  };
  run(source.root);
  return of;
}

/** For each input that varies, how it changes: a node of the new graph, or undefined where it does not. */
export type Seed = (graph: Graph, array: string, index: number) => Node | undefined;

/**
 * A program that computes the values of `source` (unless `changesOnly`) and how its outputs change in each direction; `name` gives the
 * place of that change. An output that does not change gets a zero; what is held does not change.
 */
export function tangent(source: Graph, directions: readonly Seed[], name: (output: Output, direction: number) => { array: string; index: number }, changesOnly = false): Graph {
  const graph = new Graph();
  const changes = directions.map(() => new Map<Node, Node>());
  const changeOf = (direction: number, node: Node): Node | undefined =>
    node.op === 'input' ? directions[direction]!(graph, node.array!, node.index!) : changes[direction]!.get(node);
  const changed = (node: Node) => directions.some((_, k) => changeOf(k, node) !== undefined);
  const of = replay(source, graph, {
    node(old, made, args) {
      if (!old.args.some(changed)) return;
      const rules = passages(graph, old.op, args, made);
      directions.forEach((_, k) => {
        let sum: Node | undefined;
        old.args.forEach((arg, i) => {
          const change = changeOf(k, arg);
          const pass = rules[i];
          if (change === undefined || pass === undefined) return;
          const part = pass(change);
          sum = sum === undefined ? part : graph.op('add', sum, part);
        });
        if (sum !== undefined) changes[k]!.set(old, sum);
      });
    },
    side: (_phi, arg) => directions.map((_, k) => changeOf(k, arg)),
    join(phi, yes, no, merge) {
      directions.forEach((_, k) => {
        if (yes[k] !== undefined || no[k] !== undefined) changes[k]!.set(phi, merge(yes[k] ?? graph.constant(0), no[k] ?? graph.constant(0)));
      });
    },
  });
  for (const output of source.outputs) {
    if (!changesOnly) graph.output(output.array, output.index, of(output.node));
    directions.forEach((_, k) => {
      const { array, index } = name(output, k);
      graph.output(array, index, changeOf(k, output.node) ?? graph.constant(0));
    });
  }
  return graph;
}

/** A program of the values alone, without what only slopes need. */
export function values(source: Graph): Graph {
  return tangent(source, [], (output) => output);
}

/** What the weighted sum changes by with each node, so far; a branch has its own on top of those around it. */
class Bars {
  readonly own = new Map<Node, Node | undefined>();
  private readonly around: Bars | undefined;

  constructor(around?: Bars) {
    this.around = around;
  }

  get(node: Node): Node | undefined {
    return this.own.has(node) ? this.own.get(node) : this.around?.get(node);
  }

  set(node: Node, bar: Node | undefined): void {
    this.own.set(node, bar);
  }
}

/**
 * Adds to `graph` what yields the gradient of the weighted sum of its outputs: `weight` names the array of an output's weight, or
 * undefined where it counts nothing; `wanted` maps each array of inputs to that of its gradient, with its length. Outputs of `kept` remain.
 */
export function adjoint(graph: Graph, weight: (output: Output) => Node | undefined, wanted: Readonly<Record<string, { array: string; length: number }>>, kept: (output: Output) => boolean): Graph {
  const active = activeNodes(graph, (array) => wanted[array] !== undefined);
  const add = (bars: Bars, node: Node, part: Node) => {
    const before = bars.get(node);
    bars.set(node, before === undefined ? part : graph.op('add', before, part));
  };
  const reverse = (statements: readonly (Node | Branch)[], bars: Bars): void => {
    for (const statement of statements.toReversed()) {
      if (statement.kind === 'node') {
        const bar = bars.get(statement);
        if (bar === undefined) continue;
        bars.set(statement, undefined);
        // Rules are made for active arguments only, after the fact, so that unused ones leave nothing behind.
        const rules = passages(graph, statement.op, statement.args, statement);
        statement.args.forEach((arg, i) => {
          const pass = rules[i];
          if (pass !== undefined && active.has(arg)) add(bars, arg, pass(bar));
        });
        continue;
      }
      const phis = statement.phis.filter((phi) => bars.get(phi) !== undefined);
      if (phis.length === 0) continue;
      const phiBars = phis.map((phi) => bars.get(phi)!);
      phis.forEach((phi) => bars.set(phi, undefined));
      const back = (side: 1 | 2, block: Block) => (): Bars => {
        const inside = new Bars(bars);
        phis.forEach((phi, i) => {
          if (active.has(phi.args[side]!)) add(inside, phi.args[side]!, phiBars[i]!);
        });
        reverse(bodies.get(block)!, inside);
        return inside;
      };
      graph.branch(statement.condition, back(1, statement.yes), back(2, statement.no), (yes, no, phi) => {
        for (const node of new Set([...yes.own.keys(), ...no.own.keys()])) {
          const [a, b] = [yes.get(node), no.get(node)];
          if (a === undefined && b === undefined) continue;
          bars.set(node, phi(a ?? graph.constant(0), b ?? graph.constant(0)));
        }
      }, statement);
    }
  };
  // What was there before the reverse sweep adds to it.
  const bodies = new Map<Block, readonly (Node | Branch)[]>();
  const snapshot = (block: Block): void => {
    bodies.set(block, [...block.statements]);
    for (const statement of block.statements) if (statement.kind === 'branch') [statement.yes, statement.no].forEach(snapshot);
  };
  snapshot(graph.root);
  const bars = new Bars();
  for (const output of graph.outputs) {
    const by = weight(output);
    if (by !== undefined && active.has(output.node)) add(bars, output.node, by);
  }
  reverse(bodies.get(graph.root)!, bars);
  const outputs = graph.outputs.filter(kept);
  graph.outputs.length = 0;
  graph.outputs.push(...outputs);
  for (const [input, { array, length }] of Object.entries(wanted)) {
    for (let index = 0; index < length; index++) graph.output(array, index, bars.get(graph.input(input, index)) ?? graph.constant(0));
  }
  return graph;
}

/** Nodes that depend on an input of the arrays that `wanted` accepts. */
function activeNodes(graph: Graph, wanted: (array: string) => boolean): { has(node: Node): boolean } {
  const active = new Set<Node>();
  const has = (node: Node) => (node.op === 'input' ? wanted(node.array!) : active.has(node));
  const run = (block: Block): void => {
    for (const statement of block.statements) {
      if (statement.kind === 'node') {
        if (statement.args.some(has)) active.add(statement);
        continue;
      }
      run(statement.yes);
      run(statement.no);
      for (const phi of statement.phis) if (has(phi.args[1]!) || has(phi.args[2]!)) active.add(phi);
    }
  };
  run(graph.root);
  return { has };
}
