import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { documentOf, runEvospice, temporaryFolder } from './support/cli.ts';

interface ChatRequest {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
}
type Reply = (response: ServerResponse, request: ChatRequest) => void;

/** A service on a port of its own that answers as told. */
async function service(reply: Reply): Promise<string> {
  const server = createServer((request, response) => {
    void text(request).then((body) => reply(response, JSON.parse(body) as ChatRequest));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
}

function send(response: ServerResponse, body: unknown, { status = 200, type = 'application/json' } = {}): void {
  response.writeHead(status, { 'content-type': type });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

const told = { prompt_tokens: 100, completion_tokens: 50, total_tokens: 150 };
const completion = (message: object, usage: unknown): object =>
  ({ id: 'c1', object: 'chat.completion', created: 0, model: 'stand-in', choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', ...message } }], usage });

interface Proposed {
  readonly program: { readonly proposer: string; readonly parents: readonly string[]; readonly entry: string; readonly files: Readonly<Record<string, string>> };
  readonly details: Readonly<Record<string, unknown>>;
}

function proposedIn(folder: string): readonly Proposed[] {
  const database = new DatabaseSync(join(folder, 'run.sqlite'), { readOnly: true });
  try {
    return (database.prepare("SELECT payload FROM events WHERE type = 'program-proposed' ORDER BY sequence").all() as { payload: string }[])
      .map(({ payload }) => JSON.parse(payload) as Proposed);
  } finally {
    database.close();
  }
}

/** Changes one number of the parent by a diff. */
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
  const baseUrl = await service((response, request) => {
    requests.push(request);
    send(response, completion({ content: answerTo(request) }, told));
  });
  const folder = temporaryFolder('llm');
  const config = join(folder, 'evolve.yaml');
  writeFileSync(config, `
tasks: { train: [{ generate: { family: jfet, seed: 1, points: tiny } }] }
simulator: ngspice
seedPrograms: [levenberg-marquardt]
proposers:
  - name: llm
    options: { languageModel: { name: openai, options: { model: stand-in, baseUrl: '${baseUrl}' } } }
programs: 3
budget: 20
`);
  const result = await runEvospice(['evolve', config, '--out', join(folder, 'run'), '--json']);
  expect(result.status, result.stderr).toBe(0);
  expect(documentOf(result)).toMatchObject({ ended: 'finished', programs: 3, proposers: [{ name: 'llm', outOfWork: false }] });
  expect(requests.length).toBeGreaterThanOrEqual(2);
  expect(requests[0]?.model).toBe('stand-in');
  const proposed = proposedIn(join(folder, 'run')).filter(({ program }) => program.proposer === 'llm');
  expect(proposed.length).toBeGreaterThanOrEqual(2);
  for (const { program, details } of proposed) {
    expect(program.parents.length).toBeGreaterThan(0);
    expect(JSON.stringify(details)).toContain('stand-in');
  }
  expect(readFileSync(join(folder, 'run', 'report.html'), 'utf8')).toContain('llm');
});

/** The program to be improved, as the prompt shows it, and its line with the number. */
function shown({ messages }: ChatRequest): { readonly program: string; readonly line: string } {
  const prompt = messages.find(({ role }) => role === 'user')?.content ?? '';
  const program = /^# The program to improve[\s\S]*?```ts\n([\s\S]*?)\n```/mu.exec(prompt)?.[1] ?? '';
  return { program, line: /^ *const value = .*;$/mu.exec(program)?.[0] ?? '' };
}
const edit = (line: string, value: number | string): string => `<<<<<<< SEARCH\n${line}\n=======\n  const value = ${value};\n>>>>>>> REPLACE\n`;

/** Messages as models write them. Each must give the program with the wanted number, and none with 0.01, the draft. */
const forms: readonly ((wanted: number, seen: ReturnType<typeof shown>) => object)[] = [
  // Drafts in thoughts, with and without the opening tag, and in fields and parts of their own.
  (wanted, { line }) => ({ content: `<think>\nWhat about\n${edit(line, 0.01)}No, far too small.\n</think>\nLarger.\n${edit(line, wanted)}` }),
  (wanted, { line }) => ({ content: `What about\n${edit(line, 0.01)}No.\n</think>\n${edit(line, wanted)}` }),
  (wanted, { line }) => ({ content: `<thinking>${edit(line, 0.01)}</thinking>\n${edit(line, wanted)}` }),
  (wanted, { line }) => ({ content: edit(line, wanted), reasoning_content: edit(line, 0.01) }),
  (wanted, { line }) => ({ content: [{ type: 'thinking', thinking: edit(line, 0.01) }, { type: 'text', text: edit(line, wanted) }] }),
  // Several programs.
  (wanted, { program, line }) => ({ content: `At present:\n\`\`\`ts\n${program}\n\`\`\`\nBetter:\n\`\`\`ts\n${program.replace(line, `  const value = ${wanted};`)}\n\`\`\`\n` }),
  (wanted, { program, line }) => ({
    content: `A first version:\n\`\`\`ts\n${program.replace(line, `  // longer\n  const value = 0.01;`)}\n\`\`\`\nShorter, use this one:\n\`\`\`ts\n${program.replace(line, `  const value = ${wanted};`)}\n\`\`\`\n`,
  }),
  // Fences.
  (wanted, { program, line }) => ({ content: `\`\`\`\`typescript\n${program.replace(line, `  const value = ${wanted};`)}\n\`\`\`\`\n` }),
  (wanted, { program, line }) => ({ content: `~~~ts\n${program.replace(line, `  const value = ${wanted};`)}\n~~~\n` }),
  (wanted, { program, line }) => ({ content: `\`\`\`ts title="program.ts"\r\n${program.replace(line, `  const value = ${wanted};`).replaceAll('\n', '\r\n')}\r\n\`\`\`\r\n` }),
  // Edits.
  (wanted, { line }) => ({ content: edit(`  // EVOLVE-BLOCK-START\n${line}`, wanted).replace('=======\n', '=======\n  // EVOLVE-BLOCK-START\n') }),
  (wanted, { line }) => ({ content: edit(line, wanted).replaceAll('\n', '\r\n') }),
];
const usages: readonly unknown[] = [told, { prompt_tokens: 11, completion_tokens: null, total_tokens: 14 }, { prompt_tokens: 11, total_tokens: 14 }, {}, null, undefined];

test('answers in all their forms are read, and a refused key beside them is said everywhere', async () => {
  let answers = 0;
  let failures = 0;
  const wanted: number[] = [];
  const baseUrl = await service((response, request) => {
    if (request.model === 'locked') return send(response, { error: { message: 'Incorrect API key provided', code: 'invalid_api_key' } }, { status: 401 });
    // Every fourth try fails in the body of an answer with status 200, and is made again.
    failures += 1;
    if (failures % 4 === 0) return send(response, { error: { message: 'Provider returned error', code: 502 } });
    const form = forms[answers % forms.length]!;
    const value = 0.2 + answers / 100;
    wanted.push(value);
    send(response, completion(form(value, shown(request)), usages[answers % usages.length]));
    answers += 1;
  });
  const folder = temporaryFolder('answers');
  writeFileSync(join(folder, 'problem.mjs'), `export const problem = {
  contract: 'export default function guess(): number', goal: 'Return a large number.', cases: [{ id: 'one', seed: 1 }],
  async evaluate(program) { return { score: await program.call('default') }; },
};\n`);
  writeFileSync(join(folder, 'seed.ts'), `export default function guess(): number {
  // EVOLVE-BLOCK-START
  const value = 0.1;
  // EVOLVE-BLOCK-END
  return value;
}\n`);
  const config = join(folder, 'evolve.yaml');
  const model = (name: string): string => `{ name: llm, options: { languageModel: { name: openai, options: { model: ${name}, baseUrl: '${baseUrl}', maxRetries: 1, retryDelaySeconds: 0 } } } }`;
  writeFileSync(config, `
problem: { name: module, options: { module: ./problem.mjs, seeds: [./seed.ts], evaluate: sandbox } }
archive: { name: map-elites, options: { axes: [{ descriptor: length, low: 0, high: 1000, bins: 2 }] } }
proposers: [${model('open')}, ${model('locked')}]
programs: ${forms.length + 1}
`);
  const run = join(folder, 'run');
  const result = await runEvospice(['evolve', config, '--out', run], { OPENAI_API_KEY: 'sk-stand-in-1' });

  // Every answer became the program that it meant.
  const values = proposedIn(run).filter(({ program }) => program.proposer === 'llm')
    .map(({ program }) => Number(/const value = ([\d.]+);/u.exec(program.files[program.entry] ?? '')?.[1]));
  expect(values, `${result.stdout}\n${result.stderr}`).toEqual(wanted);
  expect(values).toHaveLength(forms.length);

  // At once on the terminal, once; then in the closing table and in the exit code.
  const said = `llm-2 failed: the language model locked gave no answer: ${baseUrl} answered 401: Incorrect API key provided [LLM_REFUSED]`;
  const lines = result.stderr.split('\n');
  expect(lines.filter((line) => line === said)).toHaveLength(1);
  expect(lines.indexOf(said)).toBeLessThan(lines.findIndex((line) => line.startsWith('finished')));
  expect(result.stderr).toContain('answered with an error instead of text: Provider returned error (502)');
  expect(result.status).toBe(1);
  const table = /llm-2 wrote no program: (?:all its \d+ attempts|its only attempt) failed, the last one because:\n[\s\S]*put a valid key into the\s+environment variable OPENAI_API_KEY/u;
  for (const output of [result.stdout, (await runEvospice(['status', run])).stdout]) {
    expect(output).toMatch(table);
    expect(output).toMatch(/For 10 answers the service did not tell all tokens/u);
    expect(Math.max(...output.split('\n').filter((line) => !line.includes(folder)).map((line) => line.length))).toBeLessThanOrEqual(80);
  }

  // The same for programs and in the report.
  const status = await runEvospice(['status', run, '--json']);
  expect(status.status).toBe(0);
  const { proposers } = documentOf<{ run: { proposers: { name: string }[] } }>(status).run;
  expect(proposers.toSorted((a, b) => a.name.localeCompare(b.name))).toMatchObject([
    { name: 'llm', programs: forms.length, failed: 0, trouble: null, outOfWork: false, spent: { inputTokens: 2 * (100 + 11 + 11), outputTokens: 2 * 50, answersWithoutUsage: 10 } },
    { name: 'llm-2', programs: 0, trouble: { code: 'LLM_REFUSED' }, outOfWork: true },
  ]);
  expect(readFileSync(join(run, 'report.html'), 'utf8')).toContain('llm-2 wrote no program');
});

test('doctor asks a language model one question', async () => {
  const baseUrl = await service((response, { model }) => {
    if (model === 'locked') send(response, { detail: 'Not authenticated' }, { status: 401 });
    else if (model === 'silent') send(response, completion({ content: '', reasoning_content: 'Let me see.' }, told));
    else send(response, completion({ content: 'yes' }, told));
  });
  const check = (model: string, ...more: readonly string[]) => runEvospice([
    'doctor', '--language-model', `openai:${JSON.stringify({ model, baseUrl, maxRetries: 0 })}`, ...more,
  ]);
  const [works, refused, silent, wrong] = await Promise.all([
    check('stand-in', '--json'), check('locked'), check('silent', '--json'), runEvospice(['doctor', '--language-model', 'openai:{"modle":"m"}']),
  ]);
  expect(works.status, works.stderr).toBe(0);
  expect(documentOf(works)).toMatchObject({ languageModel: { name: 'openai', failure: null, answer: { model: 'stand-in', text: 'yes', seconds: expect.any(Number), usage: { inputTokens: 100, outputTokens: 50 } } } });
  expect(refused.status).toBe(1);
  expect(refused.stdout).toContain(`trouble openai\n          ${baseUrl} answered 401: Not authenticated`);
  expect(silent.status).toBe(1);
  expect(documentOf(silent)).toMatchObject({ languageModel: { answer: null, failure: { code: 'LLM_ANSWER', message: expect.stringContaining('holds reasoning and no answer') } } });
  expect(wrong.status).toBe(2);
  expect(wrong.stderr).toContain('did you mean "model"');

  // All members of an ensemble, each with its own end.
  const folder = temporaryFolder('ensemble');
  const member = (model: string): object => ({ use: 'openai', options: { model, baseUrl, maxRetries: 0 } });
  writeFileSync(join(folder, 'evolve.json'), JSON.stringify({ tasks: { train: [{ generate: { family: 'jfet', seed: 1 } }] }, proposers: [{ name: 'llm', options: { languageModels: [member('stand-in'), member('locked')], choose: 'ucb' } }] }));
  const ensemble = await runEvospice(['doctor', '--models', join(folder, 'evolve.json'), '--json']);
  expect(ensemble.status).toBe(1);
  expect(documentOf(ensemble)).toMatchObject({ languageModel: null, models: [{ answer: { text: 'yes' }, failure: null }, { answer: null, failure: { code: 'LLM_REFUSED' } }] });
});
