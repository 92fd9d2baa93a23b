import { EvospiceError, type CompletionUsage, type Selection } from '@evospice/contracts';
import { choicesWithin, readConfiguration, validateConfiguration, type Kernel } from '@evospice/kernel';
import { nameOf } from '../options/choices.ts';
import { evolutionConfigurationSchema } from './evolution-configuration.ts';

/** What came of one small request to a language model. */
export interface LanguageModelCheck {
  /** Name of the plugin's contribution. */
  readonly name: string;
  readonly answer: {
    /** Model as the service names it. */
    readonly model: string;
    readonly text: string;
    /** From the request to the whole answer, tries that failed included. */
    readonly seconds: number;
    /** Null where the service does not tell tokens. */
    readonly usage: CompletionUsage | null;
  } | null;
  /** Why there is no answer. */
  readonly failure: EvospiceError | null;
}

/**
 * Asks a language model for one word, with the options that an evolution would use.
 * @throws EvospiceError for a selection that is wrong; what the service says is in the result
 */
export async function checkLanguageModel(kernel: Kernel, selection: Selection, signal: AbortSignal): Promise<LanguageModelCheck> {
  const name = nameOf(selection);
  try {
    const languageModel = kernel.registry.create('LanguageModel', selection);
    const begin = performance.now();
    const { text, model, usage = null } = await languageModel.complete({ messages: [{ role: 'user', content: 'Answer with the word yes.' }] }, { signal });
    return { name, failure: null, answer: { model, text, seconds: Number(((performance.now() - begin) / 1000).toPrecision(3)), usage } };
  } catch (error) {
    if (!EvospiceError.is(error) || !error.code.startsWith('LLM_') || signal.aborted) throw error;
    return { name, answer: null, failure: error };
  }
}

/**
 * The language models that an evolution would ask, each once: of its proposers, members of ensembles included, and of its judges.
 * @throws EvospiceError for a configuration that is wrong
 */
export async function languageModelsOf(kernel: Kernel, file: string): Promise<readonly Selection[]> {
  const configuration = validateConfiguration(await readConfiguration(file), evolutionConfigurationSchema(kernel.registry), 'evolve');
  const chosen: readonly Selection[] = [
    ...configuration.proposers.flatMap(({ name, options }) => choicesWithin(kernel.registry, 'Proposer', { name, options }).filter(({ point }) => point === 'LanguageModel')),
    ...[configuration.novelty?.judge?.languageModel ?? []].flat(),
  ].map(({ name, options }) => ({ name, options }));
  return [...new Map(chosen.map((selection) => [JSON.stringify(selection), selection])).values()];
}

/** Lines for a terminal. */
export function languageModelLines({ name, answer, failure }: LanguageModelCheck): readonly string[] {
  if (failure !== null) return [`  trouble ${name}`, ...failure.describe().split('\n').map((line) => `          ${line}`)];
  if (answer === null) return [];
  const { model, text, seconds, usage } = answer;
  const word = text.trim().split('\n')[0] ?? '';
  const count = usage === null ? 'the service does not tell tokens'
    : `tokens: ${usage.inputTokens} in, ${usage.outputTokens} out${usage.incomplete === true ? ', the service does not tell all of them' : ''}`;
  return [`  ok      ${name.padEnd(18)} ${model}`, `          answered "${word.length > 40 ? `${word.slice(0, 40)}…` : word}" in ${seconds} s; ${count}`];
}
