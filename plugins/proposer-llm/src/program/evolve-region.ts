import { EvospiceError } from '@evospice/contracts';
import { evolveBlocks, parseSource, singleFile } from '@evospice/program-text';

/** Where the evolve block of a program lies, in lines from 0: its first line and the line of its end marker. */
export interface EvolveRegion {
  readonly lines: readonly string[];
  readonly first: number;
  readonly end: number;
}

const noBlock = 'it has no evolve block (the lines from the marker EVOLVE-BLOCK-START to EVOLVE-BLOCK-END)';

/** Finds the evolve block; a reason where there is not exactly one. */
export function evolveRegion(source: string): EvolveRegion | { readonly reason: string } {
  try {
    const blocks = evolveBlocks(singleFile(source));
    const [block] = blocks;
    if (block === undefined || blocks.length > 1) return { reason: blocks.length === 0 ? noBlock : `it has ${blocks.length} evolve blocks, and one is expected` };
    const first = block.line - 1;
    return { lines: source.split('\n'), first, end: first + block.text.split('\n').length - 1 };
  } catch (error) {
    if (!EvospiceError.is(error, 'PROGRAM_MARKERS')) throw error;
    return { reason: `line ${error.line}: ${error.message}` };
  }
}

/** True for a file of TypeScript or JavaScript: others are not parsed here. */
export function isModule(path: string): boolean {
  return /\.[cm]?[jt]s$/u.test(path);
}

/**
 * Why a source is not a program: not exactly one evolve block, and for TypeScript and JavaScript a syntax error with its line, or not
 * exactly one default export. Undefined when it is one.
 */
export function programFault(source: string, entry: string): string | undefined {
  const region = evolveRegion(source);
  const reason = 'reason' in region ? region.reason : undefined;
  return (isModule(entry) ? moduleFault(source) : undefined) ?? reason;
}

function moduleFault(source: string): string | undefined {
  try {
    const { tree } = parseSource(source);
    const body = Array.isArray(tree['body']) ? tree['body'] : [];
    const exports = body.filter(({ type }) => type === 'ExportDefaultDeclaration').length;
    if (exports !== 1) return exports === 0 ? 'it has no default export' : `it has ${exports} default exports, and one is expected`;
  } catch (error) {
    if (!EvospiceError.is(error, 'PROGRAM_SYNTAX')) throw error;
    const text = error.line === undefined ? undefined : source.split('\n')[error.line - 1]?.trim();
    return text === undefined ? error.message : `${error.message} (${text})`;
  }
  return undefined;
}
