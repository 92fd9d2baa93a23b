import { join } from 'node:path';
import { EvospiceError, type Json, type RunStore } from '@evospice/contracts';
import { CONTROL_FACT, evolve, proposalLimit, withoutEvolution, type EvolutionRequest } from '@evospice/evolution';
import type { Kernel } from '@evospice/kernel';
import { armRunOf, WHOLE, type ArmRun } from '@evospice/report';
import { contentHash, createOrResumeRun } from '@evospice/runs';
import { evolutionRequest } from '../evolution.ts';
import type { PlannedArm } from './arms.ts';

export interface ArmSurroundings {
  readonly kernel: Kernel;
  /** Configuration file. */
  readonly file: string;
  readonly title: string;
  /** Folder of the ablation. */
  readonly folder: string;
  readonly store: RunStore;
  readonly seed: number;
  /** What the whole configuration came to with this seed; undefined for the whole itself. */
  readonly whole: ArmRun | undefined;
  readonly signal: AbortSignal;
}

/**
 * Runs one arm with one seed, or goes on with it where it was cut off.
 * @returns null when it was cut off
 * @throws what `evolve` throws; EvospiceError `RUN_CHANGED` when the problem is not what it was for the whole configuration
 */
export async function runArm({ arm, configuration, control }: PlannedArm, { kernel, file, title, folder, store, seed, whole, signal }: ArmSurroundings): Promise<ArmRun | null> {
  const name = `${arm}-${seed}`;
  const at = join(folder, name);
  const own = { ...configuration, seed, controls: [] };
  const log = await createOrResumeRun(store, at, 'evolve');
  try {
    const onBegin = async (): Promise<void> => {
      const resolved = JSON.parse(JSON.stringify(own)) as Json;
      if (control !== undefined) await log.setFact(CONTROL_FACT, control);
      await Promise.all([log.setFact('configuration', resolved), log.setFact('configuration-file', file), log.setFact('title', `${title}, ${arm}, seed ${seed}`)]);
    };
    const request = await evolutionRequest(kernel, own, { file, log, reporters: [], signal, run: at, onBegin });
    try {
      const problem = contentHash(await request.problem.conditions());
      if (whole !== undefined && whole.problem !== problem) {
        throw new EvospiceError('RUN_CHANGED', `the problem is not what it was when ${WHOLE} was run with seed ${seed}`, {
          expected: 'the same tasks, simulator and scorer for all arms', remedy: 'put back what was changed, or begin the ablation anew in another folder',
        });
      }
      const large = whole === undefined ? request : asLarge(request, whole.evaluations);
      const { ended, view } = await evolve(control === undefined ? large : withoutEvolution(large, control));
      return ended === 'finished' ? armRunOf(view, { arm, seed, folder: name, problem }) : null;
    } finally {
      await request.problem.close?.();
    }
  } finally {
    await log.close();
  }
}

/** As many case runs of the scored stage; what bounds it besides are proposals, and the caps on what language models cost. */
function asLarge(request: EvolutionRequest, evaluations: number): EvolutionRequest {
  const { settings } = request;
  const proposals = proposalLimit(settings);
  const { tokens, money } = settings.stop;
  return { ...request, settings: { ...settings, programs: proposals, proposals, stop: { evaluations, ...(tokens === undefined ? {} : { tokens }), ...(money === undefined ? {} : { money }) } } };
}
