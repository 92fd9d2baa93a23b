import { stringify } from 'csv-stringify/sync';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { ProgramRow } from './program-rows.ts';

type Value = string | number | null;

/** Rows as a table: what is a list is joined, figures by name become columns of their own. */
function tableOf(rows: readonly ProgramRow[]): { readonly columns: readonly string[]; readonly lines: readonly Readonly<Record<string, Value>>[] } {
  const lines = rows.map(({ program, ordinal, proposer, operator, parents, generation, state, score, reward, status, rejection, parts, measures, details, source, exchanges, memories }): Record<string, Value> => ({
    program, ordinal, proposer, operator, parents: parents.join(' '), generation, state, score, reward, status,
    stage: rejection?.stage ?? null, code: rejection?.code ?? null, reason: rejection?.reason ?? null,
    ...named('part', parts), ...named('measure', measures), ...named('detail', details),
    prompt: exchanges.flatMap(({ messages }) => messages.map(({ role, content }) => `${role}: ${content}`)).join('\n\n') || null,
    answer: exchanges.flatMap(({ answer }) => answer?.text ?? []).join('\n\n') || null,
    memories: memories.length === 0 ? null : JSON.stringify(memories),
    source,
  }));
  return { columns: [...new Set(lines.flatMap((line) => Object.keys(line)))], lines };
}

function named(kind: string, values: Readonly<Record<string, string | number>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${kind}.${name}`, value]));
}

/** With a heading; empty where there is no value. */
export function csvOf(rows: readonly ProgramRow[]): string {
  const { columns, lines } = tableOf(rows);
  return stringify(lines as Readonly<Record<string, Value>>[], { header: true, columns: [...columns] });
}

/** The same columns: numbers where every value of a column is one, texts otherwise. */
export function parquetOf(rows: readonly ProgramRow[]): Uint8Array {
  const { columns, lines } = tableOf(rows);
  return new Uint8Array(parquetWriteBuffer({
    columnData: columns.map((name) => {
      const values = lines.map((line) => line[name] ?? null);
      const isNumeric = values.every((value) => value === null || typeof value === 'number') && values.some((value) => value !== null);
      return { name, nullable: true, type: isNumeric ? 'DOUBLE' as const : 'STRING' as const, data: values.map((value) => (value === null || isNumeric ? value : String(value))) };
    }),
  }));
}

/** One JSON document per line. */
export function jsonLinesOf(rows: readonly ProgramRow[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}
