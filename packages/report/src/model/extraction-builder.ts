import { counted } from '@evospice/contracts';
import { boundAt, errorSteps, placeInRange, type CurveDiagnosis, type ExtractionResult, type RecordedTask } from '@evospice/extraction';
import { plainNumber } from '../format/engineering.ts';
import { figureGroups } from '../format/figures.ts';
import { budgetUnits, moment } from '../format/quantities.ts';
import { regularisationText } from '../format/regularisation.ts';
import { curveErrorTexts, pointsOf, pointText, shareText, warningsOf } from '../format/warnings.ts';
import { convergenceSeries } from './convergence.ts';
import type { CurveRow, ErrorRow, ExtractionFailure, ExtractionReportModel, ParameterRow } from './extraction-model.ts';
import type { Fact } from './evolution-model.ts';
import { groupFits } from './fit-groups.ts';

export interface ExtractionReportInput {
  /** Left out for a run of format 1, which did not store it: then bounds, start values and cards are not shown. */
  readonly task?: RecordedTask | undefined;
  readonly result: ExtractionResult;
  /** What is to be said before anything else, in place of how the extraction ended. */
  readonly notices?: readonly string[];
  readonly optimizer?: { readonly description?: string };
  /** Whole texts of the card's file before and after. */
  readonly cards?: { readonly before: string; readonly after: string } | undefined;
  /** Moment of the run, milliseconds since the Unix epoch, from its record. */
  readonly at?: number | undefined;
  readonly commands?: readonly string[];
}

function curveRows(curves: readonly CurveDiagnosis[]): readonly CurveRow[] {
  return curves.map(({ id, split, points, start, final, share }) => ({
    id, split, points, start: curveErrorTexts(start), final: curveErrorTexts(final), share: shareText(share),
  }));
}

/** Turns the result of one extraction into what its report shows. */
export function extractionReportModel({ task, result, notices = [], optimizer, cards, at, commands }: ExtractionReportInput): ExtractionReportModel {
  const facts: (Fact | null | undefined)[] = [
    task && { label: 'Device', value: [task.device.kind, task.device.polarity === undefined ? undefined : `${task.device.polarity}-type`, task.device.process].filter((part) => part !== undefined).join(', ') },
    task && { label: 'Model', value: task.family },
    result.fits.length === 0 ? null : { label: 'Curves', value: `${new Set(result.fits.map((fit) => fit.curve)).size}${task === undefined ? '' : `, ${task.origin}`}` },
    { label: 'Optimizer', value: `${result.optimizer}${optimizer?.description === undefined ? '' : `: ${optimizer.description}`}` },
    { label: 'Budget', value: `${budgetUnits(result.budget.spent)} of ${budgetUnits(result.budget.allowed)} units spent` },
    { label: 'Evaluations', value: String(result.trajectory.length) },
    { label: 'Seed', value: String(result.seed) },
    { label: 'Simulator', value: result.simulator },
    at === undefined ? null : { label: 'Date', value: moment(at) },
  ];
  // A search that was ended before its budget was found nothing beyond that point.
  const budget = result.end === 'interrupted' ? Math.max(1, result.budget.spent) : result.budget.allowed;
  return {
    title: task === undefined || task.title === '' ? result.task : task.title,
    facts: facts.filter((fact) => fact !== null && fact !== undefined),
    notices: [...(notices.length > 0 ? notices : result.end === 'interrupted' ? ['The extraction was interrupted: the best card until then is the result.'] : []), ...noticesOf(result), ...(task === undefined ? [`Stored by an earlier version: bounds, start values and cards were not kept. Extracted: ${valuesOf(result)}.`] : [])],
    errors: (['train', 'validate'] as const).flatMap((split) => errorRow(split, result)),
    convergence: {
      title: result.task, scope: 'task', role: 'train', budget,
      series: [convergenceSeries(result.optimizer, [errorSteps(result.run)], { champion: true, budget })],
    },
    parameters: (task?.tunables ?? []).flatMap((tunable): ParameterRow[] => {
      const final = result.parameters[tunable.name];
      if (final === undefined) return [];
      const place = (value: number): number => placeInRange(value, tunable);
      const finalPlace = place(final);
      return [{
        name: tunable.name, role: [tunable.role, tunable.group].filter((part) => part !== undefined).join(' · '), unit: tunable.unit ?? '', scale: tunable.scale,
        lower: tunable.lower, upper: tunable.upper, start: tunable.start, final, startPlace: place(tunable.start), finalPlace,
        atBound: boundAt(finalPlace),
      }];
    }),
    fits: { task: result.task, title: task?.title ?? result.task, role: 'train', subject: result.optimizer, seed: result.seed, groups: groupFits(result.fits) },
    failures: failuresOf(result),
    cards: cards ?? null,
    findings: result.findings ?? null,
    crossValidation: result.crossValidation ?? null,
    figures: figureGroups(result.figures ?? []),
    uncertainty: result.uncertainty ?? null,
    notes: task?.notes ?? [],
    curves: curveRows(result.diagnosis?.curves ?? []),
    regions: (result.diagnosis?.regions ?? []).map(({ region, split, points, start, final }) => ({ region, split, points, start: curveErrorTexts(start), final: curveErrorTexts(final) })),
    points: pointsOf(result).map((point) => ({ curve: point.curve, ...pointText(point) })),
    log: result.log,
    commands: commands ?? [],
  };
}

function errorRow(split: 'train' | 'validate', { start, final }: ExtractionResult): readonly ErrorRow[] {
  const before = start[split];
  const after = final[split];
  if (before === null && after === null) return [];
  return [{
    split,
    startRelative: before?.relativeRms ?? null, finalRelative: after?.relativeRms ?? null,
    startLog: before?.logRms ?? null, finalLog: after?.logRms ?? null,
  }];
}

function noticesOf(result: ExtractionResult): readonly string[] {
  const notices: string[] = [];
  if (result.end === 'failed') notices.push(`The optimizer failed: ${result.failure?.message ?? 'no reason given'} [${result.failure?.code ?? 'unknown'}]. What it had found until then is the result.`);
  const improved = result.trajectory.some((point) => point.best !== null && point.best < result.run.startError);
  if (!improved) notices.push('Nothing better than the starting card was found: the parameters are the start values.');
  if (result.regularisation !== undefined) notices.push(regularisationText(result.regularisation, result.metric));
  notices.push(...warningsOf(result));
  const unsimulated = result.fits.filter((fit) => fit.before === null || fit.after === null).length;
  if (unsimulated > 0) notices.push(`${unsimulated} of ${counted(result.fits.length, 'measured vector')} ${unsimulated === 1 ? 'lacks' : 'lack'} a simulated line, because the simulation failed.`);
  return notices;
}

function valuesOf({ parameters }: ExtractionResult): string {
  return Object.entries(parameters).map(([name, value]) => `${name} = ${plainNumber(value, 5)}`).join(', ');
}

function failuresOf(result: ExtractionResult): readonly ExtractionFailure[] {
  const counts = new Map<string, number>();
  for (const { failure } of result.trajectory) if (failure !== undefined) counts.set(failure, (counts.get(failure) ?? 0) + 1);
  return [...counts].map(([code, count]) => ({ code, count })).toSorted((a, b) => b.count - a.count);
}
