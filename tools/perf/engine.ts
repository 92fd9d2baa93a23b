// Programs per second that the engine itself allows: a problem whose cases take microseconds, a proposer that moves a number, but real
// parsing and hashing, archive, executor and store, every event durable. Then proposals per second with a language model that takes a second
// for each answer, eight of them in flight. Options: --programs N, --workers N, --keep (the run's folder).
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { RunReporter, StoredEvent } from '@evospice/contracts';
import { evolutionSettingsSchema, evolve } from '../../packages/evolution/src/index.ts';
import { SqliteRunStore } from '../../packages/store/src/index.ts';
import { toyProblem, toyProgram, toyProposer } from '../../packages/testkit/src/toy/index.ts';
import { GridArchive } from '../../plugins/archives/src/index.ts';
import { LocalExecutor } from '../../plugins/executor-local/src/index.ts';
import { ScriptedLanguageModel } from '../../plugins/llm-scripted/src/index.ts';
import { LlmProposer, llmProposerOptions } from '../../plugins/proposer-llm/src/index.ts';
import { uniformSelector } from '../../plugins/selectors/src/index.ts';

const { values: options } = parseArgs({
  options: { programs: { type: 'string', default: '20000' }, workers: { type: 'string', default: '32' }, keep: { type: 'boolean', default: false } },
});
const SIZES = [300, 1000, 5000, 20_000];
/** Programs that a rate is taken over. */
const WINDOW = 100;
const programs = Number(options.programs);
const silent = { debug: () => undefined, info: () => undefined, warn: (message: string) => { console.error(message); } };

/** Notes when so many programs had been judged or turned away by the problem, each durable, and how much CPU time that had taken. */
class Stopwatch implements RunReporter {
  readonly times: number[] = [performance.now()];
  readonly #cpu: number[] = [cpuMs()];

  event({ type, payload }: StoredEvent): void {
    if (type !== 'program-judged' && !(type === 'program-rejected' && (payload as { readonly stage: string }).stage === 'trial')) return;
    this.times.push(performance.now());
    this.#cpu.push(cpuMs());
  }

  /** CPU time per program over the thousand before this size, or over as many as there are: what a busy machine leaves as it is. */
  cpuBefore(size: number): string {
    const from = Math.max(0, size - 1000);
    return (((this.#cpu[size] as number) - (this.#cpu[from] as number)) / (size - from)).toFixed(2);
  }

  close(): Promise<readonly string[]> {
    return Promise.resolve([]);
  }

  rateBefore(size: number): number {
    const [from, to] = [this.times[size - WINDOW] as number, this.times[size] as number];
    return Math.round((WINDOW * 1000) / (to - from));
  }
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** A run of so many programs; the stopwatch has seen it all when it ends. */
async function run(folder: string, programs: number): Promise<{ readonly stopwatch: Stopwatch; readonly text: string; readonly rssMb: number }> {
  const log = await new SqliteRunStore({ now: () => Date.now() }).open(folder, 'create');
  const stopwatch = new Stopwatch();
  try {
    const { view } = await evolve({
      settings: evolutionSettingsSchema.parse({ programs, workers: Number(options.workers), proposals: 4 * programs }),
      problem: toyProblem({ cases: [{ id: 'near', seed: 1 }] }),
      proposers: [{ proposer: toyProposer(), weight: 1 }],
      archive: new GridArchive({ axes: ['x', 'y'].map((descriptor) => ({ descriptor, low: 0, high: 1, bins: 32 })) }),
      selector: uniformSelector,
      executor: new LocalExecutor({ workers: Number(options.workers) }, silent),
      log,
      reporters: [stopwatch],
    });
    const seconds = ((stopwatch.times.at(-1) as number) - (stopwatch.times[0] as number)) / 1000;
    const text = `${view.tried} programs of ${view.proposals} proposals in ${seconds.toFixed(1)} s, ${view.elites.length} elites, ${options.workers} in flight`;
    return { stopwatch, text, rssMb: Math.round(process.memoryUsage().rss / 2 ** 20) };
  } finally {
    await log.close();
  }
}

/** Proposals per second by a model that takes a second, so many in flight: 240 programs, from the first proposal to the last verdict. */
async function modelRate(place: string, inFlight: number): Promise<number> {
  const programs = 240;
  const problem = toyProblem({ cases: [{ id: 'near', seed: 1 }] });
  const texts = Array.from({ length: programs }, (_, index) => toyProgram((index % 90) / 100, index / 1000).files['program.ts'] ?? '');
  const model = new ScriptedLanguageModel(
    texts.map((text) => ({ model: 'scripted', messages: [], answer: { text: `\`\`\`ts\n${text}\`\`\``, model: 'scripted', usage: { inputTokens: 1000, outputTokens: 100 } } })), { by: 'order', seconds: 1 },
  );
  const log = await new SqliteRunStore({ now: () => Date.now() }).open(place, 'create');
  try {
    const stopwatch = new Stopwatch();
    const from = performance.now();
    const { view } = await evolve({
      settings: evolutionSettingsSchema.parse({ programs: problem.seeds.length + programs, workers: inFlight, proposals: problem.seeds.length + programs }),
      problem, log, reporters: [stopwatch], selector: uniformSelector,
      proposers: [{ proposer: new LlmProposer(llmProposerOptions((() => z.unknown()) as never).parse({ languageModel: 'scripted' }), model), weight: 1 }],
      archive: new GridArchive({ axes: ['x', 'y'].map((descriptor) => ({ descriptor, low: 0, high: 1, bins: 32 })) }),
      executor: new LocalExecutor({ workers: inFlight }, silent),
    });
    const seconds = (performance.now() - from) / 1000;
    const proposals = view.exchanges;
    console.error(`${proposals} answers of a model that takes 1 s, ${inFlight} in flight, in ${seconds.toFixed(1)} s; ${view.judged.length} programs judged`);
    return Number((proposals / seconds).toFixed(2));
  } finally {
    await log.close();
  }
}

const folder = mkdtempSync(join(tmpdir(), 'evospice-engine-'));
try {
  // So that what is measured is the engine and not the compilation of its code.
  await run(join(folder, 'warm-up'), 1000);
  const { stopwatch, text, rssMb } = await run(join(folder, 'run'), programs);
  const storeMb = Number((statSync(join(folder, 'run', 'run.sqlite')).size / 2 ** 20).toFixed(1));
  const sizes = SIZES.filter((size) => size <= programs);
  console.error(text);
  console.error(`CPU ms per program, over the thousand before: ${sizes.map((size) => `${size}: ${stopwatch.cpuBefore(size)}`).join(', ')}`);
  const proposalsPerSecondAt1s = await modelRate(join(folder, 'model'), 8);
  console.log(JSON.stringify({ programsPerSecond: Object.fromEntries(sizes.map((size) => [size, stopwatch.rateBefore(size)])), rssMb, storeMb, proposalsPerSecondAt1s }));
} finally {
  if (options.keep) console.error(folder);
  else rmSync(folder, { recursive: true, force: true });
}
