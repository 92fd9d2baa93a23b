// What an extraction program costs besides its simulations: one evaluation of a program in the sandbox with a stand-in simulator that
// takes 2 ms for a full simulation. Options: --runs N (evaluations measured; 20), --simulations N (of one evaluation; 60), --ms X
// (of one simulation; 2), --fresh (another program text each time).
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { extract, programOptimizer } from '@evospice/extraction';
import { CpuOfChildren } from './overhead/cpu-of-children.ts';
import { StandIn } from './overhead/stand-in.ts';
import { cliKernel } from '../../packages/cli/src/compose/kernel.ts';
import { taskNamed } from '../../packages/device/dist/index.js';
import { cpuMs, middle } from './shared/measure.ts';

const { values: given } = parseArgs({
  options: {
    runs: { type: 'string', default: '20' }, simulations: { type: 'string', default: '60' }, ms: { type: 'string', default: '2' },
    fresh: { type: 'boolean', default: false },
  },
});
const [runs, simulations, ms] = [Number(given.runs), Number(given.simulations), Number(given.ms)];

/** As lean as a program can be: what it takes itself is nothing beside the rest. One candidate a call is the costliest way to simulate. */
const source = (run: number): string => `export default async function probe(problem: ExtractionProblem, context: OptimizerContext): Promise<void> {
  const start = problem.parameters.map((one) => one.start);
  for (let turn = 0; turn < ${simulations}; turn++) await context.simulate([start.map((value, at) => value * (1 + 1e-3 * Math.sin(turn + at)))]);
${given.fresh ? `  context.log('run ${run}');\n` : ''}}
`;

const kernel = await cliKernel();
const task = await taskNamed(kernel.registry, join(import.meta.dirname, '..', '..', 'examples', 'diode'));
const runner = kernel.registry.create('ProgramRunner', 'isolate');
const standIn = new StandIn(task, ms);
const children = new CpuOfChildren();

async function evaluate(run: number) {
  const program = { entry: 'program.ts', files: { 'program.ts': source(run) } };
  const optimizer = programOptimizer({ name: `p${run}`, program, runner, limits: { wallSeconds: 60, memoryMb: 256 } });
  standIn.begin(() => children.sample());
  const [wall, host, looking] = [performance.now(), cpuMs(), children.own];
  const result = await extract({
    task, optimizer, session: standIn, simulator: 'stand-in', budget: simulations + 1, seed: run, fits: false, positions: true,
  });
  if (result.failure !== undefined) throw new Error(result.failure.message);
  return { wall: performance.now() - wall, host: cpuMs() - host - (children.own - looking), simulating: standIn.wall, simulatingCpu: standIn.cpu };
}

await evaluate(0);
await evaluate(1); // Both are not counted: they start the first children and compile what runs here.
const before = children.milliseconds();
const measured = [];
for (let run = 2; run < runs + 2; run++) measured.push(await evaluate(run));
const childMs = (children.milliseconds() - before) / runs;
await runner.close();

const wall = middle(measured.map((one) => one.wall));
const simulating = middle(measured.map((one) => one.simulating));
const simulatingCpu = middle(measured.map((one) => one.simulatingCpu));
const host = middle(measured.map((one) => one.host));
const cpu = host + childMs;
const round = (value: number): number => Number(value.toPrecision(3));
console.log(`One evaluation, median of ${runs}: ${wall.toFixed(1)} ms wall, of which simulations ${simulating.toFixed(1)} ms.`);
console.log(`CPU ${cpu.toFixed(1)} ms: simulations ${simulatingCpu.toFixed(1)}, else in this process ${(host - simulatingCpu).toFixed(1)}, in the sandbox ${childMs.toFixed(1)}.`);
console.log(JSON.stringify({
  wallShare: round((wall - simulating) / wall), cpuShare: round((cpu - simulatingCpu) / cpu),
  wallMs: round(wall), cpuMs: round(cpu), simulationMs: round(simulating), simulationCpuMs: round(simulatingCpu), hostMs: round(host - simulatingCpu), sandboxMs: round(childMs),
  runs, simulations, msPerSimulation: ms, fresh: given.fresh,
}));
process.exit(0);
