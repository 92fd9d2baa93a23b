// CPU time of one simulation, all ways interleaved: 17 sweeps of 61 points on one BSIM4 transistor, twelve parameters of a
// card of 170. Options: --rounds N, --failures, --memory N (simulations on the library whose memory is watched).
import { parseArgs } from 'node:util';
import type { SimulatorSession, SimulationOutcome } from '@evospice/contracts';
import { LibrarySimulator, ProcessSimulator, WasmSimulator } from '../../plugins/simulator-ngspice/src/index.ts';
import { readRawPlots } from '../../plugins/simulator-ngspice/src/engine/raw-file.ts';
import { BatchFolder } from './simulator/batch-ngspice.ts';
import { candidatesOf, parameterCount, pointsASimulation, testbench } from './simulator/bsim4-workload.ts';
import { cpuMs, memoryMb } from './simulator/cpu-time.ts';
import { EvaluationLimit } from './simulator/evaluation-limit.ts';
import { simulateBySpawning } from './simulator/spawn-reference.ts';

const { values: options } = parseArgs({
  options: { rounds: { type: 'string', default: '6' }, failures: { type: 'boolean', default: false }, memory: { type: 'string', default: '0' } },
});
const SPAWNED_A_ROUND = 40;
const SIMULATED_A_ROUND = 400;
const CANDIDATES_A_CALL = 40;
const limits = { search: 'bounded', deadlineSeconds: 30, simulationsALife: 20_000, deathsInARow: 20 } as const;

const note = (text: string): void => { console.error(text); };
const rounded = (value: number): number => Number(value.toPrecision(4));

/** Sums of CPU time and simulations of one way. */
class Account {
  ms = 0;
  simulations = 0;

  async charge(simulations: number, work: () => Promise<void>): Promise<void> {
    const before = cpuMs();
    await work();
    this.ms += cpuMs() - before;
    this.simulations += simulations;
  }

  get each(): number {
    return this.ms / this.simulations;
  }
}

function currentsOf(outcome: SimulationOutcome | undefined): readonly number[] {
  if (outcome?.ok !== true) throw new Error(`a simulation failed: ${JSON.stringify(outcome)}`);
  return outcome.curves.flatMap((curve) => [...curve.vectors[0] as Float64Array]);
}

async function simulate(session: SimulatorSession, candidates: readonly (readonly number[])[]): Promise<void> {
  for (let at = 0; at < candidates.length; at += CANDIDATES_A_CALL) {
    const outcomes = await session.simulate({ candidates: candidates.slice(at, at + CANDIDATES_A_CALL) });
    for (const outcome of outcomes) if (!outcome.ok) throw new Error(`a simulation failed: ${outcome.failure.message}`);
  }
}

/** The four plots of the reference hold the curves in another order: transfer curves by drain voltage, then output curves. */
function currentsOfRaw(raw: Uint8Array): readonly number[] {
  return readRawPlots(raw).flatMap((plot) => [...plot.real(plot.columns.get('i(vd)') as number)].map((value) => -value));
}

async function failureMs(session: SimulatorSession, name: string, value: number): Promise<number> {
  const at = testbench.parameters.indexOf(name);
  const bad = candidatesOf(1)[0]?.map((own, index) => (index === at ? value : own)) as readonly number[];
  const account = new Account();
  await account.charge(500, async () => {
    const outcomes = await session.simulate({ candidates: Array.from({ length: 500 }, () => bad) });
    if (outcomes.some((outcome) => outcome.ok)) throw new Error(`${name}=${value} was to fail`);
  });
  return account.each;
}

async function mostMemoryMb(session: SimulatorSession, simulations: number): Promise<number> {
  const candidates = candidatesOf(2000);
  let most = 0;
  for (let done = 0; done < simulations; done += candidates.length) {
    await simulate(session, candidates);
    most = Math.max(most, memoryMb());
  }
  return most;
}

const library = await new LibrarySimulator({ library: 'auto', ...limits }).open(testbench);
// Before the others are there, whose memory would count.
const memory = Number(options.memory) > 0 ? { memory: { simulations: Number(options.memory), mostMb: rounded(await mostMemoryMb(library, Number(options.memory))) } } : {};
const folder = new BatchFolder();
const sessions = {
  library,
  process: await new ProcessSimulator({ command: 'ngspice', ...limits }).open(testbench),
  wasm: await new WasmSimulator(limits).open(testbench),
};
const limit = new EvaluationLimit(folder);
const spawned = new Account();
const accounts = { library: new Account(), process: new Account(), wasm: new Account() };
const candidates = candidatesOf(SIMULATED_A_ROUND);
try {
  note(`${pointsASimulation} points a simulation, ${testbench.parameters.length} of ${parameterCount} parameters varied; warming up …`);
  const expected = currentsOfRaw(await simulateBySpawning(folder, candidates[0] as readonly number[]));
  for (const [way, session] of Object.entries(sessions)) {
    const own = currentsOf((await session.simulate({ candidates: candidates.slice(0, 1) }))[0]);
    const worst = Math.max(...expected.map((value, index) => Math.abs((own[index] as number) - value) / Math.max(Math.abs(value), 1e-11)));
    if (!(worst < 1e-6)) throw new Error(`${way} and ngspice -b differ by ${worst}`);
    for (let turn = 0; turn < 3; turn += 1) await simulate(session, candidates);
  }
  for (let round = 1; round <= Number(options.rounds); round += 1) {
    await limit.measure();
    await spawned.charge(SPAWNED_A_ROUND, async () => {
      for (const candidate of candidates.slice(0, SPAWNED_A_ROUND)) readRawPlots(await simulateBySpawning(folder, candidate));
    });
    for (const way of ['library', 'process', 'wasm'] as const) {
      await accounts[way].charge(SIMULATED_A_ROUND, async () => { await simulate(sessions[way], candidates); });
    }
    note(`round ${round}: spawn ${spawned.each.toFixed(2)} ms, library ${accounts.library.each.toFixed(3)}, process ${accounts.process.each.toFixed(3)}, wasm ${accounts.wasm.each.toFixed(3)}, one evaluation ${(limit.evaluationMs * 1000).toFixed(3)} us`);
  }
  const limitMs = limit.evaluationMs * pointsASimulation;
  const row = (account: Account): object =>
    ({ ms: rounded(account.each), timesSpawn: rounded(spawned.each / account.each), ofLimit: rounded(limitMs / account.each) });
  const extra = {
    ...(options.failures ? { failureMs: { notConverged: rounded(await failureMs(sessions.library, 'u0', -1)) } } : {}),
    ...memory,
  };
  console.log(JSON.stringify({
    limitMs: rounded(limitMs), spawnMs: rounded(spawned.each), library: row(accounts.library), process: row(accounts.process), wasm: row(accounts.wasm), ...extra,
  }));
} finally {
  for (const session of Object.values(sessions)) await session.close();
  folder.remove();
}
