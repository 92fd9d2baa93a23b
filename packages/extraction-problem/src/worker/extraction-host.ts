import { CASE_JOB, EvospiceError, PRESENT_JOB, defined, faultOf, jobHost, type CaseAnswer, type CaseJob, type JobHost, type Json, type Optimizer, type Subject } from '@evospice/contracts';
import { extract, loadCompactModels, programOptimizer, SessionCache, type ExtractionResult } from '@evospice/extraction';
import { outcomeOf } from '../problem/extraction-outcome.ts';
import { orderOf, type ExtractionOrder } from '../problem/stages.ts';
import { overlays, type OverlayRequest } from './overlays.ts';
import { taskNamed, type ExtractionParts, type JobParts } from './extraction-parts.ts';
import { turnTaking } from './resources.ts';
import { troubleIn, troubleOf } from './simulator-trouble.ts';

/** Runs cases of the extraction problem, and draws overlays. */
export function extractionHost(parts: ExtractionParts): JobHost {
  const sessions = new SessionCache();
  return jobHost(
    {
      [CASE_JOB]: async (payload, { signal }) => (await runCase(payload as unknown as CaseJob, { parts, sessions, signal })) as unknown as Json,
      [PRESENT_JOB]: async (payload, { signal }) => ({ fits: (await overlays(payload as unknown as OverlayRequest, { parts, sessions, signal })) as unknown as Json }),
    },
    () => sessions.close(),
  );
}

async function runCase({ subject, stage, case: one }: CaseJob, { parts, sessions, signal }: JobParts): Promise<CaseAnswer> {
  const order = orderOf(stage, one, parts);
  const task = taskNamed(one.id, parts);
  const optimizer = optimizerOf(subject, order, parts);
  const models = parts.tasks.withoutModels?.includes(task.id) === true ? await loadCompactModels(['all']) : undefined;
  try {
    const result = await sessions.use({ task, simulator: parts.simulator }, signal, async (session) => {
      const memoryMb = subject.kind === 'program' ? Math.ceil(parts.settings.limits.memoryMb) : 0;
      const extracted = await extract({
        task, optimizer, signal, seed: one.seed, simulator: parts.simulator.name, metric: parts.settings.metric, rules: parts.rules,
        session: turnTaking(session, { name: optimizer.name, priority: order.priority, memoryMb }, parts),
        budget: order.budget, positions: order.positions, fits: order.fits, ...defined({ optimizers: parts.optimizerLibrary, timed: parts.timed, models }),
      });
      refuseForeignFailure(extracted);
      return extracted;
    });
    const outcome = outcomeOf(result, result.findings);
    const trouble = troubleIn(result);
    return trouble === undefined ? { outcome } : { outcome, trouble };
  } catch (error) {
    const trouble = signal.aborted ? undefined : troubleOf(error);
    if (trouble === undefined) throw error;
    return { trouble };
  }
}

/** Not a result about the optimizer; thrown inside the use of a session, it also keeps a broken one from being used again. */
function refuseForeignFailure({ failure }: ExtractionResult): void {
  if (failure !== undefined && ['simulator', 'sandbox'].includes(faultOf(failure.code))) throw new EvospiceError(failure.code, failure.message);
}

function optimizerOf(subject: Subject, { wallSeconds }: ExtractionOrder, { runner, baselines, settings }: ExtractionParts): Optimizer {
  if (subject.kind === 'program') return programOptimizer({ name: subject.id, program: subject.program, runner, limits: { ...settings.limits, wallSeconds } });
  const baseline = baselines.find(({ name }) => name === subject.name);
  if (baseline !== undefined) return baseline.optimizer;
  throw new EvospiceError('PROBLEM_JOB', `there is no baseline "${subject.name}" here`, { received: subject.name, expected: `one of ${baselines.map(({ name }) => name).join(', ')}` });
}
