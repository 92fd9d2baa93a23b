import { EvospiceError, type ExtensionRegistry } from '@evospice/contracts';
import type { Control } from '@evospice/evolution';
import { choicesWithin, nearest } from '@evospice/kernel';
import type { AblationArm } from '@evospice/report';
import type { EvolutionConfiguration } from '../evolution-configuration.ts';

/** An arm that is to be run. */
export interface PlannedArm extends AblationArm {
  readonly configuration: EvolutionConfiguration;
  /** It is run as this control is, which the configuration alone cannot say. */
  readonly control?: Control['name'];
}

export interface AblationPlan {
  readonly arms: readonly PlannedArm[];
  readonly idle: readonly (AblationArm & { readonly why: string })[];
}

/** The configuration without a mechanism, or why there is no such arm. */
type Without = Pick<PlannedArm, 'configuration' | 'control'> | { readonly why: string };

interface Mechanism extends AblationArm {
  readonly without: (configuration: EvolutionConfiguration, registry: ExtensionRegistry) => Without;
}

/** Every mechanism that an ablation knows how to leave out: a new one is a new row. */
const mechanisms: readonly Mechanism[] = [
  {
    arm: 'no-evolution', lacks: 'evolution: every child is made from a seed',
    without: (configuration) => ({ configuration, control: 'best-of-n' }),
  },
  { arm: 'no-model', lacks: 'language models: proposers that ask them are left out', without: withoutModels },
  {
    arm: 'no-archive', lacks: 'the archive: only the best program is kept and changed',
    without: (configuration, registry) => {
      const greedy = registry.resolve('Archive', { name: 'top-k', options: { size: 1 } });
      return JSON.stringify(greedy) === JSON.stringify(configuration.archive) ? { why: 'the archive keeps only the best program as it is' } : { configuration: { ...configuration, archive: greedy } };
    },
  },
  {
    arm: 'no-selection', lacks: 'the choice of parents: each elite has the same chance',
    without: (configuration, registry) => (configuration.selector.name === 'uniform' ? { why: 'each elite has the same chance as it is' } : { configuration: { ...configuration, selector: registry.resolve('ParentSelector', 'uniform') } }),
  },
  { arm: 'no-constants', lacks: 'the tuning of constants', without: (configuration) => withoutProposers(configuration, ({ name }) => name === 'constants', 'constants are not tuned') },
  { arm: 'no-lessons', lacks: 'lessons', without: withOption('lessons', undefined, 'no proposer draws lessons') },
  { arm: 'no-plan', lacks: 'plans before changes', without: withOption('plan', undefined, 'no proposer plans') },
  { arm: 'no-meta-prompts', lacks: 'instructions that are evolved', without: withOption('metaPrompts', undefined, 'no proposer evolves its instructions') },
  { arm: 'no-repairs', lacks: 'second chances for answers that cannot be used', without: withOption('repairs', 0, 'no proposer asks again') },
  { arm: 'no-inspirations', lacks: 'other programs in prompts', without: withOption('maxInspirations', 0, 'no proposer shows other programs') },
  { arm: 'no-rejections', lacks: 'failures in prompts', without: withOption('maxRejections', 0, 'no proposer shows failures') },
  { arm: 'no-adaptive-choice', lacks: 'choices that learn which model, kind or operator pays', without: withoutAdaptiveChoice },
  { arm: 'no-race', lacks: 'racing', without: withoutSetting('race', 'there is no racing') },
  { arm: 'no-novelty', lacks: 'the test of novelty', without: withoutSetting('novelty', 'novelty is not tested') },
  { arm: 'no-language-feedback', lacks: 'grades by a language model', without: withoutSetting('feedback', 'no language model grades programs') },
  { arm: 'no-stagnation-policy', lacks: 'what is done when nothing better is found for long', without: withoutSetting('stagnation', 'nothing is done then') },
  {
    arm: 'no-warm-start', lacks: 'programs of other runs',
    without: (configuration) => (configuration.warmStart.length === 0 ? { why: 'it begins with nobody else’s programs' } : { configuration: { ...configuration, warmStart: [] } }),
  },
];

/** Names of all arms but the whole. */
export const armNames: readonly string[] = mechanisms.map(({ arm }) => arm);

/**
 * The whole configuration and the arms that each lack one mechanism.
 * @param wanted names of arms; those that lack something when left out
 * @throws EvospiceError `USAGE_ARMS` for a name that there is not
 */
export function planArms(configuration: EvolutionConfiguration, registry: ExtensionRegistry, wanted: readonly string[] = armNames): AblationPlan {
  const arms: PlannedArm[] = [{ arm: 'whole', lacks: '', configuration }];
  const idle: (AblationArm & { readonly why: string })[] = [];
  for (const name of new Set(wanted)) {
    const mechanism = mechanisms.find(({ arm }) => arm === name);
    if (mechanism === undefined) {
      const guess = nearest(name, armNames);
      throw new EvospiceError('USAGE_ARMS', `there is no arm "${name}"`, { received: name, expected: `some of ${armNames.join(', ')}`, remedy: guess === undefined ? 'see `evospice ablate --help`' : `did you mean "${guess}"?` });
    }
    const { arm, lacks, without } = mechanism;
    const result = without(configuration, registry);
    if ('why' in result) idle.push({ arm, lacks, why: result.why });
    else arms.push({ arm, lacks, ...result });
  }
  return { arms, idle };
}

type Proposers = EvolutionConfiguration['proposers'];

/** Other proposers get more often their turn. */
function withoutProposers(configuration: EvolutionConfiguration, isOut: (proposer: Proposers[number]) => boolean, none: string): Without {
  const left = configuration.proposers.filter((proposer) => !isOut(proposer));
  if (left.length === configuration.proposers.length) return { why: none };
  return left.length === 0 ? { why: 'there is no other proposer' } : { configuration: { ...configuration, proposers: left } };
}

/** By what their options choose, so that a stranger's proposer is found as well; one that acts on its own runs an agent. */
function withoutModels(configuration: EvolutionConfiguration, registry: ExtensionRegistry): Without {
  const asks = ({ weight: _weight, ...selection }: Proposers[number]): boolean =>
    selection.name === 'command' || choicesWithin(registry, 'Proposer', registry.resolve('Proposer', selection)).some(({ point }) => point === 'LanguageModel');
  if (!configuration.proposers.some(asks)) return { why: 'no proposer asks a language model' };
  if (configuration.proposers.every(asks)) return { configuration: { ...configuration, proposers: [{ ...registry.resolve('Proposer', 'ast'), weight: 1 }] } };
  return withoutProposers(configuration, asks, '');
}

/** Sets an option of every proposer that has it; undefined takes it out, which is how optional mechanisms are switched off. */
function withOption(key: string, off: number | string | undefined, none: string): Mechanism['without'] {
  return (configuration) => {
    const has = ({ options }: Proposers[number]): boolean => (options as Readonly<Record<string, unknown>>)[key] !== undefined && (options as Readonly<Record<string, unknown>>)[key] !== off;
    if (!configuration.proposers.some(has)) return { why: none };
    return { configuration: { ...configuration, proposers: configuration.proposers.map((proposer) => (has(proposer) ? changed(proposer, key, off) : proposer)) } };
  };
}

/** `choose` of `ast` is `fixed` or `adaptive`, that of models by `weights` or as a bandit does. */
function withoutAdaptiveChoice(configuration: EvolutionConfiguration): Without {
  const fixed: Readonly<Record<string, string>> = { adaptive: 'fixed', ucb: 'weights', thompson: 'weights' };
  const nameOf = ({ options }: Proposers[number]): string => String((options as Readonly<Record<string, unknown>>)['choose']);
  if (!configuration.proposers.some((proposer) => fixed[nameOf(proposer)] !== undefined)) return { why: 'no proposer learns what to choose' };
  return { configuration: { ...configuration, proposers: configuration.proposers.map((proposer) => (fixed[nameOf(proposer)] === undefined ? proposer : changed(proposer, 'choose', fixed[nameOf(proposer)]))) } };
}

function changed(proposer: Proposers[number], key: string, value: number | string | undefined): Proposers[number] {
  const { [key]: _old, ...options } = proposer.options as Readonly<Record<string, unknown>>;
  return { ...proposer, options: value === undefined ? options : { ...options, [key]: value } };
}

function withoutSetting(key: 'race' | 'novelty' | 'feedback' | 'stagnation', none: string): Mechanism['without'] {
  return (configuration) => {
    if (configuration[key] === undefined) return { why: none };
    const { [key]: _off, ...rest } = configuration;
    return { configuration: rest as EvolutionConfiguration };
  };
}
