import { compactModels } from '@evospice/compact-models';
import type { CompactModels, ExtractionProblem, OptimizerContext, ProblemCurve } from '@evospice/contracts';
import { singleFile } from '@evospice/program-text';
import { createAnalyticContext, linearProblem, programOf } from '@evospice/testkit';
import { afterAll, describe, expect, it } from 'vitest';
import { IsolateProgramRunner } from './isolate-program-runner.ts';

const { problem: line } = linearProblem();
const x = [0, 0.8, 1.6, 2.4];
const transfer: ProblemCurve = {
  ...line.curves[0]!, id: 'transfer', kind: 'idvg', geometry: { w: 1e-5, l: 5e-7 }, sweep: 'vg', x,
  drives: { d: { quantity: 'v', values: x.map(() => 2) }, g: { quantity: 'v', values: x }, s: { quantity: 'v', values: x.map(() => 0) }, b: { quantity: 'v', values: x.map(() => 0) } },
  vectors: [{ kind: 'i', node: 'd', floor: 1e-12, measured: x, scored: [] }],
};
const values = { level: 8, tox: 7.5e-9, vth0: 0.5, u0: 400 };
const problem: ExtractionProblem = {
  ...line, device: { kind: 'mosfet', polarity: 'n' }, model: { type: 'nmos', level: 8, values }, curves: [transfer],
  parameters: ['vth0', 'u0'].map((name) => ({ ...line.parameters[0]!, name, lower: 0.1, upper: 500, start: 0.5 })),
};

describe('compact models in the sandbox', () => {
  const runner = new IsolateProgramRunner({ warm: 0 });
  afterAll(() => runner.close());

  const logged = async (body: string, models: CompactModels = compactModels()): Promise<unknown> => {
    const context: OptimizerContext = { ...createAnalyticContext(linearProblem(), { budget: 5, seed: 1 }).context, models };
    const program = singleFile(programOf(body));
    const { status, failure, log } = await runner.run({ program, problem, context, seed: 1, limits: { wallSeconds: 30, memoryMb: 128 } });
    expect(failure).toBeUndefined();
    expect(status).toBe('completed');
    return JSON.parse(log[0]!);
  };

  it('compute what they compute outside, with derivatives', async () => {
    const found = await logged(`
      const curves = context.models.ofProblem(problem);
      const { values, jacobian } = curves.differentiate([0.5, 400], { curves: ['transfer'] });
      context.log(JSON.stringify({ family: curves.family, predicted: [...curves.predict([0.5, 400])[0][0]], values: [...values[0][0]], jacobian: [...jacobian[0][0]] }));`);
    const own = compactModels().ofProblem(problem)!;
    const { values: expected, jacobian } = own.differentiate([0.5, 400]);
    expect(found).toEqual({ family: 'bsim3', predicted: [...own.predict([0.5, 400])[0]![0]!], values: [...expected[0]![0]!], jacobian: [...jacobian[0]![0]!] });
  });

  it('are hidden where the host hides them, and absent for another device', async () => {
    const body = 'context.log(JSON.stringify([context.models.without, context.models.ofProblem(problem) === undefined, context.models.ofProblem({ ...problem, device: { kind: "lamp" } }) === undefined]));';
    expect(await logged(body, compactModels({ without: ['bsim3'] }))).toEqual([['bsim3'], true, true]);
    expect(await logged(body)).toEqual([[], false, true]);
  });
});
