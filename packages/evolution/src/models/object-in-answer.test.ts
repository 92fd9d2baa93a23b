import { expect, it } from 'vitest';
import { objectInAnswer } from './object-in-answer.ts';

it.each<[string, string, unknown]>([
  ['plain', '{"differs": true}', { differs: true }],
  ['in a fence and prose', 'Well:\n```json\n{"a": {"b": "}"}}\n```\nThat is it.', { a: { b: '}' } }],
  ['after thoughts', '<think>{"differs": false} or {</think> {"differs": true}', { differs: true }],
  ['behind code', 'function f() { return 1; } gives {"x": "\\"{"}', { x: '"{' }],
  ['twice', '{"x": 1} no: {"x": 2}', { x: 2 }],
  ['not at all', 'yes { no', undefined],
  ['as a list', '[1, 2]', undefined],
])('finds an object %s', (_what, answer, expected) => {
  expect(objectInAnswer(answer)).toEqual(expected);
});

it('takes no longer for a long answer of braces', () => {
  expect(objectInAnswer(`${'{'.repeat(3_000_000)} {"x": 1}`)).toEqual({ x: 1 });
});
