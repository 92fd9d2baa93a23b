import { counted } from '@evospice/contracts';
import { waveforms, type MeasureSet, type OuterValue, type Waveforms, type WaveformSource } from '../model.ts';
import { parseNumber } from '../text/numbers.ts';
import { TextFile } from '../text/text-file.ts';

/**
 * Reads HSPICE's measure files (`.mt*`, `.ms*`, `.ma*`): `$DATA1` and `.TITLE` lines, names up to `alter#`, then as many
 * values in each set, both over several lines; with commas between them if `measform=3`. Each set is one `MeasureSet`; the
 * first `PARAM_COUNT` columns, and a leading `index` column of sweeps, are its outer values. A failed measure is `undefined`.
 *
 * Noticed: any cut but one exactly between two sets of a sweep. Not noticed: changed digits.
 *
 * @throws WaveformError with the line
 */
export function readHspiceMeasures(bytes: Uint8Array, source: WaveformSource): Waveforms {
  const text = new TextFile(bytes, source.file);
  text.requireLineEnd();
  const facts = Object.fromEntries([...text.lines[0]!.matchAll(/([A-Z_]+)=(?:'([^']*)'|(\S+))/g)].map((pair) => [pair[1]!, pair[2] ?? pair[3]!]));
  const quoted = /^\.TITLE\s*(?:'(.*)'|([^']*))\s*$/.exec(text.lines[1] ?? '');
  const title = quoted?.[1] ?? quoted?.[2];
  if (!text.lines[0]!.startsWith('$DATA1') || title === undefined) {
    throw text.error('WAVEFORM_CORRUPTED', 'the heading of a measure file is damaged', 1, { expected: '"$DATA1 …" and ".TITLE \'…\'"' });
  }
  const names: string[] = [];
  const cells: { text: string; line: number }[] = [];
  text.lines.slice(2).forEach((line, index) => {
    for (const cell of line.split(/[\s,]+/).filter((part) => part !== '')) {
      if (names.at(-1) === 'alter#') cells.push({ text: cell, line: index + 3 });
      else names.push(cell);
    }
  });
  if (names.at(-1) !== 'alter#') throw text.truncated('the name "alter#"');
  if (cells.length === 0 || cells.length % names.length !== 0) throw text.truncated(`${counted(names.length, 'value')} in each set, ${counted(cells.length, 'is', 'are')} there`);
  const outerCount = (Number(facts['PARAM_COUNT'] ?? 0) || 0) + (names[0] === 'index' ? 1 : 0);
  const keys = names.map((name, index) => (names.indexOf(name) === index ? name : `${name}#${names.slice(0, index + 1).filter((other) => other === name).length}`));
  const measures: MeasureSet[] = [];
  for (let at = 0; at < cells.length; at += names.length) {
    const values = cells.slice(at, at + names.length).map((cell) => {
      const value = /^'?failed'?$/i.test(cell.text) ? undefined : parseNumber(cell.text);
      if (value === undefined && !/^'?failed'?$/i.test(cell.text)) throw text.notANumber(cell.text, cell.line);
      return value;
    });
    const outer: OuterValue[] = names.slice(0, outerCount).map((name, index) => ({ name, value: values[index] ?? Number.NaN }));
    measures.push({ outer, values: new Map(keys.map((name, index) => [name, values[index]])) });
  }
  const header = { program: facts['SOURCE'] ?? 'HSPICE', version: facts['VERSION'] ?? '', title };
  return waveforms(source.file, 'hspice-measure', { header, measures });
}
