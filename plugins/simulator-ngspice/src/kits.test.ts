import { defined, EvospiceError, type Curve, type Testbench } from '@evospice/contracts';
import { resolveModel } from '@evospice/device';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compileDecks } from './circuit/compile.ts';
import { modelStatementOf } from './circuit/model-statement.ts';
import type { Engine } from './engine/engine.ts';
import { ProcessEngineSource } from './engine/process-engine.ts';
import { plainModel, wrappedTransistor, type Kit } from './testing/draw-kit.ts';
import { DRAIN, GATES, simulateRaw, simulateRawTogether } from './testing/raw-kit.ts';
import { curveOf, hasNgspice, missingNgspice } from './reference/test-circuits.ts';
import { CircuitShelf } from './session/circuit-shelf.ts';
import { takeVectors } from './session/read-results.ts';

/** EVOSPICE_LONG_TESTS=1: twenty thousand libraries in place of two hundred. */
const draws = process.env['EVOSPICE_LONG_TESTS'] === '1' ? 20_000 : 200;
/** Libraries of one process of ngspice. */
const TOGETHER = 50;
const seed = Number(process.env['EVOSPICE_KIT_SEED'] ?? 1);

let engine: Engine;
beforeAll(async () => {
  if (hasNgspice) engine = await new ProcessEngineSource('ngspice').start();
});
afterAll(async () => { await engine?.release(); });

/** A library's device as Evospice reads it. */
function testbenchOf({ files, section, name, device, kind, terminals, instance, temperatureC, wrapped }: Kit): Testbench {
  const resolved = resolveModel({
    file: 'kit.lib', readFile: (path) => {
      const text = files[path];
      if (text === undefined) throw new Error(`no file ${path}`);
      return text;
    }, name, instance, terminals, temperatureC, ...defined({ section, device: wrapped ? device : undefined }),
  });
  const swept = terminals.includes('g') ? 'g' : 'd';
  const curve: Curve = curveOf({
    id: 'iv', sweep: swept, temperatureC,
    drives: Object.fromEntries(terminals.map((terminal) => [terminal, terminal === swept ? GATES : terminal === 'd' ? DRAIN : 0])),
    measured: terminals.map((node) => ({ kind: 'i' as const, node })),
  });
  return {
    id: 'kit', device: { kind, terminals, thermalNode: false }, card: resolved.card, curves: [curve], parameters: [], options: resolved.options,
    instances: [{ id: 'one', params: resolved.instance, info: {}, ...defined({ wrapper: resolved.wrapper }) }],
  };
}

/** Undefined where ngspice finds no solution. */
async function simulate(kit: Kit): Promise<readonly Float64Array[] | undefined> {
  const testbench = testbenchOf(kit);
  const decks = compileDecks(testbench, testbench.curves, 'kit');
  const statement = modelStatementOf(testbench.card, testbench.device);
  const shelf = new CircuitShelf(engine, (charges) => statement.text({}, charges));
  await shelf.load(decks);
  try {
    const { runs } = await engine.execute({ runs: decks.map((deck) => shelf.run(deck, {}, 'optran 1 10 10 0 0 0')) });
    const table = new Map<string, Float64Array[]>();
    for (const [index, deck] of decks.entries()) {
      const vectors = runs[index]?.vectors;
      if (vectors === undefined) return undefined;
      takeVectors(deck, vectors, table);
    }
    return table.get('iv')!;
  } finally {
    await shelf.clear();
  }
}

const counts = { compared: 0, unanswered: 0, unsolved: 0 };

/** Many libraries at once; what differs or has no answer is looked at once more, alone. */
async function allAgree(kits: readonly Kit[]): Promise<void> {
  const raws = await simulateRawTogether(kits);
  for (const [index, kit] of kits.entries()) {
    const before = { ...counts };
    const raw = raws[index]!;
    const doubtful = typeof raw === 'string' || await agrees(kit, raw).then(() => false, () => true);
    if (!doubtful) continue;
    Object.assign(counts, before);
    await agrees(kit, await simulateRaw(kit));
  }
}

async function agrees(kit: Kit, raw: readonly Float64Array[] | string): Promise<void> {
  if (typeof raw === 'string') {
    counts.unanswered += 1;
    // A geometry without a bin there has none here. (A diode with its area as a bare number has the same message.)
    const binned = Object.values(kit.files).some((text) => text.includes('.model nm.0')) && !Object.values(kit.files).some((text) => text.includes(' dm 2'));
    if (binned && raw.includes('could not find a valid modelname')) expect(() => testbenchOf(kit), described(kit)).toThrow(expect.objectContaining({ code: 'PDK_BIN' }));
    return;
  }
  const own = await simulate(kit).catch((error: unknown) => {
    throw new Error(`${EvospiceError.is(error) ? error.describe() : String(error)}\n${described(kit)}`);
  });
  if (own === undefined) {
    counts.unsolved += 1;
    return;
  }
  counts.compared += 1;
  // ngspice 39 keeps six digits of a model's value that it computes from the temperature.
  const warm = Object.values(kit.files).some((text) => text.includes('temper'));
  const [relative, absolute, floor] = warm ? [1e-3, 1e-5, 1e-11] : [1e-6, 1e-9, 1e-15];
  for (const [terminal, values] of raw.entries()) {
    for (const [point, value] of values.entries()) {
      const found = own[terminal]?.[point] ?? Number.NaN;
      // Of the currents that flow: what differs is rounding of expressions and of node voltages.
      const largest = Math.max(...raw.map((each) => Math.abs(each[point] as number)));
      if (!(Math.abs(found - value) <= relative * Math.abs(value) + absolute * largest + floor)) {
        throw new Error(`current into ${kit.terminals[terminal]} at point ${point}: ${found}, and ngspice has ${value}\n${described(kit)}`);
      }
    }
  }
}

function described({ files, ...rest }: Kit): string {
  return [...Object.entries(files).map(([name, text]) => `--- ${name}\n${text}`), JSON.stringify(rest)].join('\n');
}

it.skipIf(!hasNgspice)(`libraries drawn at random have ngspice's own currents (${hasNgspice ? `${draws} draws` : missingNgspice})`, async () => {
  const kits = fc.array(fc.oneof({ weight: 4, arbitrary: wrappedTransistor }, { weight: 1, arbitrary: plainModel }), { minLength: TOGETHER, maxLength: TOGETHER });
  await fc.assert(fc.asyncProperty(kits, allAgree), { numRuns: draws / TOGETHER, seed, endOnFailure: true });
  // A library that ngspice itself does not read says nothing.
  expect(counts.unanswered).toBeLessThan(0.1 * draws);
  expect(counts.unsolved).toBeLessThanOrEqual(0.01 * draws);
  console.log(`compared ${counts.compared}, without an answer of ngspice ${counts.unanswered}, without a solution here ${counts.unsolved}`);
}, 3_600_000);
