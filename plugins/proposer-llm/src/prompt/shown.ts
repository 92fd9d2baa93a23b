import { extname } from 'node:path';
import type { EvaluatedProgram, FailedAttempt, ProgramText } from '@evospice/contracts';
import { mainSource } from '@evospice/program-text';
import { evolveRegion } from '../program/evolve-region.ts';

/** Cases shown of those that a program does worst on. */
const WORST_CASES = 3;
/** Reasons shown of failures with the same code. */
const REASONS = 2;
/** Lines shown of what a failed child had put in. */
const CHANGED_LINES = 3;

export type ShownFigures = Readonly<Record<string, string>>;

/** A program as templates get it. */
export interface ShownProgram {
  readonly id: string;
  readonly code: string;
  /** The inside of its evolve block; the whole program where it has none. */
  readonly block: string;
  readonly isScored: boolean;
  readonly score: string;
  readonly parts: ShownFigures;
  readonly spread: string | null;
  readonly measures: ShownFigures;
  readonly worst: readonly { readonly case: string; readonly seed: number; readonly score: string; readonly parts: ShownFigures }[];
}

export function shownProgram({ program, score, measures }: EvaluatedProgram): ShownProgram {
  const worst = [...(score.cases ?? [])].toSorted((a, b) => a.value - b.value).slice(0, WORST_CASES);
  return {
    ...shownText(program), id: program.id, isScored: true, score: figure(score.value), parts: figures(score.parts),
    spread: score.spread === undefined ? null : figure(score.spread), measures: figures(measures),
    worst: worst.map(({ case: id, seed, value, parts }) => ({ case: id, seed, score: figure(value), parts: figures(parts) })),
  };
}

/** A program that was never scored. */
export function unscoredProgram(program: ProgramText, id = ''): ShownProgram {
  return { ...shownText(program), id, isScored: false, score: '', parts: {}, spread: null, measures: {}, worst: [] };
}

function shownText(program: ProgramText): Pick<ShownProgram, 'code' | 'block'> {
  const code = mainSource(program);
  const region = evolveRegion(code);
  return { code: code.trimEnd(), block: 'reason' in region ? code : region.lines.slice(region.first, region.end).join('\n').trim() };
}

/** What a code fence says of a program's language: its ending, which is what most models write. */
export function languageOf({ entry }: Pick<ProgramText, 'entry'>): string {
  return extname(entry).slice(1);
}

/** Failures with the same code, as templates get them. */
export interface ShownFailure {
  readonly code: string;
  readonly times: number;
  /** The newest different ones, newest last. */
  readonly reasons: readonly string[];
  /** Lines that the newest of these children has and its parent does not. */
  readonly changes: readonly string[];
}

/** @param parent what the children were made from @returns one entry per code, that with the newest failure last */
export function shownFailures(failures: readonly FailedAttempt[], parent?: ProgramText): readonly ShownFailure[] {
  const codes = [...new Set(failures.map(({ code }) => code).toReversed())].toReversed();
  return codes.map((code) => {
    const own = failures.filter((failure) => failure.code === code);
    const reasons = [...new Set(own.map(({ reason }) => oneLine(reason)).toReversed())].slice(0, REASONS).toReversed();
    const newest = own.at(-1)?.program ?? null;
    return { code, times: own.length, reasons, changes: newest === null || parent === undefined ? [] : changedLines(newest, parent) };
  });
}

export function oneLine(text: string, longest = 300): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

function changedLines(child: ProgramText, parent: ProgramText): readonly string[] {
  const known = new Set(mainSource(parent).split('\n').map((line) => line.trim()));
  const added = mainSource(child).split('\n').map((line) => line.trim()).filter((line) => line !== '' && !known.has(line));
  return added.slice(0, CHANGED_LINES).map((line) => oneLine(line.replaceAll('`', "'"), 120));
}

function figures(values: Readonly<Record<string, number>>): ShownFigures {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, figure(value)]));
}

function figure(value: number): string {
  return String(Number(value.toPrecision(4)));
}
