import { dirname, resolve } from 'node:path';
import { Clock, EvospiceError, Logger, type LanguageModel, type ResolvedSelection } from '@evospice/contracts';
import { forecastRun, MemoryRunLog, type ModelFacts, type RunForecast } from '@evospice/evolution';
import type { Kernel } from '@evospice/kernel';
import { readPrices } from '@evospice/llm-kit';
import { tokensOf } from '@evospice/plugin-proposer-llm';
import type { EvolutionConfiguration } from '../evolution-configuration.ts';
import { evolutionRequest, freshProposers } from '../evolution.ts';
import { StandInModel, type AskedFor } from './stand-in-model.ts';

export interface DryRunOptions {
  /** Configuration file. */
  readonly file: string;
  /** Folder that the run would have; nothing is written there. */
  readonly folder: string;
  /** Whether seeds are run once on the cheapest case. */
  readonly measure: boolean;
  readonly signal: AbortSignal;
}

/** What a run will cost, without asking a model or writing anything. */
export async function dryRun(kernel: Kernel, configuration: EvolutionConfiguration, { file, folder, measure, signal }: DryRunOptions): Promise<RunForecast> {
  const models = new StandIns(kernel, dirname(resolve(file)));
  const clock = kernel.container.get<Clock>(Clock);
  const request = await evolutionRequest(kernel, configuration, { file, log: new MemoryRunLog(), reporters: [], signal, run: folder, onBegin: () => Promise.resolve() });
  const { registry } = kernel;
  try {
    return await forecastRun({
      request, tokensOf, factsOf: (model) => models.factsOf(model),
      rehearsal: (index, answers) => {
        models.answers = answers;
        const proposer = freshProposers(kernel, configuration)[index];
        return proposer === undefined || proposer.proposer.acts !== undefined ? null : { proposer, archive: registry.create('Archive', configuration.archive), selector: registry.create('ParentSelector', configuration.selector) };
      },
      ...(measure ? { now: () => clock.now() } : {}),
    });
  } finally {
    await request.problem.close?.();
  }
}

/** Puts a stand-in in the place of every language model that is made from now on: nothing can be asked, and no key is needed. */
class StandIns {
  answers: 'good' | 'bad' = 'good';
  readonly #known = new Map<string, { readonly options: Readonly<Record<string, unknown>>; readonly asked: AskedFor }>();

  readonly #logger: Logger;
  /** Folder that tables of prices are looked up from. */
  readonly #folder: string;

  constructor({ registry, container }: Kernel, folder: string) {
    this.#logger = container.get<Logger>(Logger);
    this.#folder = folder;
    registry.substitute('LanguageModel', (selection) => this.#make(selection));
    registry.substitute('EmbeddingModel', ({ name }) => ({ name, embed: () => Promise.reject(new EvospiceError('LLM_UNREACHABLE', 'nothing is embedded in a dry run')) }));
  }

  factsOf(model: string): ModelFacts {
    const { options = {}, asked = {} } = this.#known.get(model) ?? {};
    const { maxTokens, price, prices } = options as { readonly maxTokens?: number; readonly price?: ModelFacts['price']; readonly prices?: string };
    return { maxTokens: asked.maxTokens ?? maxTokens, price: price ?? (prices === undefined ? undefined : readPrices(resolve(this.#folder, prices), this.#logger).priceOf(model)) };
  }

  #make({ name: contribution, options }: ResolvedSelection): LanguageModel {
    const own = options as Readonly<Record<string, unknown>>;
    const name = typeof own['model'] === 'string' ? own['model'] : contribution;
    const known = this.#known.get(name) ?? { options: own, asked: {} };
    this.#known.set(name, known);
    return new StandInModel({ name, answers: this.answers, asked: known.asked });
  }
}
