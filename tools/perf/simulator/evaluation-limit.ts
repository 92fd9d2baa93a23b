import type { BatchFolder } from './batch-ngspice.ts';
import { geometry, statementOf, transfer } from './bsim4-workload.ts';
import { cpuMs } from './cpu-time.ts';

const element = Object.entries(geometry).map(([name, value]) => `${name}=${value}`).join(' ');
const copies = 8;
const sweepPoints = 1601;

/**
 * The least that a simulation can cost: one evaluation of the model at each point, and nothing else.
 *
 * The time of one evaluation is what one more device adds. Two circuits are swept, one with a device at each bias of the
 * transfer curves, one with eight of each, in parallel: the second has the same unknowns, the same sources, the same
 * results, and the same number of iterations, and only more evaluations. `bypass` is off, so that each iteration
 * evaluates each device.
 */
export class EvaluationLimit {
  readonly #folder: BatchFolder;
  #ms = 0;
  #evaluations = 0;

  constructor(folder: BatchFolder) {
    this.#folder = folder;
  }

  /** Measures once more. */
  async measure(): Promise<void> {
    const [one, many] = [await this.#run(1), await this.#run(copies)];
    if (one.iterations !== many.iterations) throw new Error(`${one.iterations} iterations with one device a bias, ${many.iterations} with ${copies}`);
    this.#ms += many.ms - one.ms;
    this.#evaluations += many.iterations * (copies - 1) * transfer.drain.length * transfer.bulk.length;
  }

  /** Time of one evaluation, ms. */
  get evaluationMs(): number {
    return this.#ms / this.#evaluations;
  }

  async #run(count: number): Promise<{ readonly ms: number; readonly iterations: number }> {
    const sources = [...transfer.drain.map((vd, index) => `vd${index} d${index} 0 ${vd}`), ...transfer.bulk.map((vb, index) => `vb${index} b${index} 0 ${vb}`)];
    const devices = transfer.drain.flatMap((_, d) => transfer.bulk.flatMap((__, b) =>
      Array.from({ length: count }, (___, copy) => `m${d}_${b}_${copy} d${d} g 0 b${b} generic ${element}`)));
    const before = cpuMs();
    const { printed } = await this.#folder.simulate([
      'parallel devices', statementOf({}), '.options reltol=1e-9 abstol=1e-15 vntol=1e-12', 'vg g 0 0', ...sources, ...devices, '.save v(g)',
      '.control', 'set num_threads=1', `dc vg 0 1.2 ${1.2 / (sweepPoints - 1)}`, 'rusage totiter', 'quit', '.endc', '.end', '',
    ].join('\n'));
    const iterations = Number(/Total iterations = (\d+)/.exec(printed)?.[1]);
    if (!(iterations >= sweepPoints)) throw new Error(`ngspice -b did not sweep: ${printed.slice(-1000)}`);
    return { ms: cpuMs() - before, iterations };
  }
}
