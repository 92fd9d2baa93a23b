import { armKey, type ArmName, type Pull } from './pull.ts';

/** What is known of an arm. */
export interface ArmFigures<A extends ArmName> {
  readonly arm: A;
  /** Pulls that are over. */
  readonly pulls: number;
  /** Pulls of which nothing is heard yet. */
  readonly pending: number;
  /** Sum of the rewards of the pulls that are over, each from 0 to 1. */
  readonly reward: number;
  /** Mean cost of a pull relative to that of all arms, from 0.1 to 10; 1 where it is not known. */
  readonly cost: number;
}

/** Costs further apart than this say little of worth: an arm that is free would be the only one. */
const cheapest = 0.1;
const dearest = 10;

/**
 * Figures of arms from what came of them. Gains become rewards within the run: a gain as large as the median of those above 0 is worth 0.5, and no gain is
 * worth more than 1, so neither the unit of the score nor one lucky leap decides. Costs are money where it is known of every arm that was tried, else tokens where those are, else alike.
 * Pulls of arms that are not asked for do not count.
 */
export function figuresOf<A extends ArmName>(arms: readonly A[], { pulls, pending }: { readonly pulls: readonly Pull[]; readonly pending: ReadonlyMap<string, number> }): readonly ArmFigures<A>[] {
  const byArm = new Map<string, Pull[]>(arms.map((arm) => [armKey(arm), []]));
  for (const pull of pulls) byArm.get(armKey(pull))?.push(pull);
  const typical = median([...byArm.values()].flat().flatMap(({ gain }) => (gain > 0 ? [gain] : [])));
  const costs = relativeCosts(byArm);
  return arms.map((arm) => {
    const key = armKey(arm);
    const own = byArm.get(key) ?? [];
    const reward = own.reduce((sum, { gain }) => sum + (gain > 0 ? gain / (gain + typical) : 0), 0);
    return { arm, pulls: own.length, pending: pending.get(key) ?? 0, reward, cost: costs.get(key) ?? 1 };
  });
}

/** The middle value, of two the larger; 1 for none. */
function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 1;
}

function relativeCosts(byArm: ReadonlyMap<string, readonly Pull[]>): ReadonlyMap<string, number> {
  const tried = [...byArm].filter(([, pulls]) => pulls.length > 0);
  for (const unit of ['money', 'tokens'] as const) {
    const means = tried.map(([key, pulls]) => [key, mean(pulls.flatMap(({ [unit]: cost }) => cost ?? []))] as const);
    if (means.some(([, cost]) => cost === undefined)) continue;
    const overall = mean(means.map(([, cost]) => cost!)) ?? 0;
    if (overall > 0) return new Map(means.map(([key, cost]) => [key, Math.min(dearest, Math.max(cheapest, cost! / overall))]));
  }
  return new Map();
}

function mean(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}
