import { EvospiceError } from '@evospice/contracts';
import type { Deck } from '../circuit/deck.ts';
import { MODEL_NAME, spiceNumber } from '@evospice/testbench';
import type { Engine, EngineRun } from '../engine/engine.ts';
import { loadProblem, unknownParameters } from './log.ts';

interface LoadedCircuit {
  readonly deck: Deck;
  /** Parameter values the live circuit has, as last altered. */
  readonly altered: Map<string, number>;
}

/** Circuits above which the one unused longest is removed. */
const MOST_LOADED = 48;

/** Sets one parameter of the model of the current circuit. */
export function alter(name: string, value: number): string {
  return `altermod ${MODEL_NAME} ${name}=${spiceNumber(value)}`;
}

/** The circuits loaded in one running engine. ngspice numbers them from 1, newest first. */
export class CircuitShelf {
  readonly #engine: Engine;
  readonly #model: (charges: boolean) => string;
  /** In ngspice's order. */
  readonly #circuits: LoadedCircuit[] = [];
  /** Titles by time of last use, oldest first. */
  readonly #used = new Set<string>();

  /** @param model `.model` statement of circuits, with charges or without */
  constructor(engine: Engine, model: (charges: boolean) => string) {
    this.#engine = engine;
    this.#model = model;
  }

  /**
   * Loads the circuits that are not loaded yet.
   * @throws EvospiceError `SIMULATOR_MODEL` with what ngspice said; EngineGone.
   */
  async load(decks: readonly Deck[], stop?: AbortSignal): Promise<void> {
    for (const deck of decks) {
      this.#used.delete(deck.title);
      this.#used.add(deck.title);
    }
    for (const deck of decks) {
      if (this.#circuits.some((circuit) => circuit.deck.title === deck.title)) continue;
      await this.#makeRoom(decks, stop);
      await loadCircuit(this.#engine, deck.text(this.#model(deck.charges)), stop);
      this.#circuits.unshift({ deck, altered: new Map() });
    }
  }

  /**
   * Sets the values that differ and runs the analysis. Runs must be executed in the order they were made in.
   * @param search command that says how to look for operating points
   */
  run(deck: Deck, values: Readonly<Record<string, number>>, search: string): EngineRun {
    const at = this.#circuits.findIndex((circuit) => circuit.deck.title === deck.title);
    const { altered } = this.#circuits[at] as LoadedCircuit;
    const commands = [`setcirc ${at + 1}`];
    for (const name in values) {
      const value = values[name] as number;
      if (altered.get(name) === value) continue;
      altered.set(name, value);
      commands.push(alter(name, value));
    }
    commands.push(search, deck.analysis);
    return { commands, vectors: deck.vectors, rows: deck.rows, part: deck.part };
  }

  /** Takes every circuit out of the engine, for its next user. */
  async clear(): Promise<void> {
    const commands = this.#circuits.flatMap(() => ['setcirc 1', 'remcirc']);
    this.#circuits.length = 0;
    await this.#engine.execute({ commands: ['destroy all', ...commands] });
  }

  async #makeRoom(keep: readonly Deck[], stop: AbortSignal | undefined): Promise<void> {
    if (this.#circuits.length < MOST_LOADED) return;
    const oldest = [...this.#used].find((title) => !keep.some((deck) => deck.title === title));
    if (oldest === undefined) return;
    this.#used.delete(oldest);
    const at = this.#circuits.findIndex((circuit) => circuit.deck.title === oldest);
    if (at < 0) return;
    this.#circuits.splice(at, 1);
    await this.#engine.execute({ commands: [`setcirc ${at + 1}`, 'remcirc'] }, stop);
  }
}

/** Loads one circuit as number 1. @throws EvospiceError `SIMULATOR_MODEL` with what ngspice said. */
export async function loadCircuit(engine: Engine, text: string, stop?: AbortSignal): Promise<void> {
  const { log } = await engine.execute({ files: { 'circuit.cir': text }, commands: ['source circuit.cir'] }, stop);
  const [unknown] = unknownParameters(log);
  const problem = loadProblem(log) ?? (unknown === undefined ? undefined : `unknown parameter ${unknown}`);
  if (problem === undefined) return;
  if (/unable to find definition of/i.test(problem)) {
    throw new EvospiceError('SIMULATOR_MODEL', `this ngspice was built without the model "${modelOf(text)}"`, {
      received: problem, expected: 'a model that this ngspice has', remedy: 'use the native ngspice (simulator: ngspice-process or ngspice-library), or another model',
    });
  }
  throw new EvospiceError('SIMULATOR_MODEL', `ngspice refused the circuit: ${problem}`, {
    received: problem, expected: 'a model and element parameters that ngspice knows',
    remedy: 'check the card and the parameters of the instances',
  });
}

/** Type, level and what else is on the first line of the model statement. */
function modelOf(circuit: string): string {
  const statement = /^\.model \S+ (.*)(?:\n\+ (.*))?/m.exec(circuit);
  return [statement?.[1], ...(statement?.[2] ?? '').split(' ').filter((word) => word.startsWith('level'))].filter(Boolean).join(' ');
}
