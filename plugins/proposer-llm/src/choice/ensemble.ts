import { EvospiceError, type ExtensionRegistry, type LanguageModel } from '@evospice/contracts';
import type { LlmProposerOptions } from '../options.ts';
import { fixedWeights, type ArmChoice } from './arm.ts';
import { Bandit } from './bandit.ts';
import { thompson, upperConfidence } from './indices.ts';

export interface Member {
  readonly model: LanguageModel;
  /** Chance of being asked, relative to the others' weights; greater than 0. */
  readonly weight: number;
  /** Tokens that it takes in and writes together; what the options say when left out. */
  readonly contextTokens?: number;
}

/**
 * The models that a configuration names, each under a name of its own.
 * @throws EvospiceError `CONFIG_INVALID` for two of one name; what the models throw when they are made
 */
export function ensembleOf({ languageModel, languageModels = [] }: LlmProposerOptions, registry: Pick<ExtensionRegistry, 'create'>): readonly Member[] {
  const members = languageModels.map(({ use, options, weight, as, contextTokens }): Member => {
    const model = registry.create('LanguageModel', { name: use, options });
    return { model: as === undefined ? model : named(as, model), weight, ...(contextTokens === undefined ? {} : { contextTokens }) };
  });
  const names = members.map(({ model }) => model.name);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) {
    throw new EvospiceError('CONFIG_INVALID', `two language models are called ${twice}`, { received: names, expected: 'names that tell them apart on record', remedy: 'give one of them another name by `as`' });
  }
  return languageModel === undefined ? members : [{ model: registry.create('LanguageModel', languageModel), weight: 1 }];
}

function named(name: string, model: LanguageModel): LanguageModel {
  return { name, complete: (request, options) => model.complete(request, options) };
}

export function choiceOf({ choose, bandit: { window, exploration } }: LlmProposerOptions): ArmChoice {
  if (choose === 'weights') return fixedWeights;
  return new Bandit({ window, index: choose === 'ucb' ? upperConfidence(exploration) : thompson });
}
