import type { CurveFit } from '@evospice/extraction';
import { biasLabel, measuredLabel, quantityName, sweepLabel, unitOfQuantity } from '../format/quantities.ts';
import type { FitCurve, FitGroup } from './fit-model.ts';

/** Floors beyond it say "never scored"; they have no place on a scale. */
const highestFloor = 1e6;

/** Puts fits of one task into figures: kind × instance × temperature × swept and measured column, in order of appearance. */
export function groupFits(fits: readonly CurveFit[]): readonly FitGroup[] {
  const groups = new Map<string, CurveFit[]>();
  for (const fit of fits) {
    const key = JSON.stringify([fit.kind, fit.instance, fit.temperatureC, fit.sweep.toLowerCase(), fit.column.toLowerCase()]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [fit]);
    else group.push(fit);
  }
  return [...groups.values()].map(figureOf);
}

function figureOf(fits: readonly CurveFit[]): FitGroup {
  const first = fits[0] as CurveFit;
  const terminals = [...new Set(fits.flatMap((fit) => Object.keys(fit.bias)))];
  const varying = terminals.filter((terminal) => fits.some((fit) => fit.bias[terminal] !== first.bias[terminal]));
  const shared = terminals.filter((terminal) => !varying.includes(terminal));
  const floors = new Set(fits.map((fit) => fit.floor));
  const ordered = fits.toSorted((a, b) => compareBias(a, b, varying));
  return {
    title: `${quantityName(first.column)}–${quantityName(first.sweep)} · ${first.kind} · ${first.instance} · ${temperature(first.temperatureC)}`,
    shared: shared.map((terminal) => biasLabel(first, terminal, first.bias[terminal] as number)).join(', '),
    xLabel: sweepLabel(first.sweep),
    yLabel: measuredLabel(first.column, first.quantity),
    yLabelLog: measuredLabel(first.column, first.quantity, true),
    floor: floors.size === 1 && first.floor < highestFloor ? first.floor : null,
    unit: unitOfQuantity[first.quantity],
    curves: uniqueLabels(ordered.map((fit): FitCurve => ({
      id: fit.curve,
      column: fit.column,
      label: varying.flatMap((terminal) => (fit.bias[terminal] === undefined ? [] : [biasLabel(fit, terminal, fit.bias[terminal])])).join(', '),
      split: fit.split,
      x: fit.x,
      measured: fit.measured,
      before: fit.before,
      after: fit.after,
    }))),
  };
}

/** Where the biases alone do not tell two curves apart (the same sweep measured twice), their ids do. */
function uniqueLabels(curves: readonly FitCurve[]): readonly FitCurve[] {
  return curves.map((curve) => {
    const twins = curves.filter((other) => other.label === curve.label);
    if (twins.length === 1 && curve.label !== '') return curve;
    // Among curves at constant biases, one whose other biases move with the sweep.
    if (twins.length === 1 && curves.length > 1) return { ...curve, label: 'biases swept along' };
    const ending = curve.id.split('/').at(-1) ?? curve.id;
    return twins.length === 1 ? { ...curve, label: 'measured curve' } : { ...curve, label: curve.label === '' ? ending : `${curve.label} (${ending})` };
  });
}

function compareBias(a: CurveFit, b: CurveFit, terminals: readonly string[]): number {
  for (const terminal of terminals) {
    const difference = (a.bias[terminal] ?? 0) - (b.bias[terminal] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function temperature(celsius: number): string {
  return `${String(celsius).replace('-', '−')} °C`;
}
