import type { CardDialect } from '@evospice/contracts';
import { expect, it } from 'vitest';
import { NgspiceDialect } from '../cards/ngspice-dialect.ts';
import { resolveModel } from '../pdk/resolve-model.ts';
import { simulable, withNominalTemperature } from './simulable.ts';

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
  expect(withNominalTemperature(plain, ngspice)).toEqual({ card: plain, notes: [] });
});
