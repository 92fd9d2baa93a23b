import type { BenchRun } from '../bench-run.ts';

/** An entry on a task that it says it cannot handle. */
export interface NotApplicable {
  readonly entry: string;
  readonly task: string;
  readonly reason: string;
}

/** Whether a run, as it is or as it is stored, is that of an optimizer that refused the problem before it simulated anything. */
export function isNotApplicable({ failure, run }: Pick<BenchRun, 'failure'> & { readonly run: { readonly trajectory: { readonly length: number } } }): boolean {
  return failure?.code === 'OPTIMIZER_UNSUPPORTED' && run.trajectory.length === 0;
}
