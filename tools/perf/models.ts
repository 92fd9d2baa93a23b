// Speed of the compact models: points per second by family, alone and with derivatives by twenty parameters, beside what a point costs ngspice
// (library engine) in the same rounds. The device is the generic one with its standard sweeps of direct current, and other values of its tuned
// parameters in each simulation. CPU time. Options: --rounds N, --seconds S (of each way and round), --families A,B.
import { parseArgs } from 'node:util';
import type { SimulatorSession, Testbench } from '@evospice/contracts';
import { compactCurves } from '../../packages/compact-models/src/index.ts';
import { compactProblemOf, genericDevice, NgspiceDialect, sweepCurves } from '../../packages/device/src/index.ts';
import { createRandom } from '../../packages/toolbox/src/index.ts';
import { LibrarySimulator } from '../../plugins/simulator-ngspice/src/index.ts';
import { cpuMs } from './simulator/cpu-time.ts';

const known = ['bsim4', 'bsim3', 'diode', 'gummel-poon', 'vbic', 'hicum', 'jfet', 'vdmos'] as const;
type Family = (typeof known)[number];

/** Parameters by which derivatives are taken, where the card states as many: the tuned ones first. */
const wanted = 20;
/** Names that choose equations. */
const switches = /^(?:level|version|tnom|.*mod)$/u;
const candidatesACall = 20;
/** Spread of the tuned parameters around the generic card, as a share of their bounds. */
const spread = 0.1;

const { values: options } = parseArgs({ options: { rounds: { type: 'string', default: '3' }, seconds: { type: 'string', default: '1' }, families: { type: 'string' } } });
const families = (options.families?.split(',') ?? known) as readonly Family[];
const rounds = Number(options.rounds);
const roundMs = Number(options.seconds) * 1000;
const rounded = (value: number): number => Number(value.toPrecision(4));

/** CPU time and points of one way. */
class Account {
  ms = 0;
  points = 0;

  async charge(points: number, work: () => Promise<void> | void): Promise<void> {
    for (const end = this.ms + roundMs; this.ms < end;) {
      const before = cpuMs();
      await work();
      this.ms += cpuMs() - before;
      this.points += points;
    }
  }

  get perSecond(): number {
    return this.points / (this.ms / 1000);
  }
}

function testbenchOf(family: Family): Testbench {
  const generic = genericDevice(family);
  const instances = generic.instances.map(({ id, params }) => ({ id, params, info: {} }));
  const curves = sweepCurves(generic, instances, 'normal', 'perf').filter(({ measured, drives }) =>
    measured.every(({ kind }) => kind === 'i') && drives.every(({ quantity }) => quantity === 'v'));
  const card = new NgspiceDialect().parse(generic.card, { file: family, model: generic.model.name });
  return { id: family, device: generic.device, instances, curves, card, parameters: generic.tunables.map(({ name }) => name) };
}

function candidatesOf(family: Family, testbench: Testbench, count: number): readonly (readonly number[])[] {
  const random = createRandom(1);
  return Array.from({ length: count }, () => genericDevice(family).tunables.map(({ name, lower, upper, scale }) => {
    const own = testbench.card.value(name)!;
    const step = spread * (random.next() - 0.5);
    const moved = scale === 'log' ? own * (upper / lower) ** step : own + step * (upper - lower);
    return Math.min(upper, Math.max(lower, moved));
  }));
}

async function simulate(session: SimulatorSession, candidates: readonly (readonly number[])[]): Promise<void> {
  for (const outcome of await session.simulate({ candidates })) if (!outcome.ok) throw new Error(`a simulation failed: ${outcome.failure.message}`);
}

async function measure(family: Family): Promise<object> {
  const testbench = testbenchOf(family);
  const points = testbench.curves.reduce((sum, { x }) => sum + x.length, 0);
  const candidates = candidatesOf(family, testbench, candidatesACall);
  const curves = compactCurves(compactProblemOf(testbench));
  if (curves === undefined) throw new Error(`there is no compact model of ${family}`);
  const parameters = [...new Set([...testbench.parameters, ...testbench.card.names().filter((name) => !switches.test(name))])].slice(0, wanted);
  const session = await new LibrarySimulator({ library: 'auto', search: 'bounded', deadlineSeconds: 30, simulationsALife: 20_000, deathsInARow: 20 }).open(testbench);
  const [values, derivatives, ngspice] = [new Account(), new Account(), new Account()];
  let next = 0;
  const candidate = (): readonly number[] => candidates[next++ % candidates.length]!;
  try {
    await simulate(session, candidates);
    // Until the compiler has seen what is used.
    for (let turn = 0; turn < 2 * candidates.length; turn += 1) {
      curves.predict(candidate());
      curves.differentiate(candidate(), { parameters });
    }
    for (let round = 0; round < rounds; round += 1) {
      await values.charge(points, () => { curves.predict(candidate()); });
      await derivatives.charge(points, () => { curves.differentiate(candidate(), { parameters }); });
      await ngspice.charge(points * candidates.length, async () => simulate(session, candidates));
    }
  } finally {
    await session.close();
  }
  console.error(`${family}: ${points} points a simulation; ${rounded(values.perSecond)} a second, with derivatives by ${parameters.length} parameters ${rounded(derivatives.perSecond)}, ngspice ${rounded(ngspice.perSecond)}`);
  return {
    pointsPerSecond: rounded(values.perSecond), timesNgspice: rounded(values.perSecond / ngspice.perSecond), jacobianCost: rounded(values.perSecond / derivatives.perSecond),
    parameters: parameters.length, ngspicePointsPerSecond: rounded(ngspice.perSecond),
  };
}

const results: Record<string, object> = {};
for (const family of families) results[family] = await measure(family);
console.log(JSON.stringify(results));
