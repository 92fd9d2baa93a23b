export type {
  BesideFacts, Job, LicenceFacts, ResultPlace, RunMessages, SimulatorAdapter, VersionProbe, WrittenRun,
} from './adapter/adapter.ts';
export { commandOptions, type CommandOptions } from './adapter/command-options.ts';
export { simulatorContribution } from './adapter/simulator-contribution.ts';
export { dialectCardWriter, registryCardWriter, type CardWriter, type WrittenCard } from './card/card-writer.ts';
// What an adapter writes a netlist with.
export {
  analysisLine, COUNTER_NODE, COUNTER_SOURCE, deviceFacts, MODEL_NAME, spiceCircuit, spiceElement, spiceNumber, spiceSignal, wrapped,
  type Deck, type DeckDevice, type DeckElement, type DeckSource, type Profile, type Signal, type SpiceWriter,
} from '@evospice/testbench';
export { ExternalSimulator, type ExternalServices } from './session/external-simulator.ts';
export { verifySimulator, type Verification, type VectorComparison, type VerifyOptions } from './verify/verify-simulator.ts';
export { genericTestbench } from './verify/generic-testbench.ts';
