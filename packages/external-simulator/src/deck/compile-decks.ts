import type { Curve, DeviceInstance, Testbench } from '@evospice/kernel';
import { capacitanceDeck, type CapacitanceTrace } from './capacitance-deck.ts';
import type { Deck } from './deck.ts';
import { profileOf } from './profile.ts';
import { sweepDeck, type SweepTrace } from './sweep-deck.ts';

/** Devices above which a group is cut: every device waits for the slowest to converge. */
const DEVICES_A_DECK = 64;
const BIAS_POINTS_A_DECK = 256;

/**
 * Compiles curves into as few circuits as can share an analysis.
 *
 * Sweeps of one temperature and one number of points form one circuit, whatever they sweep, because all are driven by
 * a point counter; sweeps with tabulated drives and those that force a current stay apart from the plain ones, which
 * need fewer iterations. Capacitances of one temperature and frequency form one small-signal circuit.
 * @param prefix of the decks' ids, to tell sets of decks apart; lower case letters and digits
 */
export function compileDecks(testbench: Testbench, curves: readonly Curve[], prefix: string): readonly Deck[] {
  const sweeps = new Map<string, SweepTrace[]>();
  const capacitances = new Map<string, CapacitanceTrace[]>();
  for (const curve of curves) {
    const instance = testbench.instances.find((other) => other.id === curve.instance) as DeviceInstance;
    const vectors = [...curve.measured.keys()].filter((vector) => curve.measured[vector]?.kind !== 'c');
    if (vectors.length > 0) addTo(sweeps, sweepKey(curve), { curve, instance, vectors });
    for (const [vector, measured] of curve.measured.entries()) {
      if (measured.kind === 'c') addTo(capacitances, `${curve.temperatureC} ${curve.frequency}`, { curve, instance, vector });
    }
  }
  const pieces = [
    ...[...sweeps.values()].flatMap((traces) => cut(traces, DEVICES_A_DECK, () => 1)).map((traces) => (id: string) => sweepDeck(testbench, id, traces)),
    ...[...capacitances.values()].flatMap((traces) => cut(traces, BIAS_POINTS_A_DECK, (trace) => trace.curve.x.length))
      .map((traces) => (id: string) => capacitanceDeck(testbench, id, traces)),
  ];
  return pieces.map((make, index) => make(`${prefix}d${index}`));
}

function sweepKey(curve: Curve): string {
  const tabulated = curve.drives.some((drive) => profileOf(drive.values).kind === 'table');
  const forced = curve.drives.some((drive) => drive.quantity === 'i');
  return `${curve.temperatureC} ${curve.x.length} ${tabulated} ${forced}`;
}

function addTo<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [item]);
  else group.push(item);
}

/** Cuts a list into pieces of at most `most` units, in order; an item larger than that stands alone. */
function cut<T>(items: readonly T[], most: number, size: (item: T) => number): readonly (readonly T[])[] {
  const pieces: T[][] = [];
  let room = 0;
  for (const item of items) {
    room -= size(item);
    if (room < 0) {
      pieces.push([]);
      room = most - size(item);
    }
    pieces.at(-1)?.push(item);
  }
  return pieces;
}
