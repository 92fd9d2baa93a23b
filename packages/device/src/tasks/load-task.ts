import { readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { defined, EvospiceError, type Dataset, type ExtensionRegistry, type Task } from '@evospice/contracts';
import { decodeText, measuredFile } from '@evospice/readers';
import { modelFamily } from '../knowledge/model-family.ts';
import { buildCurves } from './build-curves.ts';
import { buildTunables } from './build-tunables.ts';
import { checkReferences } from './check-task.ts';
import { existing } from './existing.ts';
import { joinedDatasets, type DatasetPart } from './joined-datasets.ts';
import { loadModel } from './load-model.ts';
import { networkColumns } from './network/network-columns.ts';
import { readTaskDocument, type TaskDocument, type TaskPath } from './task-document.ts';
import type { TaskDataEntry } from './task-schema.ts';

/**
 * Loads a task: `task.yaml` with the card and the measured files it names, relative to its folder.
 * @param path a `task.yaml` or the folder it lies in
 * @param registry with the dataset readers and card dialects that a task may name
 * @param options `device` in place of the task's `model.device`
 * @throws EvospiceError `TASK_*`, `CONFIG_*`, `DATASET_*`, `CARD_*` with file and line of the cause
 */
export async function loadTask(path: string, registry: ExtensionRegistry, { device: tuned }: { readonly device?: string } = {}): Promise<Task> {
  const file = await taskFile(path);
  const folder = dirname(file);
  const document = withDevice(await readTaskDocument(file, registry), tuned);
  checkReferences(document);
  const { task } = document;
  const dialect = registry.create('CardDialect', task.model.dialect);
  const starting = loadModel(document, { file: join(folder, task.model.card), text: decodeText(await readNamed(document, folder, task.model.card, ['model', 'card']), join(folder, task.model.card)).text, dialect });
  const datasets = await loadDatasets(document, folder, registry);
  const family = modelFamily(task.device.kind, task.model);
  const { tunables, notes } = buildTunables(document, starting, family);
  const ofLibrary = tunables.filter(({ of }) => of !== undefined);
  const resolved = ofLibrary.length === 0 ? undefined : starting.resolve;
  const started = resolved?.(Object.fromEntries(ofLibrary.map(({ name, start }) => [name, start]))) ?? starting;
  const { device, model } = task;
  const { curves, notes: curveNotes } = buildCurves(document, datasets);
  const remarks = [...starting.notes, ...notes, ...datasetNotes(datasets), ...curveNotes];
  return {
    id: task.id,
    title: task.title,
    device: {
      kind: device.kind,
      ...(device.element === undefined ? {} : { element: device.element.toLowerCase() }),
      ...(device.polarity === undefined ? {} : { polarity: device.polarity }),
      ...(device.process === undefined ? {} : { process: device.process }),
      ...(device.vdd === undefined ? {} : { vdd: device.vdd }),
      terminals: device.terminals,
      thermalNode: device.thermal_node ?? false,
    },
    model: {
      family: model.family,
      ...(typeof model.level === 'number' ? { level: model.level } : {}),
      ...(model.simulator === undefined ? {} : { simulator: model.simulator }),
      card: started.card,
      ...defined({ cards: started.cards, shifts: started.shifts, options: starting.options, resolve: resolved }),
    },
    ...(task.osdi === undefined ? {} : { libraries: task.osdi.map((library) => resolve(folder, library)) }),
    instances: started.instances,
    curves: curves.map((curve) => ({ ...curve, instance: starting.instanceAt(curve.instance, curve.temperatureC) })),
    tunables,
    ...(task.constraints === undefined ? {} : { constraints: task.constraints }),
    notes: task.notes ?? [],
    ...(remarks.length === 0 ? {} : { remarks }),
    origin: task.origin ?? 'measured',
    source: task.source ?? folder,
  };
}

function withDevice(document: TaskDocument, device: string | undefined): TaskDocument {
  if (device === undefined) return document;
  return { ...document, task: { ...document.task, model: { ...document.task.model, device } } };
}

async function taskFile(path: string): Promise<string> {
  const full = resolve(path);
  const found = await existing(full);
  const file = found?.isDirectory() === true ? join(full, 'task.yaml') : full;
  if (found !== undefined && (file === full || (await existing(file)) !== undefined)) return file;
  throw new EvospiceError('TASK_MISSING', found === undefined ? `there is no file or folder ${full}` : `the folder ${full} has no task.yaml`, {
    received: path, expected: 'a task.yaml, or the folder it lies in', remedy: 'check the path',
  });
}

async function readNamed(document: TaskDocument, folder: string, name: string, path: readonly (string | number)[]): Promise<Uint8Array> {
  try {
    return await readFile(join(folder, name));
  } catch (cause) {
    throw document.error('TASK_MISSING', `cannot read ${name}: ${(cause as Error).message}`, path, { received: name, expected: 'a readable file, relative to the folder of task.yaml', remedy: 'check the name', cause });
  }
}

async function loadDatasets(document: TaskDocument, folder: string, registry: ExtensionRegistry): Promise<Dataset[]> {
  // The same file may be in several entries with different `keep`: it is read once.
  const known = new Map<string, Dataset>();
  const datasets: Dataset[] = [];
  const load = async (file: string, format: TaskDataEntry['format'], path: TaskPath): Promise<Dataset> => {
    const key = JSON.stringify([format, file]);
    const dataset = known.get(key) ?? (await registry.create('DatasetReader', format).read(measuredFile(join(folder, file), await readNamed(document, folder, file, path))));
    known.set(key, dataset);
    return dataset;
  };
  for (const [index, { files, format, network }] of document.task.data.entries()) {
    const parts: DatasetPart[] = [];
    for (const [which, { file, at }] of files.entries()) parts.push({ dataset: await load(file, format, files.length === 1 ? ['data', index, 'file'] : ['data', index, 'file', which]), at });
    const dataset = joinedDatasets(parts);
    const dummy = async (key: 'open' | 'short'): Promise<Dataset | undefined> => {
      const named = network?.[key];
      return named === undefined ? undefined : load(named.file, 'format' in named && named.format !== undefined ? named.format : format, ['data', index, 'network', key]);
    };
    datasets.push(network === undefined ? dataset : networkColumns(document, index, dataset, defined({ open: await dummy('open'), short: await dummy('short') })));
  }
  return datasets;
}

/** How files were read, where it is not as their format says; what marks made of points is said with the curves. */
function datasetNotes(datasets: readonly Dataset[]): string[] {
  return [...new Set(datasets)].flatMap(({ file, notes = [] }) =>
    notes.filter(({ message }) => !message.includes(' a mark ')).map(({ file: own = file, line, message }) => `${basename(own)}:${line}: ${message}`));
}
