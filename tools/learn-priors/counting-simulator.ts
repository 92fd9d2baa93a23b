import type { Simulator, SimulatorSession, SimulatorStatus, Testbench } from '../../packages/contracts/src/index.ts';

/** A simulator that counts the candidates it is asked for: what learning costs. */
export class CountingSimulator implements Simulator {
  readonly name: string;
  candidates = 0;
  readonly #inner: Simulator;

  constructor(inner: Simulator) {
    this.#inner = inner;
    this.name = inner.name;
  }

  probe(): Promise<SimulatorStatus> {
    return this.#inner.probe();
  }

  async open(testbench: Testbench, options: { readonly signal?: AbortSignal } = {}): Promise<SimulatorSession> {
    const session = await this.#inner.open(testbench, options);
    return {
      simulate: (request, own) => {
        this.candidates += request.candidates.length;
        return session.simulate(request, own);
      },
      close: () => session.close(),
    };
  }
}
