import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readLedgerStatus } from '@evospice/resources';
import { expect, test } from 'vitest';
import { documentOf, evospice, root, temporaryFolder } from './support/cli.ts';

interface Status {
  readonly resources: { readonly resources: readonly { readonly resource: string; readonly capacity: number; readonly inUse: number }[]; readonly totals: { readonly granted: number } } | null;
  readonly run: { readonly state: string; readonly programs: number } | null;
}

test('two runs at once share one counted licence: never more than one in use, both end, and status tells', async () => {
  const folder = temporaryFolder('resources');
  const ledger = join(folder, 'ledger');
  const config = join(folder, 'evolve.yaml');
  writeFileSync(config, `
tasks: { train: [{ generate: { family: jfet, seed: 1, points: tiny } }] }
simulator: ngspice-wasm
resources: { licences: { ngspice-wasm: 1 }, directory: '${ledger}' }
programs: [levenberg-marquardt, nelder-mead]
reporters: []
evaluations: 4
budget: 30
workers: 2
`);
  const runs = ['one', 'two'].map((name) =>
    spawn(process.execPath, [join(root, 'packages/cli/bin/evospice.mjs'), 'evolve', config, '--out', join(folder, name)], { stdio: ['ignore', 'ignore', 'inherit'] }));
  const ended = Promise.all(runs.map(async (run) => ((await once(run, 'exit')) as [number])[0]));
  const seen: number[] = [];
  let told = false;
  let running = true;
  void ended.then(() => { running = false; });
  while (running) {
    const status = existsSync(ledger) ? readLedgerStatus(ledger, { now: () => performance.timeOrigin + performance.now() }) : null;
    const licence = status?.resources.find(({ resource }) => resource.startsWith('licence:ngspice-wasm'));
    if (licence !== undefined) seen.push(licence.inUse);
    if (licence?.inUse === 1 && !told) {
      told = true;
      const { resources } = documentOf<Status>(evospice(['status', '--ledger', ledger, '--json']));
      expect(resources?.resources.find(({ resource }) => resource === licence.resource)).toMatchObject({ capacity: 1 });
      expect(resources?.totals.granted).toBeGreaterThan(0);
    }
    await sleep(2);
  }
  expect(await ended).toEqual([0, 0]);
  expect(Math.max(...seen)).toBe(1);
  const { run } = documentOf<Status>(evospice(['status', join(folder, 'one'), '--ledger', ledger, '--json']));
  expect(run).toMatchObject({ state: 'finished', programs: 4 });
});
