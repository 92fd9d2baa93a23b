import { fileURLToPath } from 'node:url';
import { noCompactModels, type ExtractionProblem, type OptimizerContext } from '@evospice/contracts';
import * as fc from 'fast-check';
import { singleFile } from '@evospice/program-text';
import { describe, expect, it } from 'vitest';
import { parseGuestMessage } from './host/guest-message.ts';
import { ChildStarter } from './host/start-child.ts';
import { IsolateProgramRunner } from './isolate-program-runner.ts';
import { findChildFiles } from './isolation/child-files.ts';

const lying = findChildFiles(fileURLToPath(new URL('./fixtures/lying-child.ts', import.meta.url)));

describe('a child that does not keep to the protocol', () => {
  const starter = new ChildStarter('process', lying);
  it.each([
    ['no JSON', 'PROGRAM_ABUSE'],
    ['an unknown type', 'PROGRAM_ABUSE'],
    ['a further field', 'PROGRAM_ABUSE'],
    ['a prototype', 'PROGRAM_ABUSE'],
    ['texts as candidates', 'PROGRAM_ABUSE'],
    ['candidates that are not a list', 'PROGRAM_ABUSE'],
    ['a number that is none', 'PROGRAM_ABUSE'],
    ['a call of nothing that there is', 'PROGRAM_ABUSE'],
    ['ready, again', 'PROGRAM_ABUSE'],
    ['a line without end', 'PROGRAM_ABUSE'],
    ['a flood of log lines', 'PROGRAM_ABUSE'],
    ['a long log line', 'PROGRAM_ABUSE'],
    ['a flood of calls', 'PROGRAM_ABUSE'],
    ['that the budget is gone', 'PROGRAM_ABUSE'],
    ['nothing, and dies', 'PROGRAM_CRASHED'],
    ['nothing, and aborts', 'PROGRAM_CRASHED'],
    ['that memory is out, and dies', 'PROGRAM_MEMORY'],
  ])('says %s: %s', async (task, code) => {
    const runner = new IsolateProgramRunner({ warm: 0 }, starter);
    let calls = 0;
    const context = {
      budget: { allowed: 1, spent: 0, remaining: 1 },
      signal: new AbortController().signal,
      log: () => undefined,
      models: noCompactModels,
      simulate: () => { calls += 1; return new Promise(() => undefined); },
    } as unknown as OptimizerContext;
    const outcome = await runner.run({ program: singleFile('export default async function f() {}'), problem: { task, start: { ok: false, failure: { code: 'NOT_SIMULATED', message: 'not simulated' } } } as ExtractionProblem, context, seed: 1, limits: { wallSeconds: 20, memoryMb: 64 } });
    expect(outcome).toMatchObject({ status: 'failed', failure: { code } });
    expect(calls).toBeLessThanOrEqual(1);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    await runner.close();
  });

  it('any line is either a message of a known shape or none', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), fc.record({ type: fc.constantFrom('log', 'call', 'worked', 'ended', 'ready'), text: fc.anything(), id: fc.anything(), name: fc.anything(), payload: fc.anything() }).map((one) => JSON.stringify(one, (_, value: unknown) => (typeof value === 'bigint' ? null : value)) ?? '')), (line) => {
      const message = parseGuestMessage(line);
      if (message === undefined) return;
      expect(['log', 'call', 'worked', 'ended', 'ready']).toContain(message.type);
      if (message.type === 'call') expect([Number.isSafeInteger(message.id), typeof message.name]).toEqual([true, 'string']);
    }));
  });
});
