/** Run as a program by the tests: opens a session on each simulator named, then does what its first argument says. */
import { setTimeout as sleep } from 'node:timers/promises';
import { LibrarySimulator } from '../simulators/library-simulator.ts';
import { ProcessSimulator } from '../simulators/process-simulator.ts';
import { WasmSimulator } from '../simulators/wasm-simulator.ts';
import { benchOf, cardOf, diode, limits, range } from './test-circuits.ts';

const [what, ...names] = process.argv.slice(2);
const testbench = benchOf({
  device: diode, card: cardOf('d', { is: 1e-14 }), parameters: ['is'],
  curves: [{ id: 'iv', sweep: 'a', drives: { a: range(0, 0.7, 8), c: 0 }, measured: [{ kind: 'i', node: 'a' }] }],
});
const simulators = names.map((name) => {
  if (name === 'wasm') return new WasmSimulator(limits);
  return name === 'library' ? new LibrarySimulator({ library: 'auto', ...limits }) : new ProcessSimulator({ command: 'ngspice', ...limits });
});
const sessions = await Promise.all(simulators.map((simulator) => simulator.open(testbench)));
for (const session of sessions) {
  const [outcome] = await session.simulate({ candidates: [[1e-15]] });
  console.log(outcome?.ok === true ? 'simulated' : 'failed');
}
if (what === 'close') {
  for (const session of sessions) await session.close();
  console.log('closed');
} else {
  console.log('holding');
  await sleep(60_000);
}
