import type { Curve, ModelCard, Task } from '@evospice/contracts';

/** How far a device is looked at: beyond what was measured, by a tenth of the voltages and to the usual ends of temperature. */
export interface Reach {
  /** Largest voltage of each terminal against the source, emitter or cathode in the direction it was driven, V, positive; by terminal. */
  readonly largest: Readonly<Record<string, number>>;
  /** Smallest one against the same, V, as a positive number where it was driven the other way round. */
  readonly opposite: Readonly<Record<string, number>>;
  /** Degrees Celsius, ascending. */
  readonly temperatures: readonly number[];
}

/** Ends of the usual range of temperature, and room temperature. */
const usual = [-40, 27, 125];
/** Nearer temperatures are the same. */
const near = 6;

/** Supply voltage that an oxide of this thickness is made for, V: about 0.45 V per nanometre. */
export function supplyFor(thickness: number): number {
  return Math.min(40, Math.max(0.7, 4.5e8 * thickness));
}

/**
 * Range of voltages of a task's device, of the given reference terminal.
 * @param reference terminal that the others are measured against
 */
export function reachOf(task: Task, reference: string, sign: 1 | -1): Reach {
  const largest: Record<string, number> = {};
  const opposite: Record<string, number> = {};
  for (const curve of task.curves) {
    for (const [terminal, values] of voltagesAgainst(curve, reference)) {
      for (const value of values) {
        const forward = sign * value;
        largest[terminal] = Math.max(largest[terminal] ?? 0, forward);
        opposite[terminal] = Math.max(opposite[terminal] ?? 0, -forward);
      }
    }
  }
  return { largest, opposite, temperatures: temperaturesOf(task) };
}

function temperaturesOf(task: Task): readonly number[] {
  const all: number[] = [];
  for (const temperature of [...task.curves.map(({ temperatureC }) => temperatureC), ...usual]) {
    if (all.every((other) => Math.abs(other - temperature) > near)) all.push(temperature);
  }
  // The ends and what is nearest to room temperature: what lies between follows.
  const sorted = all.toSorted((a, b) => a - b);
  const room = sorted.reduce((best, each) => (Math.abs(each - 27) < Math.abs(best - 27) ? each : best));
  return [...new Set([sorted[0]!, room, sorted.at(-1)!])];
}

function voltagesAgainst({ drives, x }: Curve, reference: string): readonly (readonly [string, Float64Array])[] {
  const base = drives.find(({ terminal }) => terminal === reference);
  const zero = base?.quantity === 'v' ? base.values : new Float64Array(x.length);
  return drives.flatMap(({ terminal, quantity, values }) => (quantity === 'v' && terminal !== reference ? [[terminal, values.map((value, k) => value - zero[k]!)] as const] : []));
}

/** Supply voltage of a MOSFET, V, positive: as stated, else what it was driven with, else what its oxide is made for. */
export function supplyOf(task: Task, card: ModelCard, measured: number | undefined): number {
  const stated = task.device.vdd;
  if (stated !== undefined && stated !== 0) return Math.abs(stated);
  if (measured !== undefined && measured > 0.2) return measured;
  return supplyFor(card.value('toxe') ?? card.value('tox') ?? 3e-9);
}

/** Largest reverse body bias that is looked at, V, positive: what was driven, else half of the supply. */
export function bodyReachOf(task: Task, card: ModelCard, sign: 1 | -1): number {
  const { largest, opposite } = reachOf(task, 's', sign);
  return Math.max(opposite['b'] ?? 0, 0.5 * supplyOf(task, card, largest['d']));
}
