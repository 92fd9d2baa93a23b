import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EvospiceError, type EvaluatedProgram, type Exchange, type ProgramText, type Proposal, type ProposalDetails, type ProposalRequest } from '@evospice/contracts';
import { CommandRunner, commandWords } from '@evospice/sandbox';
import { evaluatedProgram, testBrief, testProposer } from '@evospice/testkit';
import { createRandom } from '@evospice/toolbox';
import { afterAll, describe, expect, it } from 'vitest';
import { CommandProposer } from './command-proposer.ts';
import { environmentOf } from './environment.ts';
import plugin from './index.ts';
import { commandProposerOptions } from './options.ts';

const base = fileURLToPath(new URL('testing/', import.meta.url));
const source = (step: number): string => ['// EVOLVE-BLOCK-START', `const step = ${step};`, '// EVOLVE-BLOCK-END', 'export default async function optimizeSpiceParameters(): Promise<void> {}', ''].join('\n');
const runners = { auto: new CommandRunner('auto'), process: new CommandRunner('process') };
const walls = await runners.auto.describe();

function proposerOf(command: readonly string[], more: { readonly limits?: object; readonly environment?: Record<string, string>; readonly isolation?: keyof typeof runners } & Record<string, unknown> = {}): CommandProposer {
  const { environment = {}, isolation = 'auto', ...rest } = more;
  const options = commandProposerOptions.parse({ command, ...rest, limits: { wallSeconds: 20, memoryMb: 256, ...more.limits } });
  return new CommandProposer({ options, words: commandWords(command, base), readable: [], path: [], environment, runner: runners[isolation] });
}

const parents = [evaluatedProgram(source(1), 'p0', 0.7), evaluatedProgram(source(900), 'p1', 0.6)];
const request = (more: Partial<ProposalRequest> = {}): ProposalRequest => ({
  parents, rejections: [{ program: null, code: 'PROGRAM_ERROR', reason: 'line 4: boom' }], problem: testBrief, brief: 'Be quick.', random: createRandom(1), ...more,
});
const shell = (script: string, more: Parameters<typeof proposerOf>[1] = {}, asked: ProposalRequest = request()): Promise<Proposal> => proposerOf(['sh', '-c', script], { name: 'agent', ...more }).propose(asked);
const failureOf = async (proposal: Promise<unknown>): Promise<EvospiceError> => {
  const error = await proposal.then((value) => expect.unreachable(`gave ${JSON.stringify(value)}`), (thrown: unknown) => thrown);
  if (!EvospiceError.is(error)) throw error;
  return error;
};
/** A change that is fine. */
const edit = 'sed -i "s/step = 1/step = 2/" program.ts';
const severalFiles: EvaluatedProgram = { ...parents[0]!, program: { ...parents[0]!.program, entry: 'main.sh', files: { 'main.sh': 'echo 1\n', 'lib/a.sh': 'echo 2\n' } } };

const outside = mkdtempSync(join(tmpdir(), 'evospice-outside-'));
writeFileSync(join(outside, 'secret'), 'the secret');
afterAll(() => {
  rmSync(outside, { recursive: true });
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith('evospice-agent-'))).toEqual([]);
});

testProposer(`command with a stand-in for an agent (${walls})`, () => proposerOf(['sh', './agent.sh']), { programs: parents.map(({ program }) => program.files[program.entry]!), rounds: 6, successes: 1 });

describe('an agent that does its work', () => {
  it('leaves a child, and what it cost and said is on record', async () => {
    const [exchanges, costs]: [Exchange[], ProposalDetails[]] = [[], []];
    const proposal = await proposerOf(['sh', './agent.sh'], { limits: { turns: 2, tokens: 1000, dollars: 1 } }).propose(request(), { exchanged: (exchange) => exchanges.push(exchange), spent: (details) => costs.push(details) });
    const known = { model: 'sh', isolation: walls, inputTokens: 100, outputTokens: 20, cost: 0.5, turns: 3, agentModel: 'tiny', over: 'turns' };
    expect(proposal).toMatchObject({ entry: 'program.ts', operator: 'agent', parents: ['p0', 'p1'], details: { ...known, changed: 1 } });
    expect(proposal.files['program.ts']).toMatch(/^const step = (?!1;)\d+;$/mu);
    expect(costs).toEqual([known]);
    expect(exchanges).toMatchObject([{ model: 'sh', answer: { model: 'tiny', text: expect.stringContaining('raised step'), usage: { inputTokens: 100, outputTokens: 20, cost: 0.5 } } }]);
  });

  it('finds task, contract, rules, scores and failures in PROMPT.md, other elites beside it, and its caps', async () => {
    const exchanges: Exchange[] = [];
    const script = `${edit}; ls inspirations/p1; cat inspirations/p1/program.ts; echo $EVOSPICE_MAX_TURNS $EVOSPICE_MAX_TOKENS $EVOSPICE_MAX_SECONDS [$EVOSPICE_MAX_DOLLARS]`;
    await proposerOf(['sh', '-c', `${script} "$@"`, 'sh', '{turns}', '{entry}', '{dollars}'], { limits: { turns: 7, tokens: 900 } }).propose(request(), { exchanged: (exchange) => exchanges.push(exchange) });
    const prompt = exchanges[0]!.messages[0]!.content;
    for (const part of ['`program.ts`', 'Be quick.', testBrief.contract, testBrief.rules, testBrief.goal, 'Score 0.7 (precision 0.7', 'PROGRAM_ERROR: line 4: boom', '`inspirations/p1/program.ts`: score 0.6', 'usage.json']) expect(prompt).toContain(part);
    expect(exchanges[0]!.answer?.text).toContain('const step = 900;');
    expect(exchanges[0]!.answer?.text).toContain('7 900 20 []');
    expect(exchanges[0]!.answer?.text).toMatch(/7 program\.ts\s*$/u);
  });

  it('may change, add and remove files of a program with several, new ones only where the options say so', async () => {
    const script = 'echo "echo 3" > main.sh; rm lib/a.sh; mkdir -p src .cache; echo new > src/b.sh; echo notes > NOTES.md; echo x > .cache/c.sh';
    const asked = request({ parents: [severalFiles] });
    expect((await shell(script, { take: ['src/**'] }, asked)).files).toEqual({ 'main.sh': 'echo 3\n', 'src/b.sh': 'new\n' });
    expect((await shell(script, {}, asked)).files).toEqual({ 'main.sh': 'echo 3\n' });
  });

  it('gets the variables that are named and no others; a value that it says is hidden, one that it writes into the program is refused', async () => {
    process.env['EVOSPICE_TEST_SECRET'] = 'of the host';
    const exchanges: Exchange[] = [];
    const environment = { AGENT_KEY: 'key-123456789' };
    await proposerOf(['sh', '-c', `${edit}; env`], { environment }).propose(request(), { exchanged: (exchange) => exchanges.push(exchange) });
    delete process.env['EVOSPICE_TEST_SECRET'];
    expect(exchanges[0]!.answer?.text).toContain('AGENT_KEY=[AGENT_KEY]');
    expect(exchanges[0]!.answer?.text).not.toContain('of the host');
    expect((await failureOf(shell(`${edit}; echo "// $AGENT_KEY" >> program.ts`, { environment }))).message).toContain('AGENT_KEY');
  });

  it('may end with another exit code where that is allowed', async () => {
    expect((await shell(`${edit}; exit 3`, { exitCodes: [0, 3] })).details['changed']).toBe(1);
  });

  it('that does not tell tokens, or nonsense, counts as untold', async () => {
    for (const usage of ['', 'echo nonsense > usage.json', 'echo \'{"inputTokens": -1}\' > usage.json', 'ln -s /etc/passwd usage.json']) {
      const { details } = await shell(`${edit}; ${usage || 'true'}`);
      expect(details).toEqual({ model: 'agent', isolation: walls, answersWithoutUsage: 1, changed: 1 });
    }
  });
});

describe('an agent that fails', () => {
  it.each([
    ['changes nothing', 'true', {}, /changed nothing/],
    ['crashes', `${edit}; echo no key >&2; exit 3`, {}, /exit code 3: no key/],
    ['is killed by a signal', `${edit}; kill -9 $$`, {}, /ended with/],
    ['is not installed', '', { command: ['evospice-no-such-agent'] }, /ended with/],
    ['hangs', `${edit}; sleep 300`, { limits: { wallSeconds: 0.5 } }, /did not end within 0.5 s and was killed/],
    ['talks without end', 'yes', { limits: { outputBytes: 4096 } }, /printed more than 4096/],
    ['multiplies', 'for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do setsid sleep 300 & done; sleep 300', { limits: { processes: 16 } }, /more than 16 processes/],
    ['removes the entry', 'rm program.ts', {}, /removed program\.ts/],
  ])('because it %s brings no child', async (_, script, { command = ['sh', '-c', script], ...more }: { readonly command?: readonly string[]; readonly limits?: object }, message) => {
    const error = await failureOf(proposerOf(command, more).propose(request()));
    expect(error).toMatchObject({ code: 'PROPOSAL_FAILED', message: expect.stringMatching(message) });
  });

  it.each(['auto', 'process'] as const)('leaves no process behind, with isolation %s', async (isolation) => {
    // Numbers that no other test sleeps for.
    const seconds = isolation === 'auto' ? 3017 : 3018;
    await failureOf(shell(`setsid sleep ${seconds} & sh -c 'sleep ${seconds} & sleep ${seconds}' & sleep ${seconds}`, { isolation, limits: { wallSeconds: 0.5 } }));
    expect((await shell(`${edit}; setsid sleep ${seconds} & true`, { isolation })).details['changed']).toBe(1);
    expect(readdirSync('/proc').filter((name) => /^\d+$/u.test(name) && commandLine(name).startsWith(`sleep\0${seconds}`))).toEqual([]);
  });

  it('is stopped with the run', async () => {
    const controller = new AbortController();
    const pending = failureOf(proposerOf(['sh', '-c', 'sleep 300']).propose(request(), { signal: controller.signal }));
    setTimeout(() => controller.abort(), 100);
    expect((await pending).message).toContain('cancelled');
  });
});

describe('what an agent leaves', () => {
  it.each([
    ['a link', 'rm program.ts; ln -s /etc/hostname program.ts', /program\.ts is a link/],
    ['a link to a folder', 'rm -r lib; ln -s /etc lib', /lib is a link/],
    ['a pipe', 'rm main.sh; mkfifo main.sh', /main\.sh is a device or pipe/],
    ['a folder in place of a file', 'rm main.sh; mkdir main.sh', /main\.sh is a folder/],
    ['a file with two names', 'rm main.sh; ln lib/a.sh main.sh', /main\.sh is a file with 2 names/],
    ['a huge file', 'head -c 3000 /dev/zero | tr "\\0" x > main.sh', /main\.sh has 3000 bytes/],
    ['bytes that are not text', 'printf "\\377\\376" > main.sh', /main\.sh is not text in UTF-8/],
    ['a file with a zero byte', 'printf "a\\0b" > main.sh', /main\.sh is not text/],
    ['too many files', 'echo 3 > main.sh; mkdir src; for i in 1 2 3 4 5 6; do echo $i > src/$i; done', /left 8 files/],
    ['a new file that is a link', 'echo 3 > main.sh; mkdir src; ln -s /etc/hostname src/a', /src\/a is a link/],
  ])('is refused where it is %s', async (_, script, message) => {
    const asked = request({ parents: [/program\.ts/u.test(script) ? parents[0]! : severalFiles] });
    expect(await failureOf(shell(script, { take: ['src/*'], limits: { files: 6, fileBytes: 2000 } }, asked))).toMatchObject({ code: 'PROPOSAL_FAILED', message: expect.stringMatching(message) });
  });

  it('outside its folder stays as it was', async () => {
    const { files } = await shell(`${edit}; echo x > ${outside}/made; echo x > ../made; echo x > /usr/made; cat ${outside}/secret >> program.ts; true`, {});
    expect(existsSync(join(outside, 'made')) || existsSync('/usr/made') || existsSync(join(tmpdir(), 'made'))).toBe(false);
    if (walls.includes('bubblewrap')) expect(files['program.ts']).not.toContain('the secret');
  });

  it('is taken without bubblewrap too, which is on record', async () => {
    const { details, files } = await shell(edit, { isolation: 'process' });
    expect(files['program.ts']).toContain('step = 2');
    expect(details['isolation']).not.toContain('bubblewrap');
  });
});

it('a program whose file has the name of what agents find is left alone', async () => {
  const program: ProgramText = { entry: 'main.sh', files: { 'main.sh': '', 'PROMPT.md': '' } };
  expect((await failureOf(shell(edit, {}, request({ parents: [{ ...parents[0]!, program: { ...parents[0]!.program, ...program } }] })))).message).toContain('PROMPT.md');
});

it('a variable that is not set is said at once, and the files of the command are conditions of the run', async () => {
  expect(() => environmentOf(['EVOSPICE_NOT_SET'], {})).toThrow(expect.objectContaining({ code: 'CONFIG_COMMAND', message: expect.stringContaining('EVOSPICE_NOT_SET') }));
  expect(await proposerOf(['sh', './agent.sh']).conditions()).toEqual({ 'file agent.sh': expect.stringMatching(/^[0-9a-f]{64}$/u) });
  expect(plugin.contributions.map(({ point, name }) => `${point} ${name}`)).toEqual(['Proposer command']);
});

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    // It ended meanwhile.
    return '';
  }
}
