import type { ModelCard, PhysicsRule, Task } from '@evospice/contracts';
import { expect, test } from 'vitest';
import { cardFindings } from './card-findings.ts';

const card = (name: string) => ({ name }) as ModelCard;
const task = { curves: [{ id: 'wide/1', instance: 'wide' }, { id: 'narrow/1', instance: 'narrow' }] } as unknown as Task;
const curves = [{ curve: 'wide/1', vectors: [] }, { curve: 'narrow/1', vectors: [] }];
/** Says which card it was shown with which curves. */
const telling: PhysicsRule = {
  name: 'telling',
  check: (subject) => [{ rule: 'telling', severity: 'note', message: `${subject.card.name}: ${(subject.curves ?? []).map(({ curve }) => curve).join(' ')}` }],
};

test('every card is judged with the curves of its instances, and a card of an instance names it', () => {
  const findings = cardFindings([telling], { task, card: card('shared'), cards: { narrow: card('bin 2') }, curves });
  expect(findings.map(({ message, instance }) => [message, instance])).toEqual([['shared: wide/1', undefined], ['bin 2: narrow/1', 'narrow']]);
});

test('one card is judged with all curves', () => {
  expect(cardFindings([telling], { task, card: card('shared'), curves }).map(({ message }) => message)).toEqual(['shared: wide/1 narrow/1']);
});
