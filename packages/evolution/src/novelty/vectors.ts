import type { Program } from '@evospice/contracts';
import { allSource, evolveBlocks } from '@evospice/program-text';
import type { Neighbour } from './nearest-texts.ts';

/** What is embedded of a program: the inside of its evolve blocks, as the frame around them is the same for all. */
export function embeddedText(program: Program): string {
  const blocks = evolveBlocks(program);
  const text = blocks.length === 0 ? allSource(program) : blocks.map((block) => block.text).join('\n\n');
  // No model makes anything of an empty text.
  return text.trim() === '' ? 'empty' : text;
}

/** Little-endian float32 in base64: a quarter of what numbers take as JSON, and exact enough to compare directions. */
export function encodeVector(values: readonly number[]): string {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeFloatLE(value, index * 4);
  return bytes.toString('base64');
}

/** The stored vector with length 1, so that products are cosines. */
export function directionOf(vector: string): Float64Array {
  const bytes = Buffer.from(vector, 'base64');
  const values = Float64Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readFloatLE(index * 4));
  const length = Math.hypot(...values);
  return values.map((value) => value / length);
}

/** A program with its direction. */
export interface Directed {
  readonly program: Program;
  readonly direction: Float64Array;
}

/** The nearest first by the cosine of the angle between directions; those of another length are left out. */
export function nearestDirections(own: Float64Array, others: readonly Directed[]): readonly Neighbour[] {
  return others
    .filter(({ direction }) => direction.length === own.length)
    .map(({ program, direction }) => ({ program, alike: own.reduce((sum, value, index) => sum + value * (direction[index] as number), 0) }))
    .toSorted((a, b) => b.alike - a.alike);
}
