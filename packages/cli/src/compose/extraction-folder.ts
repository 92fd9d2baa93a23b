import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EvospiceError, type Json, type RunStore, type Task } from '@evospice/contracts';
import { cardText, circuitWith, instancesApart } from '@evospice/device';
import { trajectoryRows, type ExtractFacts, type ExtractionResult } from '@evospice/extraction';
import { REPORT_FILE } from '@evospice/report';
import { EventReader, withStoredRun } from '@evospice/runs';
import { stringify } from 'csv-stringify/sync';

const CARD = 'card.mod';
const TRAJECTORY = 'trajectory.csv';
const CONFIGURATION = 'configuration.json';

/**
 * Makes sure that an extraction writes over nothing but what an earlier one in this folder wrote.
 * @throws EvospiceError `USAGE_OUT` that names a file which is not the run's own, or was changed since the run wrote it
 */
export async function refuseForeignFiles(store: RunStore, folder: string, task: Task): Promise<void> {
  const known = await store.exists(folder);
  const written = known ? await withStoredRun(store, folder, async ({ log }) => new EventReader<object, ExtractFacts>(log).fact('written')) : {};
  // A run of an earlier version, or one that was cut off, does not say what it wrote.
  if (written === undefined) return;
  for (const name of [CARD, ...instancesApart(circuitWith(task, {})).map(cardOf), TRAJECTORY, CONFIGURATION, ...(known ? [] : [REPORT_FILE])]) {
    const content = await contentOf(join(folder, name));
    if (content === undefined || hashOf(content) === written[name]) continue;
    const changed = Object.hasOwn(written, name);
    throw new EvospiceError('USAGE_OUT', `${join(folder, name)} ${changed ? 'was changed after an extraction wrote it' : 'was not written by an extraction'}, and this one would overwrite it`, {
      received: name, expected: 'a folder without files of these names, or one with the files of an earlier extraction', remedy: 'choose another --out, or move the file away',
    });
  }
}

async function contentOf(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function hashOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

function cardOf(instance: string): string {
  return `card.${instance.replaceAll(/[^\w.-]+/g, '-')}.mod`;
}

export interface WrittenResult {
  readonly card: string;
  readonly trajectory: string;
  /** SHA-256 by name. */
  readonly written: Readonly<Record<string, string>>;
}

/** Everything but the report. */
export async function writeExtraction(folder: string, task: Task, result: ExtractionResult, configuration: Json): Promise<WrittenResult> {
  const circuit = circuitWith(task, result.parameters);
  const files: Readonly<Record<string, string>> = {
    [CARD]: cardText(task, circuit),
    ...Object.fromEntries(instancesApart(circuit).map((instance) => [cardOf(instance), cardText(task, circuit, instance)])),
    [TRAJECTORY]: stringify([...trajectoryRows(result.trajectory)], { header: true }),
    [CONFIGURATION]: `${JSON.stringify(configuration, null, 2)}\n`,
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return { card: join(folder, CARD), trajectory: join(folder, TRAJECTORY), written: Object.fromEntries(Object.entries(files).map(([name, content]) => [name, hashOf(content)])) };
}
