import { cardText, circuitWith, taskConditions, taskNamed, testbenchOf } from '@evospice/device';
import {
  extract, fromModel, modelStartText, optimizerLibrary, programOptimizer, recordedTask, type ExtractEvents, type ExtractFacts, type ExtractionResult, type HoldOut, type ModelStart, type RegularisationRule,
} from '@evospice/extraction';
import {
  Clock, defined, EvospiceError, Logger, type Json, type Optimizer, type ProgramRunner, type Selection, type Simulator, type Task,
} from '@evospice/contracts';
import { nearest, type Kernel } from '@evospice/kernel';
import { evospiceCommand, extractKind, warningsOf } from '@evospice/report';
import { allSource } from '@evospice/program-text';
import { createScheduler, scheduledSimulator, schedulerOptionsSchema } from '@evospice/resources';
import { contentHash, EventLog, FORMAT, replaceRun, type Conditions, type RunReporters } from '@evospice/runs';
import { openTestbench } from '@evospice/testbench';
import { Option } from 'commander';
import { defaultOptimizer } from '../compose/default-optimizer.ts';
import { extractionFiles, writeExtraction } from '../compose/extraction-folder.ts';
import { runFolder } from '../compose/output-folder.ts';
import { OwnFiles } from '../compose/own-files.ts';
import { choiceCondition, choiceConditions, pluginConditions, startCondition } from '../compose/plugin-code.ts';
import { isProgramFile, programFrom } from '../compose/programs.ts';
import { flowOptimizer, flowOptionsOf } from '../compose/flows.ts';
import { crossValidationOf, withGroupHeldOut } from '../compose/hold-out.ts';
import { openReporters } from '../compose/run-display.ts';
import { choiceOption, selectionText } from '../options/choices.ts';
import { jsonOption, metricOption, repeatable, taskArgument, type Common } from '../options/common.ts';
import { holdOut as holdOutRule, json, positive, regularisation as regularisationRule, seed } from '../options/parsers.ts';
import type { RegisterVerb } from '../options/services.ts';
import { extractionText, type ExtractionFiles } from '../output/extraction-text.ts';
import { runCommand, type CommandResult } from '../output/run-command.ts';
import { numberSettings } from '../output/settings.ts';

export interface ExtractOptions {
  /** Physics rules whose findings the optimizer sees. */
  readonly rules: readonly Selection[];
  /** Runs a program file. */
  readonly runner: Selection;
  /** Keeps the events. */
  readonly store: Selection;
  /** Name of an optimizer, or a program file. */
  readonly optimizer: string;
  /** Options of a named optimizer, as JSON gave them. */
  readonly optimizerOptions?: unknown;
  /** `model`: the search begins at the minimum of the compact model; at the start card when left out. */
  readonly start?: 'model';
  /** Budget units. */
  readonly budget: number;
  readonly seed: number;
  /** Seconds after which the best card until then is the result. */
  readonly wallTime?: number;
  readonly out?: string;
  readonly simulator: Selection;
  readonly metric: 'relative' | 'log';
  /** How far the result is drawn back towards the start card; not when left out. */
  readonly regularise?: RegularisationRule;
  /** Implicit constraints besides the task's. */
  readonly constraints?: readonly string[];
  /** Grid steps of parameters by name, which makes them discrete. */
  readonly increments?: Readonly<Record<string, number>>;
  /** Licences by simulator, counted with all runs on this host; none are counted when left out. */
  readonly licences?: Readonly<Record<string, number>>;
  /** A group of curves that is not fitted; each group in turn where it has no value. */
  readonly holdOut?: HoldOut;
  /** Lines that the card says as they are, such as who signs it and when. */
  readonly signed?: readonly string[];
  /** Prints the lines that the optimizer logs on standard error. */
  readonly verbose?: boolean;
  /** The terminal's when left out. */
  readonly reporters?: readonly Selection[];
}

/** As the command line gives them. */
interface Asked extends Common {
  readonly optimizer?: string;
  readonly options?: unknown;
  readonly flow?: string;
  readonly start: 'card' | 'model';
  readonly budget: number;
  readonly seed: number;
  readonly metric: 'relative' | 'log';
  readonly regularise?: RegularisationRule;
  readonly constraint: readonly string[];
  readonly increment: readonly string[];
  readonly licences: readonly string[];
  readonly wallTime?: number;
  readonly out?: string;
  readonly sign: readonly string[];
  readonly holdOut?: HoldOut;
  readonly simulator: Selection;
  readonly reporter: readonly Selection[];
  readonly rule: readonly Selection[];
  readonly runner: Selection;
  readonly store: Selection;
}

export const registerExtract: RegisterVerb = (program, { kernel, verbose }) => {
  program
    .command('extract')
    .description('extract a card\'s parameters from measured curves')
    .argument(...taskArgument)
    .option('--optimizer <name or file>', 'an optimizer by name, or a program file (.ts) (default: the best for the device, which is said)')
    .addOption(new Option('--options <json>', 'options of a named optimizer').argParser(json))
    .addOption(new Option('--flow <name or file>', 'extract in stages: a ready flow by name, auto for that of the model family, or a flow.yaml').conflicts(['optimizer', 'options']))
    .addOption(new Option('--start <place>', 'where the search begins: at the start card, or where lm ends on the compact model of the device, at no simulation').choices(['card', 'model']).default('card'))
    .addOption(new Option('--budget <n>', 'simulations of the whole training suite').argParser(positive).default(200))
    .addOption(new Option('--seed <n>', 'seed of every random choice').argParser(seed).default(1))
    .addOption(metricOption('error to minimise'))
    .addOption(new Option('--regularise <rule>', 'draw the result back towards the start card as far as is good for the validation curves ("validation"), or as a part by which the training error may grow allows (default: not)').argParser(regularisationRule))
    .addOption(repeatable('--constraint <expression>', 'what every candidate must make true, such as "n < 1.5 and log_rms < 1"', 'those of the task'))
    .addOption(repeatable('--increment <name=value>', 'moves a parameter in steps of this value', 'those of the task'))
    .addOption(repeatable('--licences <name=count>', 'licences of a simulator, counted with all runs on this host', 'not counted'))
    .addOption(new Option('--wall-time <seconds>', 'end the search after this time; the best card until then is the result').argParser(positive))
    .addOption(new Option('--hold-out <group>', 'hold out one group of curves: temperature=125, geometry=INSTANCE, bias=b=-1.2, die=NAME; without a value each group in turn, in an extraction of its own').argParser(holdOutRule))
    .option('--out <folder>', 'where card, trajectory and report go; an earlier extraction there is replaced')
    .addOption(repeatable('--sign <text>', 'a line for the comments of the card, such as who signs it and when', 'none'))
    .addOption(choiceOption('simulator', 'ngspice'))
    .addOption(choiceOption('rule', 'none'))
    .addOption(choiceOption('runner', 'isolate'))
    .addOption(choiceOption('store', 'sqlite'))
    .addOption(choiceOption('reporter', 'terminal'))
    .addOption(jsonOption())
    .action((task: string, asked: Asked) => runCommand(asked.json, async (signal) => extractCommand(kernel, task, optionsOf(await withFlow(kernel, asked), verbose), signal)));
};

/** A flow as what it is: an optimizer with options. */
async function withFlow({ registry }: Kernel, asked: Asked): Promise<Asked> {
  return asked.flow === undefined ? asked : { ...asked, optimizer: flowOptimizer, options: await flowOptionsOf(registry, asked.flow) };
}

/** The optimizer may be the command's to choose. */
type ExtractRequest = Omit<ExtractOptions, 'optimizer'> & { readonly optimizer?: string };

function optionsOf(asked: Asked, verbose: boolean): ExtractRequest {
  const { optimizer, options, start, budget, seed: chosen, metric, simulator, out, constraint, increment, licences, wallTime, reporter, rule, runner, store, sign, regularise, holdOut } = asked;
  return {
    optimizerOptions: options, budget, seed: chosen, metric, simulator, verbose, rules: rule, runner, store,
    ...defined({
      optimizer,
      regularise,
      holdOut,
      start: start === 'card' ? undefined : start,
      constraints: constraint.length === 0 ? undefined : constraint,
      increments: increment.length === 0 ? undefined : numberSettings('increment', increment),
      licences: licences.length === 0 ? undefined : numberSettings('licences', licences),
      wallTime,
      signed: sign.length === 0 ? undefined : sign,
      out,
      reporters: reporter.length === 0 ? undefined : reporter,
    }),
  };
}

/** `evospice extract`: one extraction, its card, trajectory, stored events and report in one folder. */
async function extractCommand(kernel: Kernel, taskName: string, asked: ExtractRequest, signal: AbortSignal): Promise<CommandResult> {
  const { verbose = false, reporters: displays = ['terminal'], optimizer: named, ...others } = asked;
  const task = withGroupHeldOut(restricted(await taskNamed(kernel.registry, taskName), others), others);
  const choice = named === undefined ? await defaultOptimizer(task, others.optimizerOptions !== undefined) : undefined;
  const options = { ...others, optimizer: named ?? choice!.name };
  const { optimizer: chosen, runner, condition, made } = await optimizerOf(kernel, options);
  let begun: ModelStart | undefined;
  const optimizer = options.start === 'model' ? fromModel(chosen, (start) => (begun = start)) : chosen;
  const { simulator, close } = await simulatorInTurn(kernel, options);
  const store = kernel.registry.create('RunStore', options.store);
  const names = [...extractionFiles(task), ...extractKind.files];
  const own = await OwnFiles.claim(options.out ?? runFolder('extract', task.id, optimizer.name, `s${options.seed}`), { names, holdsRun: (at) => store.exists(at) });
  const { folder } = own;
  const log = await replaceRun(store, folder, {
    kind: 'extract',
    conditions: { ...(await conditionsOf(kernel, task, options, simulator)), optimizer: condition, ...(await startCondition(kernel, options.start)) },
    isFinished: async (run) => (await extractKind.status(run)).state === 'finished',
  });
  const events = new EventLog<ExtractEvents, ExtractFacts>(log);
  try {
    const title = `${task.id}: ${optimizer.name}`;
    const configuration = { task: task.source, ...resolvedOptions(kernel, options), out: folder } as unknown as Json;
    await Promise.all([
      events.setFact('title', title), events.setFact('configuration', configuration), events.setFact('extraction-task', recordedTask(task)),
      events.setFact('command', commandOf(taskName, options)),
    ]);
    const reporters = await openReporters(kernel, displays, { kind: 'extract', title, folder, log, total: options.budget });
    try {
      reporters.event(await events.append('extraction-started', configuration));
      const { version } = await simulator.probe();
      const making = {
        optimizer: begun === undefined && options.start === undefined ? made : `${made}, from the minimum of the compact model`, simulator: `${simulator.name}${version === undefined ? '' : ` ${version}`}`,
        command: commandOf(taskName, options), signed: options.signed ?? [],
      };
      const found = await run({ kernel, task, optimizer, simulator, options: { ...options, verbose }, events, reporters, signal });
      const crossValidation = await crossValidationOf(kernel, { task, optimizer, simulator }, options, signal);
      const result: ExtractionResult = { ...found, ...defined({ crossValidation }) };
      await events.setFact('extracted-card', cardText(task, circuitWith(task, result.parameters)));
      reporters.event(await events.append('result', result));
      const files = await own.write(names, async () => {
        const written = await writeExtraction(folder, task, result, { configuration, making });
        const { report } = await extractKind.report({ folder, kind: 'extract', format: FORMAT, log });
        return { ...written, report };
      });
      const beginning = begun === undefined ? undefined : modelStartText(begun, result.metric);
      return {
        document: documentOf(task, result, files, { chosen: choice?.why, modelStart: begun }),
        text: extractionText(task, result, files, { chosen: choice === undefined ? undefined : `${choice.name}, since ${choice.why}`, beginning }),
        exitCode: signal.aborted ? 130 : result.end === 'failed' ? 1 : 0,
      };
    } finally {
      await reporters.close();
    }
  } finally {
    await log.close();
    await close();
    await runner?.close();
  }
}

/** The options with every default of what they choose, as they are stored. */
function resolvedOptions({ registry }: Kernel, options: ExtractOptions): object {
  const { optimizer: name, optimizerOptions, simulator, rules, runner, store } = options;
  return {
    ...options,
    ...(isProgramFile(name) ? {} : { optimizerOptions: registry.resolve('Optimizer', { name, ...defined({ options: optimizerOptions }) }).options }),
    simulator: registry.resolve('Simulator', simulator),
    rules: rules.map((rule) => registry.resolve('PhysicsRule', rule)),
    runner: registry.resolve('ProgramRunner', runner),
    store: registry.resolve('RunStore', store),
  };
}

/** Everything that decides over an extraction, besides its optimizer. */
async function conditionsOf(kernel: Kernel, task: Task, options: ExtractOptions, simulator: Simulator): Promise<Conditions> {
  const { budget, seed: chosen, metric, rules } = options;
  const resolved = rules.map((rule) => kernel.registry.resolve('PhysicsRule', rule));
  return {
    budget, seed: chosen, metric, ...defined({ regularise: options.regularise }),
    ...(await choiceConditions(kernel, { simulator: ['Simulator', kernel.registry.resolve('Simulator', options.simulator)] })),
    ...(await choiceConditions(kernel, Object.fromEntries(resolved.map((rule) => [`rule ${rule.name}`, ['PhysicsRule', rule] as const])))),
    [`version of ${simulator.name}`]: (await simulator.probe()).version ?? null,
    ...(await pluginConditions(kernel)),
    ...taskConditions(task),
  };
}

/** The task with the constraints and grids of the command. @throws EvospiceError `USAGE_INCREMENT`. */
function restricted(task: Task, { constraints = [], increments = {} }: Pick<ExtractOptions, 'constraints' | 'increments'>): Task {
  for (const [name, increment] of Object.entries(increments)) {
    const names = task.tunables.map((tunable) => tunable.name);
    const tunable = task.tunables.find((one) => one.name === name);
    if (tunable !== undefined && increment > 0 && increment <= tunable.upper - tunable.lower) continue;
    const guess = tunable === undefined ? nearest(name, names) : undefined;
    throw new EvospiceError('USAGE_INCREMENT', tunable === undefined ? `task ${task.id} has no parameter "${name}"` : `${name} cannot move in steps of ${increment}`, {
      received: tunable === undefined ? name : increment,
      expected: tunable === undefined ? `one of ${names.join(', ')}` : `a number above 0, at most ${tunable.upper - tunable.lower}`,
      ...(guess === undefined ? {} : { remedy: `did you mean "${guess}"?` }),
    });
  }
  return {
    ...task,
    tunables: task.tunables.map((tunable) => (increments[tunable.name] === undefined ? tunable : { ...tunable, increment: increments[tunable.name]! })),
    ...(constraints.length === 0 ? {} : { constraints: [...(task.constraints ?? []), ...constraints] }),
  };
}

async function optimizerOf(kernel: Kernel, options: ExtractOptions): Promise<{ optimizer: Optimizer; runner?: ProgramRunner; condition: Json; made: string }> {
  if (!isProgramFile(options.optimizer)) {
    const selection = kernel.registry.resolve('Optimizer', { name: options.optimizer, options: options.optimizerOptions });
    const { plugin } = kernel.registry.find('Optimizer', selection.name);
    const made = `${selection.name} of ${plugin.name} ${plugin.version}, options ${JSON.stringify(selection.options)}`;
    return { optimizer: kernel.registry.create('Optimizer', selection), condition: await choiceCondition(kernel, 'Optimizer', selection), made };
  }
  const { name, program } = await programFrom(options.optimizer);
  const runner = kernel.registry.create('ProgramRunner', options.runner);
  const hash = contentHash(allSource(program));
  return { optimizer: programOptimizer({ name, program, runner, limits: { wallSeconds: 3600, memoryMb: 512 } }), runner, condition: { program: hash }, made: `program ${name}, hash ${hash}` };
}

interface Running {
  readonly kernel: Kernel;
  readonly task: Task;
  readonly optimizer: Optimizer;
  readonly simulator: Simulator;
  readonly options: ExtractOptions;
  readonly events: EventLog<ExtractEvents, ExtractFacts>;
  readonly reporters: RunReporters;
  readonly signal: AbortSignal;
}

async function run({ kernel, task, optimizer, simulator, options, events, reporters, signal }: Running): Promise<ExtractionResult> {
  // Interrupted, the search ends with what was found until then, for which the simulator is still needed: it knows nothing of it.
  const stop = options.wallTime === undefined ? signal : AbortSignal.any([signal, AbortSignal.timeout(options.wallTime * 1000)]);
  const session = await openTestbench(simulator, testbenchOf(task));
  // An event that cannot be stored ends the extraction.
  const unstored = new AbortController();
  const kept = (storing: Promise<unknown>): void => {
    storing.catch((error: unknown) => unstored.abort(error));
  };
  try {
    return await extract({
      task, optimizer, session,
      signal: unstored.signal,
      stop,
      diagnosis: true,
      uncertainty: true,
      simulator: simulator.name,
      budget: options.budget,
      seed: options.seed,
      metric: options.metric,
      ...defined({ regularise: options.regularise }),
      fits: true,
      optimizers: optimizerLibrary(kernel.registry),
      ...(options.rules.length === 0 ? {} : { rules: options.rules.map((selection) => kernel.registry.create('PhysicsRule', selection)) }),
      ...(options.verbose === true ? { onLog: (line: string) => process.stderr.write(`${line}\n`) } : {}),
      onStart: (start) => kept(events.append('start', start)),
      onEvaluation: (point) => kept(events.append('evaluation', point).then((event) => reporters.event(event))),
      // Kept as it is found: what is left of an extraction that is killed.
      onBest: (best) => kept((async () => {
        await events.append('best', best);
        await events.setFact('extracted-card', cardText(task, circuitWith(task, best.parameters)));
      })()),
    });
  } catch (error) {
    throw unstored.signal.aborted ? unstored.signal.reason : error;
  } finally {
    await session.close();
  }
}

/** The simulator, waiting for a licence at each call where licences are counted. */
async function simulatorInTurn(kernel: Kernel, { simulator: name, licences }: ExtractOptions): Promise<{ readonly simulator: Simulator; close(): Promise<void> }> {
  const simulator = kernel.registry.create('Simulator', name);
  if (licences?.[simulator.name] === undefined) return { simulator, close: async () => undefined };
  const options = schedulerOptionsSchema.parse({ licences });
  const scheduler = createScheduler(options, { clock: kernel.container.get<Clock>(Clock), logger: kernel.container.get<Logger>(Logger) });
  const request = { account: `extract/${process.pid}`, priority: 'validation', cores: 1, memoryMb: 0, licences: { [simulator.name]: 1 } } as const;
  return { simulator: scheduledSimulator(simulator, scheduler, request), close: () => scheduler.close() };
}

/** The command as it would be typed, without where the result goes. */
function commandOf(task: string, { optimizer, optimizerOptions, start, budget, seed: chosen, metric, simulator, constraints = [], increments = {}, rules, regularise, holdOut }: ExtractOptions): string {
  return evospiceCommand(
    'extract', task, '--optimizer', optimizer, ...(optimizerOptions === undefined ? [] : ['--options', JSON.stringify(optimizerOptions)]), ...(start === undefined ? [] : ['--start', start]),
    '--budget', String(budget), '--seed', String(chosen), '--metric', metric, ...(regularise === undefined ? [] : ['--regularise', String(regularise)]), ...(holdOut === undefined ? [] : ['--hold-out', [holdOut.axis, holdOut.terminal, holdOut.value].filter((part) => part !== undefined).join('=')]),
    ...constraints.flatMap((text) => ['--constraint', text]), ...Object.entries(increments).flatMap(([name, step]) => ['--increment', `${name}=${step}`]),
    '--simulator', selectionText(simulator), ...rules.flatMap((rule) => ['--rule', selectionText(rule)]),
  );
}

function documentOf(task: Task, result: ExtractionResult, files: ExtractionFiles, how: { readonly chosen: string | undefined; readonly modelStart: ModelStart | undefined }): unknown {
  const { optimizer, simulator, seed, budget, start, final, parameters, end, failure, log, findings, diagnosis, uncertainty, figures, regularisation, crossValidation } = result;
  return {
    task: task.id, optimizer, ...defined(how), simulator, seed, budget, start, final, parameters, ...files, end, ...defined({ failure, findings }),
    notes: recordedTask(task).notes, warnings: warningsOf(result), ...defined({ diagnosis, uncertainty, figures, regularisation, crossValidation }), log,
  };
}
