import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { Command } from 'commander';
import { registerAblate } from './commands/ablate.ts';
import { registerAnalyses } from './commands/analyse.ts';
import { registerBench } from './commands/bench.ts';
import { registerBin } from './commands/bin.ts';
import { registerBroughtVerbs } from './commands/brought.ts';
import { registerCheck } from './commands/check.ts';
import { registerConvert } from './commands/convert.ts';
import { registerData } from './commands/data.ts';
import { registerDemo } from './commands/demo.ts';
import { registerDoctor } from './commands/doctor.ts';
import { registerEvolve } from './commands/evolve.ts';
import { registerExtract } from './commands/extract.ts';
import { pluginsOf, registerPlugins } from './commands/plugins.ts';
import { registerExport } from './commands/export.ts';
import { registerImport } from './commands/import.ts';
import { registerQa } from './commands/qa.ts';
import { registerReplay } from './commands/replay.ts';
import { registerReport } from './commands/report.ts';
import { registerSchema } from './commands/schema.ts';
import { registerShow } from './commands/show.ts';
import { registerSimulate } from './commands/simulate.ts';
import { registerSpread } from './commands/spread.ts';
import { registerStatus } from './commands/status.ts';
import { registerSteer } from './commands/steer.ts';
import { registerTry } from './commands/try.ts';
import { registerTune } from './commands/tune.ts';
import { cliKernel } from './compose/kernel.ts';
import { repeatable } from './options/common.ts';
import type { RegisterVerb, VerbServices } from './options/services.ts';
import { reportFailure } from './output/run-command.ts';

const { version } = createRequire(import.meta.url)('../package.json') as { version: string };

/** In the order in which `--help` shows them. */
const verbs: readonly RegisterVerb[] = [
  registerDoctor, registerDemo, registerData, registerImport, registerPlugins, registerSchema, registerSimulate, registerExtract, registerBin, registerSpread, registerTune, registerCheck, registerQa, registerAnalyses, registerConvert,
  registerTry, registerEvolve, registerAblate, registerBench, registerStatus, registerReport, registerShow, registerSteer, registerReplay, registerExport, registerBroughtVerbs,
];

/** Runs one command line, given without the names of the program; what was asked wrongly ends the process with 2. */
export async function runCommandLine(args: readonly string[]): Promise<void> {
  let program: Command;
  try {
    // Plugins are loaded before anything else is read, as they may bring verbs.
    program = commandLine(await servicesOf(globalOptions(args)));
  } catch (error) {
    process.exitCode = await reportFailure(error, args.includes('--json'));
    return;
  }
  await program.parseAsync(args, { from: 'user' });
}

/** The whole command line over a kernel. */
function commandLine(services: VerbServices): Command {
  const program = new Command('evospice')
    .description('Evolves optimizer programs for SPICE model retargeting.')
    .version(version)
    .option('--verbose', 'say more on standard error', false)
    .addOption(repeatable('--plugin <specifier>', 'load a plugin by package name or path'))
    .option('--config <file>', 'also load the plugins of this configuration')
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError('(--help shows what is allowed)')
    .showSuggestionAfterError()
    // Inherited by the commands below: anything asked wrongly ends with 2.
    .exitOverride((error) => {
      process.exit(error.exitCode === 0 ? 0 : 2);
    });
  for (const register of verbs) register(program, services);
  return program;
}

interface GlobalOptions {
  readonly plugin: readonly string[];
  readonly config?: string;
  readonly verbose: boolean;
}

/** The options that decide which verbs there are, read before the command line as a whole can be. */
function globalOptions(args: readonly string[]): GlobalOptions {
  const { values } = parseArgs({
    args: [...args], strict: false,
    options: { plugin: { type: 'string', multiple: true }, config: { type: 'string' }, verbose: { type: 'boolean' } },
  });
  const { plugin = [], config, verbose } = values;
  return {
    plugin: plugin.filter((specifier) => typeof specifier === 'string'),
    ...(typeof config === 'string' ? { config } : {}),
    verbose: verbose === true,
  };
}

async function servicesOf({ plugin, config, verbose }: GlobalOptions): Promise<VerbServices> {
  const kernel = await cliKernel({ plugins: plugin, verbose });
  if (config !== undefined) await kernel.load(await pluginsOf(config), config);
  return { kernel, verbose };
}
