import { resolve } from 'node:path';
import { EvospiceError, type Selection } from '@evospice/contracts';
import { checkSteering, readRun, type Steering } from '@evospice/evolution';
import type { Kernel } from '@evospice/kernel';
import { InvalidArgumentError } from 'commander';
import { postSteering } from '../compose/steering-box.ts';
import { withEvolution } from '../compose/stored-evolution.ts';
import { choiceOption } from '../options/choices.ts';
import { jsonOption, type Common } from '../options/common.ts';
import type { RegisterVerb } from '../options/services.ts';
import { runCommand, type CommandResult } from '../output/run-command.ts';

interface SteerOptions {
  readonly store: Selection;
  readonly pause?: true;
  readonly continue?: true;
  readonly note?: string;
  readonly from?: string;
  readonly proposals: number;
  readonly mark?: string;
  readonly ban?: string;
  readonly because?: string;
}

const proposals = (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('Expected a whole number from 1.');
  return value;
};

export const registerSteer: RegisterVerb = (program, { kernel }) => {
  program
    .command('steer')
    .description('tell an evolution something while it goes on, or before it is resumed')
    .argument('<folder>', 'folder of the run')
    .option('--pause', 'begin no more programs')
    .option('--continue', 'go on after a pause')
    .option('--note <text>', 'text for the prompts from now on')
    .option('--from <program>', 'make this program the parent of the next proposals')
    .option('--proposals <n>', 'with --from: how many', proposals, 10)
    .option('--mark <program>', 'point a program out in reports')
    .option('--ban <program>', 'take a program out of the archive for good')
    .option('--because <text>', 'with --mark or --ban: why')
    .addOption(choiceOption('store', 'sqlite'))
    .addOption(jsonOption())
    .action((folder: string, options: Common & SteerOptions) => runCommand(options.json, () => steerCommand(kernel, resolve(folder), options)));
};

/** `evospice steer`: leaves word in the run's folder, and waits a moment whether a process takes it. */
async function steerCommand(kernel: Kernel, folder: string, options: SteerOptions): Promise<CommandResult> {
  const wanted = steeringsOf(options);
  await withEvolution(kernel, { folder, store: options.store }, async ({ log }) => {
    const view = await readRun(log);
    for (const steering of wanted) checkSteering(steering, (id) => view.programs.get(id)?.state);
  });
  const taken = await postSteering(folder, wanted);
  return {
    document: { run: folder, steerings: wanted, taken },
    text: taken ? 'the run has taken it' : 'no process has taken it yet: it holds from the moment when the run goes on',
  };
}

function steeringsOf({ pause, continue: goOn, note, from, proposals: count, mark, ban, because }: SteerOptions): readonly Steering[] {
  const reason = because === undefined ? {} : { text: because };
  const all: readonly (Steering | false | undefined)[] = [
    note !== undefined && { action: 'note', text: note },
    mark !== undefined && { action: 'mark', program: mark, ...reason },
    ban !== undefined && { action: 'ban', program: ban, ...reason },
    from !== undefined && { action: 'from', program: from, proposals: count },
    pause === true && { action: 'pause' },
    goOn === true && { action: 'continue' },
  ];
  const wanted = all.filter((steering): steering is Steering => typeof steering === 'object');
  if (wanted.length > 0 && !(pause === true && goOn === true)) return wanted;
  throw new EvospiceError('USAGE_STEER', wanted.length === 0 ? 'nothing was said' : 'a run cannot be paused and go on', {
    expected: 'at least one of --pause, --continue, --note, --from, --mark, --ban', remedy: '`evospice steer --help` says what each does',
  });
}
