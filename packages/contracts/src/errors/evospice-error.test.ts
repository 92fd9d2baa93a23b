import { expect, test } from 'vitest';
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
