import { resolve } from 'node:path';
import { Clock, type SchedulerStatus, type Selection } from '@evospice/contracts';
import { type Kernel } from '@evospice/kernel';
import { defaultLedgerDirectory, readLedgerStatus } from '@evospice/resources';
import { textTable } from '@evospice/report';
import { withStoredRun } from '@evospice/runs';
import { choiceOption } from '../options/choices.ts';
import { jsonOption, type Common } from '../options/common.ts';
import type { RegisterVerb } from '../options/services.ts';
import { runCommand, type CommandResult } from '../output/run-command.ts';

export interface StatusOptions {
  /** Folder of the ledger of licences. */
  readonly ledger?: string;
  /** What the run is kept by. */
  readonly store: Selection;
}

export const registerStatus: RegisterVerb = (program, { kernel }) => {
  program
    .command('status')
    .description('show who holds and waits for licences on this host, and how far a run is')
    .argument('[folder]', 'folder of a run, also one under way')
    .addOption(choiceOption('store', 'sqlite'))
    .option('--ledger <folder>', 'folder of the ledger of licences')
    .addOption(jsonOption())
    .action((folder: string | undefined, options: Common & StatusOptions) =>
      runCommand(options.json, () => statusCommand(kernel, folder, options)));
};

/** `evospice status`: the licences and cores shared on this host, and how far a run is. Both are read from outside. */
export async function statusCommand(kernel: Kernel, folder: string | undefined, options: StatusOptions): Promise<CommandResult> {
  const directory = resolve(options.ledger ?? defaultLedgerDirectory());
  const resources = readLedgerStatus(directory, kernel.container.get<Clock>(Clock));
  const location = folder === undefined ? undefined : resolve(folder);
  const run = location === undefined ? null : await progressOf(kernel, location, options);
  return {
    document: { ledger: directory, resources, run: run?.document ?? null },
    text: [...(run === null ? [] : [run.text, '']), resources === null || isIdle(resources) ? `no process shares licences in ${directory}` : resourcesText(resources)].join('\n'),
  };
}

interface ShownRun {
  /** For programs. */
  readonly document: Readonly<Record<string, unknown>>;
  readonly text: string;
}

function progressOf(kernel: Kernel, folder: string, { store }: StatusOptions): Promise<ShownRun> {
  return withStoredRun(kernel.registry.create('RunStore', store), folder, async (run) => {
    const { state, document, text } = await kernel.registry.create('RunKind', run.kind).status(run);
    return { document: { folder, kind: run.kind, state, ...document }, text };
  });
}

/** Of a ledger that was used, and is not now. */
function isIdle({ resources, accounts, processes }: SchedulerStatus): boolean {
  return resources.length + accounts.length + processes.length === 0;
}

function resourcesText({ resources, accounts, processes, denials }: SchedulerStatus): string {
  const shared = resources.map(({ resource, inUse, limit, capacity }) => [resource, ...[inUse, limit, capacity].map(String)]);
  const waiting = accounts.map(({ account, held, waiting: { validation, exploration }, longestWaitMs }) => [
    account, ...[held, validation, exploration].map(String), `${(longestWaitMs / 1000).toFixed(1)} s`,
  ]);
  return [
    `${processes.length} processes share these resources`,
    textTable({ head: ['resource', 'in use', 'limit', 'capacity'], rows: shared }),
    ...(accounts.length === 0 ? ['nothing is waiting or held'] : [textTable({ head: ['account', 'holds', 'validation waits', 'exploration waits', 'longest wait'], rows: waiting })]),
    ...denials.slice(-5).map(({ licence, account, reason, backOffMs }) => `refused: ${licence} to ${account}, ${reason}; next try after ${(backOffMs / 1000).toFixed(1)} s`),
  ].join('\n');
}
