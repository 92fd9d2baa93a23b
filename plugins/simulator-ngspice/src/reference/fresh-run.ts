/**
 * A candidate in processes of its own: the compiled circuits with the candidate's whole card written out, all its charges,
 * nothing altered, one fresh `ngspice -b` a circuit. Shows whether a live engine ever answers other than a new one. For
 * tests only.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Testbench } from '@evospice/contracts';
import { compileDecks } from '../circuit/compile.ts';
import type { Deck } from '../circuit/deck.ts';
import { modelStatementOf } from '../circuit/model-statement.ts';
import { readRawPlots } from '../engine/raw-file.ts';
import type { VectorTable } from '@evospice/testbench';
import { takeVectors } from '../session/read-results.ts';
import { newtonAlone } from '../session/search.ts';

const run = promisify(execFile);

/** Vectors by curve; a curve is missing where Newton's method alone did not solve its circuit. */
export async function simulateFreshly(testbench: Testbench, values: readonly number[]): Promise<VectorTable> {
  const model = modelStatementOf(testbench.card, testbench.device)
    .text(Object.fromEntries(testbench.parameters.map((name, index) => [name, values[index] as number])), true);
  const table: VectorTable = new Map();
  const lost = new Set<string>();
  for (const deck of compileDecks(testbench, testbench.curves, 'fresh')) {
    const vectors = await runDeck(deck, model);
    if (vectors === undefined) for (const curve of deck.curves) lost.add(curve);
    else takeVectors(deck, vectors, table);
  }
  for (const curve of lost) table.delete(curve);
  return table;
}

async function runDeck(deck: Deck, model: string): Promise<readonly Float64Array[] | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'evospice-fresh-'));
  try {
    const commands = ['.control', 'set num_threads=1', 'set filetype=binary', newtonAlone(deck), deck.analysis, 'write r.raw', 'quit', '.endc', '.end', ''];
    await writeFile(join(folder, 'fresh.cir'), deck.text(model).replace(/\.end\n$/, commands.join('\n')));
    const environment = { ...process.env, HOME: folder, OMP_NUM_THREADS: '1', OMP_WAIT_POLICY: 'passive' };
    // A failed analysis ends it with a code, or without results: both are seen by what is in the file.
    await run('ngspice', ['-b', 'fresh.cir'], { cwd: folder, env: environment, maxBuffer: 1 << 28, timeout: 120_000 }).catch(() => undefined);
    const [plot] = readRawPlots(await readFile(join(folder, 'r.raw')).catch(() => new Uint8Array()));
    if (plot === undefined || plot.points !== deck.rows) return undefined;
    const columns = deck.vectors.map((name) => plot.columns.get(name));
    if (columns.includes(undefined)) return undefined;
    return columns.map((column) => (deck.part === 'real' ? plot.real(column as number) : plot.imaginary(column as number)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
