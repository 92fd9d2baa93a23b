import { WaveformError } from '../errors.ts';
import { waveforms, type OuterValue, type Plot, type Waveforms, type WaveformSource } from '../model.ts';
import { analysisOfName } from '../table/quantities.ts';
import { isLtspice, isWide, refuseLtspiceForms } from './ltspice.ts';
import { readBinaryValues } from './raw-binary.ts';
import { RawHeaderReader, type RawHeader } from './raw-header.ts';
import { readTextValues } from './raw-text.ts';

export interface RawSource extends WaveformSource {
  /** Byte order of binary values; guessed from them if not given. */
  readonly littleEndian?: boolean;
}

/**
 * Reads the raw files of SPICE 3 and its kin: ngspice, SPICE OPUS, Xyce (`format=raw` and `-r`), Spectre
 * (`nutascii`, `nutbin`), Eldo (`spi3asc`, `spi3bin`) and LTspice (ASCII, and binary of doubles); binary and ASCII, real and complex, several plots in a
 * file, padded and unpadded. Format: ngspice manual, "Rawfile output format".
 *
 * The scale (first variable) is always real: some programs leave its imaginary part uninitialised.
 * Xyce's `Step Analysis:` names give the outer values of a plot.
 *
 * Not noticed: a cut exactly between two plots, unless they are numbered steps; changed bytes of binary values
 * and changed digits of ASCII ones.
 *
 * @throws WaveformError with the byte offset
 */
export function readSpiceRaw(bytes: Uint8Array, source: RawSource): Waveforms {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wide = isWide(bytes);
  const headers = new RawHeaderReader(bytes, source.file, wide);
  const plots: Plot[] = [];
  const steps: Step[] = [];
  let facts: Record<string, string> = {};
  let at = skipBlanks(bytes, 0);
  do {
    const header = headers.read(at);
    refuseLtspiceForms(header, wide, source.file);
    const values = header.binary ? readBinaryValues(view, header, source) : readTextValues(bytes, header, source.file);
    // LTspice marks points that it left others out around by a negative time.
    if (isLtspice(header) && header.variables[0]!.quantity === 'time') values.real[0] = values.real[0]!.map(Math.abs);
    facts = { ...header.facts, ...facts };
    const step = stepOf(header.name);
    if (step !== undefined) steps.push(step);
    plots.push({
      name: header.name,
      analysis: header.variables[0]!.name === 'dummy' ? 'op' : analysisOfName(step?.rest ?? header.name),
      variables: header.variables.map(({ name, quantity, unit, complex }) => ({ name, quantity, ...(unit === undefined ? {} : { unit }), complex })),
      independent: isSwept(header) ? [0] : [],
      outer: step?.outer ?? [],
      points: header.points,
      real: values.real,
      imaginary: values.imaginary,
    });
    // blanks behind binary values would hide that they are shifted
    at = header.binary ? values.end : skipBlanks(bytes, values.end);
    refuseMorePoints(bytes, header, at, source.file);
  } while (at < bytes.length);
  const last = steps.at(-1);
  if (last !== undefined && last.index !== last.count) {
    throw new WaveformError('WAVEFORM_TRUNCATED', `the file ends after step ${last.index} of ${last.count}`, {
      file: source.file, offset: bytes.length, expected: `${last.count} steps`,
    });
  }
  return waveforms(source.file, 'spice-raw', { header: facts, plots });
}

/** @throws WaveformError `WAVEFORM_COUNT_MISMATCH` where values go on behind the number of points that the header states. */
function refuseMorePoints(bytes: Uint8Array, { points, binary, valuesAt }: RawHeader, at: number, file: string): void {
  if (at >= bytes.length) return;
  const next = new TextDecoder('latin1').decode(bytes.subarray(at, at + 40));
  if (binary ? points > 0 || /^\s*[A-Za-z][A-Za-z. ]*:/.test(next) : /^\d+/.exec(next)?.[0] !== String(points)) return;
  throw new WaveformError('WAVEFORM_COUNT_MISMATCH', `the header says "No. Points: ${points}", and the values of ${points === 0 ? 'points' : 'more points'} follow it: the count is wrong`, {
    file, offset: points === 0 ? valuesAt : at, expected: 'as many points as the header says',
    remedy: 'correct the count to the number of points that are there, or simulate again (Xyce has written 0 for steps of an analysis)',
  });
}

/** A single point has no sweep, whatever its first variable is called. */
function isSwept(header: RawHeader): boolean {
  return header.points > 1 || ['time', 'frequency', 'sweep'].includes(header.variables[0]!.quantity) && analysisOfName(header.name) !== 'op';
}

interface Step {
  readonly index: number;
  readonly count: number;
  readonly outer: readonly OuterValue[];
  readonly rest: string;
}

/** `Step Analysis: Step 1 of 3 params:  name = TEMP value = -10  DC transfer characteristic`, as Xyce writes it. */
function stepOf(name: string): Step | undefined {
  const match = /^Step Analysis: Step (\d+) of (\d+) params:((?:\s+name = \S+ value = \S+)*)\s+(.*)$/.exec(name);
  if (match === null) return undefined;
  const outer = [...match[3]!.matchAll(/name = (\S+) value = (\S+)/g)].map((pair) => ({ name: pair[1]!, value: Number(pair[2]) }));
  return { index: Number(match[1]), count: Number(match[2]), outer, rest: match[4]! };
}

function skipBlanks(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && (bytes[at] === 0x0a || bytes[at] === 0x0d || bytes[at] === 0x20 || bytes[at] === 0x09)) at += 1;
  return at;
}
