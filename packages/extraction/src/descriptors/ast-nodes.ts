import type { Descriptor, ProgramText } from '@evospice/contracts';
import { evolveBlocks, filePaths, parseSource, singleFile, walk } from '@evospice/program-text';

/** Nodes of the syntax trees inside the evolve blocks, or of the whole program where it has none: its size, whatever its names and layout. */
export const astNodes: Descriptor = {
  name: 'ast-nodes',
  summary: 'syntax nodes inside the evolve blocks',
  range: [0, 4000],
  measure: ({ source, program = singleFile(source) }) => nodesOf(program),
};

function nodesOf(program: ProgramText): number {
  const blocks = evolveBlocks(program);
  return filePaths(program).filter((path) => /\.[cm]?[jt]s$/u.test(path)).reduce((sum, path) => {
    const own = blocks.filter(({ file }) => file === path);
    if (own.length === 0 && blocks.length > 0) return sum;
    const nodes = walk(parseSource(program.files[path] ?? '').tree);
    return sum + (own.length === 0 ? nodes : nodes.filter(({ node }) => own.some(({ start, end }) => node.start >= start && node.end <= end))).length;
  }, 0);
}
