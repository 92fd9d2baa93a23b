import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readRun } from '@evospice/evolution';
import { Clock, EvospiceError, type Kernel, type SchedulerStatus } from '@evospice/kernel';
import { defaultLedgerDirectory, readLedgerStatus } from '@evospice/scheduler';
import { RUN_FILE } from '@evospice/store';
import Table from 'cli-table3';
import type { CommandResult } from '../output/run-command.ts';

export interface StatusOptions {
  /** Folder of the ledger of licences. */
  readonly ledger?: string;
}

/** `evospice status`: the licences and cores shared on this host, and how far a run is. Both are read from outside. */
export async function statusCommand(kernel: Kernel, folder: string | undefined, options: StatusOptions): Promise<CommandResult> {
  const directory = resolve(options.ledger ?? defaultLedgerDirectory());
  const resources = readLedgerStatus(directory, kernel.container.get<Clock>(Clock));
  const run = folder === undefined ? null : await progressOf(kernel, resolve(folder));
  return {
    document: { ledger: directory, resources, run },
    text: [...(run === null ? [] : [runText(run), '']), resources === null ? `no process shares licences in ${directory}` : resourcesText(resources)].join('\n'),
  };
}

async function progressOf(kernel: Kernel, folder: string) {
  if (!existsSync(join(folder, RUN_FILE))) {
    throw new EvospiceError('USAGE_STATUS', `${folder} holds no run`, { met: folder, expected: 'the folder of an evolution', remedy: 'check the path' });
  }
  const log = await kernel.registry.create('RunStore', 'sqlite').open(folder, 'read');
  try {
    const view = readRun(log);
    const { started, finished, evaluations, proposals, champion, rejectionsByStage, retries, extractions } = view;
    return {
      folder,
      state: started === null ? 'not begun' : finished === null ? 'unfinished' : 'finished',
      evaluations, planned: started?.evaluations ?? null, proposals, extractions: extractions.length, retries: retries.length, rejections: rejectionsByStage,
      champion: champion === null ? null : { program: champion.program.id, score: champion.verdict.score.value },
    };
  } finally {
    log.close();
  }
}

function runText({ folder, state, evaluations, planned, extractions, retries, champion }: Awaited<ReturnType<typeof progressOf>>): string {
  const best = champion === null ? 'no champion yet' : `champion ${champion.program}, score ${champion.score.toFixed(4)}`;
  return `${folder}: ${state}, ${evaluations} of ${planned ?? '?'} programs, ${extractions} extractions (${retries} repeated), ${best}`;
}

const plain = { head: [], border: [] };

function resourcesText({ resources, programs, processes, denials }: SchedulerStatus): string {
  const shared = new Table({ head: ['resource', 'in use', 'limit', 'capacity'], style: plain });
  for (const { resource, inUse, limit, capacity } of resources) shared.push([resource, inUse, limit, capacity]);
  const waiting = new Table({ head: ['program', 'holds', 'validation waits', 'exploration waits', 'longest wait'], style: plain });
  for (const one of programs) waiting.push([one.program, one.held, one.waiting.validation, one.waiting.exploration, `${(one.longestWaitMs / 1000).toFixed(1)} s`]);
  return [
    `${processes.length} processes share these resources`,
    shared.toString(),
    ...(programs.length === 0 ? ['nobody waits or holds'] : [waiting.toString()]),
    ...denials.slice(-5).map(({ licence, program, reason, backOffMs }) => `refused: ${licence} to ${program}, ${reason}; next try after ${(backOffMs / 1000).toFixed(1)} s`),
  ].join('\n');
}
