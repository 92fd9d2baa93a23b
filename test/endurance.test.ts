import { once } from 'node:events';
import { existsSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { documentOf, evospice, runEvospice, startEvospice, temporaryFolder } from './support/cli.ts';

const isLong = process.env['EVOSPICE_LONG_TESTS'] !== undefined;
/** Programs that are run; the long form is the one that figures are quoted from. */
const PROGRAMS = isLong ? 2000 : 24;
const KILLS = isLong ? 3 : 1;

/** Where a file says so, no process begins more evaluations than its number: however fast the machine is, a run is still at work when it is killed. */
const problemHeldBy = (file: string): string => `
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
let begun = 0;
const held = async () => { for (begun += 1; existsSync(${JSON.stringify(file)}) && begun > Number(readFileSync(${JSON.stringify(file)}, 'utf8'));) await sleep(50); };
export const problem = {
  contract: 'export default function f(x: number): number', goal: 'come near to a half', measures: ['size'],
  cases: [{ id: 'one', seed: 1 }, { id: 'two', seed: 2 }],
  evaluate: async (program, { seed }) => {
    await held();
    const y = await program.call('default', seed);
    if (typeof y !== 'number') return { invalid: 'it must return a number' };
    return { score: 1 / (1 + Math.abs(y - 0.5)), measures: { size: Math.min(1, Math.abs(y)) } };
  },
};
`;
const program = (body: string): string => `// EVOLVE-BLOCK-START
export default function f(x: number): number {
  ${body}
}
// EVOLVE-BLOCK-END
`;

/** What a model might answer, good or bad, by turns. Numbers make every program another one. */
function exchange(index: number): object {
  const number = (index * 7919) % 100_003 / 100_003;
  const text = (body: string): object => ({ model: 'm', answer: { text: `Nearer.\n\`\`\`ts\n${program(body)}\`\`\``, model: 'gpt', usage: { inputTokens: 100, outputTokens: 10 } } });
  switch (index % 20) {
    case 3: return text(`throw new Error('no ${number}');`);
    case 5: return text(`for (;;) x += ${number};`);
    case 7: return text(`return x + ;  // ${number}`);
    case 9: return text(`return ${number} / 0;`);
    case 11: return { model: 'm', answer: { text: `I would rather not. ${number}`, model: 'gpt' } };
    case 13: return { model: 'm', failure: { code: 'LLM_TIMEOUT', reason: 'the service took too long' } };
    case 15: return text(`const a = []; for (;;) a.push(new Array(1e6).fill(${number}));`);
    case 17: return text(`return 'text' + ${number};`);
    default: return text(`return x * ${number};`);
  }
}

/** Processes that descend from one. */
function descendants(root: number): readonly number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/u.test(each))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // It has ended meanwhile.
    }
  }
  const found: number[] = [];
  for (let news = [root]; news.length > 0;) {
    news = [...parents].filter(([, parent]) => news.includes(parent)).map(([pid]) => pid);
    found.push(...news);
  }
  return found;
}

const isRunning = (pid: number): boolean => existsSync(`/proc/${pid}/stat`) && !/\) Z /u.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));

test(`${PROGRAMS} programs by a model that errs, with programs that crash, loop and eat memory, and ${KILLS} kill -9: everything finished is kept, the replay is equal, no process is left`, { timeout: 3_600_000 }, async () => {
  const folder = temporaryFolder('endurance');
  const run = join(folder, 'run');
  const limit = join(folder, 'limit');
  writeFileSync(join(folder, 'problem.mjs'), problemHeldBy(limit));
  writeFileSync(limit, String(Math.round((2 * PROGRAMS) / (KILLS + 1))));
  writeFileSync(join(folder, 'seed.ts'), program('return x * 3;'));
  writeFileSync(join(folder, 'answers.json'), JSON.stringify({ exchanges: Array.from({ length: 4 * PROGRAMS }, (_, index) => exchange(index)) }));
  writeFileSync(join(folder, 'evolve.yaml'), JSON.stringify({
    problem: { name: 'module', options: { module: './problem.mjs', seeds: ['./seed.ts'], limits: { wallSeconds: 0.5, memoryMb: 64 } } },
    proposers: [{ name: 'llm', options: { repairs: 0, languageModel: { name: 'scripted', options: { script: './answers.json', by: 'order' } } } }],
    archive: { name: 'map-elites', options: { axes: [{ descriptor: 'size', low: 0, high: 1, bins: 50 }] } }, reporters: [], programs: PROGRAMS, workers: 2,
  }));
  const command = ['evolve', join(folder, 'evolve.yaml'), '--out', run];

  const seen = new Set<number>();
  let finished: readonly string[] = [];
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const complaints = join(folder, `stderr-${kill}`);
    const child = startEvospice([...command, ...(kill === 1 ? [] : ['--resume'])], {}, openSync(complaints, 'w'));
    const ended = once(child, 'exit');
    const wanted = Math.round((PROGRAMS * kill) / (KILLS + 1));
    for (;;) {
      await sleep(isLong ? 2000 : 300);
      if (existsSync('/proc')) for (const pid of descendants(child.pid as number)) seen.add(pid);
      const { stdout } = await runEvospice(['status', run, '--json']);
      const done = (JSON.parse(stdout || '{}') as { run?: { programs?: number } }).run?.programs ?? 0;
      if (done >= wanted || child.exitCode !== null) break;
    }
    expect(child.exitCode, `it was still at work; it said: ${readFileSync(complaints, 'utf8')}`).toBeNull();
    child.kill('SIGKILL');
    await ended;
    const { programs } = documentOf<{ programs: { program: string | null; state: string; score: number | null }[] }>(evospice(['show', run, '--json']));
    const settled = programs.filter(({ state }) => state !== 'pending').map(({ program: id, state, score }) => `${id} ${state} ${score}`);
    expect(settled).toEqual(expect.arrayContaining([...finished]));
    finished = settled;
  }
  rmSync(limit);
  const { programs, rejections, champion } = documentOf<{ programs: number; rejections: Record<string, number>; champion: { score: number } }>(evospice([...command, '--resume', '--json']));
  expect(programs).toBe(PROGRAMS);
  expect(champion.score).toBeGreaterThan(0.6);
  // Each kind of bad answer and bad program came, and each was turned away for what it is.
  const { programs: all } = documentOf<{ programs: { program: string | null; state: string; score: number | null; rejection: { code: string } | null }[] }>(evospice(['show', run, '--json']));
  const codes = new Set(all.map(({ rejection }) => rejection?.code));
  for (const code of ['PROGRAM_ERROR', 'PROGRAM_DEADLINE', 'PROGRAM_INVALID', 'PROPOSAL_FAILED', 'LLM_TIMEOUT']) expect([...codes], JSON.stringify(rejections)).toContain(code);
  for (const { rejection, score } of all) if (rejection !== null) expect(score).toBeNull();
  expect(all.filter(({ state }) => state === 'pending')).toEqual([]);
  expect(all.map(({ program: id, state, score }) => `${id} ${state} ${score}`)).toEqual(expect.arrayContaining([...finished]));
  expect(documentOf(evospice(['replay', run, '--json']))).toMatchObject({ equal: true });
  for (let waited = 0; waited < 50 && [...seen].some(isRunning); waited += 1) await sleep(100);
  expect([...seen].filter(isRunning), 'processes that are left').toEqual([]);
});
