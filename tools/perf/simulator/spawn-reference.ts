import type { BatchFolder } from './batch-ngspice.ts';
import { geometry, output, points, statementOf, testbench, transfer } from './bsim4-workload.ts';

const element = Object.entries(geometry).map(([name, value]) => `${name}=${value}`).join(' ');
const step = 1.2 / (points - 1);

/**
 * What the usual scripts do: a file with the whole card for each simulation, one device, a nested `.dc` for each family of
 * curves, and a new process. Tolerances are those of the other ways.
 */
export async function simulateBySpawning(folder: BatchFolder, candidate: readonly number[]): Promise<Uint8Array> {
  const changes = Object.fromEntries(testbench.parameters.map((name, index) => [name, candidate[index] as number]));
  const { raw, printed } = await folder.simulate([
    'one device', statementOf(changes), '.options reltol=1e-9 abstol=1e-15 vntol=1e-12', 'vd d 0 0', 'vg g 0 0', 'vb b 0 0',
    `m1 d g 0 b generic ${element}`, '.save i(vd)', '.control', 'set num_threads=1', 'set filetype=binary', 'set appendwrite',
    ...transfer.drain.flatMap((vd) => [`alter vd dc = ${vd}`, `dc vg 0 1.2 ${step} vb 0 -0.9 -0.3`, 'write r.raw']),
    'alter vb dc = 0', `dc vd 0.02 1.22 ${step} vg ${output.gate[0]} ${output.gate.at(-1)} 0.2`, 'write r.raw',
    'quit', '.endc', '.end', '',
  ].join('\n'));
  if (raw === undefined) throw new Error(`ngspice -b wrote no results: ${printed.slice(-1000)}`);
  return raw;
}
