import type { Descriptor } from '@evospice/contracts';
import { mean } from '@evospice/toolbox';
import { errorSteps, finalRatio } from '../score/error-curve.ts';

/** Ratios below this count as it, as for `convergence`. */
const smallest = 1e-4;

/**
 * How alike the results are over tasks and seeds: 1 / (1 + s), s the standard deviation of the decimal logarithms of the final error ratios. 1: it gets
 * equally far everywhere, however far that is; 0.5: results lie a decade apart.
 */
export const robustness: Descriptor = {
  name: 'robustness',
  summary: 'how alike the final errors are over tasks and seeds',
  range: [0, 1],
  measure({ runs }) {
    const decades = runs.map((run) => Math.log10(Math.max(smallest, finalRatio(errorSteps(run)))));
    const centre = mean(decades);
    return 1 / (1 + Math.sqrt(mean(decades.map((value) => (value - centre) ** 2))));
  },
};
