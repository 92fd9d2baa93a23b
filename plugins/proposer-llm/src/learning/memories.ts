import { EvospiceError, type Json, type Memory } from '@evospice/contracts';
import { z } from 'zod';

const namedText = z.object({ id: z.string(), text: z.string() });

/** What is kept of each kind. Fields that a later version adds are passed over. */
const kinds = {
  lessons: z.object({ lessons: z.array(namedText) }),
  'past-lessons': z.object({ lessons: z.array(namedText) }),
  paragraphs: z.object({ paragraphs: z.array(namedText) }),
  paragraph: z.object({ paragraph: namedText.nullable(), from: z.string() }),
  summaries: z.object({ summaries: z.array(z.object({ program: z.string(), text: z.string() })) }),
};
type Kinds = { readonly [K in keyof typeof kinds]: z.output<(typeof kinds)[K]> };

/** A memory of a kind; `data` is as its kind has it. */
export function memoryOf<K extends keyof Kinds>(kind: K, data: Kinds[K]): Memory {
  return { kind, data: data as unknown as Json };
}

/**
 * What a memory holds if it is of this kind; undefined if it is of another.
 * @throws EvospiceError `PROPOSER_MEMORY` for one that is of the kind and holds something else
 */
export function readMemory<K extends keyof Kinds>(memory: Memory, kind: K): Kinds[K] | undefined {
  if (memory.kind !== kind) return undefined;
  const read = kinds[kind].safeParse(memory.data);
  if (read.success) return read.data as Kinds[K];
  throw new EvospiceError('PROPOSER_MEMORY', `a memory "${kind}" does not hold what such a memory holds: ${z.prettifyError(read.error)}`, {
    received: memory.data, expected: 'a memory that this version wrote', remedy: 'go on with the version that wrote the run, or begin a new one',
  });
}
