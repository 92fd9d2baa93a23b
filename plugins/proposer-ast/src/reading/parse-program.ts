import { EvospiceError } from '@evospice/contracts';
import { evolveBlocks, nodesIn, parseSource, singleFile, type ParsedSource } from '@evospice/program-text';

/** Text from `start` up to, not including, `end`. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

export interface ParsedProgram extends ParsedSource {
  /** What proposers may change: the lines between the markers. */
  readonly evolve: TextRange;
}

export type ParseOutcome = { readonly ok: true; readonly program: ParsedProgram } | { readonly ok: false; readonly reason: string };

/**
 * Parses a program and finds its evolve block.
 * @returns a reason when it has a syntax error (or a name declared twice), not exactly one default export, or not exactly
 *   one pair of `// EVOLVE-BLOCK-START` and `// EVOLVE-BLOCK-END` in this order.
 */
export function parseProgram(source: string): ParseOutcome {
  try {
    const parsed = parseSource(source);
    const exports = nodesIn(parsed.tree, 'body').filter(({ type }) => type === 'ExportDefaultDeclaration');
    if (exports.length !== 1) return { ok: false, reason: `${exports.length} default exports, and one is expected` };
    const blocks = evolveBlocks(singleFile(source));
    const [evolve] = blocks;
    if (evolve === undefined || blocks.length > 1) return { ok: false, reason: `${blocks.length} evolve blocks, and one is expected` };
    return { ok: true, program: { ...parsed, evolve } };
  } catch (error) {
    if (!EvospiceError.is(error)) throw error;
    return { ok: false, reason: error.message };
  }
}

/** True for a node or comment that lies wholly inside the range. */
export function inside({ start, end }: TextRange, range: TextRange): boolean {
  return start >= range.start && end <= range.end;
}
