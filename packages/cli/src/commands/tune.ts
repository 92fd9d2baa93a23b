import { resolve } from 'node:path';
import { defined, type Selection } from '@evospice/contracts';
import { taskNamed } from '@evospice/device';
import { openTunePage, TuneSession, type TunePage } from '@evospice/tune';
import type { Kernel } from '@evospice/kernel';
import { Option } from 'commander';
import open from 'open';
import { defaultOptimizer } from '../compose/default-optimizer.ts';
import { eachRule } from '../compose/check/each-rule.ts';
import { findingsApart } from '../compose/findings-apart.ts';
import { cardWriter } from '../compose/card-writer.ts';
import { versions } from '../compose/versions.ts';
import { choiceOption } from '../options/choices.ts';
import { jsonOption, taskArgument, type Common } from '../options/common.ts';
import { port } from '../options/parsers.ts';
import type { RegisterVerb } from '../options/services.ts';
import { decades, percent } from '../output/format.ts';
import { runCommand, type CommandResult } from '../output/run-command.ts';
import { visible } from '../output/visible.ts';

interface TuneCommandOptions {
  readonly simulator?: Selection;
  readonly rule: readonly Selection[];
  readonly out: string;
  readonly port?: number;
  /** Whether a browser is opened. */
  readonly open: boolean;
}

export const registerTune: RegisterVerb = (program, { kernel }) => {
  program
    .command('tune')
    .description('open a page on which a card\'s parameters are moved by hand, curves and errors following')
    .argument(...taskArgument)
    .addOption(choiceOption('simulator'))
    .addOption(choiceOption('rule', 'every rule there is'))
    .option('--out <folder>', 'where cards are saved, and nowhere else', '.')
    .addOption(new Option('--port <number>', 'port on this machine (default: a free one)').argParser(port))
    .option('--no-open', 'print the address and open no browser')
    .addOption(jsonOption())
    .addHelpText('after', '\nCurves are those of the compact model where it covers the device, else of ngspice; --simulator takes another.\nThe page is for this machine alone and ends with its button End, or Ctrl-C. With --json the document is printed then; the address is on standard error.')
    .action((task: string, options: Common & TuneCommandOptions) => runCommand(options.json, (signal) => tuneCommand(kernel, task, options, signal)));
};

/** `evospice tune`: a page with a slider per parameter, served until it is ended. */
async function tuneCommand(kernel: Kernel, taskName: string, options: TuneCommandOptions, signal: AbortSignal): Promise<CommandResult> {
  const { registry } = kernel;
  const task = await taskNamed(registry, taskName);
  const selections: readonly Selection[] = options.rule.length > 0 ? options.rule : eachRule(registry);
  // Those that there are not, or cannot be had like that, are named before the page is up.
  const rules = selections.map((selection) => registry.create('PhysicsRule', selection));
  const folder = resolve(options.out);
  const apart = findingsApart(kernel, { plugins: kernel.loaded, task: taskName, rules: selections, ...defined({ simulator: options.simulator }) });
  const session = await TuneSession.open({ task, registry, findings: apart.findings, version: versions()['evospice']!, write: cardWriter(folder), signal, ...defined({ simulator: options.simulator }) });
  let page: TunePage | undefined;
  try {
    signal.throwIfAborted();
    // A simulation of a compact model costs next to nothing, so there is nothing to gain by an optimizer that spares them.
    const cheap = session.engine.name === 'compact';
    const optimizer = cheap ? 'lm' : (await defaultOptimizer(task, false)).name;
    page = await openTunePage(session, { optimizer, budget: cheap ? 600 : 200, folder, rules: rules.map(({ name }) => name), ...defined({ port: options.port }) });
    process.stderr.write(visible(`${task.id} is at ${page.entry}\nsimulated by ${session.engine.name}${session.engine.why === '' ? '' : `: ${session.engine.why}`}; end with the page's button, or Ctrl-C\n`));
    if (options.open) await openBrowser(page.entry);
    const by = await Promise.race([page.ended.then(() => 'page' as const), interrupted(signal)]);
    return await resultOf(session, page, by);
  } finally {
    await page?.close();
    await Promise.all([session.close(), apart.close()]);
  }
}

/** The address has been printed: where no browser can be opened, it is to be opened by hand. */
async function openBrowser(address: string): Promise<void> {
  try {
    const browser = await open(address);
    browser.on('error', () => undefined);
  } catch (error) {
    process.stderr.write(visible(`no browser could be opened: ${(error as Error).message}\n`));
  }
}

function interrupted(signal: AbortSignal): Promise<'interrupt'> {
  return new Promise((done) => {
    if (signal.aborted) done('interrupt');
    signal.addEventListener('abort', () => done('interrupt'), { once: true });
  });
}

async function resultOf(session: TuneSession, { origin }: TunePage, by: 'page' | 'interrupt'): Promise<CommandResult> {
  const { task, engine, parameters, saved } = session;
  const { train, validate, failure } = await session.now();
  const start = await session.start();
  const files = saved.flatMap((card) => card.files);
  return {
    document: {
      task: task.id, url: origin, endedBy: by, simulator: engine.name, parameters,
      errors: { start: { train: start.train, validate: start.validate }, final: { train, validate } }, ...defined({ failure: failure ?? undefined }), saved,
    },
    text: [
      `${task.id}: training ${percent(start.train.relativeRms)} → ${percent(train.relativeRms)}, ${decades(train.logRms)}; held out ${percent(start.validate.relativeRms)} → ${percent(validate.relativeRms)}, ${decades(validate.logRms)}`,
      ...(files.length === 0 ? ['  no card was saved'] : files.map((file) => `  ${file}`)),
    ].join('\n'),
  };
}
