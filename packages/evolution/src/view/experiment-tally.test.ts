import { expect, it } from 'vitest';
import { ExperimentTally } from './experiment-tally.ts';

it('counts what came of each way, by proposer and experiment', () => {
  const tally = new ExperimentTally();
  const child = (proposer: string, details: Readonly<Record<string, string | number>>, gain?: number | null): void => {
    tally.proposed({ proposer }, details);
    if (gain !== undefined) tally.judged({ proposer }, details, gain);
  };
  child('llm', { 'experiment-lessons': 'shown', model: 'm' }, 0.5);
  child('llm', { 'experiment-lessons': 'withheld', 'experiment-paragraph': 'a1' }, null);
  child('llm', { 'experiment-lessons': 'shown' });
  child('llm', { 'experiment-lessons': 'shown' }, -0.25);
  child('llm-2', { 'experiment-lessons': 'shown' }, 1);
  child('ast', { operator: 'swap' }, 1);
  child('ast', { 'experiment-rule': 'a b' }, 2);
  child('ast', { 'experiment-rule': 'b' }, 3);
  expect(tally.experiments).toEqual([
    { proposer: 'llm', name: 'lessons', ways: [{ way: 'shown', programs: 3, judged: 2, gains: [0.5, -0.25] }, { way: 'withheld', programs: 1, judged: 1, gains: [] }] },
    { proposer: 'llm', name: 'paragraph', ways: [{ way: 'a1', programs: 1, judged: 1, gains: [] }] },
    { proposer: 'llm-2', name: 'lessons', ways: [{ way: 'shown', programs: 1, judged: 1, gains: [1] }] },
    { proposer: 'ast', name: 'rule', ways: [{ way: 'a', programs: 1, judged: 1, gains: [2] }, { way: 'b', programs: 2, judged: 2, gains: [2, 3] }] },
  ]);
});
