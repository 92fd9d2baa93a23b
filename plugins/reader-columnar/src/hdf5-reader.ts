import { EvospiceError, type Dataset, type DatasetBlock, type DatasetNote, type DatasetReader, type MeasuredFile } from '@evospice/contracts';
import { datasetError } from '@evospice/readers';
import type { Dataset as StoredDataset, File as StoredFile, Group } from 'h5wasm/node';
import { blockOf, type StoredColumn } from './columns.ts';

const signature = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];

/**
 * HDF5 files. Each group with datasets of one dimension and numbers is a block, a column for each dataset; so is each dataset of records, a column
 * for each field, and each data frame that pandas stored with `format="fixed"`. An attribute `unit` or `units` of a dataset is its unit; numbers among a
 * group's attributes, and its scalars, are constants of the block.
 */
export class Hdf5Reader implements DatasetReader {
  readonly format = 'hdf5';

  recognise({ bytes }: MeasuredFile): number {
    return signature.every((byte, index) => bytes[index] === byte) ? 1 : 0;
  }

  async read({ bytes, file }: MeasuredFile): Promise<Dataset> {
    if (!signature.every((byte, index) => bytes[index] === byte)) {
      throw datasetError('DATASET_FORMAT', { file, line: 1 }, 'this is not an HDF5 file', { received: `${bytes.length} bytes`, expected: 'the signature of HDF5', remedy: 'check `format` in task.yaml and the file it names' });
    }
    // Loaded where a file is read, so that no other command waits for it.
    const library = await import('h5wasm/node');
    const module = await library.ready;
    module.activate_throwing_error_handler();
    // A name in the library's own file system, which exists in memory alone.
    const name = 'measured.h5';
    let opened: StoredFile | undefined;
    try {
      module.FS.writeFile(name, bytes);
      opened = new library.File(name, 'r');
      const found: Found = { blocks: [], header: {}, notes: [], file };
      visit(opened, '/', found, library);
      if (found.blocks.length > 0) return { file, header: found.header, blocks: found.blocks, notes: found.notes };
      throw datasetError('DATASET_EMPTY', { file, line: 1 }, 'the file has no columns of numbers', { received: opened.keys().join(', '), expected: 'groups with datasets of one dimension, or datasets of records', remedy: 'write each column as a dataset of its own' });
    } catch (cause) {
      if (EvospiceError.is(cause)) throw cause;
      throw datasetError('DATASET_SYNTAX', { file, line: 1 }, `the HDF5 file cannot be read: ${firstLine(cause)}`, { received: `${bytes.length} bytes`, expected: 'a whole HDF5 file', remedy: 'the file may be truncated: copy it again' });
    } finally {
      opened?.close();
      module.FS.unlink(name);
    }
  }
}

interface Found {
  readonly blocks: DatasetBlock[];
  readonly header: Record<string, string>;
  readonly notes: DatasetNote[];
  readonly file: string;
}

type Library = typeof import('h5wasm/node');

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n')[0]!.slice(0, 200);
}

function visit(group: Group, path: string, found: Found, library: Library): void {
  const constants: Record<string, number> = {};
  for (const [name, attribute] of Object.entries(group.attrs)) {
    const value = attribute.value;
    if (typeof value === 'number' && Number.isFinite(value)) constants[name] = value;
    else if (typeof value === 'string' && path === '/') found.header[name] = value;
  }
  const frame = frameOf(group);
  if (frame !== undefined) {
    found.blocks.push(blockOf(frame, constants, { file: found.file, place: path }));
    return;
  }
  const columns: StoredColumn[] = [];
  const below: [string, Group][] = [];
  for (const name of group.keys()) {
    const entity = group.get(name);
    if (entity instanceof library.Group) below.push([name, entity]);
    else if (entity instanceof library.Dataset) take(name, entity, { path, columns, constants, found });
  }
  if (columns.length > 0) found.blocks.push(blockOf(columns, constants, { file: found.file, place: path }));
  for (const [name, entity] of below) visit(entity, path === '/' ? `/${name}` : `${path}/${name}`, found, library);
}

interface Place {
  readonly path: string;
  readonly columns: StoredColumn[];
  readonly constants: Record<string, number>;
  readonly found: Found;
}

function take(name: string, dataset: StoredDataset, { path, columns, constants, found }: Place): void {
  const { shape, metadata } = dataset;
  const where = path === '/' ? `/${name}` : `${path}/${name}`;
  const members = metadata.compound_type?.members;
  if (members !== undefined && shape?.length === 1) {
    const rows = dataset.value as readonly (readonly unknown[])[];
    found.blocks.push(blockOf(members.map((member, index) => ({ name: member.name, values: rows.map((row) => row[index]) })), {}, { file: found.file, place: where }));
    return;
  }
  // Classes of HDF5 types: 0 whole numbers, 1 floating point.
  if (metadata.type !== 0 && metadata.type !== 1) return;
  if (shape?.length === 0) constants[name] = Number(dataset.value);
  else if (shape?.length === 1) {
    const unit = ['unit', 'units', 'Unit', 'Units'].map((key) => dataset.attrs[key]?.value).find((value) => typeof value === 'string' && value !== '');
    columns.push({ name, values: dataset.value as ArrayLike<unknown>, ...(typeof unit === 'string' ? { unit } : {}) });
  } else found.notes.push({ line: 1, message: `${where} has ${shape?.length ?? 0} dimensions and is left out` });
}

/** A data frame of pandas: names in `block0_items`, values in `block0_values`, and so on for each type of number. */
function frameOf(group: Group): readonly StoredColumn[] | undefined {
  if (group.attrs['pandas_type']?.value !== 'frame') return undefined;
  const columns: StoredColumn[] = [];
  for (let block = 0; group.get(`block${block}_items`) !== null; block += 1) {
    const [items, values] = [group.get(`block${block}_items`) as StoredDataset, group.get(`block${block}_values`) as StoredDataset];
    const names = items.value as readonly string[];
    const numbers = values.value as ArrayLike<unknown>;
    const rows = values.shape?.[0] ?? 0;
    for (const [index, name] of names.entries()) columns.push({ name, values: Array.from({ length: rows }, (_, row) => numbers[row * names.length + index]) });
  }
  return columns;
}
