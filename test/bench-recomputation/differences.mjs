/** Collects numbers that differ, with where they stand and both values. */
export class Differences {
  checked = 0;
  found = [];

  constructor(where) {
    this.where = where;
  }

  /** Numbers agree within `tolerance` of the greater, or `absolute`; null with null; anything else by its JSON. */
  same(path, stated, recomputed, tolerance = 1e-9, absolute = 1e-12) {
    this.checked += 1;
    const numbers = typeof stated === 'number' && typeof recomputed === 'number';
    const near = numbers && Math.abs(stated - recomputed) <= Math.max(absolute, tolerance * Math.max(Math.abs(stated), Math.abs(recomputed)));
    if (near || (!numbers && JSON.stringify(stated) === JSON.stringify(recomputed))) return;
    this.found.push(`${this.where}: ${path} is stated as ${JSON.stringify(stated)} and comes out as ${JSON.stringify(recomputed)}`);
  }

  quartiles(path, stated, recomputed) {
    if (stated === null || recomputed === null) { this.same(path, stated, recomputed); return; }
    for (const name of ['lower', 'median', 'upper']) this.same(`${path}.${name}`, stated[name], recomputed[name]);
  }

  /** An interval's end should leave `share` of the resampled values below it; both sides were drawn, so within `slack`. */
  end(path, stated, values, share, slack = 0.02) {
    this.checked += 1;
    const end = stated ?? Infinity;
    const room = Number.isFinite(end) ? 1e-9 * Math.abs(end) : 0;
    let [below, upTo] = [0, 0];
    for (const value of values) {
      if (value < end - room) below += 1 / values.length;
      if (value <= end + room) upTo += 1 / values.length;
    }
    if (below <= share + slack && upTo >= share - slack) return;
    this.found.push(`${this.where}: ${path} is stated as ${JSON.stringify(stated)}, but ${(100 * below).toFixed(1)} to ${(100 * upTo).toFixed(1)} % of resamples lie below it, not ${100 * share} %`);
  }

  interval(path, stated, values) {
    if (stated === null) { this.same(path, stated, []); return; }
    this.end(`${path}[0]`, stated[0], values, 0.025);
    this.end(`${path}[1]`, stated[1], values, 0.975);
  }
}
