import { createTwoFilesPatch } from 'diff';
import { EvospiceError, type Program, type StoredEvent } from '@evospice/contracts';
import { foldRun, type RunView } from '@evospice/evolution';
import { allSource } from '@evospice/program-text';
import { experimentDocument, experimentLines } from '../format/experiments.ts';
import { exchangesOf, rowOf, rowsOf, type AskedExchange } from '../export/program-rows.ts';
import { championLine, lineText } from '../format/champion-line.ts';
import { textTable } from './text-table.ts';
import { fold } from './width.ts';

/** Everything that a run knows of one program. */
export interface ShownProgram {
  readonly document: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** @throws EvospiceError `USAGE_PROGRAM` for an id that the run does not have */
export function showProgram(events: readonly StoredEvent[], id: string): ShownProgram {
  const view = foldRun(events);
  const record = view.programs.get(id);
  if (record === undefined) {
    throw new EvospiceError('USAGE_PROGRAM', `the run has no program ${id}`, {
      received: id, expected: `one of ${view.programs.size} ids, such as ${view.programs.keys().next().value ?? 'p0001'}`, remedy: '`evospice show RUN` lists them',
    });
  }
  const row = rowOf(record, view, exchangesOf(events));
  const parent = view.programs.get(record.program.parents[0] ?? '');
  const diff = parent === undefined ? null : changesOf(parent.program, record.program);
  const cases = view.casesOf(id);
  const line = championLine(view, id);
  const artefacts = cases.flatMap(({ stage, outcome: { case: name, seed, artefacts: all = {} } }) => Object.keys(all).map((artefact) => ({ stage, case: name, seed, artefact })));
  const { parentSource: _parentSource, exchanges: asked, judgements, ...facts } = row;
  const document = { ...facts, cases: record.verdict?.score.cases ?? [], champion: view.champion?.program.id === id, marked: view.marked.get(id) ?? null, banned: view.banned.has(id), lineage: line, diff, note: record.verdict?.note ?? null, exchanges: asked, judgements, artefacts };
  const text = [
    `${id}: ${fateOf(view, id)}`,
    `written by ${row.proposer} (${row.operator}) from ${row.parents.length === 0 ? 'nothing' : row.parents.join(', ')}, generation ${row.generation}`,
    ...(line.length < 2 ? [] : [fold(`line: ${lineText(line)}`, 2)]),
    ...(Object.keys(row.details).length === 0 ? [] : [figures('details', row.details)]),
    ...(Object.keys(row.parts).length === 0 ? [] : [figures('parts', row.parts)]),
    ...(Object.keys(row.measures).length === 0 ? [] : [figures('behaviour', row.measures)]),
    ...(record.verdict?.note === undefined ? [] : [`note: ${record.verdict.note}`]),
    ...(document.cases.length === 0 ? [] : ['', textTable({ head: ['case', 'seed', 'score'], rows: document.cases.map(({ case: name, seed, value }) => [name, String(seed), value.toPrecision(5)]) })]),
    ...(diff === null ? ['', '--- source', row.source ?? ''] : ['', '--- changes to its parent', diff.trimEnd(), '', '--- source', row.source ?? '']),
    ...asked.flatMap((exchange, index) => ['', exchangeText(exchange, ` ${index + 1} of ${asked.length}`)]),
    ...judgements.flatMap((exchange) => ['', exchangeText(exchange)]),
    ...(row.memories.length === 0 ? [] : ['', '--- learnt on the way to it', ...row.memories.map(({ kind, data }) => `${kind}: ${JSON.stringify(data)}`)]),
    ...(artefacts.length === 0 ? [] : ['', `artefacts (in --json and the report): ${artefacts.map(({ case: name, artefact }) => `${artefact} of ${name}`).join(', ')}`]),
  ];
  return { document, text: text.join('\n') };
}

function changesOf(parent: Program, child: Program): string {
  const patch = createTwoFilesPatch(parent.id, child.id, allSource(parent), allSource(child), undefined, undefined, { context: 3 });
  return patch.slice(patch.indexOf('---'));
}

/** All programs of a run, a line each. */
export function listPrograms(events: readonly StoredEvent[]): ShownProgram {
  const view = foldRun(events);
  const rows = rowsOf(view, exchangesOf(events));
  const experiments = experimentDocument(view);
  return {
    document: { experiments, programs: rows.map(({ source: _source, parentSource: _parent, judgements: _judgements, exchanges, ...row }) => ({ ...row, exchanges: exchanges.length })) },
    text: [textTable({ head: ['program', 'by', 'parents', 'fate'], rows: rows.filter(({ program }) => program !== null).map((row) => [
      row.program ?? '', row.operator ?? '', row.parents.join(' '), fateOf(view, row.program ?? ''),
    ]) }), ...experimentLines(experiments)].join('\n'),
  };
}

function fateOf(view: RunView, id: string): string {
  const record = view.programs.get(id);
  const said = [
    ...(view.champion?.program.id === id ? ['champion'] : []), ...(view.banned.has(id) ? ['banned'] : []), ...(view.marked.has(id) ? [`marked ${view.marked.get(id) ?? ''}`.trim()] : []),
  ];
  const fate = record?.rejection === undefined ? (record?.state ?? 'unknown') : `rejected at ${record.rejection.stage}: ${record.rejection.code}`;
  return [...(record?.verdict === undefined ? [fate] : [`score ${record.verdict.score.value.toFixed(4)}`]), ...said].join(', ');
}

function figures(name: string, values: Readonly<Record<string, string | number>>): string {
  return `${name}: ${Object.entries(values).map(([key, value]) => `${key} ${typeof value === 'number' ? Number(value.toPrecision(5)) : value}`).join(', ')}`;
}

function exchangeText({ model, messages, answer, failure, purpose }: AskedExchange, place = ''): string {
  return [
    `--- question${place} to ${model}${purpose === undefined ? '' : `, about ${purpose}`}`,
    ...messages.map(({ role, content }) => `[${role}]\n${content}`),
    answer === undefined ? `--- no answer: ${failure?.code ?? ''} ${failure?.reason ?? ''}` : `--- answer\n${answer.text}`,
  ].join('\n');
}
