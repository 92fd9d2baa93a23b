import { counted, type Dataset, type DatasetBlock, type DatasetReader, type MeasuredFile } from '@evospice/contracts';
import { ColumnCollector, datasetError, inBaseUnit, MarkNotes, readRows, readUnit, type Row } from '@evospice/readers';
import { byRow } from './by-row.ts';
import { channelsOf, listedUnits, secondarySteps, type Setting } from './settings.ts';

/** One test record: its set-up and its table. */
interface TestRecord {
  readonly settings: Map<string, Setting>;
  readonly facts: Map<string, { readonly value: string; readonly line: number }>;
  heading?: Row;
  units?: Row;
  readonly rows: Row[];
  /** Points of the inner sweep, and its repetitions, where the file states them: those of the first column. */
  points?: number;
  steps?: number;
  /** Points of each column: what an analysis function found has fewer. */
  lengths?: readonly number[];
  /** Lines of values have the tag DataValue in front; those of "classic" exports have none. */
  tagged: boolean;
}

const settingTags = new Set(['TestParameter', 'MetaData', 'AnalysisSetup']);
/** The guide writes some tags as two words. */
const dataTags: Readonly<Record<string, string>> = { 'Data Name': 'DataName', 'Data Unit': 'DataUnit', 'Data Value': 'DataValue' };
const classicStart = 'AutoAnalysis.Marker.Data.StartCondition';

/**
 * CSV exports of EasyEXPERT (B1500, B1505), of the form with tags in front of every line (`SetupTitle`, `TestParameter`, `Dimension1`, `DataName`,
 * `DataUnit`, `DataValue`; EasyEXPERT User's Guide, volume 1, "Export"), and of the form of classic tests, in which the table follows
 * `AutoAnalysis.Marker.Data.StartCondition`.
 *
 * Exports by column, in which a line holds all values of one quantity below a line of tags, are read alike (User's Guide, table 1-15).
 *
 * Units are those of `DataUnit`, of the set-up's list, or those of voltages and currents that channels name; a column that none of them
 * names has none. The outer sweep (VAR2) divides the rows into blocks, by `Dimension1` and `Dimension2` where they are there, which also shows
 * whether the file is whole, otherwise by the column of its name. Constants of the set-up become constants of every block.
 */
export class EasyExpertReader implements DatasetReader {
  readonly format = 'easyexpert';

  recognise({ text }: MeasuredFile): number {
    const head = text.slice(0, 65_536);
    if (/^"?(?:SetupTitle|PrimitiveTest|TestParameter|Data ?Name)"?\s*,/mu.test(head) || /^(?:"?Dimension[12]"?\s*,\s*)*"?Data ?Name"?\s*,.*Data ?Value/mu.test(head)) return 1;
    return /^"?(?:Setup title|Classic test name)"?\s*,/mu.test(text.slice(0, 8192)) ? 1 : 0;
  }

  read({ file, text }: MeasuredFile): Dataset {
    const records = recordsOf(byRow(readRows(text, ',', file), file));
    const first = records.find(({ heading }) => heading !== undefined);
    if (first === undefined) {
      throw datasetError('DATASET_EMPTY', { file, line: 1 }, 'the file has no line that names the data', { expected: 'DataName with the names, and DataValue with the values below it', remedy: 'export the test record again with its data, or check `format` in task.yaml' });
    }
    const marks = new MarkNotes();
    const read = records.filter(({ heading }) => heading !== undefined);
    const blocks = read.flatMap((record, index) => blocksOf(record, file, marks).map((block) => (read.length === 1 ? block : { ...block, variables: { ...block.variables, record: index + 1 } })));
    const { primary } = channelsOf(first.settings, file);
    const header = Object.fromEntries([...first.facts].map(([key, { value }]) => [key, value]));
    return {
      file,
      ...(primary !== undefined && blocks.every(({ columns }) => columns.includes(primary)) ? { sweep: primary } : {}),
      header,
      headerLines: Object.fromEntries([...first.facts].map(([key, { line }]) => [key, line])),
      blocks,
      notes: marks.notes(),
    };
  }
}

function recordsOf(rows: readonly Row[]): readonly TestRecord[] {
  const records: TestRecord[] = [];
  let record = begin(records);
  for (const row of rows) {
    const [written = '', ...rest] = row.cells;
    const tag = dataTags[written] ?? written;
    const value = rest[0] ?? '';
    if ((tag === 'SetupTitle' || tag === 'Setup title' || tag === 'DataName') && record.heading !== undefined) record = begin(records);
    if (record.heading !== undefined && !record.tagged) {
      record.rows.push(row);
      continue;
    }
    if (tag === 'DataName') record.heading = { cells: rest, line: row.line };
    else if (tag === 'DataUnit') record.units = { cells: rest, line: row.line };
    else if (tag === 'DataValue' && record.heading !== undefined) record.rows.push({ cells: rest, line: row.line });
    else if (tag === 'Dimension1') {
      record.points = Number(value);
      record.lengths = rest.map(Number);
    }
    else if (tag === 'Dimension2') record.steps = Number(value);
    else if (tag === classicStart) record.tagged = false;
    else if (!record.tagged && record.heading === undefined) record.heading = row;
    else if (settingTags.has(tag)) take(record, value, rest.slice(1), row.line);
    else if (record.heading === undefined) take(record, tag, rest, row.line);
    // Whatever else is behind the names is a broken row of values.
    else record.rows.push(row);
  }
  return records;
}

function begin(records: TestRecord[]): TestRecord {
  const record: TestRecord = { settings: new Map(), facts: new Map(), rows: [], tagged: true };
  records.push(record);
  return record;
}

function take({ settings, facts }: TestRecord, key: string, values: readonly string[], line: number): void {
  if (key === '') return;
  settings.set(key, { values, line });
  // Settings of every channel are not facts of the device.
  if (values.length === 1 && !key.startsWith('Channel.') && !key.startsWith('Analysis.')) facts.set(key, { value: values[0]!, line });
}

/** Without the columns that are shorter than the first: results of analysis functions, which are facts and no measured points. */
function ofWholeLength(record: TestRecord): TestRecord {
  const { lengths = [], points, heading, facts } = record;
  const short = (heading?.cells ?? []).map((_, column) => points !== undefined && points > 1 && (lengths[column] ?? points) < points);
  if (heading === undefined || !short.includes(true)) return record;
  const first = record.rows[0];
  for (const [column, name] of heading.cells.entries()) if (short[column] === true && first?.cells[column] !== undefined) facts.set(name, { value: first.cells[column], line: first.line });
  const kept = (row: Row): Row => ({ ...row, cells: row.cells.filter((_, column) => short[column] !== true) });
  return { ...record, heading: kept(heading), rows: record.rows.map(kept), ...(record.units === undefined ? {} : { units: kept(record.units) }) };
}

function blocksOf(whole: TestRecord, file: string, marks: MarkNotes): readonly DatasetBlock[] {
  const record = ofWholeLength(whole);
  const { heading, rows, settings } = record as TestRecord & { heading: Row };
  const names = heading.cells.at(-1) === '' ? heading.cells.slice(0, -1) : heading.cells;
  const place = { file, line: heading.line };
  const bad = names.findIndex((name, index) => name === '' || names.indexOf(name) !== index);
  if (bad >= 0) throw datasetError('DATASET_COLUMNS', place, names[bad] === '' ? `column ${bad + 1} has no name` : `column ${names[bad]} is named twice`, { received: names.join(', '), expected: 'each name once', remedy: 'rename the variable in EasyEXPERT and export again' });
  if (rows.length === 0) throw datasetError('DATASET_EMPTY', place, 'no values follow the names', { received: 0, expected: 'at least one line DataValue', remedy: 'export the test record again, with its data' });
  const { points, steps } = record;
  const stated = points === undefined ? undefined : points * (steps ?? 1);
  if (stated !== undefined && stated !== rows.length) {
    throw datasetError(rows.length < stated ? 'DATASET_TRUNCATED' : 'DATASET_SYNTAX', { file, line: rows.at(-1)!.line }, `the record has ${counted(rows.length, 'row')}`, { received: rows.length, expected: `${counted(stated, 'row')}: Dimension1 times Dimension2`, remedy: 'the file is truncated or was edited: export it again' });
  }
  const units = unitsOf(record, names, file);
  const { secondary, constants, units: known } = channelsOf(settings, file);
  const outer = secondarySteps(settings, file);
  const bySteps = stated !== undefined && (steps ?? 1) > 1;
  const parts: { readonly collector: ColumnCollector; readonly outer: number | undefined }[] = [];
  for (const [index, { cells, line }] of rows.entries()) {
    const whole = new ColumnCollector(names, marks);
    const values = cells.length === names.length + 1 && cells.at(-1) === '' ? cells.slice(0, -1) : cells;
    if (values.length !== names.length) whole.addText(values, { file, line });
    const row = values.map((cell, column) => inBaseUnit(whole.valueOf(cell, names[column]!, { file, line }), units[column] ?? { factor: 1 }));
    const at = secondary === undefined ? -1 : names.indexOf(secondary);
    const key = at < 0 ? undefined : row[at]!;
    const last = parts.at(-1);
    const begins = last === undefined || (bySteps ? index % points! === 0 : key !== undefined && key !== last.outer);
    if (begins) parts.push({ collector: whole, outer: key });
    parts.at(-1)!.collector.add(row, line);
  }
  return parts.map(({ collector, outer: key }, index): DatasetBlock => {
    const value = key ?? (bySteps && outer?.length === steps ? outer![index] : undefined);
    return {
      line: heading.line,
      variables: { ...Object.fromEntries(Object.entries(constants).filter(([name]) => !names.includes(name))), ...(secondary === undefined || value === undefined ? {} : { [secondary]: value }) },
      columns: names,
      units: { ...known, ...Object.fromEntries(names.flatMap((name, column) => (units[column] === undefined ? [] : [[name, units[column].base]]))) },
      values: collector.values(),
      rowLines: collector.lines(),
    };
  });
}

function unitsOf({ units, settings }: TestRecord, names: readonly string[], file: string) {
  const listed = listedUnits(settings);
  const { units: known } = channelsOf(settings, file);
  return names.map((name, column) => {
    const written = units?.cells[column] ?? '';
    const unit = readUnit(written === '' ? listed[name] ?? known[name] ?? '' : written);
    if (unit === undefined && written !== '') {
      throw datasetError('DATASET_UNIT', { file, line: units!.line }, `column ${name} has the unknown unit "${written}"`, { received: written, expected: 'a unit such as V, A, F, Hz', remedy: 'correct the unit in EasyEXPERT and export again' });
    }
    return unit;
  });
}
