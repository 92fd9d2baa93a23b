import { createHash } from 'node:crypto';
import { extname, resolve } from 'node:path';
import { EvospiceError, type Json, type Selection, type StoredEvent } from '@evospice/contracts';
import { embeddedText, foldRun } from '@evospice/evolution';
import type { Kernel } from '@evospice/kernel';
import { csvOf, exchangesOf, jsonLinesOf, parquetOf, programRows } from '@evospice/report';
import { Option } from 'commander';
import { outputFile } from '../compose/output-folder.ts';
import { withEvolution } from '../compose/stored-evolution.ts';
import { choiceOption } from '../options/choices.ts';
import { jsonOption, type Common } from '../options/common.ts';
import type { RegisterVerb } from '../options/services.ts';
import { runCommand, type CommandResult } from '../output/run-command.ts';

const forms = ['jsonl', 'csv', 'parquet', 'script', 'centroids'] as const;
type Form = (typeof forms)[number];

interface ExportOptions {
  readonly store: Selection;
  readonly as?: Form;
  readonly out: string;
  readonly force: boolean;
}

export const registerExport: RegisterVerb = (program, { kernel }) => {
  program
    .command('export')
    .description('write the programs of an evolution as a table, its model answers as a script, or the centroids of its archive')
    .argument('<folder>', 'folder of the run')
    .requiredOption('--out <file>', 'file to write; its ending says the form unless --as does')
    .addOption(new Option('--as <form>', 'what to write').choices(forms))
    .option('--force', 'write over a file that is there', false)
    .addOption(choiceOption('store', 'sqlite'))
    .addOption(jsonOption())
    .action((folder: string, options: Common & ExportOptions) => runCommand(options.json, () => exportCommand(kernel, resolve(folder), options)));
};

/** `evospice export`: what other tools read; nothing in it is not in the stored events. */
function exportCommand(kernel: Kernel, folder: string, { store, as, out, force }: ExportOptions): Promise<CommandResult> {
  const form = as ?? formOf(out);
  return withEvolution(kernel, { folder, store }, async ({ log }) => {
    const { content, count, what } = contentOf(form, await Array.fromAsync(log.events()));
    const file = await outputFile(out, content, force);
    return { document: { file, form, [what]: count }, text: `${count} ${what} written: ${file}` };
  });
}

function formOf(file: string): Form {
  const ending = extname(file).slice(1);
  const form = forms.find((one) => one === ending);
  if (form !== undefined) return form;
  throw new EvospiceError('USAGE_EXPORT', `the ending of ${file} says nothing of the form`, { received: ending, expected: 'jsonl, csv or parquet', remedy: `say it with --as ${forms.join('|')}` });
}

interface Content {
  readonly content: string | Uint8Array;
  readonly count: number;
  readonly what: string;
}

function contentOf(form: Form, events: readonly StoredEvent[]): Content {
  if (form === 'script') return scriptOf(events);
  if (form === 'centroids') return centroidsOf(events);
  const rows = programRows(events);
  return { content: form === 'csv' ? csvOf(rows) : form === 'parquet' ? parquetOf(rows) : jsonLinesOf(rows), count: rows.length, what: 'proposals' };
}

/** Every answer of language models and every vector of programs, for the models `scripted`. */
function scriptOf(events: readonly StoredEvent[]): Content {
  const exchanges = [...exchangesOf(events)].toSorted(([a], [b]) => a - b).flatMap(([, own]) => own);
  const embeddings = vectorsOf(events);
  return { content: `${JSON.stringify({ exchanges, ...(embeddings.length === 0 ? {} : { embeddings }) } as unknown as Json, null, 1)}\n`, count: exchanges.length, what: 'answers' };
}

function vectorsOf(events: readonly StoredEvent[]): readonly { readonly text: string; readonly model: string; readonly vector: string }[] {
  const view = foldRun(events);
  return [...view.programs.values()].flatMap(({ program }) => {
    const { model, vector } = view.embeddingOf(program.id) ?? {};
    return model === undefined || vector === undefined ? [] : [{ text: createHash('sha256').update(embeddedText(program)).digest('hex'), model, vector }];
  });
}

/** @throws EvospiceError `USAGE_EXPORT` for an archive without centroids */
function centroidsOf(events: readonly StoredEvent[]): Content {
  const shape = foldRun(events).started?.archive.shape;
  const inner = shape?.kind === 'islands' ? shape.of : shape;
  if (inner?.kind === 'centroids') return { content: `${JSON.stringify(inner.centroids)}\n`, count: inner.centroids.length, what: 'centroids' };
  throw new EvospiceError('USAGE_EXPORT', 'the archive of this run has no centroids', { received: inner?.kind, expected: 'a run with the archive cvt-map-elites' });
}
