import { countFindings, type Task } from '@evospice/contracts';
import { taskHash } from '@evospice/device';
import type { SplitErrors } from '../metric/split-errors.ts';
import type { ExtractionResult } from '../result.ts';
import type { NoUncertainty, ParameterUncertainty, Uncertainty } from '../uncertainty/uncertainty.ts';
import type { HashedFile } from './hashed-files.ts';

/** What a result does not know of how it was made. */
export interface Making {
  /** Optimizer with its plugin and version, or the program's file with its hash. */
  readonly optimizer: string;
  /** Simulator with its version. */
  readonly simulator: string;
  /** Command that makes the result again. */
  readonly command: string;
  /** What the maker wants the card to say, such as who signs it and when: nothing here asks a clock. */
  readonly signed: readonly string[];
}

/** One line of a card's provenance. */
export function provenanceField(name: string, text: string): string {
  return `${name.padEnd(11)} ${text}`;
}

/** The task and the files that a card comes from, as lines of its provenance. */
export function originLines(task: Task, files: readonly HashedFile[]): readonly string[] {
  return [
    provenanceField('task', `${task.id}: ${task.title}`),
    provenanceField('', `${task.origin}, sha256 of all that decides ${taskHash(task)}`),
    ...files.map(({ what, name, sha256 }) => provenanceField(what, `${name} sha256 ${sha256 ?? 'unknown: the file is not there any more'}`)),
  ];
}

/** Where a card comes from, as lines for its comments: the same for the same extraction. */
export function provenanceLines(task: Task, result: ExtractionResult, files: readonly HashedFile[], { optimizer, simulator, command, signed }: Making): readonly string[] {
  const { start, final, budget, seed, metric, findings, uncertainty, end } = result;
  return [
    ...originLines(task, files),
    ...(files.some(({ what }) => what === 'data') ? [] : [provenanceField('data', task.source)]),
    provenanceField('optimizer', optimizer),
    provenanceField('simulator', simulator),
    provenanceField('search', `seed ${seed}, ${number(budget.spent)} of ${number(budget.allowed)} simulations of all training curves, ${metric} error, ${endings[end]}`),
    ...(['train', 'validate'] as const).flatMap((split) => (final[split] === null ? [] : [provenanceField(split === 'train' ? 'training' : 'held out', errorsText(start[split], final[split]))])),
    ...(final.validate === null ? [provenanceField('held out', 'nothing: no curve tells how far the card can be trusted beyond its training curves')] : []),
    provenanceField('findings', findings === undefined ? 'physics rules were not asked' : findingsText(findings)),
    ...uncertaintyLines(uncertainty, result.parameters).map((line, index) => provenanceField(index === 0 ? 'parameters' : '', line)),
    provenanceField('command', command),
    ...signed.map((line) => provenanceField('signed', line)),
  ];
}

const endings: Readonly<Record<ExtractionResult['end'], string>> = { completed: 'ended by itself', budget: 'ended by its budget', failed: 'ended by a failure of the optimizer', interrupted: 'interrupted' };

function errorsText(before: SplitErrors | null, after: SplitErrors): string {
  const percent = (value: number | null | undefined): string => (value === null || value === undefined ? 'unknown' : `${number(100 * value)} %`);
  const decades = (value: number | null | undefined): string => (value === null || value === undefined ? 'unknown' : number(value));
  return `relative RMS ${percent(before?.relativeRms)} before, ${percent(after.relativeRms)} after; decades RMS ${decades(before?.logRms)} before, ${decades(after.logRms)} after`;
}

function findingsText(findings: NonNullable<ExtractionResult['findings']>): string {
  const { violation, warning, note } = countFindings(findings);
  return `${violation} violations, ${warning} warnings, ${note} notes of physics rules`;
}

function uncertaintyLines(uncertainty: Uncertainty | NoUncertainty | undefined, parameters: ExtractionResult['parameters']): readonly string[] {
  if (uncertainty === undefined || 'unavailable' in uncertainty) {
    const reason = uncertainty === undefined ? '' : `: ${uncertainty.unavailable}`;
    return [`extracted, without intervals${reason}: ${Object.keys(parameters).join(', ')}`];
  }
  return [`${100 * uncertainty.level} % confidence intervals`, ...uncertainty.parameters.map(intervalText)];
}

function intervalText({ name, value, interval, open, determined, companions }: ParameterUncertainty): string {
  const remark = { determined: '', loose: ', loose', none: ', moves no curve', 'at bound': ', at its bound', together: `, only together with ${companions.join(' and ')}` }[determined];
  const end = (side: 'lower' | 'upper', at: number): string => `${number(at)}${open.includes(side) ? ' (bound)' : ''}`;
  return `${name} = ${number(value)}${interval === null ? '' : ` in ${end('lower', interval[0])} to ${end('upper', interval[1])}`}${remark}`;
}

function number(value: number): string {
  return String(Number(value.toPrecision(5)));
}
