import { EvospiceError, type ProgramText } from '@evospice/contracts';
import { parseSource } from '../tree/parse-source.ts';
import { endMarker, startMarker } from './evolve-blocks.ts';
import { singleFile } from './program-text.ts';

/**
 * A TypeScript program that has a signature and nothing else, the whole of it in one evolve block. Calling it throws.
 * @param contract of a problem; its first paragraph must be the signature of an exported function, such as
 *   `export default function f(x: number): number`
 * @throws EvospiceError `CONFIG_PROGRAM` when it is not
 */
export function blankProgram(contract: string): ProgramText {
  const signature = (contract.trim().split(/\n\s*\n/u)[0] ?? '').replace(/;$/u, '');
  const text = `${startMarker}\n${signature} {\n  throw new Error('not written yet');\n}\n${endMarker}\n`;
  let cause: unknown;
  try {
    parseSource(text);
    if (/^export\b[^{]*\bfunction\b/u.test(signature)) return singleFile(text);
  } catch (error) {
    cause = error;
  }
  throw new EvospiceError('CONFIG_PROGRAM', 'there are no seed programs, and the contract does not begin with the signature of an exported function', {
    received: signature, expected: 'a contract such as `export default function f(x: number): number`', remedy: 'give a seed program, or a `blank` one with an empty evolve block', cause,
  });
}
