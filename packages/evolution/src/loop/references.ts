import { EvospiceError, REFERENCE_STAGE, type Case, type Reference } from '@evospice/contracts';
import type { CaseRunner } from '../cascade/case-runner.ts';
import { drive } from './drive.ts';

export interface ReferenceParts {
  readonly cases: CaseRunner;
  readonly workers: number;
  readonly stop: AbortController;
  readonly signal: AbortSignal;
}

/**
 * Runs every reference on its cases and stores each outcome as it finishes; what is stored already is not run again. A
 * reference that fails is stored as failed.
 *
 * @throws EvospiceError with the code of trouble that came more often than repetitions are allowed: a comparison with
 *   a hole in it would say something false.
 */
export async function runReferences(references: readonly Reference[], { cases, workers, stop, signal }: ReferenceParts): Promise<void> {
  const waiting = references.flatMap(({ name, cases: own }) => own.map((one) => ({ name, one })));
  await drive({
    workers,
    stop,
    next: () => {
      const order = signal.aborted ? undefined : waiting.shift();
      return order === undefined ? undefined : () => runOne(order, cases);
    },
  });
}

async function runOne({ name, one }: { readonly name: string; readonly one: Case }, cases: CaseRunner): Promise<void> {
  const attempt = await cases.run({ kind: 'reference', name }, { name: REFERENCE_STAGE, stored: true }, one);
  if ('outcome' in attempt) return;
  const { code, reason } = attempt.trouble;
  throw new EvospiceError(code, `${name} could not be run on ${one.id}: ${reason}`, { remedy: 'resume the run when the cause is removed' });
}
