import { waveforms, type Waveforms, type WaveformSource } from '../model.ts';
import { parseEngineering } from '../text/numbers.ts';
import { TextFile } from '../text/text-file.ts';

/**
 * Reads the operating point that HSPICE saves (`.ic0`): node voltages between its `BEGIN:` and `END:` lines, a plot of one
 * point. The `END:` line must be there. Not noticed: changed digits, missing whole lines.
 *
 * @throws WaveformError with the line
 */
export function readHspiceSavedPoint(bytes: Uint8Array, source: WaveformSource): Waveforms {
  const text = new TextFile(bytes, source.file);
  const header: Record<string, string> = {};
  const nodes: { name: string; value: number }[] = [];
  let state: 'before' | 'options' | 'nodes' | 'after' = 'before';
  for (const [index, raw] of text.lines.entries()) {
    const line = raw.trim();
    const fact = /^\* "([^"]*)" "([^"]*)"$/.exec(line) ?? /^\* (time|temperature) =\s*(\S+)$/.exec(line);
    const pair = /^\+ (\S+)\s*=\s*(\S+)$/.exec(line);
    if (line === '') continue;
    if (state === 'before' && fact !== null) header[fact[1]!] = fact[2]!.trim();
    else if (state === 'before' && /^\*\*\* BEGIN: Saved Operating Point \*\*\*$/.test(line)) state = 'options';
    else if ((state === 'options' || state === 'nodes') && /^\*\*\*\s+END: Saved Operating Point \*\*\*$/.test(line)) state = 'after';
    else if (state !== 'before' && state !== 'after' && /^\.(nodeset|ic)$/i.test(line)) state = 'nodes';
    else if (state !== 'before' && state !== 'after' && /^\.option$/i.test(line)) state = 'options';
    else if (pair !== null && (state === 'options' || state === 'nodes')) {
      const value = parseEngineering(pair[2]!);
      if (value === undefined) throw text.notANumber(pair[2]!, index + 1);
      if (state === 'nodes') nodes.push({ name: pair[1]!, value });
    } else throw text.error('WAVEFORM_CORRUPTED', `"${line.slice(0, 60)}" is not a line of a saved operating point`, index + 1);
  }
  if (state !== 'after') throw text.truncated('"END: Saved Operating Point"');
  return waveforms(source.file, 'hspice-saved-point', {
    header,
    plots: [{
      name: 'Saved Operating Point', analysis: 'op', variables: nodes.map(({ name }) => ({ name, quantity: 'voltage', complex: false })),
      independent: [], outer: [], points: 1, real: nodes.map(({ value }) => Float64Array.of(value)), imaginary: nodes.map(() => undefined),
    }],
  });
}

/**
 * Reads HSPICE's list of subcircuits (`.pa0`): lines of a number and an instance path. Each is a record with its `index`.
 * Not noticed: missing whole lines.
 *
 * @throws WaveformError with the line
 */
export function readHspiceSubcircuits(bytes: Uint8Array, source: WaveformSource): Waveforms {
  const text = new TextFile(bytes, source.file);
  text.requireLineEnd();
  const records = text.lines.filter((line) => line.trim() !== '').map((line, position) => {
    const match = /^\s*(\d+)\s+(\S+)\s*$/.exec(line);
    if (match === null || Number(match[1]) !== position + 1) throw text.error('WAVEFORM_CORRUPTED', `"${line.slice(0, 60)}" is not entry ${position + 1} of the list`, position + 1);
    return { name: match[2]!, kind: 'subcircuit', values: { index: Number(match[1]) }, properties: {} };
  });
  return waveforms(source.file, 'hspice-subcircuits', { header: { program: 'HSPICE' }, records });
}
