import { readFileSync, readdirSync } from 'node:fs';
import { strategyFunctions, strategyKinds, strategyMarker, type StrategyBlock, type StrategyKind } from './strategy-block.ts';

/**
 * The blocks are real files, so that the type checker and the lint see them; programs need their text with its types,
 * which the compiled files no longer have. From `src` and from `dist` alike this is `src/blocks`.
 */
const blockFolder = new URL('../../src/blocks/', import.meta.url);

/** Text of a file of the program folder without imports and exports. */
export function bareText(path: string): string {
  const text = readFileSync(new URL(path, blockFolder), 'utf8');
  return text.replaceAll(/^import .*\n/gm, '').replaceAll(/^export (?!default)/gm, '').trim();
}

function readBlocks(kind: StrategyKind): readonly StrategyBlock[] {
  // A polish is a local search under another name, so that a program can hold two kinds.
  if (kind === 'polish') return readBlocks('local-search').map((block) => asPolish(block));
  return readdirSync(new URL(`${kind}/`, blockFolder))
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file) => {
      const name = file.slice(0, -'.ts'.length);
      return { kind, name, source: `${strategyMarker(kind, name)}\n${bareText(`${kind}/${file}`)}\n` };
    });
}

function asPolish({ name, source }: StrategyBlock): StrategyBlock {
  const renamed = source
    .replace(strategyMarker('local-search', name), strategyMarker('polish', name))
    .replace(`function ${strategyFunctions['local-search']}(`, `function ${strategyFunctions.polish}(`);
  return { kind: 'polish', name, source: renamed };
}

/** Every block of the library, by kind and then by name. */
export const strategyBlocks: readonly StrategyBlock[] = strategyKinds.flatMap(readBlocks);

/** What says enough of a block, in characters. */
const ENOUGH = 50;

/** The library in words: each block but the polishes, which are local searches, with the first sentences of its comment. */
export const strategyLibrary: readonly { readonly name: string; readonly summary: string }[] = strategyBlocks.filter(({ kind }) => kind !== 'polish').map(({ kind, name, source }) => {
  const comment = (/\/\*\*(?<text>[\s\S]*?)\*\//u.exec(source)?.groups?.['text'] ?? '').replaceAll(/^\s*\*+ ?/gmu, '').replaceAll(/\s+/gu, ' ').trim();
  return { name: `${kind} ${name}`, summary: firstSentences(comment) };
});

/** One sentence, or as many as say enough. */
function firstSentences(comment: string): string {
  let text = '';
  for (const sentence of comment.split(/(?<=\.)\s+/u)) {
    if (text.length >= ENOUGH) break;
    text = text === '' ? sentence : `${text} ${sentence}`;
  }
  return text;
}
