import { resolve } from 'node:path';
import { counted, Clock, defined, EvospiceError, type RunStore, type SchedulerStatus, type Selection } from '@evospice/contracts';
import { type Kernel } from '@evospice/kernel';
import { defaultLedgerDirectory, readLedgerStatus } from '@evospice/resources';
import { fold, localTime, textTable } from '@evospice/report';
import { Pace, withStoredRun, type ReadableLog, type RunKind } from '@evospice/runs';
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
async function statusCommand(kernel: Kernel, folder: string | undefined, options: StatusOptions): Promise<CommandResult> {
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

async function progressOf(kernel: Kernel, folder: string, { store: choice }: StatusOptions): Promise<ShownRun> {
  const store = kernel.registry.create('RunStore', choice);
  return withStoredRun(store, folder, async (run) => {
    const kind = kernel.registry.create('RunKind', run.kind);
    const { state, document, text } = await kind.status(run);
    const life = state === 'finished' ? null : await lifeOf(store, folder);
    const outlook = life?.live === true ? await outlookOf(kind, run.log) : null;
    return {
      document: { folder, kind: run.kind, state, live: state === 'finished' ? false : (life?.live ?? null), ...defined({ pid: life?.pid }), ...outlook, ...document },
      text: [text, ...(life === null ? [] : [fold(lifeText(life, outlook, run.kind), 2)])].join('\n'),
    };
  });
}

interface Life {
  readonly live: boolean;
  /** Of the process that writes the run, where it is known. */
  readonly pid?: number;
}

/** Whether a process writes the run now; null where its store cannot tell. */
async function lifeOf(store: RunStore, folder: string): Promise<Life | null> {
  if (store.writer === undefined) return null;
  try {
    const writer = await store.writer(folder);
    return writer === undefined ? { live: false } : { live: true, ...writer };
  } catch (error) {
    if (EvospiceError.is(error, 'STORE_FOLDER')) return null;
    throw error;
  }
}

/** What to do about a run that was interrupted, by its kind. */
const goOn: Readonly<Record<string, string>> = {
  evolve: 'Give its command again with --resume',
  ablate: 'Give its command again with --resume: what is finished is not run again',
  bench: 'Give its command again: what is stored is not run again',
  extract: '`evospice report` writes the best card so far; its command, given again, begins anew',
};

interface Outlook {
  /** ISO 8601; null before anything was done or where the end is not known. */
  readonly endsAt: string | null;
  readonly lastEventAt: string | null;
}

/** When the run will end, at its pace until now. */
async function outlookOf(kind: RunKind, log: ReadableLog): Promise<Outlook> {
  const tracker = kind.tracker();
  const pace = new Pace();
  let last: number | null = null;
  for await (const event of log.events()) {
    tracker.apply(event);
    pace.add(event.at, tracker.progress.done);
    last = event.at;
  }
  const { done, total } = tracker.progress;
  const left = total === null || last === null ? null : pace.timeFor(Math.max(0, total - done));
  const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
  return { endsAt: iso(left === null || last === null ? null : last + left), lastEventAt: iso(last) };
}

function lifeText({ live, pid }: Life, outlook: Outlook | null, kind: string): string {
  if (!live) return `  no process works on it: it was interrupted. ${goOn[kind] ?? 'Give its command again'}`;
  const process = pid === undefined ? 'a process' : `process ${pid}`;
  const end = outlook?.endsAt == null ? 'its end cannot be told yet' : `it will end about ${localTime(outlook.endsAt)}`;
  return `  ${process} works on it${outlook?.lastEventAt == null ? '' : `, last event ${localTime(outlook.lastEventAt)}`}; ${end}`;
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
    `${counted(processes.length, 'process shares', 'processes share')} these resources`,
    textTable({ head: ['resource', 'in use', 'limit', 'capacity'], rows: shared }),
    ...(accounts.length === 0 ? ['nothing is waiting or held'] : [textTable({ head: ['account', 'holds', 'validation waits', 'exploration waits', 'longest wait'], rows: waiting })]),
    ...denials.slice(-5).map(({ licence, account, reason, backOffMs }) => `refused: ${licence} to ${account}, ${reason}; next try after ${(backOffMs / 1000).toFixed(1)} s`),
  ].join('\n');
}
