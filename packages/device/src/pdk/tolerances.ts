import type { Assignment } from './library-lines.ts';

export interface WithoutTolerances {
  readonly pairs: readonly Assignment[];
  /** Tolerances as written, such as `dev/gauss='0.02'`. */
  readonly tolerances: readonly string[];
}

const named = /^(?:dev|lot)(?:\/\w+)*$/;
/** Behind a value without an equal sign: `is=1e-14 DEV/gauss 5%`. */
const behind = /\s+(?:dev|lot)(?:\/\w+)*\s+[\d.]+(?:e[+-]?\d+)?[a-z]*%?(?=\s|$)/gi;

/**
 * Takes PSpice's tolerances off a list of assignments: they say how a value scatters, and the nominal value is the one before.
 * @param loose whether `dev=` and `lot=` are tolerances too; where they may be parameters, only `dev/gauss=` and the like are
 */
export function withoutTolerances(pairs: readonly Assignment[], loose: boolean): WithoutTolerances {
  const tolerances: string[] = [];
  const kept = pairs.flatMap((pair, index): readonly Assignment[] => {
    if (index > 0 && named.test(pair.name) && (loose || pair.name.includes('/') || pair.text.includes('%'))) {
      tolerances.push(`${pair.name}=${pair.text}`);
      return [];
    }
    const text = pair.text.replaceAll(behind, (found) => {
      tolerances.push(found.trim());
      return '';
    });
    return [{ ...pair, text }];
  });
  return { pairs: kept, tolerances };
}
