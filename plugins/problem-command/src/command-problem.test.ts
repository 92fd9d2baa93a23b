import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { CASE_JOB, type CaseAnswer, type Json, type ProgramText } from '@evospice/contracts';
import { singleFile } from '@evospice/program-text';
import { testProblem } from '@evospice/testkit';
import { describe, expect, it } from 'vitest';
import { createCommandProblem } from './create-command-problem.ts';
import { commandProblemOptions } from './options.ts';
import openWorker from './worker.ts';

const base = fileURLToPath(new URL('testing/', import.meta.url));
const options = {
  run: ['sh', '{entry}'],
  evaluate: ['sh', './evaluate.sh'],
  seeds: ['./program.sh'],
  cases: [{ id: 'one', word: 'hello' }, { id: 'two', seed: 2, word: 'good' }],
  measures: ['size'],
  brief: { contract: 'a shell script that prints a JSON text', goal: 'a long text' },
  limits: { wallSeconds: 10, memoryMb: 64 },
};
const problemOf = (changes: object = {}) => createCommandProblem(commandProblemOptions.parse({ ...options, ...changes }), base);
const refused = [{ entry: 'a.sh', files: { 'a.sh': '' } }, { entry: 'a.sh', files: { 'a.sh': '# EVOLVE-BLOCK-END' } }, { entry: '../a.sh', files: { '../a.sh': 'x' } }];

testProblem('command, with an evaluation', () => problemOf(), { refused });
testProblem('command that judges itself', () => problemOf({ run: ['sh', '-c', 'sh {entry} > /dev/null; echo \'{"score": 1, "measures": {"size": 2}}\''], evaluate: undefined }), { refused });

describe('a program run by a command', () => {
  const answerOf = async (program: ProgramText, changes: object = {}): Promise<CaseAnswer> => {
    const host = await openWorker(problemOf(changes).worker.setup);
    const payload = { subject: { kind: 'program', id: 'p1', program }, stage: 'evaluation', case: { id: 'one', seed: 1 } };
    try {
      return (await host.handle({ kind: CASE_JOB, payload: payload as unknown as Json }, { signal: new AbortController().signal })) as unknown as CaseAnswer;
    } finally {
      await host.close();
    }
  };

  it('finds its files and the case, and its folder is gone afterwards', async () => {
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith('evospice-program-'));
    const files = { 'main.sh': 'cat lib/text; pwd > made', 'lib/text': '"hello"' };
    const { outcome } = await answerOf({ entry: 'main.sh', files });
    expect(outcome).toEqual({ case: 'one', seed: 1, data: { score: 1, measures: { size: 8 } } });
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('evospice-program-') && !before.includes(name))).toEqual([]);
    expect(existsSync(`${base}made`)).toBe(false);
  });

  it.each([
    ['PROGRAM_ERROR', 'ends with another exit code than 0', 'echo broken >&2; exit 3', /exit code 3: broken/],
    ['PROGRAM_OUTPUT', 'prints no JSON', 'echo hello', /not one JSON document/],
    ['PROGRAM_OUTPUT', 'prints two documents', 'echo 1; echo 2', /not one JSON document/],
    ['PROGRAM_INVALID', 'is judged invalid', "echo '\"bad\"'", /a bad word/],
    ['PROGRAM_DEADLINE', 'does not end', 'sleep 100 & sleep 100', /within 1 s/],
    ['PROGRAM_ABUSE', 'prints without end', 'yes', /more than is read/],
  ])('%s when it %s', async (code, _, source, message) => {
    const limits = { wallSeconds: code === 'PROGRAM_DEADLINE' ? 1 : 20, memoryMb: 64 };
    const { outcome } = await answerOf(singleFile(source, 'main.sh'), { limits });
    expect(outcome).toMatchObject({ failure: { code, message: expect.stringMatching(message) }, data: null });
  });

  it('cannot give itself a score where there is an evaluation', async () => {
    const { outcome } = await answerOf(singleFile('echo \'{"score": 1000}\'', 'main.sh'));
    expect(outcome?.data).toEqual({ score: 0, measures: { size: 15 } });
  });

  it('is not run by a command that names a missing file', () => {
    expect(() => problemOf({ evaluate: ['sh', './missing.sh'] })).toThrow(expect.objectContaining({ code: 'CONFIG_COMMAND' }));
  });
});
