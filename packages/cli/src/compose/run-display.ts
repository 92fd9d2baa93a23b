import { Logger, type RunLog, type Selection } from '@evospice/contracts';
import type { Kernel } from '@evospice/kernel';
import { RunReporters } from '@evospice/runs';

export interface DisplayedRun {
  readonly kind: string;
  readonly title: string;
  readonly folder: string;
  readonly log: RunLog;
  /** Units of work expected, where that is known before the first event. */
  readonly total?: number;
}

/** Opens the reporters that were chosen for a run. The caller closes them before the log. */
export function openReporters(kernel: Kernel, selections: readonly Selection[], { kind, title, folder, log, total }: DisplayedRun): Promise<RunReporters> {
  return RunReporters.open({
    reporters: selections.map((selection) => kernel.registry.create('Reporter', selection)),
    run: { kind, title, location: folder, log },
    tracker: kernel.registry.create('RunKind', kind).tracker(total),
    logger: kernel.container.get<Logger>(Logger),
  });
}
