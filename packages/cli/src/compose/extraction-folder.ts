import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Json, Task } from '@evospice/contracts';
import { cardText, circuitWith, commented, instancesApart, provenanceBlock } from '@evospice/device';
import { hashedFiles, provenanceLines, trajectoryRows, type ExtractionResult, type Making } from '@evospice/extraction';
import { stringify } from 'csv-stringify/sync';
import { versions } from './versions.ts';

const CARD = 'card.mod';
const TRAJECTORY = 'trajectory.csv';
const CONFIGURATION = 'configuration.json';

/** Names of what an extraction of this task writes besides its report. */
export function extractionFiles(task: Task): readonly string[] {
  return [CARD, ...instancesApart(circuitWith(task, {})).map(cardOf), TRAJECTORY, CONFIGURATION];
}

function cardOf(instance: string): string {
  return `card.${instance.replaceAll(/[^\w.-]+/g, '-')}.mod`;
}

export interface WrittenResult {
  readonly card: string;
  readonly trajectory: string;
}

/** Everything but the report. */
export async function writeExtraction(folder: string, task: Task, result: ExtractionResult, { configuration, making }: { readonly configuration: Json; readonly making: Making }): Promise<WrittenResult> {
  const head = commented(provenanceBlock(versions()['evospice']!, provenanceLines(task, result, await hashedFiles(task), making)));
  const circuit = circuitWith(task, result.parameters);
  const files: Readonly<Record<string, string>> = {
    [CARD]: head + cardText(task, circuit),
    ...Object.fromEntries(instancesApart(circuit).map((instance) => [cardOf(instance), head + cardText(task, circuit, instance)])),
    [TRAJECTORY]: stringify([...trajectoryRows(result.trajectory)], { header: true }),
    [CONFIGURATION]: `${JSON.stringify(configuration, null, 2)}\n`,
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return { card: join(folder, CARD), trajectory: join(folder, TRAJECTORY) };
}
