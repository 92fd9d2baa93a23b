import type { ModelCard } from './card.ts';
import type { PhysicsFinding } from './optimizer.ts';
import type { SimulatedCurve } from './simulator.ts';
import type { Curve, Task } from './task.ts';

/** A curve that nobody measured, with what a card makes of it. A point without a solution is NaN. */
export interface ProbedCurve {
  /** As the rule asked for it. */
  readonly curve: Curve;
  /** One per `curve.measured` entry. */
  readonly vectors: readonly Float64Array[];
}

/** What the training curves say of the tunable parameters: derivatives of their values at one card. */
export interface Sensitivity {
  /** Names of the columns. */
  readonly parameters: readonly string[];
  /** One row per scored point: change of the value, as a share of it, over the whole range of each parameter. */
  readonly rows: readonly Float64Array[];
  /** Simulations that they took; 0 where a compact model has them exactly. */
  readonly simulations: number;
}

/** What a rule judges. */
export interface RuleSubject {
  /** The job the card is for, with those instances and curves alone that take it; a card that is checked alone has a task without curves and tunables. */
  readonly task: Task;
  readonly card: ModelCard;
  /** Curves of the task that were simulated with the card; left out where none were. */
  readonly curves?: readonly SimulatedCurve[];
  /** The rule's own probes and those of others; left out where nothing answers them. */
  readonly probes?: readonly ProbedCurve[];
  /** Left out where it was not asked for: it costs more than judging a card. */
  readonly sensitivity?: Sensitivity;
}

/** Judges a card, and its curves where they were simulated. */
export interface PhysicsRule {
  readonly name: string;
  /**
   * Curves beyond the task's that the rule looks at, with ids of their own: the same for the same task. They are computed by the device's compact model, at no cost;
   * where there is none, by a simulator if it is asked for.
   */
  probes?(task: Task): readonly Curve[];
  /** Whether it looks at `RuleSubject.sensitivity`, which costs a derivative of every curve and is made for results and checked cards only. */
  readonly sensitivity?: true;
  check(subject: RuleSubject): readonly PhysicsFinding[];
}
export const PhysicsRule = Symbol.for('evospice.PhysicsRule');

/** How grave a finding can be, rising. */
export const severities = ['note', 'warning', 'violation'] as const satisfies readonly PhysicsFinding['severity'][];

/** How many findings there are of each severity. */
export function countFindings(findings: readonly Pick<PhysicsFinding, 'severity'>[]): Readonly<Record<PhysicsFinding['severity'], number>> {
  const counts = { violation: 0, warning: 0, note: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

/** The gravest first; those of one severity stay in order. */
export function gravestFirst<T extends Pick<PhysicsFinding, 'severity'>>(findings: readonly T[]): readonly T[] {
  return findings.toSorted((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity));
}

/** The curves that several rules ask for, each once. */
export function probesOf(rules: readonly PhysicsRule[], task: Task): readonly Curve[] {
  return [...new Map(rules.flatMap((rule) => rule.probes?.(task) ?? []).map((curve) => [curve.id, curve] as const)).values()];
}
