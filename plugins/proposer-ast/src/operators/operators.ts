import { changeOperator, flipCondition } from './change-expression.ts';
import type { Operator } from './operator.ts';
import { perturbConstant } from './perturb-constant.ts';
import { insertPhase, removePhase, reorderPhases } from './phases.ts';
import { crossover, spliceStrategy, swapStrategy } from './replace-strategy.ts';

/** Every operator by the name that options and records use. */
export const operators = {
  'perturb-constant': perturbConstant,
  'swap-strategy': swapStrategy,
  'splice-strategy': spliceStrategy,
  crossover,
  'insert-phase': insertPhase,
  'remove-phase': removePhase,
  'reorder-phases': reorderPhases,
  'flip-condition': flipCondition,
  'change-operator': changeOperator,
} as const satisfies Readonly<Record<string, Operator>>;

export type OperatorName = keyof typeof operators;

export const operatorNames = Object.keys(operators) as readonly OperatorName[];
