/** Readings of an n-channel transistor that nobody measured: smooth from weak to strong inversion, with a finite output resistance. */
export function drainCurrent(gate: number, drain: number, body = 0): number {
  const overdrive = 0.08 * Math.log1p(Math.exp((gate - 0.45 - 0.2 * (Math.sqrt(0.8 - body) - Math.sqrt(0.8))) / 0.08));
  const saturated = 2e-4 * overdrive ** 1.6;
  return saturated * Math.tanh(drain / (0.15 + 0.5 * overdrive)) * (1 + 0.08 * drain);
}

export const gates = Array.from({ length: 13 }, (_, index) => Number((index / 10).toPrecision(6)));
export const drains = [0.05, 0.6, 1.2] as const;

/** One reading as a file holds it: seven digits. */
export function reading(gate: number, drain: number): number {
  return Number(drainCurrent(gate, drain).toPrecision(7));
}

/** Rows of gate voltage, drain voltage and drain current: the gate swept at each drain voltage. */
export const rows: readonly (readonly [gate: number, drain: number, current: number])[] = drains.flatMap((drain) => gates.map((gate) => [gate, drain, reading(gate, drain)] as const));
