import { EvospiceError } from '@evospice/contracts';
import { describe, expect, it } from 'vitest';
import { evolveBlocks } from './evolve-blocks.ts';
import { blankProgram } from './blank-program.ts';
import { mainSource } from './program-text.ts';

describe('a blank program', () => {
  it('has the signature and one evolve block, whatever follows the signature in the contract', () => {
    const program = blankProgram('export default function f(x: number): number;\n\n// context\nfunction other(): void');
    expect(mainSource(program)).toBe(`// EVOLVE-BLOCK-START\nexport default function f(x: number): number {\n  throw new Error('not written yet');\n}\n// EVOLVE-BLOCK-END\n`);
    expect(evolveBlocks(program)).toHaveLength(1);
    expect(mainSource(blankProgram('export async function g(a: { readonly b: number }): Promise<void>'))).toContain('g(a: { readonly b: number }): Promise<void> {');
  });

  it.each(['reads a number and prints one', 'function f(x: number): number', 'export default function f(x: number: number', 'export const f = 1', ''])('is refused for the contract "%s"', (contract) => {
    expect(() => blankProgram(contract)).toThrow(expect.objectContaining({ code: 'CONFIG_PROGRAM' }) as EvospiceError);
  });
});
