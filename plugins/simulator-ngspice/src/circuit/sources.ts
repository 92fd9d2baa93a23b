import { profileOf, type Profile } from '@evospice/testbench';
import { spiceNumber, wrapped } from './numbers.ts';

/** Name of the node whose voltage is minus the point counter. */
export const COUNTER = 'idx';

/**
 * Makes the sources of a swept circuit. Equal drives share one source; a terminal that is measured hangs on it through
 * an ammeter of its own. The counter runs downwards from 0: a sweep that ends at or below zero spares ngspice a
 * temperature update of the whole circuit for each parameter altered afterwards.
 */
export class SweepSources {
  readonly lines: string[] = [];
  readonly #nodes = new Map<string, string>();

  /** Node with this voltage. */
  voltageNode(values: ArrayLike<number>): string {
    const profile = profileOf(values);
    if (profile.kind === 'constant' && profile.value === 0) return '0';
    const key = keyOf(profile);
    const known = this.#nodes.get(key);
    if (known !== undefined) return known;
    const id = `s${this.#nodes.size}`;
    this.#nodes.set(key, id);
    if (profile.kind === 'constant') {
      this.lines.push(`v${id} ${id} 0 ${spiceNumber(profile.value)}`);
    } else if (profile.kind === 'table') {
      this.lines.push(`b${id} ${id} 0 v=${table(profile.values)}`);
    } else if (profile.start === 0) {
      this.lines.push(`e${id} ${id} 0 ${COUNTER} 0 ${spiceNumber(-profile.step)}`);
    } else {
      this.lines.push(`e${id} ${id} o${id} ${COUNTER} 0 ${spiceNumber(-profile.step)}`, `v${id} o${id} 0 ${spiceNumber(profile.start)}`);
    }
    return id;
  }

  /** Source that pushes this current into `node`. */
  current(id: string, node: string, values: ArrayLike<number>): void {
    const profile = profileOf(values);
    if (profile.kind === 'constant') {
      this.lines.push(`i${id} 0 ${node} ${spiceNumber(profile.value)}`);
    } else if (profile.kind === 'table') {
      this.lines.push(`b${id} 0 ${node} i=${table(profile.values)}`);
    } else {
      this.lines.push(`g${id} 0 ${node} ${COUNTER} 0 ${spiceNumber(-profile.step)}`, `i${id} 0 ${node} ${spiceNumber(profile.start)}`);
    }
  }
}

function keyOf(profile: Profile): string {
  switch (profile.kind) {
    case 'constant': return `c ${profile.value}`;
    case 'uniform': return `u ${profile.start} ${profile.step}`;
    case 'table': return `t ${profile.values.join(' ')}`;
  }
}

/** Piecewise linear in the counter, with a corner at each point, so exact there. */
function table(values: readonly number[]): string {
  const pairs = values.map((value, k) => `${k === 0 ? 0 : -k}, ${spiceNumber(value)}`).toReversed();
  return wrapped(`pwl(v(${COUNTER}),`, pairs.map((pair, at) => (at === pairs.length - 1 ? `${pair})` : `${pair},`)), 6);
}
