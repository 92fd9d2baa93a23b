import { describe, expect, it, test } from 'vitest';
import { EvospiceError, describeError } from './evospice-error.ts';

test('is recognised by its symbol, by code, and across copies of the class', () => {
  const error = new EvospiceError('DATASET_NAN', 'value is NaN', { file: 'a.mdm', line: 7, expected: 'a number', remedy: 'drop the row' });
  expect(EvospiceError.is(error)).toBe(true);
  expect(EvospiceError.is(error, 'DATASET_NAN')).toBe(true);
  expect(EvospiceError.is(error, 'OTHER')).toBe(false);
  expect(EvospiceError.is(new Error('plain'))).toBe(false);
  expect(EvospiceError.is(null)).toBe(false);
  const foreign = Object.assign(new Error('from another copy'), { code: 'X', [Symbol.for('evospice.error')]: true });
  expect(EvospiceError.is(foreign, 'X')).toBe(true);
});

test('describes where, what, expected and what to do, and keeps its cause', () => {
  const cause = new Error('underneath');
  const error = new EvospiceError('CONFIG_INVALID', 'unknown key', { file: 'run.yaml', line: 3, expected: 'one of a, b', remedy: 'remove it', cause });
  expect(error.describe()).toBe('run.yaml:3: unknown key [CONFIG_INVALID]\n  expected: one of a, b\n  what to do: remove it');
  expect(error.cause).toBe(cause);
  expect(describeError(new Error('plain'))).toBe('plain');
  expect(describeError('text')).toBe('text');
  expect(JSON.parse(JSON.stringify(error))).toMatchObject({ code: 'CONFIG_INVALID', line: 3 });
});

describe('an error as JSON', () => {
  const across = (thrown: unknown): Error => EvospiceError.fromJSON(JSON.parse(JSON.stringify(EvospiceError.toJSON(thrown))));

  it('says the same at the other end, down to its causes', () => {
    const error = new EvospiceError('TASK_MISSING', 'no such task', {
      received: { id: 'x' }, expected: 'one of a, b', remedy: 'name one', file: 'suite.yaml', line: 3,
      cause: new TypeError('below', { cause: new EvospiceError('CARD_SYNTAX', 'deepest', { received: 0 }) }),
    });
    expect(EvospiceError.toJSON(across(error))).toEqual(EvospiceError.toJSON(error));
    expect(across(error)).toMatchObject({ code: 'TASK_MISSING', received: { id: 'x' }, line: 3, cause: { name: 'TypeError', message: 'below', cause: { code: 'CARD_SYNTAX', received: 0 } } });
    expect(EvospiceError.is(across(error), 'TASK_MISSING')).toBe(true);
  });

  it('keeps class, message and stack of an error that was not raised on purpose', () => {
    const error = new RangeError('out');
    expect(across(error)).toMatchObject({ name: 'RangeError', message: 'out', stack: error.stack });
    expect(EvospiceError.is(across(error))).toBe(false);
    expect(across('a text').message).toBe('a text');
  });

  it('describes what JSON cannot carry, and cuts a circle of causes', () => {
    expect(across(new EvospiceError('A_B', 'big', { received: 3n }))).toMatchObject({ received: '3' });
    const round = new Error('round');
    round.cause = round;
    expect(across(round)).toMatchObject({ message: 'round', cause: { message: 'round' } });
  });

  it('leaves causes out of a document for readers', () => {
    expect(JSON.parse(JSON.stringify(new EvospiceError('A_B', 'x', { cause: new Error('inner') })))).toEqual({ code: 'A_B', message: 'x' });
  });
});

it.each([
  ['a short text that the message does not say', 'x y', 'found: x y'], ['numbers', [0.9, 0.1], 'found: 0.9, 0.1'],
  ['what the message says', 'key', undefined], ['an object', { a: 1 }, undefined], ['nothing', undefined, undefined],
  ['several lines, cut', `a\n  b${'c'.repeat(200)}`, `found: a b${'c'.repeat(117)}…`],
])('what was received is shown on one line: %s', (_, received, found) => {
  const lines = new EvospiceError('CONFIG_INVALID', 'unknown key', { received, expected: 'another' }).describe().split('\n');
  expect(lines).toEqual(['unknown key [CONFIG_INVALID]', ...(found === undefined ? [] : [`  ${found}`]), '  expected: another']);
});
