import type { Simulator } from '@evospice/kernel';
import { findProgram } from '../engine/ngspice-program.ts';
import type { NgspiceOptions } from '../options.ts';
import { ProcessSimulator } from './process-simulator.ts';
import { WasmSimulator } from './wasm-simulator.ts';

/**
 * Takes the native ngspice where it is found, else the WebAssembly one, or the other way round with `prefer: wasm`.
 * What it returns carries the name of the one taken, so that records say which it was.
 */
export function chooseSimulator(options: NgspiceOptions): Simulator {
  const { command, prefer, ...limits } = options;
  if (prefer === 'process' && findProgram(command) !== undefined) return new ProcessSimulator({ command, ...limits });
  return new WasmSimulator(limits);
}
