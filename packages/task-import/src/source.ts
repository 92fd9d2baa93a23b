import type { Dataset } from '@evospice/contracts';
import { joinedDatasets } from '@evospice/device';
import { biasesIn } from '@evospice/readers';
import { inventoryOf, type FileColumn } from './columns/inventory.ts';
import { factsOf, type FileFacts } from './facts/file-facts.ts';

/** A measured file as read. */
export interface MeasuredInput {
  /** Name without folder, for people. */
  readonly name: string;
  /** Where the task will find it, relative to its folder. */
  readonly target: string;
  readonly format: string;
  /** Options of the reader, where it was given some. */
  readonly options?: unknown;
  readonly dataset: Dataset;
}

/** A reader's name, or its name with options. */
export type TaskFormat = string | { readonly name: string; readonly options: unknown };

export function taskFormat({ format, options }: Pick<MeasuredInput, 'format' | 'options'>): TaskFormat {
  return options === undefined ? format : { name: format, options };
}

/** What becomes one or more data entries: a file, or several that were measured alike. */
export interface Source {
  readonly name: string;
  readonly files: readonly { readonly file: string; readonly at?: Readonly<Record<string, number>> }[];
  /** As the task names it. */
  readonly format: TaskFormat;
  readonly dataset: Dataset;
  readonly columns: readonly FileColumn[];
  readonly facts: FileFacts;
  /** Whether its columns are network parameters. */
  readonly network: boolean;
}

const isMatrix = /^R:.+\(1,1\)$/u;

/** Files of network parameters at one bias each are put together; every other file is a source of its own. */
export function sourcesOf(inputs: readonly MeasuredInput[]): readonly Source[] {
  const families = new Map<string, MeasuredInput[]>();
  for (const input of inputs) {
    const facts = factsOf(input.dataset, input.name);
    const alike = input.format === 'touchstone' ? JSON.stringify([input.dataset.blocks[0]!.columns, facts.geometry, facts.temperatureC?.value]) : input.target;
    families.set(alike, [...(families.get(alike) ?? []), input]);
  }
  return [...families.values()].map((family) => joined(family));
}

function joined(family: readonly MeasuredInput[]): Source {
  const [first] = family as readonly [MeasuredInput, ...MeasuredInput[]];
  const files = family.map(({ name, target, dataset }) => {
    const at = first.format === 'touchstone' ? biasesInName(name, dataset) : {};
    return { file: target, ...(Object.keys(at).length === 0 ? {} : { at }) };
  });
  const dataset = joinedDatasets(family.map((input, index) => ({ dataset: input.dataset, at: files[index]!.at ?? {} })));
  const name = family.length === 1 ? first.name : `${first.name} and ${family.length - 1} more`;
  const columns = inventoryOf(dataset);
  return { name, files, format: taskFormat(first), dataset, columns, facts: factsOf(dataset, first.name), network: columns.some((column) => isMatrix.test(column.name)) };
}

/** `_vg0.5_vd1.0`, `vg=0p5`, where the file itself does not state them. */
function biasesInName(name: string, { blocks }: Dataset): Readonly<Record<string, number>> {
  const stem = name.replace(/\.s\d+p$/iu, '');
  const written = [...stem.matchAll(/(?:^|[^a-z0-9])(v[a-z]{1,2})\s*[=_]?\s*(m|-)?(\d+(?:[.p]\d+)?)v?(?=[^a-z0-9.]|$)/giu)]
    .map(([, bias, minus, number]) => [bias!, Number(number!.replace(/p/iu, '.')) * (minus === undefined ? 1 : -1)] as const);
  const spelled = Object.entries(biasesIn(stem).at).map(([bias, { value }]) => [bias, value] as const);
  return Object.fromEntries([...spelled, ...written].filter(([bias]) => blocks.every(({ variables }) => variables[bias] === undefined)));
}
