import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EvospiceError } from '@evospice/contracts';
import { convergencePicture, type BenchResults } from '@evospice/report';
import { Option } from 'commander';
import { jsonOption, type Common } from '../options/common.ts';
import { count, names } from '../options/parsers.ts';
import type { RegisterVerb } from '../options/services.ts';
import { runCommand } from '../output/run-command.ts';
import { benchCommand } from './bench.ts';

/** Beside the package's sources, as a suite of a user's own would be. */
const suite = fileURLToPath(new URL('../../demo/champion.yaml', import.meta.url));

interface DemoOptions extends Common {
  readonly out: string;
  readonly workers?: number;
  readonly only?: readonly string[];
  readonly picture?: string;
}

/** `evospice demo`: a benchmark that comes with the product, whose report begins with error over simulations. */
export const registerDemo: RegisterVerb = (program, { kernel, verbose }) => {
  program
    .command('demo')
    .description('see the champion against classical optimizers on two generated devices, in less than a minute')
    .option('--out <folder>', 'folder of the runs; what is stored there already is not run again', join('runs', 'demo-champion'))
    .addOption(new Option('--workers <n>', 'worker processes; as many as there are cores').argParser(count))
    .addOption(new Option('--only <entries>', 'run these optimizers only, separated by commas').argParser(names))
    .option('--picture <file>', 'also write error over simulations as a picture of its own (SVG)')
    .addOption(jsonOption())
    .action(({ picture, json, ...options }: DemoOptions) => runCommand(json, (signal) =>
      benchCommand(kernel, suite, { ...options, verbose }, signal, (results) => (picture === undefined ? undefined : draw(picture, results)))));
};

async function draw(file: string, { analyses: [analysis] }: BenchResults): Promise<void> {
  if (analysis === undefined) return;
  try {
    await writeFile(file, convergencePicture(analysis));
  } catch (error) {
    throw new EvospiceError('REPORT_WRITE', 'the picture could not be written', { file, remedy: 'check the folder’s permissions and free space', cause: error });
  }
}
