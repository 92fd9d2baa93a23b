import type { AnalysisKind, Plot, Variable } from '../model.ts';

/** Quantity told by a column's name in programs that print no types: `V(…)`, `I(…)`, `TIME`, `FREQ`. */
export function quantityOfName(name: string): string {
  const plain = name.replaceAll(/[{}\s"]/g, '').toLowerCase();
  if (plain === 'time') return 'time';
  if (plain === 'freq' || plain === 'frequency' || plain === 'hertz') return 'frequency';
  if (plain === 'temp' || plain === 'temperature') return 'temperature';
  if (plain === 'index') return 'index';
  if (plain === 'stepnum' || plain === 'step') return 'step';
  if (/^(?:(?:re|im)\()?v[rimp]?\([^()]*\)\)?$/.test(plain)) return plain.startsWith('vp') ? 'phase' : 'voltage';
  if (/^(?:(?:re|im)\()?i[a-z]?[rimp]?\([^()]*\)\)?$/.test(plain)) return plain.startsWith('ip') ? 'phase' : 'current';
  return 'unknown';
}

/** Analysis told by a plot's or an analysis' name (`DC transfer characteristic`, `AC Analysis`). */
export function analysisOfName(name: string): AnalysisKind {
  const plain = name.toLowerCase();
  if (plain.includes('operating point')) return 'op';
  if (plain.includes('noise')) return 'noise';
  if (/\bdc\b|dc transfer/.test(plain)) return 'dc';
  if (/\bac\b/.test(plain)) return 'ac';
  if (plain.includes('transient') || /\btran\b/.test(plain)) return 'tran';
  if (plain.includes('transfer function')) return 'tf';
  return 'unknown';
}

/** A plot of real columns. */
export function realPlot(parts: Omit<Plot, 'imaginary' | 'points' | 'outer'> & Partial<Pick<Plot, 'outer'>>): Plot {
  return { outer: [], ...parts, points: parts.real[0]?.length ?? 0, imaginary: parts.real.map(() => undefined) };
}

export function namedVariable(name: string): Variable {
  return { name, quantity: quantityOfName(name), complex: false };
}
