import { defined } from '@evospice/contracts';
import { gainOf, type RunView } from '@evospice/evolution';

/** A program in the tree of first parents. */
export interface LineageNode {
  readonly id: string;
  /** First parent; null for a seed. */
  readonly parent: string | null;
  /** Further parents, such as the other half of a crossover. */
  readonly others: readonly string[];
  readonly proposer: string;
  readonly operator: string;
  /** Language model that wrote it. */
  readonly model?: string;
  readonly state: 'judged' | 'rejected' | 'pending';
  /** Code of its rejection. */
  readonly code?: string;
  readonly score: number | null;
  /** Score minus that of the first parent; null without either. */
  readonly gain: number | null;
  readonly elite: boolean;
}

export interface LineageTree {
  /** In order of proposal: a parent comes before its children. */
  readonly nodes: readonly LineageNode[];
  /** The champion's line, the champion first. */
  readonly champion: readonly string[];
}

/** Every program of a run under its first parent. */
export function lineageTree(view: RunView): LineageTree {
  const elites = new Set(view.elites.map(({ id }) => id));
  const nodes = [...view.programs.values()].toSorted((a, b) => a.ordinal - b.ordinal).map((record): LineageNode => {
    const { program: { id, parents, proposer, operator }, details: { model }, state, verdict, rejection } = record;
    const [parent = null, ...others] = parents;
    return {
      id, parent, others, proposer, operator, state, score: verdict?.score.value ?? null, gain: gainOf(record, view.programs), elite: elites.has(id),
      ...defined({ model: typeof model === 'string' ? model : undefined, code: rejection?.code }),
    };
  });
  return { nodes, champion: view.champion === null ? [] : view.lineage(view.champion.program.id).map(({ id }) => id) };
}

/** Elites that are drawn at most in the tree of elites. */
const MOST_ELITES = 120;

/** The part of the tree that leads to elites, the best of them where there are very many, and to the champion. */
export function ancestorsOfElites({ nodes, champion }: LineageTree): LineageTree {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const kept = new Set(champion);
  const elites = nodes.filter(({ elite }) => elite).toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0)).slice(0, MOST_ELITES);
  for (const { id } of elites) {
    for (let next: string | null = id; next !== null && !kept.has(next); next = byId.get(next)?.parent ?? null) kept.add(next);
  }
  return { nodes: nodes.filter(({ id }) => kept.has(id)), champion };
}
