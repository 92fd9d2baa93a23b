import type { ChildVerdict } from '@evospice/contracts';
import { singleFile } from '@evospice/program-text';
import { createRandom } from '@evospice/toolbox';
import { describe, expect, test } from 'vitest';
import { astProposerOptions } from '../options.ts';
import { OperatorChoice } from './operator-choice.ts';

const { weights } = astProposerOptions.parse({});
const verdict = (operator: string, gain: number | null, details: ChildVerdict['details'] = {}): ChildVerdict => ({
  program: { id: 'p', ...singleFile(''), parents: ['q'], proposer: 'ast', operator, hash: '', generation: 1 }, details,
  ...(gain === null ? { rejection: { stage: 'trial', code: 'PROGRAM_ERROR', reason: 'threw' } } : { judged: { score: { value: 1, parts: {} }, status: 1 as const, gain } }),
});

describe('choosing operators', () => {
  test('adaptive: what helps is drawn more often, what does not less, and what was long ago fades', () => {
    const choice = new OperatorChoice(weights, 'adaptive');
    const before = choice.chances();
    expect(before['perturb-constant']).toBe(before['swap-strategy']);
    for (let step = 0; step < 24; step += 1) {
      choice.hear(verdict('perturb-constant', step % 2 === 0 ? 0.1 : -0.1));
      choice.hear(verdict('swap-strategy', step % 8 === 0 ? 0.1 : null));
    }
    const { 'perturb-constant': perturb, 'swap-strategy': swap } = choice.chances();
    expect(perturb / swap).toBeGreaterThan(2);
    const drawn = Array.from({ length: 2000 }, (_, seed) => choice.draw(createRandom(seed)));
    const count = (name: string): number => drawn.filter((other) => other === name).length;
    expect(count('perturb-constant')).toBeGreaterThan(1.5 * count('swap-strategy'));
    for (let step = 0; step < 400; step += 1) choice.hear(verdict('crossover', null));
    expect(choice.chances()['swap-strategy']).toBeCloseTo(before['swap-strategy'], 2);
  });

  test('a child of several operators counts for each; the chance is on record', () => {
    const choice = new OperatorChoice(weights, 'adaptive');
    const before = choice.chances();
    choice.hear(verdict('crossover', 1, { operators: 'crossover, flip-condition' }));
    expect(choice.chances().crossover).toBeGreaterThan(before.crossover);
    expect(choice.chances()['flip-condition']).toBeGreaterThan(before['flip-condition']);
    expect(choice.chances()['insert-phase']).toBe(before['insert-phase']);
    expect(choice.recordOf('crossover')['chance']).toBeGreaterThan(0.05);
  });

  test('fixed: nothing changes, and a weight of 0 stays 0 either way', () => {
    const fixed = new OperatorChoice(weights, 'fixed');
    fixed.hear(verdict('crossover', 1));
    expect(fixed.chances()).toEqual(weights);
    expect(fixed.recordOf('crossover')).toEqual({});
    const adaptive = new OperatorChoice({ ...weights, crossover: 0 }, 'adaptive');
    adaptive.hear(verdict('crossover', 1));
    expect(adaptive.chances().crossover).toBe(0);
  });
});
