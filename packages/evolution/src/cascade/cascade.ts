import { EvospiceError, type Descriptor, type OptimizerRun, type Program, type Scorer } from '@evospice/contracts';
import { mainSource } from '@evospice/program-text';
import type { ExtractionRecord } from '../events.ts';
import { trainingSeeds } from '../settings/evolution-settings.ts';
import { probeProgram } from './probe.ts';
import type { CascadeParts, Judged, TurnedAway } from './verdict.ts';

/**
 * Judges a program, each stage cheap compared with the next:
 * parse and static rules → duplicate → one small extraction → the full set of tasks × seeds.
 *
 * The extractions of one program follow one another in a fixed order, seed by seed over all tasks; spreading comes from having
 * several programs in flight. So what is stored of a program does not depend on how fast its tasks are, and the first failure
 * saves all the work behind it.
 */
export async function judge(program: Program, parts: CascadeParts): Promise<Judged | TurnedAway> {
  return (await checkSource(program, parts)) ?? checkTwin(program, parts) ?? (await probeProgram(program, parts)) ?? (await evaluate(program, parts));
}

async function checkSource(program: Program, { check }: CascadeParts): Promise<TurnedAway | undefined> {
  try {
    await check(program);
    return undefined;
  } catch (error) {
    if (!EvospiceError.is(error)) throw error;
    const stage = error.code === 'PROGRAM_SYNTAX' ? 'syntax' : 'static';
    const line = error.line === undefined ? '' : `line ${error.line}: `;
    return { passed: false, stage, code: error.code, reason: `${line}${error.message}` };
  }
}

function checkTwin(program: Program, { twin }: CascadeParts): TurnedAway | undefined {
  const other = twin(program);
  if (other === undefined) return undefined;
  const fate = other.state === 'rejected' ? `rejected at ${other.rejection?.stage ?? 'an unknown stage'}` : other.state;
  return { passed: false, stage: 'duplicate', code: 'PROGRAM_DUPLICATE', reason: `the same program as ${other.program.id} (${fate}), but for names, comments and layout` };
}

async function evaluate(program: Program, { settings, tasks, scorer, descriptors, extractor }: CascadeParts): Promise<Judged | TurnedAway> {
  const runs: OptimizerRun[] = [];
  for (const seed of trainingSeeds(settings)) {
    for (const task of tasks.train) {
      const attempt = await extractor.program(program, { role: 'train', task, seed, fits: false });
      if ('trouble' in attempt) return { passed: false, stage: 'evaluation', code: attempt.trouble.code, reason: `no score, through no fault of the program: ${attempt.trouble.reason}` };
      const failure = failureOf(attempt.record);
      if (failure !== undefined) return failure;
      runs.push(attempt.record.run);
    }
  }
  return score(program, { runs, scorer, descriptors });
}

/** A program that crashed, timed out or cheated has no score, not a zero. */
function failureOf({ end, failure, task, seed }: ExtractionRecord): TurnedAway | undefined {
  if (end !== 'failed') return undefined;
  return { passed: false, stage: 'evaluation', code: failure?.code ?? 'PROGRAM_CRASHED', reason: `on task ${task} with seed ${seed}: ${failure?.message ?? 'no reason given'}` };
}

function score(program: Program, parts: { readonly runs: readonly OptimizerRun[]; readonly scorer: Scorer; readonly descriptors: readonly Descriptor[] }): Judged | TurnedAway {
  const { runs, scorer, descriptors } = parts;
  if (runs.every((run) => run.trajectory.length === 0)) {
    return { passed: false, stage: 'evaluation', code: 'PROGRAM_IDLE', reason: 'the program ended without a single simulation' };
  }
  const measures = Object.fromEntries(descriptors.map((descriptor) => [descriptor.name, descriptor.measure({ runs, source: mainSource(program) })]));
  const bad = Object.entries(measures).find(([, value]) => !Number.isFinite(value));
  if (bad !== undefined) return { passed: false, stage: 'evaluation', code: 'DESCRIPTOR_VALUE', reason: `the descriptor ${bad[0]} is ${bad[1]} for this program` };
  return { passed: true, score: scorer.score({ runs, source: mainSource(program) }), measures };
}
