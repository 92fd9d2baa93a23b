import { writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { evolve, foldRun, isOutOfWork, type EvolutionSummary, type StopReason } from '@evospice/evolution';
import { counted, type Json, type StoredEvent } from '@evospice/contracts';
import { readConfiguration, validateConfiguration, type Kernel } from '@evospice/kernel';
import { championDocument, championHistory, championLine, championText, comparisonText, controlLines, courseLines, evolutionReportModel, evolveKind, evospiceCommand, experimentDocument, experimentLines, fold, modelText, modelUseLines, proposerDocument, proposerText, racedText, yieldText, REPORT_FILE } from '@evospice/report';
import { createRun, resumeRun, type RunReporters } from '@evospice/runs';
import { evolutionRequest } from '../compose/evolution.ts';
import { runControls } from '../compose/controls.ts';
import { dryRun } from '../compose/dry-run/dry-run.ts';
import { evolutionConfigurationSchema, evolutionSettingsOf } from '../compose/evolution-configuration.ts';
import { OwnFiles } from '../compose/own-files.ts';
import { programNames, writeProgram } from '../compose/programs.ts';
import { openReporters } from '../compose/run-display.ts';
import { addChoices, withChoices } from '../options/choices.ts';
import { jsonOption, type Common } from '../options/common.ts';
import type { RegisterVerb } from '../options/services.ts';
import { forecastText } from '../output/forecast-text.ts';
import { runCommand, type CommandResult } from '../output/run-command.ts';
import { pluginsOf } from './plugins.ts';

const CONFIGURATION = 'configuration.json';
/** File or folder with the best program. */
const CHAMPION = 'champion';

export interface EvolveOptions {
  readonly resume: boolean;
  readonly out?: string;
  /** Say what the run will cost, and do not begin it. */
  readonly dryRun: boolean;
  /** With a dry run: run the seeds once on the cheapest case. */
  readonly measure: boolean;
}

/** Choices that override the configuration of an evolution. */
export const evolveChoices = [
  'problem', 'simulator', 'rule', 'runner', 'executor', 'store', 'reporter', 'proposer', 'archive', 'selector', 'descriptor', 'scorer', 'baseline',
] as const;

export const registerEvolve: RegisterVerb = (program, { kernel }) => {
  const verb = program
    .command('evolve')
    .description('evolve optimizer programs')
    .argument('<config>', 'configuration: YAML, JSON or TypeScript')
    .option('--resume', 'go on with the run in the folder', false)
    .option('--dry-run', 'say what the run will cost, without asking a model or writing anything', false)
    .option('--measure', 'with --dry-run: run the seeds once on the cheapest case, for the hours', false)
    .option('--out <folder>', 'folder of the run; overrides `out` of the configuration')
    .addOption(jsonOption());
  addChoices(verb, evolveChoices)
    .action((config: string, options: Common & EvolveOptions) =>
      runCommand(options.json, async (signal) => {
        await kernel.load(await pluginsOf(config), config);
        return evolveCommand(kernel, config, options, signal);
      }));
};

/** `evospice evolve`: a run from a configuration, new or taken up again; everything it writes lies in one folder. */
async function evolveCommand(kernel: Kernel, file: string, options: EvolveOptions, signal: AbortSignal): Promise<CommandResult> {
  const document = withChoices(await readConfiguration(file), evolveChoices, options);
  const configuration = validateConfiguration(document, evolutionConfigurationSchema(kernel.registry), 'evolve');
  const target = options.out ?? configuration.out ?? join('runs', basename(file, extname(file)));
  if (options.dryRun) {
    const forecast = await dryRun(kernel, configuration, { file: document.file, folder: target, measure: options.measure, signal });
    return { document: forecast, text: forecastText(forecast) };
  }
  const store = kernel.registry.create('RunStore', configuration.store);
  const results = [...evolveKind.files, ...programNames(CHAMPION)];
  const own = await OwnFiles.claim(target, { names: [CONFIGURATION, ...results], holdsRun: (at) => store.exists(at) });
  const { folder } = own;
  const log = await (options.resume ? resumeRun : createRun)(store, folder, 'evolve');
  let reporters: RunReporters | undefined;
  try {
    const resolved = JSON.parse(JSON.stringify(configuration)) as Json;
    const title = configuration.title ?? basename(file, extname(file));
    const onBegin = async (): Promise<void> => {
      await Promise.all([log.setFact('configuration', resolved), log.setFact('configuration-file', document.file), log.setFact('title', title)]);
      await own.write([CONFIGURATION], () => writeFile(join(folder, CONFIGURATION), `${JSON.stringify(resolved, null, 2)}\n`));
    };
    reporters = await openReporters(kernel, configuration.reporters, { kind: 'evolve', title, folder, log, total: evolutionSettingsOf(configuration).programs });
    const request = await evolutionRequest(kernel, configuration, { file: document.file, log, reporters: [reporters], signal, run: folder, onBegin });
    let summary: EvolutionSummary;
    try {
      summary = await evolve(request);
      const compared = summary.ended === 'cancelled' || await runControls(summary.view, { kernel, configuration, request, store, folder, log, reporter: reporters });
      if (!compared) summary = { ...summary, ended: 'cancelled' };
    } finally {
      await request.problem.close?.();
    }
    const planned = evolutionSettingsOf(configuration).programs;
    const shown = reporters;
    return await own.write(results, async () =>
      finish(summary, { folder, files: await shown.close(), title, file, planned, events: await Array.fromAsync(log.events()) }));
  } finally {
    await reporters?.close();
    await log.close();
  }
}

function endText(because: StopReason | undefined): string {
  if (because === undefined) return 'there was nothing more to do';
  const reached = Number(because.reached.toPrecision(5));
  return because.rule === 'proposals' ? `${counted(reached, 'proposal was', 'proposals were')} made, the most that \`proposals\` allows` : `${because.rule} is ${reached}, and \`stop.${because.rule}\` allows ${because.limit}`;
}

interface Finished {
  readonly folder: string;
  /** Files that the reporters wrote. */
  readonly files: readonly string[];
  readonly title: string;
  /** Configuration file, for the hint how to go on. */
  readonly file: string;
  readonly events: readonly StoredEvent[];
  /** Programs that were to be tried. */
  readonly planned: number;
}

async function finish({ ended, view }: EvolutionSummary, { folder, files, title, file, events, planned }: Finished): Promise<CommandResult> {
  const { champion } = view;
  const { controls } = foldRun(events);
  const programFile = champion === null ? null : await writeProgram(folder, CHAMPION, champion.program);
  const report = files.find((written) => written.endsWith(REPORT_FILE)) ?? null;
  const { comparison } = evolutionReportModel(events, { title });
  const experiments = experimentDocument(view);
  const document = {
    run: folder,
    ended,
    because: view.finished?.because ?? null,
    programs: view.tried,
    planned,
    champion: champion === null ? null : { ...championDocument(view), file: programFile },
    archive: view.statistics,
    rejections: view.rejectionsByStage,
    raced: view.raced,
    models: view.models,
    courses: view.courses,
    controls,
    proposers: proposerDocument(view.proposers),
    yields: view.yields,
    ledger: view.ledger,
    champions: championHistory(view),
    lineage: championLine(view),
    experiments,
    comparison,
    report,
  };
  const [proposers, yields, models] = [proposerText(view.proposers), yieldText(view.yields), modelText(view.ledger)];
  const raced = racedText(view.raced);
  const lines = [
    ...(comparison === null ? [] : [comparisonText(comparison), '']),
    `${counted(view.tried, 'program')} tried, ${view.rejections.length} turned away`,
    ...(raced === null ? [] : [raced]),
    ...modelUseLines(view.models),
    ...courseLines(view.courses),
    ...(ended === 'finished' && view.tried < planned
      ? [fold(`ended before its ${counted(planned, 'program')}: ${endText(view.finished?.because)}`)] : []),
    ...(champion === null ? ['no champion yet'] : [`${championText(view)}: ${programFile}`]),
    ...controlLines(controls),
    ...(report === null ? [] : [`report: ${report}`]),
    ...(proposers === null ? [] : ['', proposers]),
    ...(yields === null ? [] : ['', yields]),
    ...(models === null ? [] : ['', models]),
    ...experimentLines(experiments),
    ...(ended === 'cancelled' ? [`interrupted; to go on: ${evospiceCommand('evolve', file, '--out', folder, '--resume')}`] : []),
  ];
  return { document, text: lines.join('\n'), exitCode: ended === 'cancelled' ? 130 : view.proposers.some(isOutOfWork) ? 1 : 0 };
}
