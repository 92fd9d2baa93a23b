import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, chmodSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Logger, SimulationOutcome, Simulator, Testbench } from '@evospice/contracts';
import which from 'which';
import { afterAll, describe, expect, it } from 'vitest';
import type { SimulatorAdapter } from '../adapter/adapter.ts';
import type { CardWriter } from '../card/card-writer.ts';
import { ngspiceBatchAdapter } from '../testing/ngspice-batch.ts';
import { diodeBench } from '../testing/sketch.ts';
import { verifySimulator } from '../verify/verify-simulator.ts';
import { ExternalSimulator } from './external-simulator.ts';

const scratch = mkdtempSync(join(tmpdir(), 'evospice-external-'));
afterAll(() => { rmSync(scratch, { recursive: true, force: true }); });

const silent: Logger = { debug: () => undefined, info: () => undefined, warn: () => undefined };
const writeCard: CardWriter = (card, name) => ({ text: `.model ${name} ${card.type} ${card.names().map((key) => `${key}=${card.text(key)}`).join(' ')}\n`, warnings: [] });
const options = { program: 'ngspice', arguments: [], environment: {}, concurrency: 2, deadlineSeconds: 20 };

/** i = is (exp(v / (n k T / q)) - 1), with the constants of the SI. */
const equation: Simulator = {
  name: 'equation',
  probe: () => Promise.resolve({ available: true }),
  open: (testbench: Testbench) => Promise.resolve({
    close: () => Promise.resolve(),
    simulate: ({ candidates }) => Promise.resolve(candidates.map((candidate): SimulationOutcome => ({
      ok: true,
      curves: testbench.curves.map(({ id, x }) => ({ curve: id, vectors: [x.map((v) => (candidate[0] as number) * Math.expm1(v / ((candidate[1] as number) * (1.380649e-23 / 1.602176634e-19) * 300.15)))] })),
    }))),
  }),
};

const missing = which.sync('ngspice', { nothrow: true }) === null ? ' (skipped: ngspice is not installed)' : '';
describe.skipIf(missing !== '')(`a simulator of under 100 lines, with the real ngspice${missing}`, () => {
  it('agrees with the equation of the diode', async () => {
    const verification = await verifySimulator(new ExternalSimulator(ngspiceBatchAdapter, options, { writeCard, logger: silent }), equation, diodeBench(), { tolerance: 5e-3 });
    expect(verification.failures).toEqual([]);
    expect(verification).toMatchObject({ agrees: true, simulator: 'ngspice-batch', reference: 'equation' });
    expect(verification.vectors).toMatchObject([{ curve: 'iv-27', column: 'ia', compared: 11 }]);
    // ngspice has older constants, and 1e-12 S across the junction: 2e-3 of the current at 0.3 V.
    expect(verification.largest).toBeGreaterThan(0);
  });

  it('says that something else is different', async () => {
    const verification = await verifySimulator(new ExternalSimulator(ngspiceBatchAdapter, options, { writeCard, logger: silent }), equation, diodeBench({ temperatures: [28] }), { tolerance: 5e-3 });
    expect(verification).toMatchObject({ agrees: false });
  });

  it('keeps decks and results where it is told to', async () => {
    const keepFiles = join(scratch, 'kept');
    const session = await new ExternalSimulator(ngspiceBatchAdapter, { ...options, keepFiles }, { writeCard, logger: silent }).open(diodeBench());
    await session.simulate({ candidates: [[1e-14, 1.1]] });
    await session.close();
    const [folder] = readdirSync(keepFiles);
    expect(readFileSync(join(keepFiles, folder as string, 'run1', 'deck.cir'), 'utf8')).toContain('n=1.1');
    expect(existsSync(join(keepFiles, folder as string, 'run1', 'out.raw'))).toBe(true);
  });
});

describe('a simulator run as a command', () => {
  const program = join(scratch, 'shown');
  writeFileSync(program, '#!/bin/sh\necho "shown 1.0 $SERVER_A $SERVER_B $OWN $*"\necho cannot get a licence today\nexit 3\n');
  chmodSync(program, 0o755);
  const adapter: SimulatorAdapter = {
    ...ngspiceBatchAdapter, name: 'shown', title: 'Shown', licence: { feature: 'shown', variables: ['SERVER_A', 'SERVER_B'] },
    versionProbe: { arguments: ['-v'], version: /^(shown .*)$/m }, messages: { ...ngspiceBatchAdapter.messages, noLicence: /cannot get a licence[^\n]*/ },
  };
  const own = { ...options, program, environment: { OWN: 'own' }, licenceServer: '27000@host' };

  it('hands over the licence server and its own variables', async () => {
    const simulator = new ExternalSimulator(adapter, own, { writeCard, logger: silent });
    expect(await simulator.probe()).toEqual({ available: true, version: 'shown 1.0 27000@host 27000@host own -v', location: program });
    expect(simulator.licence).toEqual({ feature: 'shown', variables: ['SERVER_A', 'SERVER_B'] });
  });

  it('is not available when the program is another one', async () => {
    const status = await new ExternalSimulator({ ...adapter, versionProbe: { arguments: [], version: /Other (\S+)/ } }, own, { writeCard, logger: silent }).probe();
    expect(status).toMatchObject({ available: false, location: program, remedy: expect.stringContaining('shown 1.0') as string });
  });

  it('opens without a licence and reports it candidate by candidate', async () => {
    const session = await new ExternalSimulator(adapter, own, { writeCard, logger: silent }).open(diodeBench());
    const outcomes = await session.simulate({ candidates: [[1e-14, 1], [1e-14, 2]] });
    expect(outcomes).toEqual([1, 2].map(() => ({ ok: false, failure: { code: 'NO_LICENCE', message: 'cannot get a licence today' } })));
    await session.close();
  });

  it('warns of a conversion once a session', async () => {
    const said: string[] = [];
    const logger: Logger = { ...silent, warn: (message) => { said.push(message); } };
    const warning: CardWriter = (card, name) => ({ ...writeCard(card, name), warnings: [{ code: 'EQUATION_DIFFERS', parameter: 'is', message: 'a bit' }] });
    const session = await new ExternalSimulator(adapter, own, { writeCard: warning, logger }).open(diodeBench());
    await session.simulate({ candidates: [[1e-14, 1], [1e-14, 2]] });
    await session.close();
    expect(said).toEqual(['the card sketch is not the same model in Shown in every respect']);
  });

  it.each(['NO_COUNTERPART', 'UNKNOWN_PARAMETER'])('refuses a tunable parameter with %s, which would be tuned in vain', async (code) => {
    const warning: CardWriter = (card, name) => ({ ...writeCard(card, name), warnings: [{ code, parameter: 'n', message: 'it has no n' }] });
    await expect(new ExternalSimulator(adapter, own, { writeCard: warning, logger: silent }).open(diodeBench())).rejects.toMatchObject({ code: 'SIMULATOR_MODEL', received: ['n'] });
    await (await new ExternalSimulator(adapter, own, { writeCard: warning, logger: silent }).open(diodeBench({ parameters: ['is'] }))).close();
  });

  it('has no model of every device', async () => {
    const few: SimulatorAdapter = { ...adapter, devices: ['mosfet'] };
    await expect(new ExternalSimulator(few, own, { writeCard, logger: silent }).open(diodeBench())).rejects.toMatchObject({ code: 'SIMULATOR_MODEL' });
  });
});
