import { parseDocument } from 'yaml';
import type { FreshDevice } from './fresh-devices.ts';

export interface SuiteChanges {
  readonly devices: readonly FreshDevice[];
  /** Optimizer that the suite is about. */
  readonly subject: string;
  /** Files of programs that are the subject without one of its parts, relative to the suite, by how tables say it: `without archive`. */
  readonly ablations: Readonly<Record<string, string>>;
  readonly seeds?: number;
}

/** The suite with the drawn devices replaced, and the subject and its variants first among the entries; the rest is as it was, comments too. */
export function suiteWith(text: string, { devices, subject, ablations, seeds }: SuiteChanges): string {
  const document = parseDocument(text);
  const { optimizers, tasks } = document.toJS() as { readonly optimizers: readonly unknown[]; readonly tasks: readonly unknown[] };
  const isVariant = (entry: unknown): boolean => nameOf(entry) === subject || nameOf(entry).startsWith(`${subject} `);
  const entries = [
    subject,
    { name: `${subject} without models`, optimizer: subject, hiddenModels: ['all'] },
    // Tables put what begins with the name of the whole beside it.
    ...Object.entries(ablations).flatMap(([part, program]) => [
      { name: `${subject} ${part}`, program }, { name: `${subject} ${part} and models`, program, hiddenModels: ['all'] },
    ]),
    ...optimizers.filter((entry) => !isVariant(entry)),
  ];
  const measured = tasks.filter((task) => typeof task === 'string');
  document.set('optimizers', listOf(document, entries));
  document.set('tasks', listOf(document, [...measured, ...devices.map((generate) => ({ generate }))]));
  if (seeds !== undefined) document.set('seeds', document.createNode({ from: 1, count: seeds }, { flow: true }));
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

function nameOf(entry: unknown): string {
  if (typeof entry === 'string') return entry;
  const { name, optimizer } = entry as { readonly name?: string; readonly optimizer?: string };
  return name ?? optimizer ?? '';
}

/** One line for each. */
function listOf(document: ReturnType<typeof parseDocument>, values: readonly unknown[]) {
  const list = document.createNode([]) as ReturnType<typeof document.createNode> & { items: unknown[]; flow?: boolean };
  list.flow = false;
  list.items = values.map((value) => document.createNode(value, { flow: true }));
  return list;
}
