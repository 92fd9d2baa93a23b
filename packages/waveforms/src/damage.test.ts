import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WaveformError } from './errors.ts';
import type { Plot, Waveforms } from './model.ts';
import { readWaveforms } from './read-waveforms.ts';
import { fixtures, type Fixture } from './testing/fixtures.ts';

/** What a reader made of damaged bytes: an error of this package, or numbers. Anything else thrown fails the test. */
function attempt(bytes: Uint8Array, fixture: Fixture, named: boolean): Waveforms | WaveformError {
  try {
    return readWaveforms(bytes, { file: fixture.file, ...(named ? { format: fixture.format } : {}) });
  } catch (error) {
    if (error instanceof WaveformError) return error;
    throw error;
  }
}

/** Numbers anywhere in a record; names and texts may change unnoticed. */
function numbersIn(value: unknown): unknown[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

/** All numbers of a file, in order, without names. */
function numbersOf(waveforms: Waveforms): unknown {
  return {
    plots: waveforms.plots.map((plot) => ({ real: plot.real.map((column) => [...column]), imaginary: plot.imaginary.map((column) => (column === undefined ? null : [...column])), outer: plot.outer.map((outer) => outer.value) })),
    measures: waveforms.measures.map((set) => [...set.values.values()]),
    records: waveforms.records.map((record) => numbersIn(record.values)),
  };
}

/** True if every number of the damaged file is one of the whole file in its place, and nothing is left out within a plot. */
function isBeginning(part: Waveforms, whole: Waveforms): boolean {
  const shorter = (plot: Plot, index: number): boolean => {
    const other = whole.plots[index];
    return other !== undefined && plot.points <= other.points && plot.real.every((column, position) => column.every((value, point) => Object.is(value, other.real[position]![point])));
  };
  const measures = part.measures.every((set, index) => [...set.values].every(([name, value]) => whole.measures[index]!.values.get(name) === value));
  const records = part.records.every((record, index) => JSON.stringify(record) === JSON.stringify(whole.records[index]));
  return part.plots.every(shorter) && measures && records;
}

function lineEnds(bytes: Uint8Array): Set<number> {
  return new Set([...bytes].flatMap((byte, index) => (byte === 0x0a ? [index + 1] : [])));
}

/** Measures of a listing may go missing with their line; the ones that stay must be right. */
function sameNumbers(received: Waveforms, whole: Waveforms): void {
  if (whole.format === 'hspice-listing') {
    expect(numbersOf({ ...received, measures: [], records: [] })).toEqual(numbersOf({ ...whole, measures: [], records: [] }));
    const allowed = whole.measures.flatMap((set) => [...set.values.values()]);
    for (const set of received.measures) for (const value of set.values.values()) expect(allowed).toContain(value);
  } else {
    expect(numbersOf(received)).toEqual(numbersOf(whole));
  }
}

// characters that no number, separator or quote consists of
const garbage = ['?', '~', '@', '`', '\u0000', '\u0001', '\u00b5'].flatMap((character) => [new TextEncoder().encode(character)]);

describe.each(fixtures.map((fixture) => [fixture.name, fixture] as const))('damage to %s', (_, fixture) => {
  const whole = readWaveforms(fixture.bytes, { file: fixture.file });

  it('is recognised by its content', () => {
    expect(whole.format).toBe(fixture.format);
  });

  it.each([true, false])('every cut is noticed, or leaves a whole smaller file where the format allows it (format named: %s)', (named) => {
    const ends = lineEnds(fixture.bytes);
    let trailing = fixture.bytes.length;
    while (!fixture.binary && [0x0a, 0x20].includes(fixture.bytes[trailing - 1]!)) trailing -= 1;
    const silent: number[] = [];
    for (let length = 0; length < fixture.bytes.length; length += 1) {
      const result = attempt(fixture.bytes.subarray(0, length), fixture, named);
      if (result instanceof WaveformError) continue;
      expect(isBeginning(result, whole), `cut at byte ${length}`).toBe(true);
      // the run of a listing has ended with its mark; what follows is statistics
      const afterEnd = fixture.format === 'hspice-listing' && result.outcome === 'concluded' && JSON.stringify(numbersOf(result)) === JSON.stringify(numbersOf(whole));
      if (length < trailing && !afterEnd && !(fixture.cuts === 'lines' && ends.has(length))) silent.push(length);
    }
    if (fixture.cuts === 'plots') {
      const plots = silent.map((length) => (attempt(fixture.bytes.subarray(0, length), fixture, named) as Waveforms).plots);
      expect(plots.every((part) => part.length <= whole.plots.length && part.every((plot, index) => plot.points === whole.plots[index]!.points))).toBe(true);
    } else {
      expect(silent).toEqual([]);
    }
  });

  if (!fixture.binary) it('garbage put over or between characters is noticed or changes no number', () => {
    for (const named of [true, false]) {
      for (let at = 0; at < fixture.bytes.length; at += 1) {
        for (const [bytes, skipped] of [[garbage[at % garbage.length]!, 1], [garbage[(at + 3) % garbage.length]!, 0]] as const) {
          const damaged = new Uint8Array([...fixture.bytes.subarray(0, at), ...bytes, ...fixture.bytes.subarray(at + skipped)]);
          const result = attempt(damaged, fixture, named);
          if (!(result instanceof WaveformError)) {
            try {
              sameNumbers(result, whole);
            } catch (error) {
              throw new Error(`byte ${at}, ${skipped === 1 ? 'replaced' : 'inserted'}, format named ${named}`, { cause: error });
            }
          }
        }
      }
    }
  });

  if (fixture.binary) it('damage to any byte outside the values is noticed or changes no number', () => {
    const isValue = (at: number): boolean => fixture.values.some(([from, to]) => at >= from && at < to);
    for (let at = 0; at < fixture.bytes.length; at += 1) {
      if (isValue(at)) continue;
      const damaged = Uint8Array.from(fixture.bytes);
      damaged[at] = damaged[at]! ^ 0x80;
      const result = attempt(damaged, fixture, true);
      if (!(result instanceof WaveformError)) {
        try {
          sameNumbers(result, whole);
        } catch (error) {
          throw new Error(`byte ${at}`, { cause: error });
        }
      }
    }
  });

  if (fixture.binary) it('a byte lost or inserted is noticed or changes no number', () => {
    fc.assert(fc.property(fc.nat(fixture.bytes.length - 1), fc.boolean(), fc.integer({ min: 0, max: 255 }), (at, lost, byte) => {
      const damaged = new Uint8Array([...fixture.bytes.subarray(0, at), ...(lost ? [] : [byte]), ...fixture.bytes.subarray(lost ? at + 1 : at)]);
      const result = attempt(damaged, fixture, true);
      if (!(result instanceof WaveformError)) sameNumbers(result, whole);
    }), { numRuns: 300, seed: 7 });
  });

  it('random bytes instead of a piece never raise anything but a WaveformError', () => {
    fc.assert(fc.property(fc.nat(fixture.bytes.length - 1), fc.uint8Array({ minLength: 1, maxLength: 24 }), fc.boolean(), (at, piece, named) => {
      const damaged = Uint8Array.from(fixture.bytes);
      damaged.set(piece.subarray(0, damaged.length - at), at);
      attempt(damaged, fixture, named);
    }), { numRuns: 300, seed: 11 });
  });

  it('bytes in another place of their buffer are read alike', () => {
    const shifted = new Uint8Array(fixture.bytes.length + 3);
    shifted.set(fixture.bytes, 3);
    expect(numbersOf(readWaveforms(shifted.subarray(3), { file: fixture.file }))).toEqual(numbersOf(whole));
  });
});
