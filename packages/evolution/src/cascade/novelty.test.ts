import type { Proposer } from '@evospice/contracts';
import { MemoryLog, plainExecutor, toyProblem, toyProgram } from '@evospice/testkit';
import { expect, it } from 'vitest';
import { evolve } from '../loop/evolve.ts';
import { testRequest, testSettings } from '../testing/request.ts';

const body = (length: number): string => Array.from({ length }, (_, index) => `export const part${index} = ${index};\n`).join('');

it('a child that is nearly the same as a program before it is turned away before it is run, with the name of the nearest', async () => {
  const children = [toyProgram(0.51, 0.5, body(40)), toyProgram(0.9, 0.1, body(5)), toyProgram(0.52, 0.5, body(40)), toyProgram(0.9, 0.2, body(5))];
  let next = 0;
  const proposer: Proposer = { name: 'list', propose: () => Promise.resolve({ ...children[next++ % children.length] as (typeof children)[0], operator: 'list', parents: ['p0001'], details: {} }) };
  const counts = { jobs: 0 };
  const run = async (similarity?: number) => {
    [next, counts.jobs] = [0, 0];
    const settings = testSettings({ programs: 9, proposals: 6, ...(similarity === undefined ? {} : { novelty: { similarity } }) });
    // Two seeds that are alike are both welcome.
    const problem = toyProblem({ seeds: [toyProgram(0.5, 0.5, body(40)), toyProgram(0.49, 0.5, body(40))] });
    return (await evolve(testRequest(new MemoryLog(), { problem, settings, proposers: [{ proposer, weight: 1 }], executor: plainExecutor(counts) }))).view;
  };
  const view = await run(0.9);
  expect(view.rejections.map(({ program, stage, code }) => [program, stage, code])).toEqual([['p0003', 'novelty', 'PROGRAM_NOT_NOVEL'], ['p0005', 'novelty', 'PROGRAM_NOT_NOVEL']]);
  expect(view.rejections[0]?.reason).toMatch(/^9\d\.\d % alike with p000[12], and 90 % is too much$/);
  expect([view.tried, view.rejectionsByStage['novelty']]).toEqual([4, 2]);
  expect((await run(0.999)).rejectionsByStage['novelty']).toBe(0);
  expect((await run()).rejectionsByStage['novelty']).toBe(0);
});
