import type { Task } from '@evospice/contracts';
import { genericDevice, NgspiceDialect, type ModelFamily } from '@evospice/device';
import { registryOf, testPhysicsRule } from '@evospice/testkit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardBounds } from './card-bounds.ts';
import { cardDetermined } from './card-determined.ts';
import { cardMobility } from './card-mobility.ts';
import { cardVersion } from './card-version.ts';
import plugin from './index.ts';
import { findAll, genericCard, subjectOf } from './testing/generic.ts';

for (const { name } of plugin.contributions) testPhysicsRule(name, () => registryOf(plugin).create('PhysicsRule', name));

describe('card-mobility', () => {
  const found = (family: 'bsim4' | 'bsim3', values: Readonly<Record<string, number>>) => cardMobility.check(subjectOf(family, genericCard(family, values)));

  it.each<['bsim4' | 'bsim3', number, Readonly<Record<string, number>>, Readonly<Record<string, number>>]>([
    // At 27 °C and Vgs = 1.1 Vdd the field is 0.65 V/nm: 1 + ua E + ub E^2 falls below 0.2.
    ['bsim4', 0, { ua: -2.1e-9, ub: 8e-19, ub1: 0, ua1: 0 }, { ua: -1.4e-9, ub: 8e-19, ub1: 0, ua1: 0 }],
    ['bsim4', 1, { mobmod: 1, uc: 0, uc1: 0, ua: -2.1e-9, ub1: 0, ua1: 0 }, { mobmod: 1, uc: 0, uc1: 0, ua: -1.4e-9, ub1: 0, ua1: 0 }],
    ['bsim4', 2, { mobmod: 2, ua: -3e-15, eu: 1.67, ub1: 0, ua1: 0 }, { mobmod: 2, ua: -1e-16, eu: 1.67, ub1: 0, ua1: 0 }],
    ['bsim3', 1, { ua: -3e-9, ub1: 0, ua1: 0 }, { ua: -1e-9, ub1: 0, ua1: 0 }],
    ['bsim3', 2, { mobmod: 2, ua: -3e-9, ub1: 0, ua1: 0 }, { mobmod: 2, ua: -1e-9, ub1: 0, ua1: 0 }],
    ['bsim3', 3, { mobmod: 3, uc: 0.9, uc1: 0, ua: 6e-9, ub1: 0, ua1: 0 }, { mobmod: 3, uc: 0.1, uc1: 0, ua: 6e-9, ub1: 0, ua1: 0 }],
  ])('%s, mobmod %s: one card bends it, one just does not', (family, _, breaks, keeps) => {
    const [one] = found(family, breaks);
    expect(one).toMatchObject({ severity: 'violation', limit: 'at least 0.2', place: expect.stringContaining('°C') });
    expect(one!.value).toBeLessThan(0.2);
    expect(findAll(family, breaks).filter(({ rule }) => rule !== 'card-mobility')).toEqual([]);
    expect(found(family, keeps)).toEqual([]);
  });

  it('never minds terms that only slow carriers down, whatever their size', () => {
    const slow = fc.record({ ua: fc.double({ min: 0, max: 1e-8, noNaN: true }), ub: fc.double({ min: 0, max: 1e-17, noNaN: true }), uc: fc.double({ min: -1e-9, max: 0, noNaN: true }) });
    fc.assert(fc.property(slow, (values) => {
      expect(found('bsim4', { ...values, ua1: 0, ub1: 0, uc1: 0 })).toEqual([]);
    }), { numRuns: 100 });
  });

  it('finds a term that outweighs the rest at one end of the range, at any oxide', () => {
    fc.assert(fc.property(fc.double({ min: 1.5e-9, max: 1.5e-8, noNaN: true }), (toxe) => {
      // ua E = -3 at the threshold's own field already.
      expect(found('bsim4', { toxe, toxm: toxe, ua: (-3 * toxe) / 0.72, ub: 0, uc: 0, ua1: 0, ub1: 0, uc1: 0 })).toHaveLength(1);
    }), { numRuns: 50 });
  });
});

describe('card-version', () => {
  const found = (text: string, family: ModelFamily) => cardVersion.check(subjectOf(family, new NgspiceDialect().parse(text, { file: 'version.mod' })));

  it.each<[string, ModelFamily, string | undefined, string?]>([
    ['.model m nmos level=54 version=4.9 toxe=2e-9', 'bsim4', 'version', 'violation'], ['.model m nmos level=54 version=4.8.2 toxe=2e-9', 'bsim4', undefined],
    ['.model m nmos level=54 version=4.50 toxe=2e-9', 'bsim4', undefined], ['.model m nmos level=54 toxe=2e-9', 'bsim4', 'version', 'note'],
    ['.model m nmos level=8 version=3.4', 'bsim3', 'version', 'violation'], ['.model m nmos level=49 version=3.24', 'bsim3', undefined],
    ['.model m nmos level=54 version=4.5 tox=2e-9', 'bsim4', 'tox', 'warning'], ['.model m d is=1e-14 bf=100', 'diode', 'bf', 'warning'], ['.model m d is=1e-14 cj0=1p', 'diode', undefined],
    ['.model m npn bf={gain}', 'gummel-poon', 'bf', 'note'], ['.model m npn bf=100 vceo=40', 'gummel-poon', undefined],
    ['.model m nmos level=77', 'bsim4', 'level', 'note'], ['.model m nmos level=68', 'hisim2', 'level', 'note'],
  ])('%s', (text, family, parameter, severity) => {
    expect(found(text, family).map((one) => [one.parameter, one.severity])).toEqual(parameter === undefined ? [] : [[parameter, severity]]);
  });

  it('knows every name of our own cards, and none that is made up', () => {
    fc.assert(fc.property(fc.stringMatching(/^zz[a-z]{1,6}$/u), fc.constantFrom<ModelFamily>('bsim4', 'bsim3', 'diode', 'gummel-poon', 'vbic', 'jfet', 'vdmos'), (name, family) => {
      expect(cardVersion.check(subjectOf(family, genericCard(family, { [name]: 1 }))).map(({ parameter }) => parameter)).toEqual([name]);
      expect(cardVersion.check(subjectOf(family, genericCard(family)))).toEqual([]);
    }), { numRuns: 40 });
  });
});

describe('card-bounds', () => {
  const { tunables } = genericDevice('bsim4');
  const found = (values: Readonly<Record<string, number>>) => {
    const card = genericCard('bsim4', values);
    const subject = subjectOf('bsim4', card);
    const task: Task = { ...subject.task, tunables: tunables.map((tunable) => ({ ...tunable, start: card.value(tunable.name)! })) };
    return cardBounds(0.01).check({ card, task });
  };

  it('says what is at a bound and what is outside', () => {
    expect(found({ vth0: 0.152 })).toMatchObject([{ parameter: 'vth0', severity: 'note', value: 0.152, limit: '0.15 to 0.7' }]);
    expect(found({ vth0: 0.71 })).toMatchObject([{ parameter: 'vth0', severity: 'warning' }]);
    expect(found({ vth0: 0.16 })).toEqual([]);
  });

  it('finds nothing inside, and all that is outside', () => {
    fc.assert(fc.property(fc.constantFrom(...tunables), fc.double({ min: 0.02, max: 0.98, noNaN: true }), ({ name, lower, upper, scale }, place) => {
      const at = (unit: number) => (scale === 'log' ? lower * (upper / lower) ** unit : lower + unit * (upper - lower));
      expect(found({ [name]: at(place) })).toEqual([]);
      expect(found({ [name]: upper + (upper - lower) * place })).toMatchObject([{ parameter: name, severity: 'warning' }]);
    }));
  });
});

describe('card-determined', () => {
  const rule = cardDetermined({ noise: 0.01, loose: 0.2 });
  const found = (rows: readonly (readonly number[])[], simulations = 0) =>
    rule.check({ ...subjectOf('diode', genericCard('diode')), sensitivity: { parameters: ['is', 'n'], rows: rows.map((row) => Float64Array.from(row)), simulations } });

  it('says what moves nothing, and what another parameter can make up for', () => {
    expect(found([[1, 0], [2, 1e-5]])).toMatchObject([{ parameter: 'n', severity: 'warning', source: expect.stringContaining('exact') }]);
    expect(found([[1, 1], [1, 1.001]], 3)).toMatchObject([{ parameter: 'is', message: expect.stringContaining('n can make up for it'), source: expect.stringContaining('3 simulations') }, { parameter: 'n' }]);
    expect(found([[1, 0], [0, 1]])).toEqual([]);
    expect(rule.check(subjectOf('diode', genericCard('diode')))).toEqual([]);
  });

  it('determines parameters whose effects are apart, however many points there are', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.double({ min: 0.1, max: 2, noNaN: true }), fc.double({ min: 0.1, max: 2, noNaN: true })), { minLength: 2, maxLength: 30 }), (points) => {
      expect(found(points.flatMap(([a, b]) => [[a, b], [a, -b]]))).toEqual([]);
      expect(found(points.map(([a]) => [a, 0]))).toMatchObject([{ parameter: 'n', severity: 'warning' }]);
    }));
  });
});
