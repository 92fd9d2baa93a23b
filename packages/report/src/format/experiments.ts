import { Bootstrap } from '@evospice/bench';
import type { Json } from '@evospice/contracts';
import type { Experiment, ExperimentWay, RunView } from '@evospice/evolution';
import { mean } from '@evospice/toolbox';
import { plainNumber } from './engineering.ts';

/** Below so many gains on either side an interval would say nothing. */
const FEWEST_GAINS = 8;

/** What came of one way. */
interface WayDocument extends Omit<ExperimentWay, 'gains'> {
  /** Lesson or paragraph of prompts that this way is about, where a proposer kept one under this name, or under this name behind `without-`. */
  readonly text: string | null;
  /** Children that scored more than their first parent. */
  readonly improved: number;
  /** Of the children with a score; null for none. */
  readonly meanGain: number | null;
}

/** An experiment as reports show it. */
export interface ExperimentDocument extends Omit<Experiment, 'ways'> {
  readonly ways: readonly WayDocument[];
  /**
   * Mean gain with what the experiment is about less that without it, with a 95 % bootstrap interval; null unless its ways are `shown` and `withheld`,
   * and while one of them has fewer than 8 gains.
   */
  readonly worth: { readonly difference: number; readonly interval: readonly [number, number] } | null;
}

/** What chance decided in a run, and what it was worth. */
export function experimentDocument({ experiments, memories }: Pick<RunView, 'experiments' | 'memories'>): readonly ExperimentDocument[] {
  const texts = new Map(memories.flatMap(({ memory }) => textsIn(memory.data)));
  return experiments.map(({ ways, ...experiment }) => ({
    ...experiment,
    ways: ways.map(({ gains, ...way }) => ({
      ...way, text: texts.get(way.way.replace(/^without-/u, '')) ?? null, improved: gains.filter((gain) => gain > 0).length, meanGain: gains.length === 0 ? null : mean(gains),
    })),
    worth: worthOf(ways),
  }));
}

/** The same in words, a line for each way; nothing where nothing was left to chance. */
export function experimentLines(experiments: readonly ExperimentDocument[]): readonly string[] {
  return experiments.flatMap(({ proposer, name, ways, worth }) => [
    `${proposer}, ${name}:`,
    ...ways.map(({ way, text, programs, judged, improved, meanGain }) => {
      const gain = meanGain === null ? 'no gain known' : `mean gain ${plainNumber(meanGain, 3)}`;
      return `  ${way}: ${programs} programs, ${judged} scored, ${improved} improved, ${gain}${text === null ? '' : `: ${text.replaceAll(/\s+/gu, ' ')}`}`;
    }),
    ...(worth === null ? [] : [`  shown less withheld: ${worthText(worth)}`]),
  ]);
}

/** With its interval, and what that says. */
export function worthText({ difference, interval: [low, high] }: NonNullable<ExperimentDocument['worth']>): string {
  const verdict = low > 0 ? 'it helps' : high < 0 ? 'it does harm' : 'it may be chance';
  return `${plainNumber(difference, 3)}, 95 % between ${plainNumber(low, 3)} and ${plainNumber(high, 3)}: ${verdict}`;
}

function worthOf(ways: readonly ExperimentWay[]): ExperimentDocument['worth'] {
  const [shown = [], withheld = []] = ['shown', 'withheld'].map((name) => ways.find(({ way }) => way === name)?.gains);
  if (Math.min(shown.length, withheld.length) < FEWEST_GAINS) return null;
  return { difference: mean(shown) - mean(withheld), interval: new Bootstrap(2000, 1).meanDifferenceInterval(shown, withheld) };
}

/** Texts that a memory holds under an id, at any depth. */
function textsIn(data: Json): readonly (readonly [string, string])[] {
  if (data === null || typeof data !== 'object') return [];
  if (!Array.isArray(data) && 'id' in data && 'text' in data && typeof data.id === 'string' && typeof data.text === 'string') return [[data.id, data.text]];
  return Object.values(data).flatMap((value: Json) => textsIn(value));
}
