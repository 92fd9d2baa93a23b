import type { ModelCard, PhysicsRule, Task } from '@evospice/contracts';
import { genericDevice, NgspiceDialect } from '@evospice/device';
import { expect, test } from 'vitest';
import { CardJudge } from './card-judge.ts';

const card = (name: string) => ({ name }) as ModelCard;
const task = {
  instances: [{ id: 'wide', params: {} }, { id: 'narrow', params: {} }], curves: [{ id: 'wide/1', instance: 'wide' }, { id: 'narrow/1', instance: 'narrow' }],
} as unknown as Task;
const curves = [{ curve: 'wide/1', vectors: [] }, { curve: 'narrow/1', vectors: [] }];
/** Says which card it was shown with which curves and instances. */
const telling: PhysicsRule = {
  name: 'telling',
  check: (subject) => [{
    rule: 'telling', severity: 'note', message: `${subject.card.name}: ${(subject.curves ?? []).map(({ curve }) => curve).join(' ')} of ${subject.task.instances.map(({ id }) => id).join(' ')}`,
  }],
};

test('every card is judged with the curves and instances that take it, and a card of an instance names it', async () => {
  const findings = (await CardJudge.of([telling], task)).findings({ card: card('shared'), cards: { narrow: card('bin 2') }, curves });
  expect(findings.map(({ message, instance }) => [message, instance])).toEqual([['shared: wide/1 of wide', undefined], ['bin 2: narrow/1 of narrow', 'narrow']]);
});

test('one card is judged with all curves', async () => {
  expect((await CardJudge.of([telling], task)).findings({ card: card('shared'), curves }).map(({ message }) => message)).toEqual(['shared: wide/1 narrow/1 of wide narrow']);
});

const device = genericDevice('diode');
const x = Float64Array.of(0.7);
const probe = {
  id: 'probe', kind: 'iv', instance: 'area', temperatureC: 27, split: 'extra' as const, sweep: 'va', x, weight: 1, source: 'test',
  drives: [{ terminal: 'a', quantity: 'v' as const, values: x }, { terminal: 'c', quantity: 'v' as const, values: Float64Array.of(0) }],
  measured: [{ column: 'ia', kind: 'i' as const, node: 'a', floor: 1e-15, values: Float64Array.of(0) }],
};
/** Says what current its probe carries. */
const probing: PhysicsRule = {
  name: 'probing', probes: () => [probe],
  check: ({ probes }) => [{ rule: 'probing', severity: 'note', message: 'current', ...(probes === undefined ? {} : { value: probes[0]!.vectors[0]![0]! }) }],
};
const diode = { id: 'diode', device: device.device, model: {}, instances: device.instances.map((each) => ({ ...each, info: {} })), curves: [], tunables: [] } as unknown as Task;
const diodeCard = new NgspiceDialect().parse(device.card, { file: 'diode.mod' });

test('probes are computed with the values of each card, and for one that no compact model has they are left out', async () => {
  const judge = await CardJudge.of([probing], diode);
  const current = (own: ModelCard) => judge.findings({ card: own })[0]!.value;
  const once = current(diodeCard)!;
  expect(once).toBeGreaterThan(0);
  expect(current(diodeCard.with({ is: 4e-18, jsw: 2e-17, ik: 4e-6, rs: 2e3 }))! / once).toBeCloseTo(2, 6);
  expect(current(diodeCard)).toBe(once);
  expect(judge.probesFor({ card: diodeCard })).toMatchObject({ points: 1, curves: [{ id: 'probe' }] });
  const strange = new NgspiceDialect().parse('.model strange d strange = 1', { file: 'strange.mod' });
  expect(current(strange)).toBeUndefined();
  expect(judge.probesFor({ card: strange }).unanswered).toContain('strange = 1');
});
