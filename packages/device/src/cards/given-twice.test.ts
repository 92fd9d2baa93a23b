import { expect, test } from 'vitest';
import { findStatement } from './find-statement.ts';
import { looksLikeSpectre } from './looks-like-spectre.ts';
import { givenTwice, readCard } from './text-card.ts';

const cardOf = (text: string) => readCard(text, findStatement(text, { file: 'c.mod' }), 'c.mod');

test('a parameter that a card states twice with different values is named, with the value that counts', () => {
  const card = cardOf('.model n nmos kp=100u vto=1\n+ kp=200u vto=1 Kp=100U kp=300u\n');
  expect(card.text('kp')).toBe('300u');
  expect(givenTwice(card)).toEqual([{ name: 'kp', message: 'kp is given more than once on the card of n: kp=300u, which comes last, counts (not 100u, 200u, 100U)' }]);
  expect(givenTwice(cardOf('.model n nmos kp=100u KP=100U\n'))).toEqual([]);
});

test('a file written for Spectre is told from SPICE, and the refusal says what to do', () => {
  for (const text of ['simulator lang=spectre\n', 'library a\nsection tt\n', 'inline subckt n (d g)\n', 'model n bsim4 {\n', 'model n bsim4 type=n\n']) expect(looksLikeSpectre(text), text).toBe(true);
  for (const text of ['.model n nmos level=1\n', '.lib tt\n.endl\n', '* model of a section library\n', '+ model=1\n']) expect(looksLikeSpectre(text), text).toBe(false);
  expect(() => findStatement('model n bsim4 type=n\n', { file: 'c.scs' })).toThrow(expect.objectContaining({ code: 'CARD_MODEL_MISSING', remedy: expect.stringContaining('--from spectre') }));
  expect(() => findStatement('.model a d is=1\n.model b d is=1\n', { file: 'c.mod' })).toThrow('the file has 2 models: a, b');
});
