import type { NoUncertainty, Uncertainty } from '@evospice/extraction';
import { fold, intervalCells, plainNumber, textTable, uncertaintyTexts } from '@evospice/report';

/** How well the curves determine the parameters, for a terminal. */
export function uncertaintyLines(uncertainty: Uncertainty | NoUncertainty | undefined): readonly string[] {
  if (uncertainty === undefined) return [];
  const texts = uncertaintyTexts(uncertainty).map((text) => fold(`  ${text}`, 4));
  if ('unavailable' in uncertainty) return texts;
  const rows = uncertainty.parameters.map((parameter) => {
    const { lower, upper, error, remark } = intervalCells(parameter);
    return [parameter.name, plainNumber(parameter.value, 5), lower, upper, error, remark];
  });
  return [textTable({ head: ['parameter', 'value', 'from', 'to', 'error', 'remark'], rows, right: [1, 2, 3, 4] }), ...texts];
}
