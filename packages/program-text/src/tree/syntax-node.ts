/** Any node of the syntax tree: ESTree with the nodes of TypeScript; positions count UTF-16 units of the source. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

export interface Comment {
  /** `// …` or `/* … *\/`. */
  readonly type: 'Line' | 'Block';
  /** Text without the comment signs. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** Name of an identifier; undefined for any other node. */
export function identifierName(value: unknown): string | undefined {
  return isNode(value) && value.type === 'Identifier' && typeof value['name'] === 'string' ? value['name'] : undefined;
}

/** Nodes in one field, whether it holds one or a list. */
export function nodesIn(node: SyntaxNode, field: string): readonly SyntaxNode[] {
  const value = node[field];
  return (Array.isArray(value) ? value : [value]).filter(isNode);
}

/** The node in one field, if it holds one. */
export function nodeIn(node: SyntaxNode, field: string): SyntaxNode | undefined {
  const value = node[field];
  return isNode(value) ? value : undefined;
}

/** A node on the way from the root: the node above it and the key of the field it is in. */
export interface Place {
  readonly node: SyntaxNode;
  readonly key: string;
  readonly above: Place | undefined;
  /** Levels below the root. */
  readonly depth: number;
}

const known = new WeakMap<SyntaxNode, readonly Place[]>();

/** Every node below and including `root` once: parents first, then in the order of the source. No recursion, so any depth is fine. */
export function walk(root: SyntaxNode): readonly Place[] {
  const before = known.get(root);
  if (before !== undefined) return before;
  const places: Place[] = [];
  const stack: Place[] = [{ node: root, key: '', above: undefined, depth: 0 }];
  for (let place = stack.pop(); place !== undefined; place = stack.pop()) {
    places.push(place);
    pushChildren(place, stack);
  }
  known.set(root, places);
  return places;
}

/** Puts the children on the stack so that the first in the source comes off first. */
function pushChildren(above: Place, stack: Place[]): void {
  const children: Place[] = [];
  const depth = above.depth + 1;
  for (const key in above.node) {
    const value = above.node[key];
    if (typeof value !== 'object' || value === null || key === 'loc') continue;
    if (Array.isArray(value)) {
      for (const node of value) if (isNode(node)) children.push({ node, key, above, depth });
    } else if (isNode(value)) {
      children.push({ node: value, key, above, depth });
    }
  }
  if (children.some(({ node }, index) => index > 0 && (children[index - 1] as Place).node.start > node.start)) {
    children.sort((one, other) => one.node.start - other.node.start);
  }
  for (let index = children.length - 1; index >= 0; index -= 1) stack.push(children[index] as Place);
}

/** Places below `root` for which the test holds. */
export function collect(root: SyntaxNode, test: (place: Place) => boolean): Place[] {
  return walk(root).filter(test);
}
