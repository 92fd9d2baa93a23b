import { visitorKeys } from 'oxc-parser';

/** Any node of the syntax tree; positions count UTF-16 units of the source. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** A node on the way from the root: the node above it and the key it stands under. */
export interface Place {
  readonly node: SyntaxNode;
  readonly key: string;
  readonly above: Place | undefined;
}

/** Visits every node below and including `root`, parents first, in source order of keys. */
export function walk(root: SyntaxNode, visit: (place: Place) => void): void {
  const step = (place: Place): void => {
    visit(place);
    for (const key of visitorKeys[place.node.type] ?? []) {
      const child = place.node[key];
      for (const node of Array.isArray(child) ? child : [child]) if (isNode(node)) step({ node, key, above: place });
    }
  };
  step({ node: root, key: '', above: undefined });
}

/** Places below `root` for which the test holds. */
export function collect(root: SyntaxNode, test: (place: Place) => boolean): Place[] {
  const found: Place[] = [];
  walk(root, (place) => {
    if (test(place)) found.push(place);
  });
  return found;
}

/** Name of an identifier; undefined for any other node. */
export function identifierName(value: unknown): string | undefined {
  return isNode(value) && value.type === 'Identifier' && typeof value['name'] === 'string' ? value['name'] : undefined;
}
