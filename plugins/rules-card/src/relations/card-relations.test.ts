import type { CardValues } from '@evospice/contracts';
import { genericDevice, type ModelFamily } from '@evospice/device';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAll, genericCard, subjectOf } from '../testing/generic.ts';
import { cardRelations, relationTables } from './card-relations.ts';

/** For each relation: values that break it alone, and values that just keep to it. */
const cases: Readonly<Record<string, Readonly<Record<string, readonly [breaks: CardValues, keeps: CardValues]>>>> = {
  bsim4: {
    'electrical oxide above physical': [{ toxp: 2.61e-9 }, { toxp: 2.6e-9 }],
    'dtox is toxe - toxp': [{ toxp: 2e-9, dtox: 5e-10 }, { toxp: 2e-9, dtox: 6e-10 }],
    'toxm near toxe': [{ toxm: 5.3e-9 }, { toxm: 5.1e-9 }],
    'cgso is an overlap': [{ cgso: 2.1e-9, cgdo: 1.9e-9 }, { cgso: 1.9e-9, cgdo: 1.9e-9 }],
    'cgdo is an overlap': [{ cgso: 1.9e-9, cgdo: 2.1e-9 }, { cgso: 1.9e-9, cgdo: 1.98e-9 }],
    'cgso near cgdo': [{ cgso: 1.2e-10 }, { cgso: 1.26e-10 }],
    'effective length above 0': [{ lint: 7.51e-8 }, { lint: 7.4e-8 }],
    'effective width above 0': [{ wint: 5.1e-6 }, { wint: 4.9e-6 }],
    'source doping above channel doping': [{ nsd: 1e18, ndep: 1.1e18 }, { nsd: 1.2e18, ndep: 1.1e18 }],
    'ngate above ndep': [{ ngate: 3e17 }, { ngate: 0 }],
    'body effect has one sign': [{ k2: 0.5 }, { k2: 0.19 }],
    '1 + keta Vbs above 0': [{ keta: 1.6 }, { keta: 1.49 }],
    'vsat above 0 when hot': [{ at: 4e5 }, { at: 2.9e5 }],
    'threshold has the sign of its type': [{ vth0: -0.41 }, { vth0: -0.39 }],
    'unit of the mobility': [{ u0: 320 }, { u0: 0.2 }],
  },
  bsim3: {
    'toxm near tox': [{ toxm: 1.6e-8 }, { toxm: 1.49e-8 }],
    'cgso is an overlap': [{ cgso: 1.1e-9, cgdo: 1e-9 }, { cgso: 1e-9, cgdo: 1e-9 }],
    'cgdo is an overlap': [{ cgso: 1e-9, cgdo: 1.1e-9 }, { cgso: 1e-9, cgdo: 1e-9 }],
    'ngate above nch': [{ ngate: 1e17 }, { ngate: 1e20 }],
    'cgso near cgdo': [{ cgso: 1e-10 }, { cgso: 1.26e-10 }],
    'effective length above 0': [{ lint: 2.01e-7 }, { lint: 1.99e-7 }],
    'effective width above 0': [{ wint: 5.1e-6 }, { wint: 4.9e-6 }],
    'body effect has one sign': [{ k1: -0.1 }, { k1: 0.1 }],
    '1 + keta Vbs above 0': [{ keta: 0.6 }, { keta: 0.5 }],
    'vsat above 0 when hot': [{ at: 4e5 }, { at: 2.7e5 }],
    'threshold has the sign of its type': [{ vth0: -0.45 }, { vth0: -0.35 }],
    'unit of the mobility': [{ u0: 0.043 }, { u0: 2000 }],
  },
  diode: {
    'ibv above the reverse current at bv': [{ bv: 10, ibv: 7e-16 }, { bv: 10, ibv: 8e-16 }],
    'is not above ikf': [{ ik: 1e-18 }, { ik: 3e-18 }],
  },
  'gummel-poon': {
    'rbm not above rb': [{ rbm: 301 }, { rbm: 300 }],
    'br not above bf': [{ br: 121 }, { br: 119 }],
    'var not above vaf': [{ var: 61 }, { var: 59 }],
    'ne above nf': [{ nf: 1.2, ne: 1.1 }, { nf: 1.2, ne: 1.2 }],
    'nc above nr': [{ nr: 1.2, nc: 1.1 }, { nr: 1.2, nc: 1.2 }],
    'is not above ikf': [{ ikf: 4e-17 }, { ikf: 6e-17 }],
  },
  vbic: {
    'ibei not above is': [{ ibei: 9e-17 }, { ibei: 7e-17 }],
    'ver not above vef': [{ ver: 81 }, { ver: 79 }],
    'is not above ikf': [{ ikf: 7e-17 }, { ikf: 9e-17 }],
    'avc2 where there is avc1': [{ avc2: 0 }, { avc2: 0.1 }],
  },
  hicum: {
    'c10 / qp0 above ibeis': [{ ibeis: 1.1e-17 }, { ibeis: 9e-18 }],
    'vces not above vpt': [{ vces: 4.1 }, { vces: 3.9 }],
    'mbei not above mrei': [{ mbei: 1.5, mrei: 1.4 }, { mbei: 1.5, mrei: 1.5 }],
  },
  jfet: { 'vto below pb': [{ vto: 0.8 }, { vto: 0 }] },
  vdmos: {
    'cgdmin not above cgdmax': [{ cgdmin: 1.6e-9 }, { cgdmin: 1.4e-9 }],
    'ksubthres above twice the thermal voltage': [{ ksubthres: 0.0516 }, { ksubthres: 0.0518 }],
    'threshold has the sign of its type': [{ vto: -1 }, { vto: 0 }],
    'rd not above rds': [{ rds: 0.02 }, { rds: 0.04 }],
  },
};

describe.each(Object.keys(relationTables) as ModelFamily[])('relations of %s', (family) => {
  const relations = relationTables[family]!;
  // Whether there is a thermal node is the device's business, not the card's.
  const named = relations.filter(({ name }) => name !== 'rth has a thermal node');

  it('each have a card that breaks it alone', () => expect(Object.keys(cases[family]!).toSorted()).toEqual(named.map(({ name }) => name).toSorted()));

  it.each(named.map((relation) => [relation.name, relation] as const))('%s', (name, relation) => {
    const [breaks, keeps] = cases[family]![name]!;
    const found = findAll(family, breaks);
    const own = found.filter(({ rule, source }) => rule === 'card-relations' && source === relation.source);
    expect(own).toHaveLength(1);
    expect(own[0]!.message).not.toContain('\n');
    expect(own[0]!.limit).toBeTruthy();
    // What else is found has to do with the same value being far out, if anything.
    for (const other of found.filter((each) => each !== own[0])) expect(Object.keys(breaks).some((each) => `${other.parameter} ${other.message}`.includes(each)), other.message).toBe(true);
    expect(cardRelations.check(subjectOf(family, genericCard(family, keeps))).filter(({ source }) => source === relation.source)).toEqual([]);
  });

  it('have nothing against cards drawn inside the physical bounds of our own device', () => {
    const { tunables } = genericDevice(family);
    const drawn = fc.record(Object.fromEntries(tunables.map(({ name, lower, upper }) => [name, fc.double({ min: lower, max: upper, noNaN: true })])));
    fc.assert(fc.property(drawn, (values) => {
      const violations = cardRelations.check(subjectOf(family, genericCard(family, values))).filter(({ severity }) => severity === 'violation');
      // A collector may be crowded, a base may not be the other way round: the bounds of rb and rbm overlap.
      expect(violations.filter(({ parameter }) => parameter !== 'rbm' && parameter !== 'rb')).toEqual([]);
    }), { numRuns: 100 });
  });
});

it('says of a thermal resistance without a thermal node that it does nothing, in a task', () => {
  const subject = subjectOf('vbic', genericCard('vbic', { rth: 500 }));
  const measured = { ...subject.task, curves: [{}] as unknown as typeof subject.task.curves };
  expect(cardRelations.check({ ...subject, task: measured })).toMatchObject([{ parameter: 'rth', severity: 'note' }]);
  expect(cardRelations.check({ ...subject, task: { ...measured, device: { ...measured.device, thermalNode: true } } })).toEqual([]);
});
