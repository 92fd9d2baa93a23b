import { EvospiceError } from '@evospice/contracts';
import { endMarker, startMarker } from '@evospice/program-text';
import { strategyKinds, type StrategyBlock, type StrategyKind } from './strategy-block.ts';
import { bareText, strategyBlocks } from './strategy-blocks.ts';

const head = `import type { ExtractionProblem, OptimizerContext, SuccessfulEvaluation } from '@evospice/contracts';
import type {} from '@evospice/toolbox';

${bareText('search-state.ts')}
`;
const foot = `${bareText('optimize-spice-parameters.ts')}\n`;

/** A whole program: the shared search state, the evolve block with these blocks, the default export. */
export function composeProgram(blocks: readonly StrategyBlock[]): string {
  const ordered = [...blocks].sort((a, b) => strategyKinds.indexOf(a.kind) - strategyKinds.indexOf(b.kind));
  return `${head}\n${startMarker}\n\n${ordered.map(({ source }) => source).join('\n')}\n${endMarker}\n\n${foot}`;
}

/** Blocks of the library by kind and name. @throws EvospiceError `STRATEGY_UNKNOWN`. */
export function chooseBlocks(choice: Readonly<Partial<Record<StrategyKind, string>>>): readonly StrategyBlock[] {
  return Object.entries(choice).map(([kind, name]) => {
    const block = strategyBlocks.find((entry) => entry.kind === kind && entry.name === name);
    if (block !== undefined) return block;
    const known = strategyBlocks.filter((entry) => entry.kind === kind).map((entry) => entry.name);
    throw new EvospiceError('STRATEGY_UNKNOWN', `there is no ${kind} block called ${name}`, { received: name, expected: `one of ${known.join(', ')}` });
  });
}
