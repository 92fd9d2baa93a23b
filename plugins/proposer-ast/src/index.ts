import { CONTRACT_VERSION, contribute, definePlugin } from '@evospice/contracts';
import { AstProposer } from './ast-proposer.ts';
import { NumbersProposer } from './numbers-proposer.ts';
import { astProposerOptions, numbersProposerOptions } from './options.ts';

export { AstProposer } from './ast-proposer.ts';
export { astProposerOptions } from './options.ts';
export { namedPrograms, seedPrograms } from './library/seed-programs.ts';
export { strategyBlocks, strategyLibrary } from './library/strategy-blocks.ts';
export { chooseBlocks, composeProgram } from './library/compose-program.ts';
export { strategyFunctions, strategyKinds, type StrategyKind } from './library/strategy-block.ts';

export default definePlugin({
  name: '@evospice/plugin-proposer-ast',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute({
      point: 'Proposer',
      name: 'ast',
      summary: 'operators on the syntax tree: constants, strategy blocks, phases, crossover; needs no key and no network',
      options: astProposerOptions,
      create: (options) => new AstProposer(options),
    }),
    contribute({
      point: 'Proposer',
      name: 'numbers',
      summary: 'changes numbers in evolve blocks, in any language',
      options: numbersProposerOptions,
      create: () => new NumbersProposer(),
    }),
  ],
});
