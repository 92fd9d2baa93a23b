import type { ModelCard, Task } from '@evospice/contracts';
import { NgspiceDialect } from '@evospice/device';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { viewOf } from './card-view.ts';
import { reachOf, supplyOf } from './reach.ts';
import { shown } from './define-rule.ts';
import { binnedNames, effectiveSize, foldedCard, sizedValue } from './sizes.ts';

const card = (text: string): ModelCard => new NgspiceDialect().parse(`.model m nmos level=54 ${text}`, { file: 'm.mod' });
const instance = (w: number, l: number) => ({ id: 'one', params: { w, l }, info: {} });

test('effective sizes take off what a card says at both ends, by length and width', () => {
  expect(effectiveSize(card('lint=1e-8 wint=5e-9 xl=-2e-8'), instance(1e-6, 1.5e-7)).length).toBeCloseTo(1.1e-7, 15);
  expect(effectiveSize(card('lint=1e-8 ll=1e-15 lln=1'), instance(1e-6, 1e-7)).length).toBeCloseTo(1e-7 - 2 * (1e-8 + 1e-8), 15);
  expect(effectiveSize(card(''), { id: 'two fingers', params: { w: 2e-6, l: 1e-7, nf: 2 }, info: {} }).width).toBeCloseTo(1e-6, 15);
});

test('a value with terms of length and width is what the same value is without them, plus each of them in micrometres or metres', () => {
  fc.assert(fc.property(fc.double({ min: 0.1, max: 100, noNaN: true }), fc.double({ min: 0.1, max: 100, noNaN: true }), (l, w) => {
    const size = { length: l * 1e-6, width: w * 1e-6 };
    expect(sizedValue(card('vth0=0.4 lvth0=0.01 wvth0=-0.02 pvth0=0.003'), 'vth0', size)).toBeCloseTo(0.4 + 0.01 / l - 0.02 / w + 0.003 / (l * w), 9);
    expect(sizedValue(card('binunit=2 vth0=0.4 lvth0=1e-8'), 'vth0', size)).toBeCloseTo(0.4 + 0.01 / l, 9);
    expect(sizedValue(card('vth0=0.4'), 'vth0', size)).toBe(0.4);
  }));
  expect(sizedValue(card(''), 'vth0', { length: 1, width: 1 })).toBeUndefined();
  expect(sizedValue(card('vth0=0.4 lvth0=1'), 'vth0', { length: -1, width: 1 })).toBeNaN();
});

test('a folded card is the same device at its size, whatever the size is elsewhere, and keeps terms without a base', () => {
  const binned = card('vth0=0.4 lvth0=0.01 pvth0=0.003 u0=0.03 wu0=0.001 k1=0.5 lk1=0 lketa=0.2 lint=1e-8');
  expect(binnedNames(binned)).toEqual(['vth0', 'u0']);
  fc.assert(fc.property(fc.double({ min: 0.1, max: 100, noNaN: true }), fc.double({ min: 0.1, max: 100, noNaN: true }), (w, l) => {
    const folded = foldedCard(binned, instance(w * 1e-6, l * 1e-6));
    const size = effectiveSize(binned, instance(w * 1e-6, l * 1e-6));
    for (const name of ['vth0', 'u0', 'k1']) {
      expect(sizedValue(folded, name, size)).toBeCloseTo(sizedValue(binned, name, size)!, 12);
      expect(sizedValue(folded, name, { length: 1, width: 1 })).toBe(folded.value(name));
    }
    expect(folded.value('lketa')).toBe(0.2);
  }));
});

test('reach goes to what was driven, against the source, and to the usual temperatures', () => {
  const drive = (terminal: string, ...values: number[]) => ({ terminal, quantity: 'v' as const, values: Float64Array.from(values) });
  const task = {
    device: { kind: 'mosfet' }, curves: [{ temperatureC: 25, x: [0, 1], drives: [drive('d', 1, 1), drive('g', 0, 1.5), drive('s', 0.5, 0.5), drive('b', -1, -1)] }],
  } as unknown as Task;
  expect(reachOf(task, 's', 1)).toMatchObject({ largest: { d: 0.5, g: 1, b: 0 }, opposite: { g: 0.5, b: 1.5 }, temperatures: [-40, 25, 125] });
  expect(reachOf(task, 's', -1).largest['b']).toBe(1.5);
  expect(supplyOf(task, card('toxe=4e-9'), 1.2)).toBe(1.2);
  expect(supplyOf(task, card('toxe=4e-9'), undefined)).toBeCloseTo(1.8, 9);
});

test('a card is viewed by family, polarity and whichever name it states', () => {
  const view = viewOf({ task: { device: { kind: 'diode' } } as Task, card: new NgspiceDialect().parse('.model d1 d cj0=1p', { file: 'd.mod' }) });
  expect([view.family, view.sign, view.nameOf('cjo|cj0'), view.value('cjo|cj0'), view.value('bv')]).toEqual(['diode', 1, 'cj0', 1e-12, undefined]);
});

test('numbers are stated with four digits, and an exponent where zeros would have to be counted', () => {
  expect([0, 0.12345678, 5e8, 1e-5, -2.5e-10, 123456, Infinity].map(shown)).toEqual(['0', '0.1235', '5e8', '1e-5', '-2.5e-10', '123500', 'Infinity']);
});
