import type { CardDialect } from '@evospice/contracts';
import { describe, expect, it } from 'vitest';
import { spiceSyntax } from '../cards/card-syntax.ts';
import { dialectNumbers } from '../cards/dialect-numbers.ts';
import { NgspiceDialect } from '../cards/ngspice-dialect.ts';
import { TextDialect } from '../cards/text-dialect.ts';
import { resolveModel } from '../pdk/resolve-model.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { simulable, simulableCard } from './simulable.ts';

const ngspice = new NgspiceDialect();
const hspice: CardDialect = { name: 'hspice', parse: (text, source) => ngspice.parse(text, source) };
const modelOf = (text: string) => resolveModel({ file: 'kit.lib', name: 'dk', language: 'hspice', readFile: () => text });

it('a card of HSPICE without a nominal temperature has 25 degrees Celsius, which is said', () => {
  const { card, report } = simulable(modelOf('.param j=2a\n.model dk d is=j\n'), hspice);
  expect([card.value('tnom'), card.value('is')]).toEqual([25, 2e-18]);
  expect(report.notes.join()).toContain('tnom=25, which hspice assumes');
});

it('one that states it, or whose library does, stays as it is', () => {
  const stated = simulable(modelOf('.model dk d is=1f tref=30\n'), hspice);
  expect([stated.card.text('tnom'), stated.card.value('tref'), stated.report.notes]).toEqual([undefined, 30, []]);
  expect(simulable(modelOf('.option tnom=40\n.model dk d is=1f\n'), hspice).card.text('tnom')).toBeUndefined();
  const plain = ngspice.parse('.model dk d is=1f\n', { file: 'a.mod' });
  expect(simulableCard(plain, ngspice)).toEqual({ card: plain, notes: [] });
});

describe('a card whose type and level mean another model in ngspice', () => {
  /** As Xyce numbers its models: BSIM3 is 9, which is another model in ngspice. */
  const xyce = new TextDialect(spiceSyntax({ comments: [';'], number: dialectNumbers.xyce }), {
    dialect: 'xyce', title: 'Xyce', tnom: 27, comment: '*', keyword: '.model',
    families: [{ family: 'bsim3', types: { n: 'nmos', p: 'pmos' }, level: 9 }, { family: 'bsim4', types: { n: 'nmos', p: 'pmos' }, level: 54 }],
  });

  it('is translated, and that is said', () => {
    const { card, notes } = simulableCard(xyce.parse('.model m nmos level=9 vth0=0.5 tox=5n tnom=27\n', { file: 'a.mod' }), xyce);
    expect([card.dialect, card.value('level'), card.value('tox')]).toEqual(['ngspice', 8, 5e-9]);
    expect(notes[0]).toBe('model m is translated from xyce to ngspice, as evospice convert does');
  });

  it('stays as it is where it means the same, and is refused where its own dialect does not have it', () => {
    const same = xyce.parse('.model m nmos level=54 vth0=0.5\n', { file: 'a.mod' });
    expect(simulableCard(same, xyce)).toEqual({ card: same, notes: [] });
    expect(refusalOf(() => simulableCard(xyce.parse('.model m nmos level=4 vth0=0.5\n', { file: 'a.mod' }), xyce))).toMatchObject({ code: 'CONVERT_FAMILY' });
  });
});
