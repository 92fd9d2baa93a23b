import type { ProgramText } from '@evospice/contracts';
import { allSource } from './program-text.ts';

/** Tokens in a row that make a shingle: enough that common phrases of a language say nothing. */
const LENGTH = 5;

/** A number as most languages write it, with its exponent. */
const NUMBER = String.raw`(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?\w*`;
const isNumber = new RegExp(`^${NUMBER}$`, 'u');
/** Comments, texts, words, numbers, signs. */
const TOKEN = new RegExp([
  String.raw`/\*[\s\S]*?\*/|//[^\n]*`,
  String.raw`'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|\x60(?:[^\x60\\]|\\.)*\x60`,
  String.raw`[\p{L}_$][\p{L}\p{N}_$]*`, NUMBER, String.raw`[^\s\p{L}\p{N}]`,
].join('|'), 'gu');

/**
 * Sequences of tokens of a program, each as a number: what {@link similarity} compares. Comments and layout leave no trace; names, numbers and texts do.
 * A program shorter than a sequence is one sequence.
 */
export function shinglesOf(program: ProgramText): ReadonlySet<number> {
  const tokens = tokensOf(allSource(program));
  const shingles = new Set<number>();
  for (let at = 0; at === 0 || at + LENGTH <= tokens.length; at += 1) shingles.add(hash(tokens.slice(at, at + LENGTH).join('\n')));
  return shingles;
}

/** Share of shingles in common among all that either has (Jaccard), from 0 to 1. */
export function similarity(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let common = 0;
  for (const shingle of small) if (large.has(shingle)) common += 1;
  return common / (a.size + b.size - common);
}

/** Whether two programs are the same token by token except for their numbers; the same program is. Comments and layout do not count. */
export function differInNumbersOnly(a: ProgramText, b: ProgramText): boolean {
  const [own, other] = [a, b].map((program) => tokensOf(allSource(program))) as [readonly string[], readonly string[]];
  return own.length === other.length && own.every((token, index) => token === other[index] || (isNumber.test(token) && isNumber.test(other[index] as string)));
}

/** All but the comments. A rough cut that needs no grammar: programs of other languages are compared too. */
function tokensOf(source: string): readonly string[] {
  return (source.match(TOKEN) ?? []).filter((part) => !part.startsWith('//') && !part.startsWith('/*'));
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}
