import { fileURLToPath } from 'node:url';
import { CASE_JOB, type CaseAnswer, type JobHost, type Json, type ProgramText } from '@evospice/contracts';
import { singleFile } from '@evospice/program-text';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import openWorker, { type ModuleSetup } from './worker.ts';

const module = fileURLToPath(new URL('testing/distance.ts', import.meta.url));

describe.each(['beside', 'sandbox'] as const)('cases judged %s the sandbox', (evaluate) => {
  let host: JobHost;
  beforeAll(async () => {
    const setup: ModuleSetup = { module, evaluate, cases: [{ id: 'low', seed: 1, low: 0 }], limits: { wallSeconds: 2, memoryMb: 64 }, isolation: 'auto' };
    host = await openWorker(setup as unknown as Json);
  });
  afterAll(() => host.close());
  const run = async (program: ProgramText): Promise<CaseAnswer> => {
    const payload = { subject: { kind: 'program', id: 'p1', program }, stage: 'evaluation', case: { id: 'low', seed: 1 } };
    return (await host.handle({ kind: CASE_JOB, payload: payload as unknown as Json }, { signal: new AbortController().signal })) as unknown as CaseAnswer;
  };

  it('scores what a program returns, and keeps artefacts out of the score', async () => {
    const { outcome } = await run(singleFile('export default (low: number, high: number) => (low + high) / 2;'));
    expect(outcome).toEqual({ case: 'low', seed: 1, data: { score: 0.8, parts: { error: 0.25 }, measures: { guess: 0.5 } }, artefacts: { found: 0.5 } });
  });

  it.each([
    ['PROGRAM_INVALID', 'returns something else', 'export default () => "0.75";', /must return a number/],
    ['PROGRAM_ERROR', 'throws', 'export default () => {\n  throw new Error("no");\n};', /no/],
    ['PROGRAM_ERROR', 'returns a number that is not finite', 'export default () => NaN;', /NaN|finite|number/],
    ['PROGRAM_DEADLINE', 'does not end', 'export default () => { for (;;); };', /2 s/],
  ])('%s for a program that %s', async (code, _, source, message) => {
    const { outcome } = await run(singleFile(source));
    const expected = evaluate === 'sandbox' && source.includes('NaN') ? 'PROGRAM_INVALID' : code;
    expect(outcome).toMatchObject({ failure: { code: expected, message: expect.stringMatching(message) }, data: null });
  });

  it('refuses a case that it does not know', async () => {
    const payload = { subject: { kind: 'program', id: 'p1', program: singleFile('') }, stage: 'evaluation', case: { id: 'other', seed: 1 } };
    await expect(host.handle({ kind: CASE_JOB, payload: payload as unknown as Json }, { signal: new AbortController().signal })).rejects.toMatchObject({ code: 'PROBLEM_JOB' });
  });
});
