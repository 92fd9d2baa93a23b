import { analyticDiodeSimulator, testSimulator } from '@evospice/testkit';
import { findProgram } from './engine/ngspice-program.ts';
import { hasLibrary, limits, missingLibrary, missingNgspice } from './reference/test-circuits.ts';
import { LibrarySimulator } from './simulators/library-simulator.ts';
import { ProcessSimulator } from './simulators/process-simulator.ts';
import { WasmSimulator } from './simulators/wasm-simulator.ts';
import { chooseSimulator } from './simulators/ngspice-simulator.ts';

// An emission coefficient of 0 divides by zero.
const failing = [1e-14, 0, 10] as const;

testSimulator('ngspice-library', () => new LibrarySimulator({ library: 'auto', ...limits }), { failing, ...(hasLibrary ? {} : { missing: missingLibrary }) });
testSimulator('ngspice-process', () => new ProcessSimulator({ command: 'ngspice', ...limits }), {
  failing, ...(findProgram('ngspice') === undefined ? { missing: missingNgspice } : {}),
});
testSimulator('ngspice-wasm', () => new WasmSimulator(limits), { failing });
testSimulator('ngspice', () => chooseSimulator({ command: 'ngspice', library: 'auto', prefer: 'library', ...limits }), { failing });
// The suite holds its own measure to the same contract.
testSimulator('analytic diode', () => analyticDiodeSimulator({ fail: ({ n }) => (n === 0 ? { code: 'NON_FINITE', message: 'division by zero' } : undefined) }), { failing, textless: true });
