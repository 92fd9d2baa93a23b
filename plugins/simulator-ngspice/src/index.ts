import { CONTRACT_VERSION, contribute, definePlugin } from '@evospice/contracts';
import { libraryOptions, ngspiceOptions, processOptions, wasmOptions } from './options.ts';
import { LibrarySimulator } from './simulators/library-simulator.ts';
import { chooseSimulator } from './simulators/ngspice-simulator.ts';
import { ProcessSimulator } from './simulators/process-simulator.ts';
import { WasmSimulator } from './simulators/wasm-simulator.ts';

export { LibrarySimulator } from './simulators/library-simulator.ts';
export { ProcessSimulator } from './simulators/process-simulator.ts';
export { WasmSimulator } from './simulators/wasm-simulator.ts';

/** ngspice as a library, as a native process and as WebAssembly. */
export default definePlugin({
  name: '@evospice/plugin-simulator-ngspice',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute({
      point: 'Simulator', name: 'ngspice', summary: 'ngspice: the library where it is found, else the native program, else WebAssembly',
      options: ngspiceOptions, create: chooseSimulator,
    }),
    contribute({
      point: 'Simulator', name: 'ngspice-library', summary: 'ngspice as a library in a process of its own; the fastest',
      options: libraryOptions, create: (options) => new LibrarySimulator(options),
    }),
    contribute({
      point: 'Simulator', name: 'ngspice-process', summary: 'ngspice as a live native process',
      options: processOptions, create: (options) => new ProcessSimulator(options),
    }),
    contribute({
      point: 'Simulator', name: 'ngspice-wasm', summary: 'ngspice as WebAssembly in a worker thread; nothing to install',
      options: wasmOptions, create: (options) => new WasmSimulator(options),
    }),
  ],
});
