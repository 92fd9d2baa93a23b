import type { RandomSource } from '@evospice/contracts';
import MagicString from 'magic-string';
import { collect, identifierName } from '@evospice/program-text';
import { kindOfFunction, type StrategyBlock } from '../library/strategy-block.ts';
import { parseProgram, type ParseOutcome } from './parse-program.ts';
import { programBlocks } from './program-blocks.ts';
import { undeclaredValues } from './undeclared-names.ts';

/**
 * Adds a block of the library for every strategy function that is called and missing, and takes out blocks that nothing
 * calls: after a change of the schedule both happen.
 * @returns the outcome of parsing the settled source.
 */
export function settleBlocks(source: string, library: readonly StrategyBlock[], random: RandomSource): ParseOutcome {
  let outcome = parseProgram(source);
  // Each pass adds at least one of the kinds or takes out at least one block, so the passes are bounded.
  for (let pass = 0; pass < 24 && outcome.ok; pass += 1) {
    const { program } = outcome;
    const edit = new MagicString(program.source);
    const missing = undeclaredValues(program).flatMap((name) => kindOfFunction(name) ?? []);
    for (const kind of missing) {
      const known = library.filter((block) => block.kind === kind);
      const block = known[random.integer(0, Math.max(0, known.length - 1))];
      if (block !== undefined) edit.appendLeft(program.evolve.start, `\n\n${block.source.trimEnd()}`);
    }
    if (missing.length === 0) {
      const used = collect(program.tree, () => true).flatMap(({ node, key, above }) => {
        const name = identifierName(node);
        return name === undefined || (key === 'id' && above?.node.type === 'FunctionDeclaration') ? [] : [{ name, start: node.start, end: node.end }];
      });
      const idle = programBlocks(program).filter(
        (block) => block.declares.length > 0 && !used.some(({ name, start, end }) => block.declares.includes(name) && !(start >= block.start && end <= block.end)),
      );
      for (const block of idle) edit.remove(block.start, endOfGap(program.source, block.end, program.evolve.end));
    }
    if (!edit.hasChanged()) return outcome;
    outcome = parseProgram(edit.toString());
  }
  return outcome;
}

/** The end of the blank lines after a block, so that taking it out leaves no hole. */
function endOfGap(source: string, from: number, limit: number): number {
  let end = from;
  while (end < limit && /\s/.test(source[end] ?? '')) end += 1;
  return end;
}
