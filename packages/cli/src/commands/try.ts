import { controlTimes, runTable, type BenchRun } from '@evospice/bench';
import { counted, type Selection } from '@evospice/contracts';
import { userCache } from '@evospice/device';
import type { Kernel } from '@evospice/kernel';
import { Option } from 'commander';
import { openTrial, type Trial } from '../compose/trial/trial.ts';
import { choiceOption, selectionOf } from '../options/choices.ts';
import { jsonOption, metricOption, type Common } from '../options/common.ts';
import { count, names, positive } from '../options/parsers.ts';
import type { RegisterVerb } from '../options/services.ts';
import { runCommand, type CommandResult } from '../output/run-command.ts';
import { failureLine, runLine, trialDocument, trialText } from '../output/trial-text.ts';
import { visible } from '../output/visible.ts';

interface TryOptions extends Common {
  readonly tasks: readonly string[];
  readonly budget: number;
  readonly seeds: number;
  readonly control: Selection;
  readonly controlBudget: number;
  readonly cache: string;
  readonly quiet: boolean;
  readonly hideModels: readonly string[];
  readonly metric: 'relative' | 'log';
  readonly simulator: Selection;
  readonly runner: Selection;
}

export const registerTry: RegisterVerb = (program, { kernel }) => {
  program
    .command('try')
    .description('run a program on some tasks beside a control, for those who write one')
    .argument('<program>', 'a program file (.ts), or an optimizer: a name, or name:{…} with options')
    .addOption(new Option('--tasks <task...>', 'tasks, by task.yaml, folder or id, or folders of them; generate:FAMILY:SEED draws a device').makeOptionMandatory())
    .addOption(new Option('--budget <n>', 'simulations of the whole training suite in each run').argParser(positive).default(100))
    .addOption(new Option('--seeds <n>', 'how many seeds, from 1').argParser(count).default(1))
    .addOption(new Option('--control <name>', 'optimizer to compare with: a name, or name:{…} with options').argParser(selectionOf).default('lm'))
    .addOption(new Option('--control-budget <n>', 'simulations of the control, whose final error is the mark').argParser(positive).default(400))
    .addOption(new Option('--cache <folder>', 'keeps what the control did').default(userCache('controls'), 'in the cache of the user'))
    .addOption(new Option('--hide-models <families>', 'compact models that optimizers do without, separated by commas, or all').argParser(names).default([] as readonly string[], 'none'))
    .option('--quiet', 'leave out what the program logs', false)
    .addOption(metricOption('error to minimise'))
    .addOption(choiceOption('simulator', 'ngspice'))
    .addOption(choiceOption('runner', 'isolate'))
    .addOption(jsonOption())
    .action((subject: string, options: TryOptions) => runCommand(options.json, (signal) => tryCommand(kernel, subject, options, signal)));
};

/** `evospice try`: a program on tasks and seeds, one run after another, what it logs on standard error as it comes. */
async function tryCommand(kernel: Kernel, subject: string, options: TryOptions, signal: AbortSignal): Promise<CommandResult> {
  const say = (line: string): void => {
    process.stderr.write(`${visible(line)}\n`);
  };
  const trial = await openTrial(kernel, { ...options, subject, onLog: (line) => (options.quiet ? undefined : say(`  ${line}`)) });
  try {
    const seeds = Array.from({ length: options.seeds }, (_, index) => index + 1);
    const runs: BenchRun[] = [];
    for (const { id: task } of trial.tasks) {
      for (const seed of seeds) {
        say(`${task}, seed ${seed}`);
        const run = await trial.runSubject({ task, seed, budget: options.budget }, signal);
        say(runLine(run, options.metric));
        if (run.failure !== undefined) say(`  ${failureLine(run)}`);
        runs.push(run);
      }
    }
    const controls = await controlRuns(trial, seeds, { budget: options.controlBudget, say, signal });
    const outcome = { trial, runs, controls, seeds, budget: options.budget, controlBudget: options.controlBudget, metric: options.metric, times: controlTimes(runTable([...controls, ...runs]), trial.control, options.budget) };
    return { document: trialDocument(outcome), text: trialText(outcome), exitCode: runs.some(({ end }) => end === 'failed') ? 1 : 0 };
  } finally {
    await trial.close();
  }
}

interface ControlOptions {
  readonly budget: number;
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
}

async function controlRuns(trial: Trial, seeds: readonly number[], { budget, say, signal }: ControlOptions): Promise<readonly BenchRun[]> {
  const found: { readonly run: BenchRun; readonly kept: boolean }[] = [];
  for (const { id: task } of trial.tasks) {
    for (const seed of seeds) found.push(await trial.runControl({ task, seed, budget }, signal));
  }
  const fresh = found.filter(({ kept }) => !kept).length;
  say(`${trial.control}: ${counted(found.length, 'run')} of ${budget} simulations, ${fresh === 0 ? 'all known from before' : `${found.length - fresh} known from before`}`);
  return found.map(({ run }) => run);
}
