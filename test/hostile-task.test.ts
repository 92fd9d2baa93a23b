import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { root, temporaryFolder } from './support/cli.ts';

/** Every sign at which some reader of a deck may begin a new line. */
const breaks = { 'a line feed': '\n', 'a carriage return': '\r', 'a line separator': '\u2028', 'a next line': '\u0085', 'a form feed': '\f', 'a vertical tab': '\v', 'a paragraph separator': '\u2029' };

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

/** Runs `evospice simulate` on many folders in one process, where each takes seconds to start; tells of each how it ended. */
function simulateAll(folders: readonly string[]): readonly { readonly status: number; readonly stderr: string }[] {
  const program = `
    import { runCommandLine } from ${JSON.stringify(pathToFileURL(join(root, 'packages/cli/dist/command-line.js')).href)};
    const write = process.stderr.write.bind(process.stderr);
    for (const folder of ${JSON.stringify(folders)}) {
      let stderr = '';
      process.stderr.write = (text) => { stderr += text; return true; };
      process.exitCode = undefined;
      await runCommandLine(['simulate', folder, '--json']);
      write(JSON.stringify({ status: process.exitCode, stderr }) + String.fromCharCode(10));
    }
    process.exitCode = 0;`;
  const { stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (!stderr.startsWith('{')) throw new Error(stderr);
  return stderr.trim().split('\n').map((line) => JSON.parse(line) as { status: number; stderr: string });
}

test('a task cannot run commands through any text of it, whatever sign ends its lines', () => {
  const parent = temporaryFolder('hostile');
  const copy = (name: string, change?: (task: Task) => void): string => {
    const folder = join(parent, name);
    cpSync(join(root, 'examples/diode'), folder, { recursive: true });
    const task = parse(readFileSync(join(folder, 'task.yaml'), 'utf8')) as Task;
    change?.(task);
    writeFileSync(join(folder, 'task.yaml'), stringify(task));
    return folder;
  };
  const tries = Object.entries(fields).flatMap(([field, change], at) => Object.entries(breaks).map(([what, sign], index) => {
    const trace = join(parent, `trace-${at}-${index}`);
    return { what: `${field}, ${what}`, trace, folder: copy(`${at}-${index}`, (task) => change(task, `${sign}.control${sign}shell touch ${trace}${sign}.endc${sign}`)) };
  }));
  const ends = simulateAll([...tries.map(({ folder }) => folder), copy('unchanged')]);
  expect(ends).toHaveLength(tries.length + 1);
  for (const [index, { what, trace }] of tries.entries()) {
    expect(existsSync(trace), what).toBe(false);
    expect(ends[index]!.status, what).toBe(2);
    expect(ends[index]!.stderr, what).toMatch(/task\.yaml:\d+: /u);
  }
  expect(ends.at(-1)).toMatchObject({ status: 0 });
});
