import type { CompactModels } from '@evospice/contracts';
import { compactCurves } from './curves/compact-curves.ts';

/**
 * The compact models as an optimizer's context offers them.
 * @param options.without families that are hidden
 */
export function compactModels({ without = [] }: { readonly without?: readonly string[] } = {}): CompactModels {
  return {
    without,
    ofProblem(problem) {
      const curves = compactCurves(problem);
      return curves === undefined || without.includes(curves.family) ? undefined : curves;
    },
  };
}
