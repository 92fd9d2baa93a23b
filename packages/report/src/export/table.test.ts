import { parse } from 'csv-parse/sync';
import { parquetReadObjects } from 'hyparquet';
import { expect, it } from 'vitest';
import type { ProgramRow } from './program-rows.ts';
import { csvOf, jsonLinesOf, parquetOf } from './table.ts';

const row = (changes: Partial<ProgramRow>): ProgramRow => ({
  program: 'p0001', ordinal: 1, proposer: 'llm', operator: 'llm-diff', parents: ['p0002', 'p0003'], generation: 1, state: 'judged', score: 0.5, reward: -0.25, status: 2, rejection: null,
  parts: { precision: 0.5 }, measures: { 'own speed': 3 }, details: { model: 'm', tokens: 7 }, parentSource: 'a', source: 'line 1\n"quoted", with a comma',
  exchanges: [{ model: 'm', messages: [{ role: 'user', content: 'why?' }], answer: { text: 'so', model: 'm' } }], judgements: [], memories: [{ kind: 'lesson', data: 'be brief' }], ...changes,
});
const rows = [row({}), row({ program: null, ordinal: 2, score: null, reward: null, rejection: { stage: 'proposal', code: 'LLM_ANSWER', reason: 'ein µ' }, exchanges: [], memories: [], source: null, details: {} })];

it('a table as CSV is read back as it was, lists joined, figures under their names', () => {
  const [one, two] = parse(csvOf(rows), { columns: true }) as Record<string, string>[];
  expect(one).toMatchObject({ program: 'p0001', parents: 'p0002 p0003', score: '0.5', reward: '-0.25', 'part.precision': '0.5', 'measure.own speed': '3', 'detail.model': 'm', 'detail.tokens': '7', prompt: 'user: why?', answer: 'so', source: 'line 1\n"quoted", with a comma' });
  expect(two).toMatchObject({ program: '', score: '', stage: 'proposal', code: 'LLM_ANSWER', reason: 'ein µ', prompt: '' });
});

it('as Parquet too, with numbers as numbers and nothing as nothing', async () => {
  const [one, two] = await parquetReadObjects({ file: parquetOf(rows).slice().buffer });
  expect(one).toMatchObject({ program: 'p0001', ordinal: 1, score: 0.5, reward: -0.25, 'detail.tokens': 7, source: 'line 1\n"quoted", with a comma', reason: null });
  expect(two).toMatchObject({ program: null, ordinal: 2, score: null, reason: 'ein µ', answer: null });
});

it('as JSON lines whole', () => {
  expect(jsonLinesOf(rows).trimEnd().split('\n').map((line) => JSON.parse(line) as unknown)).toEqual(rows);
});
