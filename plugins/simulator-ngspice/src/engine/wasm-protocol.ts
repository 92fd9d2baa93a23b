import type { EngineAnswer, EngineRequest } from './engine.ts';

/** What the worker answers: an answer, or what it printed before it died. */
export type WasmAnswer = (EngineAnswer & { readonly died: false }) | { readonly died: true; readonly log: string };

/** Functions of the worker thread, called through birpc. */
export interface WasmWorkerFunctions {
  /** Loads the engine. `version` is what ngspice says, `location` the package it comes from. */
  start(): Promise<{ readonly version: string; readonly location: string }>;
  execute(request: EngineRequest): Promise<WasmAnswer>;
}
