import { counted, type Task } from '@evospice/contracts';
import type { CurveDiagnosis, ExtractionResult } from '@evospice/extraction';
import { evospiceCommand, fold, heldOutCells, plainNumber, pointsOf, pointText, regularisationText, shareText, textTable, warningsOf } from '@evospice/report';
import { findingLines } from './finding-lines.ts';
import { decades, percent } from './format.ts';
import { noteLines, warningLines } from './note-lines.ts';
import { uncertaintyLines } from './uncertainty-lines.ts';

export interface ExtractionFiles {
  readonly card: string;
  readonly trajectory: string;
  readonly report: string;
}

/** Curves and points that the terminal names; the report has all. */
const curvesShown = 8;
const pointsShown = 3;

/**
 * The result of an extraction for a terminal.
 * @param how.chosen which optimizer and why, where the command chose it
 * @param how.beginning where the search began, where that is not the start card
 */
export function extractionText(
  task: Task, result: ExtractionResult, files: ExtractionFiles, { chosen, beginning }: { readonly chosen?: string | undefined; readonly beginning?: string | undefined } = {},
): string {
  const { start, final, budget } = result;
  const line = (name: string, before: { relativeRms: number | null; logRms: number | null } | null, after: typeof before) =>
    before === null ? [] : [`  ${name.padEnd(9)} ${percent(before.relativeRms).padStart(9)} -> ${percent(after?.relativeRms).padStart(9)} relative RMS   ${decades(before.logRms).padStart(9)} -> ${decades(after?.logRms).padStart(9)} log RMS`];
  return [
    fold(`${task.id}: ${task.title}`, 2),
    fold(`  ${result.optimizer} with ${result.simulator}, seed ${result.seed}, ${plainNumber(budget.spent, 6)} of ${budget.allowed} simulations`, 4),
    ...[chosen, beginning].flatMap((line) => (line === undefined ? [] : [fold(`  ${line}`, 4)])),
    ...(result.end === 'interrupted' ? ['  interrupted: the best card until then is the result'] : []),
    ...line('train', start.train, final.train),
    ...line('validate', start.validate, final.validate),
    ...(result.regularisation === undefined ? [] : [fold(`  ${regularisationText(result.regularisation, result.metric)}`, 4)]),
    ...(result.diagnosis === undefined ? [] : [...curveLines(result), ...pointLines(result)]),
    ...crossValidationLines(result.crossValidation),
    ...uncertaintyLines(result.uncertainty),
    ...unsimulated(task, result, files),
    ...warningLines(warningsOf(result)),
    ...findingLines(result.findings),
    ...(result.failure === undefined ? [] : failureText(result.failure)),
    ...noteLines(task.remarks),
    `  card        ${files.card}`,
    `  trajectory  ${files.trajectory}`,
    `  report      ${files.report}`,
  ].join('\n');
}

/** Each held-out group beside what was fitted without it. */
function crossValidationLines(validation: ExtractionResult['crossValidation']): readonly string[] {
  if (validation === undefined) return [];
  const rows = heldOutCells(validation).map(({ label, curves, train, heldOut, trainLog, heldOutLog }) => [label, String(curves), train, heldOut, trainLog, heldOutLog]);
  const spent = validation.groups.reduce((sum, group) => sum + group.spent, 0);
  return [
    fold(`  each ${validation.axis} held out in turn, in ${counted(rows.length, 'extraction')} of ${plainNumber(spent, 6)} further simulations: relative and log RMS of what was fitted and of what was held out`, 4),
    textTable({ head: ['held out', 'curves', 'fitted', 'held out', 'fitted, log', 'held out, log'], rows, right: [1, 2, 3, 4, 5] }),
  ];
}

/** Curves with the largest shares first, training curves before held-out ones. */
function curveLines({ diagnosis, metric }: ExtractionResult): readonly string[] {
  const curves = diagnosis?.curves ?? [];
  const error = ({ relativeRms, logRms }: CurveDiagnosis['start']): string => (metric === 'relative' ? percent(relativeRms) : decades(logRms));
  const shown = (['train', 'validate'] as const)
    .flatMap((split) => curves.filter((curve) => curve.split === split).toSorted((a, b) => (b.share ?? 0) - (a.share ?? 0)).slice(0, split === 'train' ? curvesShown : 2));
  const rows = shown.map(({ id, split, start, final, share }) => [split === 'train' ? id : `${id} (held out)`, error(start), error(final), shareText(share)]);
  const left = curves.length - shown.length;
  return [
    `  ${metric === 'relative' ? 'relative' : 'log'} RMS of single curves, and their share of the squared error`,
    textTable({ head: ['curve', 'start', 'final', 'share'], rows, right: [1, 2, 3] }),
    ...(left === 0 ? [] : [`  ${counted(left, 'more curve is', 'more curves are')} in the report`]),
  ];
}

function pointLines(result: ExtractionResult): readonly string[] {
  return pointsOf(result).slice(0, pointsShown).map((point) => {
    const { at, values, part } = pointText(point);
    return fold(`  ${part} of the error: ${point.curve} at ${at}, ${values}`, 4);
  });
}

/** Splits on which the extracted card fails to simulate: its errors there are unknown, which must not look like none. */
function unsimulated(task: Task, { final }: ExtractionResult, { card }: ExtractionFiles): string[] {
  return (['train', 'validate'] as const)
    .filter((split) => final[split] !== null && final[split].relativeRms === null)
    .map((split) => `  the extracted card cannot be simulated on its ${split} curves; why: ${evospiceCommand('simulate', task.id, '--card', card)}`);
}

/** The message may say more than one line, and its code. */
function failureText({ code, message }: NonNullable<ExtractionResult['failure']>): string[] {
  const [first = '', ...more] = message.split('\n');
  return [fold(`  the optimizer failed: ${first.replace(` [${code}]`, '')} [${code}]; what it had found until then is the result`, 4), ...more.map((line) => `  ${line}`)];
}
