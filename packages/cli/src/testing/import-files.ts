import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXls, writeXlsx } from '@evospice/testkit';
import h5wasm from 'h5wasm/node';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { drains, gates, reading, rows } from './measured-transistor.ts';

/** A file as an instrument or a program writes the readings of the transistor. */
export interface ImportedFile {
  readonly name: string;
  readonly format: string;
  readonly bytes: () => Promise<Uint8Array> | Uint8Array | string;
  /** Options that the file needs besides the size of the device. */
  readonly options?: { readonly unit?: readonly string[]; readonly bias?: readonly string[]; readonly measure?: readonly string[]; readonly format?: string };
}

const lines = (...parts: readonly (string | readonly string[])[]): string => `${parts.flat().join('\n')}\n`;

function mdm(): string {
  return lines(
    'BEGIN_HEADER', ' ICCAP_INPUTS', ` vg V G GROUND SMU1 0.1 LIN 1 0 1.2 ${gates.length} 0.1`, ` vd V D GROUND SMU2 0.1 LIST 2 ${drains.length} ${drains.join(' ')}`,
    ' vb V B GROUND SMU3 0.1 CON 0', ' vs V S GROUND GND 0 CON 0', ' ICCAP_OUTPUTS', ' id I D GROUND SMU2 B', 'END_HEADER',
    ...drains.map((drain) => ['BEGIN_DB', ` ICCAP_VAR vd ${drain}`, ' ICCAP_VAR vb 0', ' ICCAP_VAR vs 0', ' #vg id', ...gates.map((gate) => ` ${gate} ${reading(gate, drain)}`), 'END_DB']),
  );
}

const easyExpertHead = [
  'SetupTitle, Id-Vg', 'PrimitiveTest, I/V Sweep', 'TestParameter, Channel.UnitType, SMU, SMU, SMU, SMU', 'TestParameter, Channel.IName, Is, Id, Ig, Ib', 'TestParameter, Channel.VName, Vs, Vd, Vg, Vb',
  'TestParameter, Channel.Mode, COMMON, V, V, V', 'TestParameter, Channel.Func, CONST, VAR2, VAR1, CONST', 'TestParameter, Measurement.Bias.Source, 0, 0, 0, 0',
];

function easyExpert(): string {
  return lines(easyExpertHead, `Dimension1, ${[1, 1, 1].map(() => gates.length).join(', ')}`, `Dimension2, ${[1, 1, 1].map(() => drains.length).join(', ')}`, 'DataName, Vg, Vd, Id', rows.map((row) => `DataValue, ${row.join(', ')}`));
}

function easyExpertByColumn(): string {
  const quantity = (name: string, unit: string, values: readonly number[]): string => `${gates.length},${drains.length},${name},${unit},${values.join(',')}`;
  return lines(`Dimension1,Dimension2,DataName,DataUnit,${rows.map(() => 'DataValue').join(',')}`, quantity('Vg', 'V', rows.map(([gate]) => gate)), quantity('Vd', 'V', rows.map(([, drain]) => drain)), quantity('Id', 'A', rows.map(([, , current]) => current)));
}

function agilent4155(): string {
  return lines('VAR1 = VG: 0.0 V to 1.2 V in 100.0 mV step', `VAR2 = VD: 50.0 mV to 1.15 V in 550.0 mV step`.replace('1.15', '1.20').replace('550.0', '575.0'), '', 'NO.,VG,VD,ID', ',V,V,A', rows.map((row, index) => `${(index % gates.length) + 1},${row.join(',')}`));
}

/** Curves side by side, numbered as the 4200 does it. */
const keithleyCells = [
  drains.flatMap((_, curve) => [`DrainI(${curve + 1})`, `DrainV(${curve + 1})`, `GateV(${curve + 1})`]),
  ...gates.map((gate) => drains.flatMap((drain) => [reading(gate, drain), drain, gate])),
];

async function hdf5(): Promise<Uint8Array> {
  await h5wasm.ready;
  const folder = mkdtempSync(join(tmpdir(), 'evospice-import-h5-'));
  try {
    const file = new h5wasm.File(join(folder, 'a.h5'), 'w');
    for (const [index, drain] of drains.entries()) {
      const group = file.create_group(`curve${index}`);
      group.create_attribute('vd', drain);
      for (const [name, unit, data] of [['vg', 'V', gates], ['id', 'A', gates.map((gate) => reading(gate, drain))]] as const) {
        group.create_dataset({ name, data: Float64Array.from(data) });
        (group.get(name) as InstanceType<typeof h5wasm.Dataset>).create_attribute('unit', unit);
      }
    }
    file.close();
    return Uint8Array.from(readFileSync(join(folder, 'a.h5')));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function parquet(): Uint8Array {
  const column = (name: string, data: readonly number[]) => ({ name, data: [...data], type: 'DOUBLE' as const });
  return new Uint8Array(parquetWriteBuffer({ columnData: [column('vg (V)', rows.map(([gate]) => gate)), column('vd (V)', rows.map(([, drain]) => drain)), column('id (uA)', rows.map(([, , current]) => current * 1e6))] }));
}

const german = (value: number): string => String(value).replace('.', ',');
const microamps = (value: number): number => Number((value * 1e6).toPrecision(9));

/** Every kind of file of a transistor's currents, each as people get it. */
export const importedFiles: readonly ImportedFile[] = [
  { name: 'idvg.mdm', format: 'mdm', bytes: mdm },
  { name: 'easyexpert.csv', format: 'easyexpert', bytes: easyExpert },
  { name: 'by-column.csv', format: 'easyexpert', bytes: easyExpertByColumn },
  { name: 'hp4155.csv', format: 'agilent4155', bytes: agilent4155 },
  { name: 'clarius.csv', format: 'keithley4200', bytes: () => lines(keithleyCells.map((row) => row.join(','))), options: { bias: ['b=0'] } },
  { name: 'keithley.xls', format: 'keithley4200', bytes: () => writeXls({ Data: keithleyCells, Settings: [['Test Name', 'vds-id#1']] }), options: { bias: ['b=0'] } },
  { name: 'book.xlsx', format: 'xlsx', bytes: () => writeXlsx({ Sheet1: [['Vg (V)', 'Vd (V)', 'Id (uA)'], ...rows.map(([gate, drain, current]) => [gate, drain, microamps(current)])] }) },
  { name: 'plain.csv', format: 'csv', bytes: () => lines('\uFEFFVgs (V),Vds (V),Ids (A)', rows.map((row) => row.join(','))) },
  { name: 'german.csv', format: 'csv', bytes: () => lines('Vg [V];Vd [V];Id [µA]', rows.map(([gate, drain, current]) => [gate, drain, microamps(current)].map(german).join(';'))) },
  { name: 'two-lines.tsv', format: 'tsv', bytes: () => lines('Vg\tVd\tId', 'V\tV\tA', rows.map((row) => row.join('\t'))) },
  { name: 'blanks.txt', format: 'txt', bytes: () => lines('% made by a script', ' Vg (V)   Vd (V)   Id (A)', rows.map((row) => `  ${row.join('   ')}`)) },
  { name: 'data-frame.csv', format: 'csv', bytes: () => lines(',vg (V),vd (V),id (A)', rows.map((row, index) => [index, ...row].join(','))) },
  { name: 'unit-less.csv', format: 'csv', bytes: () => lines('VG,VD,ID', rows.map((row) => row.join(','))), options: { unit: ['ID=A'] } },
  { name: 'units-in-cells.csv', format: 'csv', bytes: () => lines('Vg,Vd,Id', rows.map(([gate, drain, current]) => `${gate} V,${drain} V,${microamps(current)} uA`)) },
  { name: 'side-by-side.csv', format: 'csv', bytes: () => lines(`Vg (V),${drains.map((drain) => `Id (A) @ Vd = ${drain} V`).join(',')}`, gates.map((gate) => [gate, ...drains.map((drain) => reading(gate, drain))].join(','))) },
  { name: 'stacked.csv', format: 'csv', bytes: () => lines('Vg (V),Id (A)', ...drains.map((drain) => [`Vd = ${drain} V`, ...gates.map((gate) => `${gate},${reading(gate, drain)}`)])) },
  { name: 'other-names.csv', format: 'csv', bytes: () => lines('x (V),step (V),y (A)', rows.map((row) => row.join(','))), options: { bias: ['g=x', 'd=step'], measure: ['y=d'] } },
  { name: 'groups.h5', format: 'hdf5', bytes: hdf5 },
  { name: 'table.parquet', format: 'parquet', bytes: parquet },
];
