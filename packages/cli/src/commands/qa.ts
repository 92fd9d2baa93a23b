import { counted, countFindings, defined, EvospiceError, severities, type Selection } from '@evospice/contracts';
import type { Kernel } from '@evospice/kernel';
import { fold, REPORT_FILE, renderQaPage, writeReport, type QaCard } from '@evospice/report';
import { Option } from 'commander';
import { checkCard } from '../compose/check/check-card.ts';
import { eachRule } from '../compose/check/each-rule.ts';
import { OwnFiles } from '../compose/own-files.ts';
import { cardFigures, type CardFigures } from '../compose/qa/card-figures.ts';
import { libraryCards, type LibraryCard } from '../compose/qa/library-cards.ts';
import { choiceOption } from '../options/choices.ts';
import { jsonOption, repeatable, type Common } from '../options/common.ts';
import { positive } from '../options/parsers.ts';
import type { RegisterVerb } from '../options/services.ts';
import { runCommand, type CommandResult } from '../output/run-command.ts';
import { numberSettings } from '../output/settings.ts';
import { cardLines, countText, familyOf, judged, type CardReport, type FindingCounts, type Severity } from '../output/verdict-lines.ts';

interface QaOptions extends Common {
  readonly from: string;
  readonly section?: string;
  readonly model: readonly string[];
  readonly skip: readonly string[];
  readonly geometry: readonly string[];
  readonly param: readonly string[];
  readonly vdd?: number;
  readonly rule: readonly Selection[];
  readonly simulator?: Selection;
  readonly allow: Severity;
  /** Cards that are looked at, at most. */
  readonly limit: number;
  readonly out?: string;
}

export const registerQa: RegisterVerb = (program, { kernel }) => {
  program
    .command('qa')
    .description('judge every card of a library: all physics rules, and standard figures of merit over bias, temperature and geometry')
    .argument('<files...>', 'files with cards, or libraries of a design kit')
    .option('--section <name>', 'section of the libraries')
    .option('--from <dialect>', 'dialect of the files', 'ngspice')
    .addOption(repeatable('--model <name>', 'model or subcircuit wanted', 'all of them'))
    .addOption(repeatable('--skip <name>', 'model or subcircuit that is left out', 'none'))
    .addOption(repeatable('--geometry <name=value>', 'instance parameter, such as l=0.13u', 'the ends of each bin, or usual sizes'))
    .addOption(repeatable('--param <name=value>', 'parameter of the library that is set from outside', 'none'))
    .option('--vdd <volts>', 'supply voltage of MOSFETs', positive)
    .addOption(choiceOption('rule', 'every rule there is'))
    .addOption(choiceOption('simulator'))
    .addOption(new Option('--allow <severity>', 'worst finding with which the exit code is still 0').choices(severities).default('note'))
    .addOption(new Option('--limit <n>', 'cards that are looked at, at most; more are refused').argParser(positive).default(500))
    .option('--out <folder>', 'write the report there')
    .addOption(jsonOption())
    .addHelpText('after', '\nExit code: 0 nothing above a note, 3 warnings, 1 violations or a card that cannot be judged, 2 asked wrongly.\nCurves are computed by compact models, at once; --simulator simulates them.')
    .action((files: readonly string[], options: QaOptions) => runCommand(options.json, (signal) => qaCommand(kernel, files, options, signal)));
};

/** A card with all that was found, or why it could not be read. */
interface Judged extends LibraryCard {
  readonly report?: CardReport;
  readonly figures?: CardFigures;
}

/** `evospice qa`: one verdict on a library. */
async function qaCommand(kernel: Kernel, files: readonly string[], options: QaOptions, signal: AbortSignal): Promise<CommandResult> {
  const { registry } = kernel;
  const own = options.out === undefined ? undefined : await OwnFiles.claim(options.out, { names: [REPORT_FILE] });
  const selections: readonly Selection[] = options.rule.length > 0 ? options.rule : eachRule(registry);
  const rules = selections.map((selection) => registry.create('PhysicsRule', selection));
  const simulator = options.simulator === undefined ? undefined : registry.create('Simulator', options.simulator);
  const geometry = numberSettings('geometry', options.geometry);
  const request = {
    from: options.from, models: options.model, skipped: options.skip, parameters: numberSettings('param', options.param),
    ...defined({ section: options.section, vdd: options.vdd, geometry: Object.keys(geometry).length === 0 ? undefined : geometry }),
  };
  const cards: LibraryCard[] = [];
  for (const file of files) cards.push(...await libraryCards(kernel, file, request));
  if (cards.length > options.limit) {
    throw new EvospiceError('USAGE_QA', `there are ${cards.length} cards, more than the ${options.limit} that are looked at`, { received: cards.length, expected: `at most ${options.limit}`, remedy: 'choose with --model, or raise --limit: a MOSFET takes about a fifth of a second' });
  }
  const judgedCards: Judged[] = [];
  for (const [index, card] of cards.entries()) {
    signal.throwIfAborted();
    if (cards.length > 10 && index % 10 === 0) process.stderr.write(`${index} of ${cards.length} cards\n`);
    judgedCards.push(card.subject === undefined ? card : {
      ...card, report: { subject: card.subject, notes: card.notes, verdict: await checkCard(kernel, card.subject, { rules, signal, ...defined({ simulator }) }) },
      figures: await cardFigures(card.subject, simulator ?? registry.create('Simulator', 'compact'), signal),
    });
  }
  const counts = countFindings(judgedCards.flatMap(({ report }) => report?.verdict.findings ?? []));
  const unjudged = judgedCards.filter(({ failure }) => failure !== undefined).length;
  const { worst, exitCode } = judged(counts, options.allow);
  const page = renderQaPage({ files, cards: judgedCards.map(qaCard), rules: rules.map(({ name }) => name), summary: summaryOf(judgedCards, counts) });
  const report = await own?.write([REPORT_FILE], () => writeReport(own.folder, page)) ?? null;
  return {
    document: { files, rules: rules.map(({ name }) => name), counts, worst, unjudged, report, cards: judgedCards.map(documentOf) },
    text: [...judgedCards.flatMap(textOf), '', summaryOf(judgedCards, counts), ...(report === null ? [] : [`  report  ${report}`])].join('\n'),
    exitCode: unjudged > 0 ? 1 : exitCode,
  };
}

function summaryOf(cards: readonly Judged[], counts: FindingCounts): string {
  const unjudged = cards.filter(({ failure }) => failure !== undefined).length;
  const unlooked = cards.filter(({ figures }) => figures?.reason !== undefined).length;
  return [
    `${counted(cards.length, 'card')}: ${countText(counts)}`, ...(unjudged === 0 ? [] : [`${unjudged} cannot be judged`]), ...(unlooked === 0 ? [] : [`${unlooked} without figures of merit`]),
  ].join('; ');
}

function textOf({ file, name, failure, report, figures }: Judged): readonly string[] {
  if (report === undefined) return [fold(`${name} of ${file} cannot be judged: ${failure?.message ?? ''} [${failure?.code ?? ''}]`, 2)];
  const left = figures?.reason !== undefined ? [fold(`  no figures of merit: ${figures.reason}`, 4)]
    : [`  ${counted(figures?.figures.length ?? 0, 'figure')} of merit off ${counted(figures?.curves ?? 0, 'curve')}${(figures?.unsolved.length ?? 0) === 0 ? '' : `, ${figures!.unsolved.length} of them without a solution somewhere`}`];
  return [...cardLines(report), ...left];
}

function documentOf({ file, name, failure, report, figures }: Judged): unknown {
  if (report === undefined) return { file, name, failure };
  const { subject: { card, task }, notes, verdict: { findings, ...computed } } = report;
  return {
    file, name, type: card.type, family: familyOf(card, task), device: task.device.kind, instances: task.instances.map(({ id, params }) => ({ id, params })), notes, ...computed,
    counts: countFindings(findings), findings, ...defined({ figures: figures?.figures, unsolved: figures?.unsolved, noFigures: figures?.reason }),
  };
}

function qaCard({ file, name, failure, report, figures, notes }: Judged): QaCard {
  return {
    file, name, notes: [...notes, ...(figures?.reason === undefined ? [] : [`no figures of merit: ${figures.reason}`]), ...(report?.verdict.probed.reason === undefined ? [] : [`curves beyond were not looked at: ${report.verdict.probed.reason}`])],
    family: report === undefined ? '' : familyOf(report.subject.card, report.subject.task) ?? report.subject.card.type, findings: report?.verdict.findings ?? [], figures: figures?.figures ?? [],
    ...defined({ failure: failure?.message }),
  };
}
