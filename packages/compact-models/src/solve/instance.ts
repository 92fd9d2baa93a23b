import type { GeneratedCode, ModelFamily } from '../model.ts';

/** One device at one temperature: what the equations have prepared, and which of its nodes exist. */
export interface PreparedInstance {
  readonly code: GeneratedCode;
  readonly q: Float64Array;
  /** For each node of the equations, the node whose voltage it has: itself, the terminal it is collapsed onto, or -1 where it is held at 0. */
  readonly owner: Int32Array;
  /** For each node the terminal that it is behind, to guess its voltage by; -1 for none. */
  readonly behind: Int32Array;
}

/** How the prepared values change with each parameter: the places and amounts of column k are those from `starts[k]` to `starts[k + 1]`. */
export interface Sensitivities {
  readonly starts: Int32Array;
  readonly places: Int32Array;
  readonly amounts: Float64Array;
}

/** Surroundings of a device in the order of `GeneratedCode.ambient`. */
export function ambientValues(code: GeneratedCode, temperatureC: number, gmin: number): Float64Array {
  const known: Readonly<Record<string, number>> = { temperatureC, temperature: temperatureC + 273.15, gmin };
  return Float64Array.from(code.ambient, (field) => known[field]!);
}

export function prepareInstance(family: ModelFamily, card: Float64Array, geometry: Float64Array, ambient: Float64Array): PreparedInstance {
  const { code, terminals, internalNodes } = family;
  const q = new Float64Array(code.prepared.length);
  code.prepare(card, geometry, ambient, q);
  const owner = Int32Array.from(code.nodes, (_, k) => k);
  const behind = Int32Array.from(code.nodes, (_, k) => (k < terminals.length ? k : -1));
  internalNodes.forEach(({ onto, present }, k) => {
    const node = terminals.length + k;
    const outer = onto === undefined ? -1 : code.nodes.indexOf(onto);
    behind[node] = outer < 0 ? -1 : behind[outer]!;
    if (present !== undefined && q[code.prepared.indexOf(present)] === 0) owner[node] = outer < 0 ? -1 : owner[outer]!;
  });
  return { code, q, owner, behind };
}

/** @param changes of the card with each parameter, in the order of `GeneratedCode.card` */
export function sensitivitiesOf(code: GeneratedCode, card: Float64Array, geometry: Float64Array, ambient: Float64Array, changes: readonly Float64Array[]): Sensitivities {
  const starts = new Int32Array(changes.length + 1);
  const places: number[] = [];
  const amounts: number[] = [];
  const dq = new Float64Array(code.prepared.length);
  changes.forEach((change, k) => {
    code.prepareTangent(card, geometry, ambient, change, dq);
    dq.forEach((amount, place) => {
      if (amount === 0) return;
      places.push(place);
      amounts.push(amount);
    });
    starts[k + 1] = places.length;
  });
  return { starts, places: Int32Array.from(places), amounts: Float64Array.from(amounts) };
}

/** Adds `factor` times the gradient by what was prepared, carried on to the parameters, to the numbers of `into` from `at` on. */
export function addByParameter({ starts, places, amounts }: Sensitivities, gradient: Float64Array, factor: number, into: Float64Array, at: number): void {
  const count = starts.length - 1;
  for (let k = 0; k < count; k++) {
    let sum = 0;
    const end = starts[k + 1]!;
    for (let i = starts[k]!; i < end; i++) sum += amounts[i]! * gradient[places[i]!]!;
    into[at + k] = into[at + k]! + factor * sum;
  }
}
