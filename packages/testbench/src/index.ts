export { compileDecks } from './circuit/compile-decks.ts';
export { besideModels } from './circuit/place-device.ts';
export { DeckShelf } from './circuit/deck-shelf.ts';
export {
  COUNTER_NODE, COUNTER_SOURCE, MODEL_NAME, type Analysis, type Deck, type DeckDevice, type DeckElement, type DeckModel, type DeckOutput, type DeckSource, type Signal,
} from './circuit/deck.ts';
export type { Profile } from './circuit/profile.ts';
export { deviceFacts, deviceKinds, mainPath } from './devices/device-kinds.ts';
export { foreignParameter } from './devices/foreign-parameters.ts';
export { spiceNumber, wrapped } from './netlist/numbers.ts';
export { analysisLine, spiceCircuit, spiceCircuitByDevice, spiceElement, spiceSignal, type SpiceWriter } from './netlist/spice-circuit.ts';
export { assembleCurves, putVector, type VectorTable } from './session/assemble.ts';
export { refusedValues } from './session/circuit-session.ts';
export { candidateValues, requestedCurves } from './session/check-request.ts';
export { refuseTestbench } from './session/check-testbench.ts';
export type { ComputedModel } from './session/computed-model.ts';
export { ComputedSession } from './session/computed-session.ts';
export { openTestbench } from './session/open-testbench.ts';
export { cutCurve } from './session/thinned.ts';
export { NumberCard } from './card/number-card.ts';
export { shifted } from './session/shifted.ts';
