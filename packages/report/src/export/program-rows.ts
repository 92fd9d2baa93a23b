import { defined, type Exchange, type Memory, type StoredEvent } from '@evospice/contracts';
import { foldRun, gainOf, type EvolutionEvents, type ProgramRecord, type RunView } from '@evospice/evolution';
import { allSource } from '@evospice/program-text';

/** One proposal of a run, with everything that training or tables may need. */
export interface ProgramRow {
  /** Null where no program came of it. */
  readonly program: string | null;
  /** Place in the order of proposals, from 1. */
  readonly ordinal: number;
  readonly proposer: string;
  readonly operator: string | null;
  readonly parents: readonly string[];
  readonly generation: number | null;
  readonly state: 'judged' | 'rejected' | 'pending';
  readonly score: number | null;
  /** Score minus that of the first parent: what a trainer calls the reward. Null without either. */
  readonly reward: number | null;
  /** As archives have it: 0 not added, 1 improved its cell, 2 opened one. */
  readonly status: number | null;
  readonly rejection: { readonly stage: string; readonly code: string; readonly reason: string } | null;
  readonly parts: Readonly<Record<string, number>>;
  readonly measures: Readonly<Record<string, number>>;
  readonly details: Readonly<Record<string, string | number>>;
  /** Text of the first parent, and of the program. */
  readonly parentSource: string | null;
  readonly source: string | null;
  /** Every question to a language model on the way to it, in order. */
  readonly exchanges: readonly Exchange[];
  /** What the engine asked about it, and what for. */
  readonly judgements: readonly AskedExchange[];
  /** What its proposer learnt on the way to it. */
  readonly memories: readonly Memory[];
}

/** Every proposal of an evolution in order. */
export function programRows(events: readonly StoredEvent[]): readonly ProgramRow[] {
  return rowsOf(foldRun(events), exchangesOf(events));
}

/** The same of a run that was folded already. */
export function rowsOf(view: RunView, exchanges: Exchanges): readonly ProgramRow[] {
  const made = [...view.programs.values()].map((record) => rowOf(record, view, exchanges));
  const failed = view.rejections.filter(({ program }) => program === null).map(({ ordinal, proposer, stage, code, reason, details = {} }): ProgramRow => ({
    program: null, ordinal, proposer, operator: null, parents: [], generation: null, state: 'rejected', score: null, reward: null, status: null,
    rejection: { stage, code, reason }, parts: {}, measures: {}, details, parentSource: null, source: null, ...askedAt(exchanges, ordinal),
    memories: memoriesOf(view, ordinal),
  }));
  return [...made, ...failed].toSorted((a, b) => a.ordinal - b.ordinal);
}

/** A question to a language model; with a purpose, by the engine. */
export interface AskedExchange extends Exchange {
  readonly purpose?: string;
}

/** Questions to language models by the place of their program in the order of proposals. */
export type Exchanges = ReadonlyMap<number, readonly AskedExchange[]>;

/** Gathers them from the events of a run. */
export function exchangesOf(events: Iterable<StoredEvent>): Exchanges {
  const found = new Map<number, AskedExchange[]>();
  for (const { type, payload } of events) {
    if (type !== 'model-asked') continue;
    const { ordinal, exchange, purpose } = payload as unknown as EvolutionEvents['model-asked'];
    found.set(ordinal, [...(found.get(ordinal) ?? []), { ...exchange, ...defined({ purpose }) }]);
  }
  return found;
}

/** One program. */
export function rowOf(record: ProgramRecord, view: RunView, exchanges: Exchanges): ProgramRow {
  const { program, ordinal, details, state, verdict, rejection } = record;
  const parent = view.programs.get(program.parents[0] ?? '');
  return {
    program: program.id, ordinal, proposer: program.proposer, operator: program.operator, parents: program.parents, generation: program.generation, state,
    score: verdict?.score.value ?? null, reward: gainOf(record, view.programs),
    status: verdict?.archive.status ?? null,
    rejection: rejection === undefined ? null : { stage: rejection.stage, code: rejection.code, reason: rejection.reason },
    parts: verdict?.score.parts ?? {}, measures: verdict?.measures ?? {}, details,
    parentSource: parent === undefined ? null : allSource(parent.program), source: allSource(program),
    ...askedAt(exchanges, ordinal), memories: memoriesOf(view, ordinal),
  };
}

function askedAt(exchanges: Exchanges, ordinal: number): Pick<ProgramRow, 'exchanges' | 'judgements'> {
  const all = exchanges.get(ordinal) ?? [];
  return { exchanges: all.filter(({ purpose }) => purpose === undefined), judgements: all.filter(({ purpose }) => purpose !== undefined) };
}

function memoriesOf({ memories }: RunView, proposal: number): readonly Memory[] {
  return memories.filter(({ ordinal }) => ordinal === proposal).map(({ memory }) => memory);
}
