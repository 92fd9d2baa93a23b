import type { Program, ProposalDetails } from '@evospice/contracts';
import { held } from './held.ts';

/** What came of children that chance let go one way. */
export interface ExperimentWay {
  /** As the details of the children call it. */
  readonly way: string;
  /** Children, those in flight included. */
  readonly programs: number;
  /** Of those, the ones with a score. */
  readonly judged: number;
  /** Score minus that of the first parent, of each child with a score whose parent has one, in order of judgement. */
  readonly gains: readonly number[];
}

/** Several ways of making children among which a proposer lets chance decide, so that they can be compared. */
export interface Experiment {
  readonly proposer: string;
  /** What it is about, such as `lessons`. */
  readonly name: string;
  /** In order of their first child. */
  readonly ways: readonly ExperimentWay[];
}

/** Details with such a name tell of an experiment. */
const PREFIX = 'experiment-';

type MutableWay = { way: string; programs: number; judged: number; gains: number[] };

/** Counts what came of each way of each experiment. */
export class ExperimentTally {
  readonly #experiments = new Map<string, { readonly proposer: string; readonly name: string; readonly ways: Map<string, MutableWay> }>();

  /** In order of the first child. */
  get experiments(): readonly Experiment[] {
    return [...this.#experiments.values()].map(({ ways, ...rest }) => ({ ...rest, ways: [...ways.values()] }));
  }

  proposed(source: Pick<Program, 'proposer'>, details: ProposalDetails): void {
    for (const way of this.#of(source, details)) way.programs += 1;
  }

  /** @param gain null where there is no parent with a score */
  judged(source: Pick<Program, 'proposer'>, details: ProposalDetails, gain: number | null): void {
    for (const way of this.#of(source, details)) {
      way.judged += 1;
      if (gain !== null) way.gains.push(gain);
    }
  }

  #of({ proposer }: Pick<Program, 'proposer'>, details: ProposalDetails): readonly MutableWay[] {
    return Object.entries(details).filter(([detail]) => detail.startsWith(PREFIX)).flatMap(([detail, value]) => {
      const name = detail.slice(PREFIX.length);
      const { ways } = held(this.#experiments, JSON.stringify([proposer, name]), () => ({ proposer, name, ways: new Map<string, MutableWay>() }));
      return [...new Set(String(value).split(' '))].map((one) => held(ways, one, () => ({ way: one, programs: 0, judged: 0, gains: [] })));
    });
  }
}
