import type { Quartiles } from '@evospice/bench';
import { counted } from '@evospice/contracts';
import { plainNumber } from '../format/engineering.ts';
import { textTable } from '../terminal/text-table.ts';
import { fold } from '../terminal/width.ts';
import { measures, type AblationAnalysis, type AblationMeasure, type ArmComparison, type ArmSummary } from './analyse-ablation.ts';

/** What each measure is called. */
export const measureNames: Readonly<Record<AblationMeasure, string>> = { score: 'best score', validation: 'validation', confirmed: 'fresh seeds' };

/** Headings of the cells of {@link armCells}. */
export function armHead(analysis: AblationAnalysis): readonly string[] {
  return ['arm', 'seeds', ...shownMeasures(analysis).map((measure) => measureNames[measure]), 'programs', 'case runs', 'cost', ...(hasTokens(analysis) ? ['tokens', 'money'] : [])];
}

/** Medians of what an arm is worth, means of what it used. */
export function armCells(arm: ArmSummary, analysis: AblationAnalysis): readonly string[] {
  return [
    String(arm.runs.length), ...shownMeasures(analysis).map((measure) => quartileText(arm[measure])), plainNumber(arm.programs), plainNumber(arm.evaluations), plainNumber(arm.cost),
    ...(hasTokens(analysis) ? [plainNumber(arm.tokens), arm.money === null ? '-' : `$${arm.money.toFixed(4)}`] : []),
  ];
}

/** Measures that some arm has. */
export function shownMeasures({ arms }: AblationAnalysis): readonly AblationMeasure[] {
  return measures.filter((measure) => arms.some((arm) => arm[measure] !== null));
}

/** Headings of the cells of {@link comparisonCells}. */
export const comparisonHead = ['whole minus', 'pairs', 'mean difference', '95 % interval', 'p', 'p after Holm'] as const;

export function comparisonCells({ differences, mean, interval, pValue, adjustedPValue }: ArmComparison): readonly string[] {
  return [String(differences.length), signed(mean), interval === null ? '-' : `${signed(interval[0])} to ${signed(interval[1])}`, pText(pValue), pText(adjustedPValue)];
}

/** The result of an ablation for a terminal. */
export function ablationText(analysis: AblationAnalysis): string {
  const { arms, idle, missing, comparisons } = analysis;
  const head = armHead(analysis);
  return [
    textTable({ head, rows: arms.map((arm) => [arm.arm, ...armCells(arm, analysis)]), right: head.map((_, column) => column).slice(1) }),
    ...shownMeasures(analysis).flatMap((measure) => {
      const own = comparisons.filter((one) => one.measure === measure);
      return own.length === 0 ? [] : ['', `Differences in ${measureNames[measure]}: above 0 where the mechanism helps`, textTable({ head: comparisonHead, rows: own.map((one) => [one.arm, ...comparisonCells(one)]), right: [1, 2, 3, 4, 5] })];
    }),
    ...idle.map(({ arm, why }) => fold(`${arm} was not run: ${why}`, 2)),
    ...(missing === 0 ? [] : [`${counted(missing, 'run is', 'runs are')} missing`]),
  ].join('\n');
}

function hasTokens({ arms }: AblationAnalysis): boolean {
  return arms.some(({ tokens }) => tokens > 0);
}

function quartileText(of: Quartiles | null): string {
  return of === null ? '-' : of.median === null ? 'failed' : of.median.toFixed(4);
}

function signed(value: number): string {
  return `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value).toFixed(4)}`;
}

function pText(value: number): string {
  return value < 1e-4 ? '< 0.0001' : value.toFixed(4);
}
