import type { LineageNode, LineageTree } from '../model/lineage-tree.ts';

export interface LineagePlace {
  readonly node: LineageNode;
  /** First parents up to a seed. */
  readonly depth: number;
  /** Rows from the top; whole numbers but for what is packed. */
  readonly row: number;
  /** Place in the pack of its siblings that nobody came from, from 0; left out for a node with a row of its own. */
  readonly packed?: number;
}

export interface LineageLayout {
  readonly places: readonly LineagePlace[];
  readonly rows: number;
  readonly depth: number;
}

export interface LineageLayoutOptions {
  /** How many children without children are packed into one row; left out to give each a row of its own. */
  readonly pack?: number;
}

interface Branch {
  readonly node: LineageNode;
  readonly depth: number;
  readonly branches: readonly Branch[];
  readonly leaves: readonly LineageNode[];
}

/**
 * Where the programs of a lineage are drawn. A child continues its parent's row if its line leads further up than those of its siblings, the champion's
 * line first of all; every other child opens a row below. With `pack`, children that nobody came from and that are not elites lie side by side.
 */
export function lineageLayout({ nodes, champion }: LineageTree, { pack = 0 }: LineageLayoutOptions = {}): LineageLayout {
  const children = new Map<string | null, LineageNode[]>();
  const known = new Set(nodes.map(({ id }) => id));
  for (const node of nodes) {
    const parent = node.parent !== null && known.has(node.parent) ? node.parent : null;
    children.set(parent, [...(children.get(parent) ?? []), node]);
  }
  const line = new Set(champion);
  const worth = bestBelow(nodes, line);
  const byWorth = (a: LineageNode, b: LineageNode): number => {
    const [first, second] = [worth.get(a.id) ?? Number.NEGATIVE_INFINITY, worth.get(b.id) ?? Number.NEGATIVE_INFINITY];
    return first === second ? 0 : first > second ? -1 : 1;
  };
  const grow = (node: LineageNode, depth: number): Branch => {
    const own = children.get(node.id) ?? [];
    const isLeaf = (child: LineageNode): boolean => pack > 0 && !child.elite && !line.has(child.id) && !children.has(child.id);
    return {
      node, depth, leaves: own.filter(isLeaf),
      branches: own.filter((child) => !isLeaf(child)).toSorted(byWorth).map((child) => grow(child, depth + 1)),
    };
  };
  const roots = (children.get(null) ?? []).toSorted(byWorth).map((root) => grow(root, 0));
  const places: LineagePlace[] = [];
  let next = 0;
  const lay = ({ node, depth, branches, leaves }: Branch, row: number): void => {
    places.push({ node, depth, row });
    if (leaves.length > 0) {
      const first = next + 1;
      next += Math.ceil(leaves.length / pack);
      for (const [index, leaf] of leaves.entries()) places.push({ node: leaf, depth: depth + 1, row: first + Math.floor(index / pack), packed: index % pack });
    }
    for (const [index, branch] of branches.entries()) {
      if (index === 0) lay(branch, row);
      else {
        next += 1;
        lay(branch, next);
      }
    }
  };
  for (const root of roots) {
    lay(root, next);
    next += 1;
  }
  return { places, rows: next, depth: Math.max(0, ...places.map(({ depth }) => depth)) };
}

/** The best score of each program and those that came from it; without end for the champion's line. */
function bestBelow(nodes: readonly LineageNode[], champion: ReadonlySet<string>): ReadonlyMap<string, number> {
  const best = new Map<string, number>();
  for (const { id, parent, score } of nodes.toReversed()) {
    const own = champion.has(id) ? Number.POSITIVE_INFINITY : Math.max(best.get(id) ?? Number.NEGATIVE_INFINITY, score ?? Number.NEGATIVE_INFINITY);
    best.set(id, own);
    if (parent !== null) best.set(parent, Math.max(best.get(parent) ?? Number.NEGATIVE_INFINITY, own));
  }
  return best;
}
