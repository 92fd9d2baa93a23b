import { existsSync, readFileSync, writeFileSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { evospice, root, temporaryFolder } from './support/cli.ts';

/** Every sign at which some reader of a deck may begin a new line. */
const breaks = { 'a line feed': '\n', 'a carriage return': '\r', 'a line separator': '\u2028', 'a next line': '\u0085', 'a form feed': '\f' };

type Task = { [key: string]: never } & Record<string, { [key: string]: unknown }> & {
  instances: { params: Record<string, number> }[];
  tunables: { name: string }[];
  data: { bias: Record<string, unknown>; measure: { node: string }[] }[];
  device: { terminals: string[] };
  model: Record<string, unknown>;
};

const fields: Readonly<Record<string, (task: Task, payload: string) => void>> = {
  'the name of an instance parameter': (task, payload) => { task.instances[0]!.params[`area${payload}`] = 1; },
  'the name of a tunable': (task, payload) => { task.tunables[0]!.name += payload; },
  'a terminal': (task, payload) => { task.device.terminals[0] += payload; },
  'the node of a measured column': (task, payload) => { task.data[0]!.measure[0]!.node += payload; },
  'the name of the model': (task, payload) => { task.model['name'] += payload; },
  'the type of the model': (task, payload) => { task.model['type'] += payload; },
};

// One sign per field: each of them is refused by the same pattern, which the schema's own tests go through.
test.each(Object.entries(fields).map(([field, change], index) => [field, Object.entries(breaks)[index % 5]!, change] as const))('a task cannot run commands through %s', (_field, [what, sign], change) => {
  const folder = temporaryFolder('hostile');
  cpSync(join(root, 'examples/diode'), folder, { recursive: true });
  const trace = join(folder, 'trace');
  const file = join(folder, 'task.yaml');
  const task = parse(readFileSync(file, 'utf8')) as Task;
  change(task, `${sign}.control${sign}shell touch ${trace}${sign}.endc${sign}`);
  writeFileSync(file, stringify(task));
  const { status, stderr } = evospice(['simulate', folder]);
  expect(existsSync(trace), what).toBe(false);
  expect(status, what).not.toBe(0);
  expect(stderr, what).toMatch(/task\.yaml:\d+: /u);
});
