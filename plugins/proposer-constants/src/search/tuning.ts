import type { ChildVerdict, EvaluatedProgram, ProgramText, ProposalDetails, RandomSource } from '@evospice/contracts';
import { isTunable, lineAt, programNumbers, replaceNumbers, type ProgramNumber } from '@evospice/program-text';
import { axisOf, type Axis } from './axis.ts';
import { ConstantSearch, type SearchLimits } from './constant-search.ts';

/** A search with the program that it writes into. */
export interface Tuning {
  /** The program that it began with, and which of its numbers are tuned: their places among all numbers of the evolve blocks. */
  readonly root: string;
  readonly tuned: readonly number[];
  readonly rootScore: number;
  /** The root or any child of the search: they differ in the tuned numbers alone. */
  readonly base: ProgramText;
  readonly search: ConstantSearch;
}

/** Name of a search: the same root with other numbers is another one. */
export function tuningName({ root, tuned }: Pick<Tuning, 'root' | 'tuned'>): string {
  return `${root}: ${tuned.join(' ')}`;
}

/** A search over numbers of a program: those with a range where it has any, else those that are worth changing. @returns undefined where there are none */
export function beginTuning({ program, score }: EvaluatedProgram, { most, limits, random }: { readonly most: number; readonly limits: SearchLimits; readonly random: RandomSource }): Tuning | undefined {
  const numbers = programNumbers(program).map((number, index) => ({ number, index, axis: axisOf(number) })).filter(({ axis, number }) => axis !== undefined && isTunable(number));
  const ranged = numbers.filter(({ number }) => number.range !== undefined);
  const rest = [...(ranged.length > 0 ? ranged : numbers)];
  const chosen: typeof rest = [];
  while (chosen.length < most && rest.length > 0) chosen.push(...rest.splice(random.integer(0, rest.length - 1), 1));
  if (chosen.length === 0) return undefined;
  chosen.sort((a, b) => a.index - b.index);
  const search = new ConstantSearch(chosen.map(({ axis }) => axis as Axis), score.value, limits);
  return { root: program.id, tuned: chosen.map(({ index }) => index), rootScore: score.value, base: program, search };
}

/** The child with these numbers, and what is put on record of it: enough to take the search up again from its children. */
export function childOf({ root, tuned, rootScore, base, search }: Tuning, texts: readonly string[]): { readonly child: ProgramText; readonly details: ProposalDetails } {
  const numbers = programNumbers(base);
  const changes = tuned.map((index, axis) => ({ number: numbers[index] as ProgramNumber, text: texts[axis] as string, from: search.axes[axis]?.start ?? '' }));
  const moved = changes.filter(({ text, from }) => Number(text) !== Number(from));
  return {
    child: replaceNumbers(base, changes),
    details: {
      root, rootScore, tuned: tuned.join(' '), from: changes.map(({ from }) => from).join(' '), values: texts.join(' '),
      constants: moved.map(({ number, text, from }) => `line ${lineAt(base.files[number.file] ?? '', number.start)}: ${from} -> ${text}`).join('; '),
    },
  };
}

/** The search that a child on record came from, as it was before its first child. @returns undefined for a child of anything else */
export function tuningOf({ program, details }: ChildVerdict, limits: SearchLimits): (Tuning & { readonly values: readonly number[] }) | undefined {
  const { root, rootScore, tuned, from, values } = details;
  if (typeof root !== 'string' || typeof rootScore !== 'number' || [tuned, from, values].some((field) => typeof field !== 'string')) return undefined;
  const words = (field: unknown): string[] => String(field).split(' ');
  const [places, starts] = [words(tuned).map(Number), words(from)];
  const numbers = programNumbers(program);
  const axes = places.map((place, index) => axisOf({ range: numbers[place]?.range, text: starts[index] ?? '', value: Number(starts[index]) }));
  if (axes.some((axis) => axis === undefined)) return undefined;
  return { root, rootScore, tuned: places, base: program, values: words(values).map(Number), search: new ConstantSearch(axes as Axis[], rootScore, limits) };
}
