import type { Logger } from '@evospice/contracts';
import type { StopReason } from '../events.ts';
import { proposalLimit, type EvolutionSettings } from '../settings/evolution-settings.ts';
import type { RunView } from '../view/run-view.ts';

interface Rule {
  readonly name: string;
  readonly limit: number | undefined;
  readonly reached: (view: RunView) => number;
  /** It spends something of which one wants to hear before it is gone. */
  readonly spends?: true;
}

/** Shares of a limit at which a warning is given. */
const WARNINGS = [0.5, 0.8];

export interface StopRulesOptions {
  readonly settings: EvolutionSettings;
  /** Milliseconds; without it time does not count. */
  readonly now?: (() => number) | undefined;
  readonly logger?: Logger | undefined;
}

/** What ends a run: whichever of its rules comes first. All but the clock follow from stored events. */
export class StopRules {
  readonly #rules: readonly Rule[];
  readonly #logger: Logger | undefined;
  readonly #warned = new Map<string, number>();

  constructor({ settings, now, logger }: StopRulesOptions) {
    const { score, stagnation, evaluations, cost, tokens, money, seconds } = settings.stop;
    const begun = now?.() ?? 0;
    this.#logger = logger;
    this.#rules = [
      { name: 'programs', limit: settings.programs, reached: (view) => view.tried },
      { name: 'proposals', limit: proposalLimit(settings), reached: (view) => view.proposals },
      { name: 'score', limit: score, reached: (view) => view.champion?.verdict.score.value ?? Number.NEGATIVE_INFINITY },
      { name: 'stagnation', limit: stagnation, reached: (view) => view.tried - (view.champions.at(-1)?.tried ?? 0) },
      { name: 'evaluations', limit: evaluations, reached: (view) => view.evaluations, spends: true },
      { name: 'cost', limit: cost, reached: (view) => view.cases.cost, spends: true },
      { name: 'tokens', limit: tokens, reached: (view) => spent(view, ({ inputTokens, outputTokens }) => inputTokens + outputTokens), spends: true },
      { name: 'money', limit: money, reached: (view) => spent(view, ({ cost: dollars = 0 }) => dollars), spends: true },
      { name: 'seconds', limit: now === undefined ? undefined : seconds, reached: () => ((now?.() ?? 0) - begun) / 1000, spends: true },
    ];
  }

  /** The first rule that is met; undefined to go on. */
  reason(view: RunView): StopReason | undefined {
    for (const { name, limit, reached, spends } of this.#rules) {
      if (limit === undefined) continue;
      const value = reached(view);
      if (value >= limit) return { rule: name, limit, reached: value };
      if (spends === true) this.#warn(name, value, limit);
    }
    return undefined;
  }

  #warn(name: string, value: number, limit: number): void {
    const passed = WARNINGS.filter((share) => value >= share * limit).length;
    if (passed <= (this.#warned.get(name) ?? 0)) return;
    this.#warned.set(name, passed);
    this.#logger?.warn(`${Math.round((100 * value) / limit)} % of the run's ${name} are used: ${Number(value.toPrecision(4))} of ${limit}`);
  }
}

/** By proposers, and by what the engine itself asked. */
function spent(view: RunView, of: (spending: NonNullable<RunView['proposers'][number]['spent']>) => number): number {
  return [...view.proposers, ...view.models].reduce((sum, { spent: spending }) => sum + (spending === null ? 0 : of(spending)), 0);
}
