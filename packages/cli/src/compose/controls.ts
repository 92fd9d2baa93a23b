import { join } from 'node:path';
import type { Json, RunLog, RunStore } from '@evospice/contracts';
import { CONTROL_FACT, runControl, type EvolutionRequest, type EventSink, type RunView } from '@evospice/evolution';
import type { Kernel } from '@evospice/kernel';
import { createRun, resumeRun } from '@evospice/runs';
import type { EvolutionConfiguration } from './evolution-configuration.ts';
import { freshProposers } from './evolution.ts';

export interface ControlSurroundings {
  readonly kernel: Kernel;
  readonly configuration: EvolutionConfiguration;
  /** What the evolution was run with. */
  readonly request: EvolutionRequest;
  readonly store: RunStore;
  /** Folder and log of the evolution, and who is shown its events. */
  readonly folder: string;
  readonly log: RunLog;
  readonly reporter: EventSink;
}

/**
 * Runs what an evolution is to be compared with, each in a folder of its own below the evolution's, and writes down in its record what they came to.
 * @returns false when they were cut off: a resumption goes on with them
 */
export async function runControls(view: RunView, { kernel, configuration, request, store, folder, log, reporter }: ControlSurroundings): Promise<boolean> {
  const { onBegin: _begun, steering: _steered, ...plain } = request;
  for (const name of request.settings.controls) {
    if (view.controls.some((known) => known.name === name && (known.evaluations ?? 0) >= view.evaluations)) continue;
    const at = join(folder, `control-${name}`);
    const own = await ((await store.exists(at)) ? resumeRun : createRun)(store, at, 'evolve');
    try {
      await own.setFact(CONTROL_FACT, name);
      // What proposers learnt in the evolution must not help its control.
      const control = await runControl({ ...plain, proposers: freshProposers(kernel, configuration), log: own, reporters: [] }, name, view.evaluations);
      if (control === null) return false;
      reporter.event(await log.append('control-finished', control as unknown as Json));
    } finally {
      await own.close();
    }
  }
  return true;
}
