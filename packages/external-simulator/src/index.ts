export type {
  Job, LicenceFacts, ResultPlace, RunMessages, SimulatorAdapter, VersionProbe, WrittenRun,
} from './adapter/adapter.ts';
export { commandOptions, type CommandOptions } from './adapter/command-options.ts';
export { simulatorContribution } from './adapter/simulator-contribution.ts';
export { dialectCardWriter, registryCardWriter, type CardWriter, type WrittenCard } from './card/card-writer.ts';
export {
  COUNTER_NODE, COUNTER_SOURCE, MODEL_NAME, type Analysis, type Deck, type DeckDevice, type DeckOutput, type DeckSource, type Signal,
} from './deck/deck.ts';
export { compileDecks } from './deck/compile-decks.ts';
export { spiceNumber, wrapped } from './netlist/numbers.ts';
export { spiceCircuit, spiceElement, spiceSignal, type SpiceWriter } from './netlist/spice-circuit.ts';
export { findProgram } from './process/find-program.ts';
export { ExternalSimulator, type ExternalServices } from './session/external-simulator.ts';
export { verifySimulator, type Verification, type VectorComparison, type VerifyOptions } from './verify/verify-simulator.ts';
export { genericTestbench } from './verify/generic-testbench.ts';
