import { createRequire } from 'node:module';
import { Command, InvalidArgumentError, Option } from 'commander';
import { benchCommand } from './commands/bench.ts';
import { convertCommand, type ConvertOptions } from './commands/convert.ts';
import { doctorCommand } from './commands/doctor.ts';
import { evolveCommand } from './commands/evolve.ts';
import { costProfileCommand, parameterSpaceCommand, type CostProfileCommandOptions, type ParameterSpaceCommandOptions } from './commands/analyse.ts';
import { extractCommand } from './commands/extract.ts';
import { pluginsList, pluginsOf } from './commands/plugins.ts';
import { reportCommand } from './commands/report.ts';
import { schemaCommand } from './commands/schema.ts';
import { simulateCommand } from './commands/simulate.ts';
import { statusCommand } from './commands/status.ts';
import { cliKernel } from './compose/kernel.ts';
import { tolerateClosedPipes } from './output/closed-pipes.ts';
import { numberSettings } from './output/settings.ts';
import { runCommand } from './output/run-command.ts';

const { version } = createRequire(import.meta.url)('../package.json') as { version: string };

const positive = (text: string): number => {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value <= 0) throw new InvalidArgumentError('Expected a number greater than 0.');
  return value;
};
const seed = (text: string): number => {
  const value = Number(text);
  if (text.trim() === '' || !Number.isInteger(value) || value < 0 || value >= 2 ** 31) throw new InvalidArgumentError('Expected a whole number from 0 to 2147483647.');
  return value;
};
const count = (text: string): number => {
  const value = Number(text);
  if (text.trim() === '' || !Number.isInteger(value) || value < 1 || value > 1024) throw new InvalidArgumentError('Expected a whole number from 1 to 1024.');
  return value;
};
const names = (text: string): readonly string[] => {
  const list = text.split(',').map((name) => name.trim()).filter((name) => name !== '');
  if (list.length === 0) throw new InvalidArgumentError('Expected names, separated by commas.');
  return list;
};
const json = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InvalidArgumentError(`Expected JSON: ${(error as Error).message}`);
  }
};
const collect = (text: string, earlier: readonly string[]): readonly string[] => [...earlier, text];

const jsonOption = () => new Option('--json', 'print one JSON document on standard output').default(false);
const pluginOption = () => new Option('--plugin <specifier>', 'load a plugin by package name or path; may be repeated').argParser(collect).default([] as readonly string[], 'none');
const simulatorOption = () => new Option('--simulator <name>', 'simulator to use').default('ngspice');

interface Common {
  readonly json: boolean;
  readonly plugin: readonly string[];
}

const program = new Command('evospice')
  .description('Evolves optimizer programs for SPICE model retargeting.')
  .version(version)
  .option('--verbose', 'say more on standard error', false)
  .showHelpAfterError('(--help shows what is allowed)')
  .showSuggestionAfterError()
  // Inherited by the commands below: anything asked wrongly ends with 2.
  .exitOverride((error) => {
    process.exit(error.exitCode === 0 ? 0 : 2);
  });

const kernelFor = (options: { readonly plugin?: readonly string[] }) => cliKernel({ plugins: options.plugin ?? [], verbose: program.opts<{ verbose: boolean }>().verbose });

program
  .command('doctor')
  .description('show what is installed, how fast it is, and what to install for more speed')
  .addOption(new Option('--simulator <name>', 'look at this simulator only'))
  .option('--no-speed', 'leave out the timing')
  .addOption(pluginOption())
  .addOption(jsonOption())
  .action((options: Common & { readonly simulator?: string; readonly speed: boolean }) =>
    runCommand(options.json, async (signal) => doctorCommand(await kernelFor(options), options, signal)));

program
  .command('plugins')
  .description('show the plugins that are loaded')
  .command('list', { isDefault: true })
  .description('list every implementation of every extension point, and where it comes from')
  .option('--config <file>', 'also load the plugins of this configuration')
  .addOption(pluginOption())
  .addOption(jsonOption())
  .action((options: Common & { readonly config?: string }) =>
    runCommand(options.json, async () => {
      const kernel = await kernelFor(options);
      if (options.config !== undefined) await kernel.load(await pluginsOf(options.config), options.config);
      return pluginsList(kernel);
    }));

program
  .command('schema')
  .description('print the JSON Schema of a configuration file, for editors')
  .argument('[what]', 'evolve, bench or task', 'evolve')
  .addOption(pluginOption())
  .addOption(jsonOption())
  .action((what: string, options: Common) => runCommand(options.json, async () => schemaCommand(await kernelFor(options), what)));

program
  .command('simulate')
  .description('simulate a card and compare it with the measured curves')
  .argument('<task>', 'task.yaml, its folder, or the id of a measured task')
  .option('--card <file>', 'simulate this card in place of the task\'s')
  .addOption(new Option('--set <name=value>', 'set a model parameter; may be repeated').argParser(collect).default([] as readonly string[], 'none'))
  .addOption(simulatorOption())
  .addOption(pluginOption())
  .addOption(jsonOption())
  .action((task: string, options: Common & { readonly card?: string; readonly set: readonly string[]; readonly simulator: string }) =>
    runCommand(options.json, async (signal) => simulateCommand(await kernelFor(options), task, options, signal)));

program
  .command('extract')
  .description('extract a card\'s parameters from measured curves')
  .argument('<task>', 'task.yaml, its folder, or the id of a measured task')
  .option('--optimizer <name or file>', 'an optimizer by name, or a program file (.ts)', 'lm')
  .addOption(new Option('--options <json>', 'options of a named optimizer').argParser(json))
  .addOption(new Option('--budget <n>', 'simulations of the whole training suite').argParser(positive).default(200))
  .addOption(new Option('--seed <n>', 'seed of every random choice').argParser(seed).default(1))
  .addOption(new Option('--metric <metric>', 'error to minimise').choices(['relative', 'log']).default('relative'))
  .addOption(new Option('--constraint <expression>', 'what every candidate must make true, such as "n < 1.5 and log_rms < 1"; may be repeated').argParser(collect).default([] as readonly string[], 'those of the task'))
  .addOption(new Option('--increment <name=value>', 'moves a parameter in steps of this value; may be repeated').argParser(collect).default([] as readonly string[], 'those of the task'))
  .addOption(new Option('--licences <name=count>', 'licences of a simulator, counted with all runs on this host; may be repeated').argParser(collect).default([] as readonly string[], 'not counted'))
  .option('--out <folder>', 'where card, trajectory and report go; an earlier extraction there is replaced')
  .addOption(simulatorOption())
  .addOption(pluginOption())
  .addOption(jsonOption())
  .action((task: string, options: Common & { optimizer: string; options?: unknown; budget: number; seed: number; metric: 'relative' | 'log'; out?: string; simulator: string; licences: readonly string[]; constraint: readonly string[]; increment: readonly string[] }) => {
    const { optimizer, budget, seed: chosen, metric, simulator, out } = options;
    return runCommand(options.json, async (signal) =>
      extractCommand(await kernelFor(options), task, { optimizer, optimizerOptions: options.options, budget, seed: chosen, metric, simulator, ...(options.constraint.length === 0 ? {} : { constraints: options.constraint }), ...(options.increment.length === 0 ? {} : { increments: numberSettings('increment', options.increment) }), ...(options.licences.length === 0 ? {} : { licences: numberSettings('licences', options.licences) }), ...(out === undefined ? {} : { out }) }, signal));
  });

const analysisCommand = (name: string, description: string): Command => program
  .command(name)
  .description(description)
  .argument('<task>', 'task.yaml, its folder, or the id of a measured task')
  .option('--card <file>', 'stand in the values of this card rather than the start card')
  .addOption(new Option('--set <name=value>', 'stand in this value of a parameter; may be repeated').argParser(collect).default([] as readonly string[], 'none'))
  .addOption(new Option('--metric <metric>', 'error to look at').choices(['relative', 'log']).default('relative'))
  .option('--out <folder>', 'where table and pictures go')
  .addOption(simulatorOption())
  .addOption(pluginOption())
  .addOption(jsonOption());

analysisCommand('cost-profile', 'error along each parameter, the others standing still')
  .addOption(new Option('--resolution <n>', 'points along each parameter').argParser(positive).default(21))
  .action((task: string, options: Common & CostProfileCommandOptions) =>
    runCommand(options.json, async (signal) => costProfileCommand(await kernelFor(options), task, options, signal)));

analysisCommand('parameter-space', 'error over a grid of some parameters')
  .addOption(new Option('--points <name=count>', 'points along a parameter, from bound to bound; may be repeated').argParser(collect).default([] as readonly string[], 'none').makeOptionMandatory())
  .action((task: string, options: Common & ParameterSpaceCommandOptions) =>
    runCommand(options.json, async (signal) => parameterSpaceCommand(await kernelFor(options), task, options, signal)));

program
  .command('convert')
  .description('write a model card in another simulator\'s dialect')
  .argument('<card>', 'file with the card, or a library deck')
  .requiredOption('--to <dialect>', 'dialect wanted: hspice, spectre, xyce, eldo, spiceopus or ngspice')
  .option('--from <dialect>', 'dialect of the file', 'ngspice')
  .option('--model <name>', 'model wanted, where the file holds several')
  .option('--section <name>', 'section of a library deck')
  .addOption(new Option('--geometry <name=value>', 'instance parameter that chooses a bin or enters expressions; may be repeated').argParser(collect).default([] as readonly string[], 'none'))
  .option('--out <file>', 'write the card there rather than to standard output')
  .addOption(pluginOption())
  .addOption(jsonOption())
  .action((card: string, options: Common & ConvertOptions) => runCommand(options.json, async () => convertCommand(await kernelFor(options), card, options)));

program
  .command('evolve')
  .description('evolve optimizer programs')
  .argument('<config>', 'configuration: YAML, JSON or TypeScript')
  .option('--resume', 'go on with the run in the folder', false)
  .option('--out <folder>', 'folder of the run; overrides `out` of the configuration')
  .addOption(jsonOption())
  .action((config: string, options: { readonly json: boolean; readonly resume: boolean; readonly out?: string }) =>
    runCommand(options.json, async (signal) => {
      const kernel = await kernelFor({});
      await kernel.load(await pluginsOf(config), config);
      return evolveCommand(kernel, config, options, signal);
    }));

program
  .command('bench')
  .description('compare optimizers over tasks and seeds')
  .argument('<suite>', 'suite: YAML, JSON or TypeScript')
  .option('--out <folder>', 'folder of the runs; what is stored there already is not run again')
  .addOption(new Option('--workers <n>', 'worker processes; as the suite says, or as many as there are cores').argParser(count))
  .addOption(new Option('--only <entries>', 'run these entries only, separated by commas').argParser(names))
  .addOption(jsonOption())
  .action((suite: string, options: { readonly json: boolean; readonly out?: string; readonly workers?: number; readonly only?: readonly string[] }) =>
    runCommand(options.json, async (signal) => {
      const kernel = await kernelFor({});
      await kernel.load(await pluginsOf(suite), suite);
      return benchCommand(kernel, suite, { ...options, verbose: program.opts<{ verbose: boolean }>().verbose }, signal);
    }));

program
  .command('status')
  .description('show who holds and waits for licences on this host, and how far a run is')
  .argument('[folder]', 'folder of a run, also one under way')
  .option('--ledger <folder>', 'folder of the ledger of licences')
  .addOption(jsonOption())
  .action((folder: string | undefined, options: { readonly json: boolean; readonly ledger?: string }) =>
    runCommand(options.json, async () => statusCommand(await kernelFor({}), folder, options)));

program
  .command('report')
  .description('write the report of a run again, from its stored events')
  .argument('<folder>', 'folder of the run')
  .addOption(jsonOption())
  .action((folder: string, options: { readonly json: boolean }) => runCommand(options.json, async () => reportCommand(await kernelFor({}), folder)));

tolerateClosedPipes();
await program.parseAsync();
