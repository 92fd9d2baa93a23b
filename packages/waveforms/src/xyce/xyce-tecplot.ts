import { waveforms, type OuterValue, type Plot, type Waveforms, type WaveformSource } from '../model.ts';
import { builders, type ColumnBuilder } from '../table/column-builder.ts';
import { namedVariable, realPlot } from '../table/quantities.ts';
import { tokens } from '../text/columns.ts';
import { NumberForm, parseNumber } from '../text/numbers.ts';
import { TextFile } from '../text/text-file.ts';
import { analysisOf } from './xyce-table.ts';

const footer = /^End of Xyce\(TM\) (Simulation|Parameter Sweep)$/;

/**
 * Reads Xyce's `FORMAT=TECPLOT`: a title, quoted variable names, then one `ZONE` for each step with its parameters in
 * `AUXDATA` lines. Format: Tecplot data format guide, point zones.
 *
 * The line `End of Xyce(TM) …` must end the file. Not noticed: changed digits and missing whole rows.
 *
 * @throws WaveformError with the line
 */
export function readXyceTecplot(bytes: Uint8Array, source: WaveformSource): Waveforms {
  const text = new TextFile(bytes, source.file);
  const form = new NumberForm();
  const names: string[] = [];
  const header: Record<string, string> = { program: 'Xyce' };
  const plots: Plot[] = [];
  let zone: { name: string; outer: OuterValue[]; columns: ColumnBuilder[]; line: number } | undefined;
  let ended = false;
  const close = (): void => {
    if (zone === undefined) return;
    if (zone.columns[0]!.length === 0) throw text.error('WAVEFORM_COUNT_MISMATCH', 'a zone without rows', zone.line);
    const axis = names.findIndex((name) => name === 'TIME' || name === 'FREQ');
    plots.push(realPlot({
      name: zone.name, analysis: analysisOf(names, source.file), variables: names.map((name) => namedVariable(name)),
      independent: axis >= 0 ? [axis] : [], outer: zone.outer, real: zone.columns.map((column) => column.finish()),
    }));
    zone = undefined;
  };
  text.lines.forEach((raw, index) => {
    const line = raw.trim();
    const number = index + 1;
    if (line === '') return;
    if (ended) throw text.error('WAVEFORM_CORRUPTED', 'text follows the end mark', number);
    const title = /^TITLE = "(.*)",?$/.exec(line);
    const quoted = /^(?:VARIABLES = )?((?:"[^"]*"\s*)+)$/.exec(line);
    const auxiliary = /^(DATASETAUXDATA|AUXDATA) (.+?)\s*= "([^"]*)"$/.exec(line);
    const zoneName = /^ZONE F=POINT\s+T=\s*"([^"]*)"$/.exec(line);
    if (footer.test(line)) ended = true;
    else if (title !== null) header['title'] = title[1]!.trim();
    else if (quoted !== null && zone === undefined && plots.length === 0) names.push(...[...quoted[1]!.matchAll(/"([^"]*)"/g)].map((name) => name[1]!.trim()));
    else if (auxiliary !== null && auxiliary[1] === 'DATASETAUXDATA') header[auxiliary[2]!.toLowerCase()] = auxiliary[3]!.trim();
    else if (auxiliary !== null && zone !== undefined) {
      const value = parseNumber(auxiliary[3]!.trim());
      if (value === undefined) throw text.notANumber(auxiliary[3]!, number);
      zone.outer.push({ name: auxiliary[2]!, value });
    } else if (zoneName !== null) {
      close();
      if (names.length === 0) throw text.error('WAVEFORM_CORRUPTED', 'a zone before the variable names', number);
      zone = { name: zoneName[1]!.trim(), outer: [], columns: builders(names.length), line: number };
    } else if (zone !== undefined) {
      const cells = tokens(line);
      if (cells[0] === 'End') throw text.truncated('the whole of its end mark');
      if (cells.length !== names.length) throw text.columnCount(cells.length, names.length, number);
      cells.forEach((cell, column) => {
        const value = form.parse(cell);
        if (value === undefined) throw text.notANumber(cell, number);
        zone!.columns[column]!.push(value);
      });
    } else {
      throw text.error('WAVEFORM_CORRUPTED', `"${line.slice(0, 60)}" is not a line of a Tecplot header`, number);
    }
  });
  if (!ended) throw text.truncated('"End of Xyce(TM) Simulation"');
  close();
  if (plots.length === 0) throw text.error('WAVEFORM_COUNT_MISMATCH', 'the file has no zone', text.lines.length);
  return waveforms(source.file, 'xyce-tecplot', { header, plots });
}
