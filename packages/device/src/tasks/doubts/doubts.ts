import { counted, type Curve } from '@evospice/contracts';
import { biasDoubts } from './biases.ts';
import { complianceDoubts } from './compliance.ts';
import { glitchDoubts } from './glitches.ts';
import type { Doubt, MeasuredCurve } from './measured-curve.ts';
import { polarityDoubts, signDoubts } from './signs.ts';
import { sizeDoubts } from './sizes.ts';
import { statedDoubts } from './stated-facts.ts';
import { sweepDoubts } from './sweeps.ts';

/** Doubts of one kind that are spelled out; the others are counted. */
const spelled = 2;

/** What may be wrong with the measured files of a task. */
export interface Doubts {
  /** For the task's notes. */
  readonly texts: readonly string[];
  /** By curve and column, points at which something else than the device was measured: at a compliance, a mark, a glitch. */
  readonly points: ReadonlyMap<Curve, ReadonlyMap<string, ReadonlySet<number>>>;
}

/** What becomes of doubtful points, behind each text that names some. */
const fates = { unscored: 'not scored, unless `metric: { doubtful: scored }`', scored: 'scored, as the task says' } as const;

export function doubtsAbout(curves: readonly MeasuredCurve[], doubtful: 'scored' | 'unscored'): Doubts {
  const each = curves.map((measured) => ({ measured, doubts: [statedDoubts, biasDoubts, sizeDoubts, signDoubts, complianceDoubts, glitchDoubts, sweepDoubts].flatMap((find): readonly Doubt[] => find(measured)) }));
  const all = [...each.flatMap(({ doubts }) => doubts), ...polarityDoubts(curves)].map(({ kind, text, points }) => ({ kind, text: points === undefined ? text : `${text} (${fates[doubtful]})` }));
  return { texts: folded(all), points: new Map(each.map(({ measured, doubts }) => [measured.curve, pointsOf(doubts)])) };
}

function pointsOf(doubts: readonly Doubt[]): ReadonlyMap<string, ReadonlySet<number>> {
  const found = new Map<string, Set<number>>();
  for (const { column, points = [] } of doubts) if (column !== undefined) found.set(column, new Set([...(found.get(column) ?? []), ...points]));
  return found;
}

function folded(all: readonly Doubt[]): readonly string[] {
  const kinds = new Map<string, string[]>();
  for (const { kind, text } of all) {
    const known = kinds.get(kind);
    if (known === undefined) kinds.set(kind, [text]);
    else if (!known.includes(text)) known.push(text);
  }
  return [...kinds.values()].flatMap((texts) => (texts.length <= spelled ? texts : [...texts.slice(0, spelled - 1), `${texts[spelled - 1]}; and ${counted(texts.length - spelled, 'more curve')} like this`]));
}

