import {
  EvospiceError, type Curve, type SimulationFailure, type SimulationOutcome, type SimulationRequest, type SimulatorSession, type Testbench,
} from '@evospice/contracts';
import { candidateValues, requestedCurves } from './check-request.ts';
import type { ComputedModel } from './computed-model.ts';

/** Computing between two looks at the caller's signal, which can only fire while this process has nothing to do, ms. */
const turnMs = 10;

/** A testbench opened on a model in this process; keeps no state between calls, so that calls that overlap need no queue. */
export class ComputedSession implements SimulatorSession {
  readonly #testbench: Testbench;
  readonly #model: ComputedModel;
  #closed = false;

  constructor(testbench: Testbench, model: ComputedModel) {
    this.#testbench = testbench;
    this.#model = model;
  }

  async simulate(request: SimulationRequest, options: { readonly signal?: AbortSignal } = {}): Promise<readonly SimulationOutcome[]> {
    if (this.#closed) throw new EvospiceError('SIMULATOR_CLOSED', 'this session is closed', { remedy: 'open another one' });
    const curves = requestedCurves(this.#testbench.curves, request.curves);
    for (const [index, candidate] of request.candidates.entries()) candidateValues(this.#testbench, candidate, index);
    const outcomes: SimulationOutcome[] = [];
    let turn = performance.now();
    for (const candidate of request.candidates) {
      if (performance.now() - turn > turnMs) {
        await new Promise((resolve) => { setImmediate(resolve); });
        turn = performance.now();
      }
      outcomes.push(options.signal?.aborted === true ? failed({ code: 'CANCELLED', message: 'the caller cancelled' }) : this.#simulateOne(candidate, curves));
    }
    return outcomes;
  }

  close(): Promise<void> {
    this.#closed = true;
    return Promise.resolve();
  }

  #simulateOne(candidate: ArrayLike<number>, curves: readonly Curve[]): SimulationOutcome {
    const found = this.#model.simulate(candidate, curves);
    if ('code' in found) return failed(found);
    const broken = found.findIndex((vectors) => vectors.some((vector) => !vector.every(Number.isFinite)));
    if (broken !== -1) return failed({ code: 'NON_FINITE', message: 'a value is not finite', curve: curves[broken]!.id });
    return { ok: true, curves: curves.map(({ id }, index) => ({ curve: id, vectors: found[index]! })) };
  }
}

function failed(failure: SimulationFailure): SimulationOutcome {
  return { ok: false, failure };
}
