/** The verbs that run something with what plugins bring. */
export const drivers = ['simulate', 'extract', 'cost-profile', 'parameter-space', 'bench', 'evolve'] as const;

export type Driver = (typeof drivers)[number];

/** Where an implementation of a point is chosen in one driver, or why it has no place there. */
export type Reach = { readonly by: string } | { readonly not: string };

const by = (text: string): Reach => ({ by: text });
const not = (text: string): Reach => ({ not: text });

const everywhere = (text: string): Readonly<Record<Driver, Reach>> =>
  ({ simulate: by(text), extract: by(text), 'cost-profile': by(text), 'parameter-space': by(text), bench: by(text), evolve: by(text) });
const oneCard = not('simulates one card as it is');
const oneError = not('looks at the error alone, along a grid of its own');
const noPrograms = not('programs are written and judged by evolutions only');
const evolving = (text: string): Readonly<Record<Driver, Reach>> =>
  ({ simulate: noPrograms, extract: noPrograms, 'cost-profile': noPrograms, 'parameter-space': noPrograms, bench: noPrograms, evolve: by(text) });
const noRun = not('stores no run');

/** The points that configuration and command line choose among; a point that is not here is chosen by the options of an implementation. */
export const reach: Readonly<Record<string, Readonly<Record<Driver, Reach>>>> = {
  Simulator: everywhere('--simulator; `simulator` of a configuration'),
  CardDialect: everywhere('`model.dialect` of a task'),
  DatasetReader: everywhere('`data[].format` of a task'),
  Optimizer: {
    simulate: oneCard, extract: by('--optimizer'), 'cost-profile': oneError, 'parameter-space': oneError,
    bench: by('`optimizers` of the suite'), evolve: by('--baseline; `baselines`'),
  },
  PhysicsRule: {
    simulate: by('--rule'), extract: by('--rule'), 'cost-profile': oneError, 'parameter-space': oneError, bench: by('--rule; `rules`'), evolve: by('--rule; `rules`'),
  },
  ProgramRunner: {
    simulate: oneCard, extract: by('--runner'), 'cost-profile': oneError, 'parameter-space': oneError, bench: by('--runner; `runner`'), evolve: by('--runner; `runner`'),
  },
  Executor: {
    simulate: oneCard, extract: not('is one job'), 'cost-profile': not('is one job'), 'parameter-space': not('is one job'),
    bench: by('--executor; `executor`'), evolve: by('--executor; `executor`'),
  },
  RunStore: {
    simulate: noRun, extract: by('--store'), 'cost-profile': noRun, 'parameter-space': noRun, bench: by('--store; `store`'), evolve: by('--store; `store`'),
  },
  Reporter: {
    simulate: noRun, extract: by('--reporter'), 'cost-profile': noRun, 'parameter-space': noRun,
    bench: by('--reporter; `reporters`'), evolve: by('--reporter; `reporters`'),
  },
  Proposer: evolving('--proposer; `proposers`'),
  LanguageModel: evolving('`languageModel` of a proposer\'s options'),
  EmbeddingModel: evolving('`novelty.embedding.model`'),
  Archive: evolving('--archive; `archive`'),
  ParentSelector: evolving('--selector; `selector`'),
  Descriptor: evolving('--descriptor; `descriptors`'),
  Scorer: evolving('--scorer; `scorer`'),
  Problem: evolving('--problem; `problem`'),
};
