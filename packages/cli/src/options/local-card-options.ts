import type { Selection } from '@evospice/contracts';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { choiceOption, selectionOf } from './choices.ts';
import { jsonOption, metricOption } from './common.ts';
import { positive, seed } from './parsers.ts';

/** Options of the commands that extract a card for all devices, and from there a part of its parameters for each. */
export interface LocalCardOptions {
  /** Parameters that differ; the usual ones when empty. */
  readonly parameter: readonly string[];
  /** Common card; extracted when left out. */
  readonly card?: string;
  /** The best for each when left out. */
  readonly optimizer?: Selection;
  /** Budget units of the common card, and of each device. */
  readonly budget: number;
  readonly tolerance: number;
  readonly seed: number;
  readonly metric: 'relative' | 'log';
  readonly simulator: Selection;
  readonly out?: string;
}

/** A part by which an error may grow. */
const tolerance = (text: string): number => {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value < 10)) throw new InvalidArgumentError('Expected a number from 0, such as 0.1 for a tenth.');
  return value;
};

/** @param each what the devices are called, such as `geometry` */
export function addLocalCardOptions(command: Command, each: string): Command {
  return command
    .option('--card <file>', `common card that every ${each} begins with, as it is; extracted for all together when left out`)
    .addOption(new Option('--optimizer <name>', `an optimizer: a name, or name:{…} with options (default: the best for each ${each})`).argParser(selectionOf))
    .option('--budget <n>', `simulations for the common card, and again for each ${each}`, positive, 60)
    .option('--tolerance <part>', `by how much the training error of a ${each} may grow for values that are nearer to the common card`, tolerance, 0.1)
    .option('--seed <n>', 'seed of every random choice', seed, 1)
    .addOption(metricOption('error to minimise'))
    .option('--out <folder>', 'where cards and figures go')
    .addOption(choiceOption('simulator', 'ngspice'))
    .addOption(jsonOption());
}
