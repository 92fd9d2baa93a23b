import { expect, test } from 'vitest';
import { NumberCard } from './number-card.ts';

test('a card keeps its numbers through changes', () => {
  const card = new NumberCard({ name: 'sphere', type: 'formula', file: 'test function' }, { dimension: 2, x1: 1, x2: 2 });
  expect(card.with({ x2: 0.5 }).toString()).toBe('.model sphere formula\n+ dimension=2\n+ x1=1\n+ x2=0.5\n');
  expect(card).toMatchObject({ dialect: 'ngspice', file: 'test function' });
  expect(card.value('x2')).toBe(2);
  expect(card.text('x3')).toBeUndefined();
  expect(() => card.with({ x1: Number.NaN })).toThrow(expect.objectContaining({ code: 'CARD_VALUE' }));
});
