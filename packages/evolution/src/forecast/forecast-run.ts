import type { ChatMessage } from '@evospice/contracts';
import { distinct, seedsOf, type EvolutionRequest } from '../loop/request.ts';
import { exactly, product, sum, type Estimate, type Reckoned } from './estimate.ts';
import { forecastHours } from './forecast-hours.ts';
import { forecastProposer, sharesOf, type ModelFacts, type ProposerForecast } from './forecast-proposer.ts';
import { forecastWork, totalCases, type CaseForecast, type WorkForecast } from './forecast-work.ts';
import { measureSeeds, type MeasuredSeed } from './measure.ts';
import { rehearse, type RehearsalParts } from './rehearse.ts';

/** What a run will cost, each figure with how it was reckoned. The controls are part of the totals. */
export interface RunForecast extends WorkForecast {
  readonly seeds: number;
  readonly workers: number;
  /** Runs as large as the evolution: itself and its controls. */
  readonly runs: number;
  /** Proposers that ask language models. */
  readonly proposers: readonly ProposerForecast[];
  /** Who else asks models, or could not be rehearsed, with the reason: what that costs is not known. */
  readonly unknown: readonly { readonly proposer: string; readonly reason: string }[];
  readonly cases: readonly CaseForecast[];
  readonly totals: {
    readonly calls: Estimate;
    readonly inputTokens: Estimate;
    readonly outputTokens: Estimate;
    /** US dollars; null where a price is not known. */
    readonly money: Estimate | null;
    readonly caseRuns: Estimate;
    /** In the problem's unit, such as simulations of the whole suite; null where cases do not tell. */
    readonly cost: Estimate | null;
  };
  /** Rules that can end the run earlier. */
  readonly stop: EvolutionRequest['settings']['stop'];
  /** Empty where nothing was measured. */
  readonly measured: readonly MeasuredSeed[];
  readonly hours: Reckoned | null;
}

export interface ForecastParts {
  readonly request: EvolutionRequest;
  /** Fresh parts for one proposer's rehearsal, whose language models give answers that can be used, or none that can; null for one that must not be rehearsed. */
  readonly rehearsal: (proposer: number, answers: 'good' | 'bad') => Omit<RehearsalParts, 'request'> | null;
  readonly factsOf: (model: string) => ModelFacts;
  readonly tokensOf: (messages: readonly ChatMessage[]) => Promise<number>;
  /** Milliseconds; given where seeds are to be measured. */
  readonly now?: () => number;
}

/**
 * Says what a run will cost before it begins: no model is asked, nothing is stored, and without `now` no case is run.
 * @throws EvospiceError like `evolve` for parts that make no run
 */
export async function forecastRun({ request, rehearsal, factsOf, tokensOf, now }: ForecastParts): Promise<RunForecast> {
  const { settings, problem } = request;
  const seeds = seedsOf(request).length;
  const work = forecastWork(settings, problem, seeds);
  const proposers = distinct(request.proposers);
  const shares = sharesOf(proposers, { seed: settings.seed, seeds, proposals: work.proposals });
  const found: ProposerForecast[] = [];
  const unknown: { proposer: string; reason: string }[] = [
    ...(settings.novelty?.judge === undefined ? [] : [{ proposer: 'novelty', reason: 'at most one question about each proposal, which depends on what is proposed' }]),
    ...(settings.novelty?.embedding === undefined ? [] : [{ proposer: 'novelty', reason: 'one vector for each proposal' }]),
  ];
  for (const [index, { proposer, name = proposer.name }] of proposers.entries()) {
    const [good, bad] = [rehearsal(index, 'good'), rehearsal(index, 'bad')];
    if (good === null || bad === null) {
      unknown.push({ proposer: name, reason: 'it does more than write programs and is not rehearsed' });
      continue;
    }
    const forecast = await forecastProposer({
      name, proposals: shares[index] ?? exactly(0), factsOf, tokensOf,
      good: await rehearse({ request, ...good }), bad: await rehearse({ request, ...bad }),
    });
    if (forecast !== null) found.push(forecast);
  }
  const runs = 1 + settings.controls.length;
  const all = (estimates: readonly Estimate[]): Estimate => product(sum(estimates), exactly(runs));
  const cases = totalCases(work.cases);
  const calls = all(found.map((one) => one.calls));
  const totals = {
    calls, inputTokens: all(found.map(({ inputTokens }) => inputTokens)), outputTokens: all(found.map(({ outputTokens }) => outputTokens)),
    money: unknown.length > 0 || found.some(({ money }) => money === null) ? null : all(found.flatMap(({ money }) => money ?? [])),
    caseRuns: product(cases.runs, exactly(runs)), cost: cases.cost === null ? null : product(cases.cost, exactly(runs)),
  };
  const measured = now === undefined ? [] : await measureSeeds(request, now);
  return {
    ...work, seeds, workers: settings.workers, runs, proposers: found, unknown, totals, stop: settings.stop, measured,
    hours: forecastHours({ measured, runs: totals.caseRuns, cost: totals.cost, calls, workers: settings.workers }),
  };
}
