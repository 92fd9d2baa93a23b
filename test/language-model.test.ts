import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { root, temporaryFolder } from './support/cli.ts';

interface ChatRequest {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
}

/** Answers as a language model behind an OpenAI-compatible service would: changes one number of the parent by a diff. */
function answerTo({ messages }: ChatRequest): string {
  const prompt = messages.findLast(({ role }) => role === 'user')?.content ?? '';
  const parent = prompt.slice(prompt.indexOf('// EVOLVE-BLOCK-START'), prompt.indexOf('// EVOLVE-BLOCK-END'));
  const line = parent.split('\n').find((one) => /^\s*const \w+ = .*\b\d+\.\d+\b.*;$/.test(one) && parent.split(one).length === 2);
  if (line === undefined) return 'The prompt shows no parent with a number to change.';
  const changed = line.replace(/\b\d+\.\d+\b/, (number) => String(Number(number) * 1.25));
  return `The step is too small.\n\n<<<<<<< SEARCH\n${line}\n=======\n${changed}\n>>>>>>> REPLACE\n`;
}

test('a language model behind an OpenAI-compatible service writes programs of an evolution', async () => {
  const requests: ChatRequest[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const asked = JSON.parse(body) as ChatRequest;
    requests.push(asked);
    response.setHeader('content-type', 'application/json');
    const content = answerTo(asked);
    response.end(JSON.stringify({
      id: 'c1', object: 'chat.completion', created: 0, model: asked.model,
      choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content } }],
      usage: { prompt_tokens: 100, completion_tokens: 50, total_tokens: 150 },
    }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const folder = temporaryFolder('llm');
  const config = join(folder, 'evolve.yaml');
  writeFileSync(config, `
tasks: { train: [{ generate: { family: jfet, seed: 1, points: tiny } }] }
simulator: ngspice-wasm
seedPrograms: [levenberg-marquardt]
proposers:
  - name: llm
    options: { languageModel: { name: openai, options: { model: stand-in, baseUrl: 'http://127.0.0.1:${port}/v1' } } }
programs: 3
budget: 20
`);
  try {
    const child = spawn(process.execPath, [join(root, 'packages/cli/bin/evospice.mjs'), 'evolve', config, '--out', join(folder, 'run'), '--json'], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let errors = '';
    child.stdout.on('data', (chunk: Buffer) => { output += chunk.toString(); });
    child.stderr.on('data', (chunk: Buffer) => { errors += chunk.toString(); });
    const [status] = (await once(child, 'exit')) as [number];
    expect(status, errors).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ ended: 'finished', programs: 3 });
  } finally {
    server.close();
  }
  expect(requests.length).toBeGreaterThanOrEqual(2);
  expect(requests[0]?.model).toBe('stand-in');
  const database = new DatabaseSync(join(folder, 'run', 'run.sqlite'), { readOnly: true });
  const proposed = (database.prepare("SELECT payload FROM events WHERE type = 'program-proposed'").all() as { payload: string }[])
    .map(({ payload }) => JSON.parse(payload) as { program: { proposer: string; source: string; parents: string[] }; details: Record<string, unknown> })
    .filter(({ program }) => program.proposer === 'llm');
  database.close();
  expect(proposed.length).toBeGreaterThanOrEqual(2);
  for (const { program, details } of proposed) {
    expect(program.parents.length).toBeGreaterThan(0);
    expect(JSON.stringify(details)).toContain('stand-in');
  }
  expect(readFileSync(join(folder, 'run', 'report.html'), 'utf8')).toContain('llm');
});
