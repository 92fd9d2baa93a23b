import type { PhysicsRule } from '@evospice/contracts';
import { testPhysicsRule } from './physics-rule.ts';

/** A saturation current is positive, and so is a forward current. */
const positiveCurrents: PhysicsRule = {
  name: 'positive-currents',
  check({ task, card, curves = [] }) {
    const is = card.value('is');
    return [
      ...(is === undefined || is > 0 ? [] : [{ rule: 'positive-currents', severity: 'violation' as const, message: `is = ${is} is not positive`, parameter: 'is' }]),
      ...curves.flatMap(({ curve, vectors }) => {
        const forward = task.curves.find(({ id }) => id === curve)?.x.findIndex((v) => v > 0.3) ?? -1;
        const value = vectors[0]?.[forward];
        return forward < 0 || value === undefined || Math.abs(value) > 0 ? [] : [{ rule: 'positive-currents', severity: 'warning' as const, message: 'no forward current', curve }];
      }),
    ];
  },
};

testPhysicsRule('positive-currents', () => positiveCurrents);
