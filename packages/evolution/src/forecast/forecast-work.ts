import { counted, type Case, type Problem } from '@evospice/contracts';
import { proposalLimit, type EvolutionSettings } from '../settings/evolution-settings.ts';
import { exactly, product, sum, type Estimate, type Reckoned } from './estimate.ts';

/** Case runs of one kind. */
export interface CaseForecast extends Reckoned {
  /** A stage of the problem, `reference`, `confirmation` or `validation`. */
  readonly stage: string;
  /** What the cases tell of their cost, in the problem's unit, summed; at most so much, as a program may spend less. Null where they do not tell. */
  readonly cost: Estimate | null;
}

/** What the evolution itself will do, without its controls. */
export interface WorkForecast {
  /** Programs tried, seeds included. */
  readonly programs: Reckoned;
  /** Proposals, seeds included. */
  readonly proposals: Reckoned;
  readonly champions: Reckoned;
  readonly cases: readonly CaseForecast[];
}

/**
 * Reckons what a run will do by its settings alone. Rules of `stop` are left out: they can end it earlier at any time.
 * @param seeds programs to begin with
 */
export function forecastWork(settings: EvolutionSettings, problem: Pick<Problem, 'stages' | 'references' | 'confirmation' | 'validation'>, seeds: number): WorkForecast {
  const { programs: wanted, confirm, race } = settings;
  const limit = proposalLimit(settings);
  const tried: Reckoned = {
    least: Math.min(seeds, wanted), planned: wanted, most: wanted, how: '`programs`; only the seeds are run if every proposal is turned away before it is run',
  };
  const proposals: Reckoned = {
    least: Math.min(wanted, limit), planned: Math.min(wanted, limit), most: limit, how: '`programs`, if each is run; at most `proposals`, ten times as many when left out',
  };
  const champions: Reckoned = {
    least: 1, planned: Array.from({ length: wanted }, (_, index) => 1 / (index + 1)).reduce((total, one) => total + one, 0), most: wanted,
    how: 'as planned: 1 + 1/2 + … + 1/programs, what it is when scores come in random order',
  };
  const { stages, references = [], validation = [] } = problem;
  const scored = stages.at(-1)?.name;
  const cases = [
    ...references.map(({ name, cases: own }) => casesOf(`reference ${name}`, own, exactly(1), `${name} once on ${counted(own.length, 'case')}`)),
    ...stages.map(({ name, cases: own }, index) => casesOf(
      name, own, { least: name === scored ? 1 : tried.least, planned: tried.planned, most: tried.most },
      `programs × ${counted(own.length, 'case')}; at least ${name === scored ? 'one program' : 'the seeds'}${name === scored && race !== undefined ? '; what racing saves is not taken off' : ''}`,
      // A program that fails on its first case is run on no other.
      index === 0 && name !== scored ? 1 : own.length,
    )),
    casesOf('confirmation', confirm === 0 ? [] : problem.confirmation?.(confirm) ?? [], champions, 'champions × `confirm` seeds of the scored cases'),
    casesOf('validation', validation, champions, 'champions × validation cases'),
  ];
  return { programs: tried, proposals, champions, cases: cases.filter(({ most }) => most > 0) };
}

function casesOf(stage: string, cases: readonly Case[], runs: Estimate, how: string, fewest = cases.length): CaseForecast {
  const costs = cases.flatMap(({ cost }) => cost ?? []);
  const cost = costs.reduce((total, one) => total + one, 0);
  return {
    stage, how, ...product(runs, { least: fewest, planned: cases.length, most: cases.length }),
    cost: costs.length === cases.length ? product(runs, { least: 0, planned: cost, most: cost }) : null,
  };
}

/** The sum over all kinds of cases. */
export function totalCases(cases: readonly CaseForecast[]): { readonly runs: Estimate; readonly cost: Estimate | null } {
  return { runs: sum(cases), cost: cases.some(({ cost }) => cost === null) ? null : sum(cases.flatMap(({ cost }) => cost ?? [])) };
}
