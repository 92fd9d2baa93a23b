import { nearest } from '@evospice/kernel';
import { deviceKinds } from '@evospice/testbench';
import type { TaskDocument, TaskPath } from './task-document.ts';
import type { TaskDataEntry } from './task-schema.ts';

/** Checks what the schema cannot: names that refer to each other. @throws EvospiceError `TASK_REFERENCE`. */
export function checkReferences(document: TaskDocument): void {
  const { task } = document;
  const { terminals } = task.device;
  const instances = task.instances.map((instance) => instance.id);
  if (task.device.element === undefined) refer(document, task.device.kind, Object.keys(deviceKinds), 'kind of device', ['device', 'kind']);
  unique(document, terminals, 'terminal', (index) => ['device', 'terminals', index]);
  unique(document, instances, 'instance', (index) => ['instances', index, 'id']);
  unique(document, task.tunables.map((tunable) => tunable.name), 'tunable', (index) => ['tunables', index, 'name']);
  task.data.forEach((entry, index) => {
    const at = (...rest: TaskPath): TaskPath => ['data', index, ...rest];
    refer(document, entry.instance, instances, 'instance', at('instance'));
    for (const terminal of Object.keys(entry.bias)) refer(document, terminal, terminals, 'terminal', at('bias', terminal));
    for (const terminal of terminals) {
      if (entry.bias[terminal] !== undefined) continue;
      throw document.error('TASK_REFERENCE', `bias does not say how terminal ${terminal} is driven`, at('bias'), {
        received: Object.keys(entry.bias).join(', '), expected: `all of ${terminals.join(', ')}`, remedy: `add ${terminal}: a column or a number of volts`,
      });
    }
    for (const [port, terminal] of (entry.network?.ports ?? []).entries()) refer(document, terminal, terminals, 'terminal', at('network', 'ports', port));
    entry.measure.forEach((measure, which) => {
      if (entry.network !== undefined) checkElement(document, measure, terminals, at('measure', which));
      if (measure.node !== undefined) refer(document, measure.node, terminals, 'terminal', at('measure', which, 'node'));
      for (const side of ['hi', 'lo'] as const) for (const terminal of measure[side] ?? []) refer(document, terminal, terminals, 'terminal', at('measure', which, side));
      if (measure.kind === 'c' && entry.freq === undefined) {
        throw document.error('TASK_REFERENCE', 'a capacitance is measured but freq is missing', at('measure', which), {
          expected: '`freq`, the small-signal frequency in Hz', remedy: 'add freq to this data entry',
        });
      }
    });
  });
}

/** `c(g,d)` is measured by driving d and taking the current of g, and its terminals must say so. @throws EvospiceError `TASK_NETWORK` */
function checkElement(document: TaskDocument, { col, kind, hi = [], lo = [] }: TaskDataEntry['measure'][number], terminals: readonly string[], path: TaskPath): void {
  const [, row, column] = /^c\((\w+),(\w+)\)$/u.exec(col) ?? [];
  if (row === undefined || column === undefined || kind !== 'c') return;
  const wanted = { hi: [column], lo: row === column ? terminals.filter((terminal) => terminal !== row) : [row] };
  const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((name) => b.includes(name));
  if (same(hi, wanted.hi) && same(lo, wanted.lo)) return;
  throw document.error('TASK_NETWORK', `${col} is not the capacitance between ${hi.join(', ')} and ${lo.join(', ')}`, path, {
    received: `hi: [${hi.join(', ')}], lo: [${lo.join(', ')}]`, expected: `hi: [${wanted.hi.join(', ')}], lo: [${wanted.lo.join(', ')}]`, remedy: 'correct hi and lo, or name another column',
  });
}

function refer(document: TaskDocument, name: string, known: readonly string[], what: string, path: TaskPath): void {
  if (known.includes(name)) return;
  const guess = nearest(name, known);
  throw document.error('TASK_REFERENCE', `there is no ${what} "${name}"`, path, {
    received: name, expected: `one of ${known.join(', ')}`, remedy: guess === undefined ? `name a ${what} of this task` : `did you mean "${guess}"?`,
  });
}

function unique(document: TaskDocument, names: readonly string[], what: string, path: (index: number) => TaskPath): void {
  const index = names.findIndex((name, at) => names.indexOf(name) !== at);
  if (index < 0) return;
  throw document.error('TASK_REFERENCE', `${what} "${names[index]}" is given twice`, path(index), { received: names[index], expected: 'each name once', remedy: 'remove or rename one of them' });
}
