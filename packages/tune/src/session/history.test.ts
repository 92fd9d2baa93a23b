import { expect, test } from 'vitest';
import { History } from './history.ts';

test('goes back and forth, forgets what lay ahead of another step, and keeps no step without a change', () => {
  const history = new History([1, 2]);
  expect(history.ways).toEqual({ undo: null, redo: null });
  history.push({ values: [1, 2], what: 'nothing' });
  expect(history.ways).toEqual({ undo: null, redo: null });
  history.push({ values: [1, 3], what: 'b' });
  history.push({ values: [4, 3], what: 'a' });
  expect([history.undo(), history.ways]).toEqual([[1, 3], { undo: 'b', redo: 'a' }]);
  expect([history.undo(), history.undo(), history.ways]).toEqual([[1, 2], [1, 2], { undo: null, redo: 'b' }]);
  expect([history.redo(), history.redo(), history.redo()]).toEqual([[1, 3], [4, 3], [4, 3]]);
  history.undo();
  history.push({ values: [9, 9], what: 'fit' });
  expect([history.redo(), history.ways]).toEqual([[9, 9], { undo: 'fit', redo: null }]);
});
