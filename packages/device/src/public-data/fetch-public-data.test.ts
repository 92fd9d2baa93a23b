import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadTask } from '../tasks/load-task.ts';
import { deviceRegistry } from '../testing/registry.ts';
import { fetchPublicData } from './fetch-public-data.ts';
import { publicTasks, type PublicTask } from './public-tasks.ts';
import { writePublicTask } from './write-public-task.ts';

const content = `% * Sample: stand-in
${Array.from({ length: 6 }, (_, index) => `${index} 1 ${index} ${index * 0.1} 0 3.5 1 3.5 0 0`).join('\n')}
`;
const path = 'examples/a file (1).dat';
const task: PublicTask = {
  ...publicTasks.find(({ family }) => family === 'vdmos')!,
  id: 'stand-in',
  data: [{
    file: { path, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') },
    entries: [{ instance: 'irfp150', temp_c: 27, curve: 'idvd', sweep: 'u1', bias: { d: 'u1', g: 'u2', s: 0 }, measure: [{ col: 'i1', node: 'd', kind: 'i' }], split: 'train' }],
  }],
};

let folder: string;
let server: Server | undefined;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'evospice-public-')); });
afterEach(() => {
  server?.close();
  server = undefined;
  rmSync(folder, { recursive: true, force: true });
});

/** Answers every request with this, and keeps what was asked for. */
async function serving(answer: string, status = 200): Promise<{ readonly from: string; readonly asked: string[] }> {
  const asked: string[] = [];
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(status).end(answer);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { from: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

const bring = (from: string) => fetchPublicData({ tasks: [task], to: join(folder, 'to'), from, signal: new AbortController().signal });

it('brings a file once, checks it and makes a task that loads', async () => {
  const { from, asked } = await serving(content);
  const [first] = await bring(from);
  expect(first).toMatchObject({ id: 'stand-in', brought: 1, present: 0 });
  expect(asked).toEqual([`/${task.repository.name}/${task.repository.commit}/examples/a%20file%20(1).dat`]);
  const loaded = await loadTask(first!.file, deviceRegistry);
  expect(loaded.curves).toHaveLength(1);
  expect(loaded.tunables.length).toBeGreaterThan(3);
  // What somebody changed in the task stays.
  writeFileSync(first!.file, `${readFileSync(first!.file, 'utf8')}# mine\n`);
  expect(await bring(from)).toMatchObject([{ brought: 0, present: 1 }]);
  expect(asked).toHaveLength(1);
  expect(readFileSync(first!.file, 'utf8')).toContain('# mine');
});

it('brings a file again that is not whole', async () => {
  const { from } = await serving(content);
  const [{ file } = { file: '' }] = await bring(from);
  const measured = join(dirname(file), 'measured', 'a file (1).dat');
  writeFileSync(measured, content.slice(0, 50));
  expect(await bring(from)).toMatchObject([{ brought: 1 }]);
  expect(readFileSync(measured, 'utf8')).toBe(content);
});

it('leaves a file of somebody else alone', async () => {
  const { from } = await serving(content);
  const [{ file } = { file: '' }] = await bring(from);
  const measured = join(dirname(file), 'measured', 'a file (1).dat');
  writeFileSync(measured, 'mine');
  await expect(bring(from)).rejects.toMatchObject({ code: 'USAGE_OUT', remedy: expect.stringContaining('move the file away') });
  expect(readFileSync(measured, 'utf8')).toBe('mine');
});

it('says that a download was cut off, keeps none of it, and brings it when it is tried again', async () => {
  server = createServer((_, response) => {
    response.writeHead(200, { 'content-length': content.length }).write(content.slice(0, 20), () => response.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  await expect(bring(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)).rejects.toMatchObject({ code: 'DATA_NETWORK', remedy: expect.stringContaining('try again: what was brought whole stays') });
  server.close();
  expect(readdirSync(join(folder, 'to', 'stand-in', 'measured'))).toEqual([]);
  expect(await bring((await serving(content)).from)).toMatchObject([{ brought: 1 }]);
});

it('does not take in an answer without end', async () => {
  // Never ended: whoever waits for the end waits for the deadline.
  server = createServer((_, response) => { response.writeHead(200).write('x'.repeat(100_000)); }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  await expect(bring(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)).rejects.toMatchObject({ code: 'DATA_CHECKSUM', message: expect.stringContaining(`in place of ${content.length}`) });
});

it('keeps nothing that is not what was published', async () => {
  const { from } = await serving('<html>log in to the network</html>');
  await expect(bring(from)).rejects.toMatchObject({ code: 'DATA_CHECKSUM', expected: expect.stringContaining(task.data[0]!.file.sha256) });
  expect(existsSync(join(folder, 'to', 'stand-in', 'measured', 'a file (1).dat'))).toBe(false);
});

it('says what to do where a file cannot be had', async () => {
  const { from } = await serving('no such file', 404);
  await expect(bring(from)).rejects.toMatchObject({ code: 'DATA_NETWORK', message: expect.stringContaining('the server answered 404'), remedy: expect.stringContaining('check --from') });
  server?.close();
  await expect(bring('http://127.0.0.1:1')).rejects.toMatchObject({ code: 'DATA_NETWORK', remedy: expect.stringContaining('--from <folder>') });
});

it('takes files from a folder with clones', async () => {
  const clone = join(folder, 'clones', task.repository.name, path);
  await expect(bring(join(folder, 'clones'))).rejects.toMatchObject({ code: 'DATA_NETWORK', remedy: 'check --from' });
  mkdirSync(dirname(clone), { recursive: true });
  writeFileSync(clone, content);
  expect(await bring(join(folder, 'clones'))).toMatchObject([{ brought: 1 }]);
});

it.each(publicTasks)('$id is a task that the schema takes', async (one) => {
  const file = await writePublicTask(one, folder);
  // Its measured files are not there: everything before them is in order.
  await expect(loadTask(file, deviceRegistry)).rejects.toMatchObject({ code: 'TASK_MISSING', message: expect.stringContaining('measured/') });
});
