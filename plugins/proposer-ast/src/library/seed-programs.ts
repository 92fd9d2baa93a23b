import { chooseBlocks, composeProgram } from './compose-program.ts';
import type { StrategyKind } from './strategy-block.ts';

export interface SeedProgram {
  readonly name: string;
  readonly source: string;
}

const choices: Readonly<Record<string, Readonly<Partial<Record<StrategyKind, string>>>>> = {
  'levenberg-marquardt': {
    residuals: 'metric', differences: 'forward', 'trust-scale': 'column-norms', initialisation: 'start-card', 'local-search': 'levenberg-marquardt',
    restart: 'jump-from-best', schedule: 'local-rounds',
  },
  'broyden-levenberg-marquardt': {
    residuals: 'log-far-relative-near', differences: 'forward', 'trust-scale': 'unit-cube', initialisation: 'start-card', 'local-search': 'broyden-levenberg-marquardt',
    restart: 'jump-from-best', schedule: 'local-rounds',
  },
  'staged-extraction': {
    'stage-order': 'by-group', residuals: 'log-far-relative-near', differences: 'second-chance', 'trust-scale': 'unit-cube', initialisation: 'start-card',
    'local-search': 'broyden-levenberg-marquardt', restart: 'off-the-bounds', schedule: 'brief-stages',
  },
  'differential-evolution': {
    sampling: 'shrunk-hypercube', initialisation: 'start-card', 'global-search': 'current-to-best', schedule: 'global-only',
  },
  'samples-then-local': {
    sampling: 'latin-hypercube', residuals: 'logarithmic', differences: 'forward', 'trust-scale': 'column-norms', initialisation: 'start-card', 'global-search': 'sampled-batches',
    'local-search': 'partial-jacobian', restart: 'best-of-samples', schedule: 'global-then-local',
  },
  'nelder-mead': {
    initialisation: 'start-card', 'local-search': 'nelder-mead', restart: 'jump-from-best', schedule: 'local-rounds',
  },
  'local-global-polish': {
    residuals: 'blended', differences: 'forward', 'trust-scale': 'unit-cube', initialisation: 'start-card', 'global-search': 'evolution-strategy',
    'local-search': 'parallel-radii', polish: 'pattern-search', restart: 'back-to-best', schedule: 'local-global-polish',
  },
};

/** Those that ask little of a simulator and much of a model: for evolutions that name them. */
const frugalChoices: typeof choices = {
  'space-mapping-steps': { initialisation: 'free-start', 'local-search': 'on-the-model', restart: 'jump-from-best', schedule: 'local-rounds' },
  'prior-steps': { initialisation: 'direct-start', 'local-search': 'on-the-prior', restart: 'jump-from-best', schedule: 'local-rounds' },
  'multi-secant': {
    residuals: 'log-through-zero', differences: 'forward', 'trust-scale': 'unit-cube', initialisation: 'free-start', 'local-search': 'multi-secant',
    restart: 'jump-from-best', schedule: 'local-rounds',
  },
  'space-mapping-then-polish': {
    residuals: 'log-far-relative-near', differences: 'forward', 'trust-scale': 'unit-cube', sampling: 'around-best', initialisation: 'free-start', 'global-search': 'sampled-batches',
    'local-search': 'of-the-product', polish: 'multi-secant', restart: 'jump-from-best', schedule: 'local-global-polish',
  },
};

function programsOf(of: typeof choices): readonly SeedProgram[] {
  return Object.entries(of).map(([name, choice]) => ({ name, source: composeProgram(chooseBlocks(choice)) }));
}

/** Short programs that an evolution starts from, each of another school. */
export const seedPrograms: readonly SeedProgram[] = programsOf(choices);

/** Programs that an evolution may start from by name, the seeds among them. */
export const namedPrograms: readonly SeedProgram[] = [...seedPrograms, ...programsOf(frugalChoices)];
