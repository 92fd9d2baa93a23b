import {
  defined, EvospiceError, type CurveSplit, type ModelCard, type PhysicsFinding, type PhysicsRule, type ProbedCurve, type Selection, type Sensitivity, type SimulatedCurve, type Simulator, type SimulatorSession,
  type Task, type Testbench,
} from '@evospice/contracts';
import { testbenchOf } from '@evospice/device';
import { CardJudge, compactSensitivity, simulatedSensitivity } from '@evospice/extraction';
import type { Kernel } from '@evospice/kernel';
import { openTestbench } from '@evospice/testbench';

export interface CheckedCard {
  readonly task: Task;
  readonly card: ModelCard;
  readonly cards?: Readonly<Record<string, ModelCard>>;
}

export interface CheckOptions {
  readonly rules: readonly PhysicsRule[];
  /** Answers what no compact model does; without one it stays unanswered. */
  readonly simulator?: Simulator;
  readonly signal: AbortSignal;
}

/** What was computed for a card, and by what. */
export interface Answered {
  readonly curves: number;
  readonly points: number;
  /** `compact`, the simulator's name, or `nothing`. */
  readonly by: string;
  /** Simulations of a simulator: runs of one curve with one set of parameters. */
  readonly simulations: number;
  /** Why nothing answered. */
  readonly reason?: string;
}

export interface CardVerdict {
  readonly findings: readonly PhysicsFinding[];
  /** Curves of the task. */
  readonly measured: Answered;
  /** Curves beyond them. */
  readonly probed: Answered;
  /** Derivatives of the training curves. */
  readonly derivatives: Answered;
}

const splits: readonly CurveSplit[] = ['train', 'validate', 'extra'];

/** Every rule on one card: its values, the task's curves, curves that nobody measured, and what the training curves determine. */
export async function checkCard(kernel: Kernel, subject: CheckedCard, options: CheckOptions): Promise<CardVerdict> {
  const { task, card, cards = {} } = subject;
  const { rules, simulator, signal } = options;
  const judge = await CardJudge.of(rules, task);
  const { curves: plan, points, unanswered } = judge.probesFor({ card, cards });
  const measured = await taskCurves(kernel, subject, options);
  const byModel = unanswered === undefined || simulator === undefined;
  const probes = byModel ? undefined : await simulateEach(simulator, { ...testbenchFor(subject), curves: plan }, signal);
  const derivatives = rules.some(({ sensitivity }) => sensitivity === true) ? await derivativesOf(subject, options) : undefined;
  const findings = judge.findings({ card, cards, ...defined({ curves: measured.curves, probes, sensitivity: derivatives }) });
  const counted = { curves: plan.length, points };
  return {
    findings, measured: measured.answered,
    probed: unanswered === undefined ? { ...counted, by: plan.length === 0 ? 'nothing' : 'compact', simulations: 0 }
      : simulator === undefined ? { ...counted, by: 'nothing', simulations: 0, reason: unanswered } : { ...counted, by: simulator.name, simulations: plan.length },
    derivatives: derivatives === undefined ? { curves: 0, points: 0, by: 'nothing', simulations: 0 } : { curves: 0, points: derivatives.rows.length, by: derivatives.simulations === 0 ? 'compact' : simulator!.name, simulations: derivatives.simulations },
  };
}

function testbenchFor({ task, card, cards }: CheckedCard): Testbench {
  const { circuit: _, ...testbench } = testbenchOf(task, splits);
  return { ...testbench, instances: task.instances, card, parameters: [], ...(cards === undefined ? {} : { cards }) };
}

/** The task's own curves: by the simulator that was asked for, else by the compact model where it has all of them. */
async function taskCurves(kernel: Kernel, subject: CheckedCard, { simulator, signal }: CheckOptions): Promise<{ readonly curves?: readonly SimulatedCurve[]; readonly answered: Answered }> {
  const { curves } = subject.task;
  const points = curves.reduce((sum, { x }) => sum + x.length, 0);
  if (curves.length === 0) return { answered: { curves: 0, points: 0, by: 'nothing', simulations: 0 } };
  const used = simulator ?? kernel.registry.create('Simulator', 'compact' satisfies Selection);
  try {
    const found = await simulateEach(used, testbenchFor(subject), signal);
    return {
      curves: found.map(({ curve, vectors }) => ({ curve: curve.id, vectors })),
      answered: { curves: curves.length, points, by: used.name, simulations: simulator === undefined || simulator.name === 'compact' ? 0 : curves.length },
    };
  } catch (error) {
    if (simulator !== undefined || !(EvospiceError.is(error, 'SIMULATOR_MODEL') || EvospiceError.is(error, 'SIMULATOR_TESTBENCH'))) throw error;
    return { answered: { curves: curves.length, points, by: 'nothing', simulations: 0, reason: error.message } };
  }
}

/** Each curve by itself, so that one without a solution leaves the others; its values are NaN. */
async function simulateEach(simulator: Simulator, testbench: Testbench, signal: AbortSignal): Promise<readonly ProbedCurve[]> {
  return withSession(simulator, testbench, signal, async (session) => {
    const found: ProbedCurve[] = [];
    for (const curve of testbench.curves) {
      const [outcome] = await session.simulate({ candidates: [[]], curves: [curve.id] }, { signal });
      const vectors = outcome?.ok === true ? outcome.curves.find((each) => each.curve === curve.id)?.vectors : undefined;
      found.push({ curve, vectors: vectors ?? curve.measured.map(({ values }) => new Float64Array(values.length).fill(NaN)) });
    }
    return found;
  });
}

async function derivativesOf({ task, card, cards }: CheckedCard, { simulator, signal }: CheckOptions): Promise<Sensitivity | undefined> {
  const exact = cards === undefined || Object.keys(cards).length === 0 ? await compactSensitivity(task, card) : undefined;
  if (exact !== undefined || simulator === undefined || task.tunables.length === 0) return exact;
  return withSession(simulator, testbenchOf(task), signal, (session) => simulatedSensitivity(session, task, card, signal));
}

async function withSession<T>(simulator: Simulator, testbench: Testbench, signal: AbortSignal, use: (session: SimulatorSession) => Promise<T>): Promise<T> {
  const session = await openTestbench(simulator, testbench, { signal });
  try {
    return await use(session);
  } finally {
    await session.close();
  }
}
