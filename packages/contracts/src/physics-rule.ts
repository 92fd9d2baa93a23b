import type { ModelCard } from './card.ts';
import type { PhysicsFinding } from './optimizer.ts';
import type { SimulatedCurve } from './simulator.ts';
import type { Task } from './task.ts';

/** Judges a card, and its curves where they were simulated. */
export interface PhysicsRule {
  readonly name: string;
  check(subject: { readonly task: Task; readonly card: ModelCard; readonly curves?: readonly SimulatedCurve[] }): readonly PhysicsFinding[];
}
export const PhysicsRule = Symbol.for('evospice.PhysicsRule');
