import { counted } from '@evospice/contracts';
import { biasDoubts } from './biases.ts';
import { complianceDoubts } from './compliance.ts';
import type { MeasuredCurve } from './measured-curve.ts';
import { polarityDoubts, signDoubts } from './signs.ts';
import { sizeDoubts } from './sizes.ts';
import { statedDoubts } from './stated-facts.ts';
import { sweepDoubts } from './sweeps.ts';

/** Doubts of one kind that are spelled out; the others are counted. */
const spelled = 2;

/** What may be wrong with the measured files of a task, for its notes. */
export function doubtsAbout(curves: readonly MeasuredCurve[]): readonly string[] {
  const all = [...curves.flatMap((measured) => [...statedDoubts(measured), ...biasDoubts(measured), ...sizeDoubts(measured), ...signDoubts(measured), ...complianceDoubts(measured), ...sweepDoubts(measured)]), ...polarityDoubts(curves)];
  const kinds = new Map<string, string[]>();
  for (const { kind, text } of all) {
    const known = kinds.get(kind);
    if (known === undefined) kinds.set(kind, [text]);
    else if (!known.includes(text)) known.push(text);
  }
  return [...kinds.values()].flatMap((texts) => (texts.length <= spelled ? texts : [...texts.slice(0, spelled - 1), `${texts[spelled - 1]}; and ${counted(texts.length - spelled, 'more curve')} like this`]));
}

