import { readFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { defined, EvospiceError, type Json, type ProgramText, type Proposal, type ProposalDetails, type ProposalOptions, type ProposalRequest, type Proposer } from '@evospice/contracts';
import type { CommandRunner, CommandWords, ConfinedEnd } from '@evospice/sandbox';
import { agentPrompt } from './agent-prompt.ts';
import { completionUsage, usageDetails, usageIn } from './agent-usage.ts';
import { homeFolder } from './names.ts';
import type { CommandProposerOptions } from './options.ts';
import { takeChild } from './take-child.ts';
import { inWorkFolder } from './work-folder.ts';

/** Characters of what an agent said that are kept: its end. */
const keptWords = 20_000;

/** Largest seed that is handed over. */
const largestSeed = 2 ** 31 - 1;

/** A shorter value of a variable is not a secret and may be part of ordinary text. */
const shortestSecret = 8;

export interface CommandProposerParts {
  readonly options: CommandProposerOptions;
  /** The command with its files beside the configuration. */
  readonly words: CommandWords;
  /** Absolute. */
  readonly readable: readonly string[];
  /** Absolute. */
  readonly path: readonly string[];
  /** Variables that the agent gets by the options. */
  readonly environment: Readonly<Record<string, string>>;
  readonly runner: CommandRunner;
}

/** Has a coding agent edit the parent in a folder of its own, behind walls, and takes what it leaves. Agents are bounded from outside; what they say of themselves is on record and no more. */
export class CommandProposer implements Proposer {
  readonly name = 'command';
  readonly parents: number;
  readonly acts: string;
  readonly #parts: CommandProposerParts;
  readonly #agent: string;

  constructor(parts: CommandProposerParts) {
    this.#parts = parts;
    this.parents = 1 + parts.options.inspirations;
    this.#agent = parts.options.name ?? basename(parts.options.command[0]!);
    this.acts = `runs ${this.#agent}`;
  }

  async conditions(): Promise<Readonly<Record<string, Json>>> {
    const files = await Promise.all(this.#parts.words.files.map(async (file) => [`file ${basename(file)}`, createHash('sha256').update(await readFile(file)).digest('hex')] as const));
    return Object.fromEntries(files);
  }

  async propose(request: ProposalRequest, options: ProposalOptions = {}): Promise<Proposal> {
    const [parent, ...others] = request.parents;
    if (parent === undefined) throw new EvospiceError('PROPOSAL_FAILED', 'there is no parent to change');
    const { inspirations: count, rejections } = this.#parts.options;
    const inspirations = others.slice(0, count);
    const prompt = agentPrompt(request, { inspirations, rejections });
    const seed = request.random.integer(0, largestSeed);
    return inWorkFolder({ parent: parent.program, prompt, inspirations }, async (folder) => {
      const end = await this.#run(folder, { program: parent.program, seed }, options.signal);
      const details = await this.#account(folder, { end, prompt }, options);
      this.#refuseFailure(end);
      const { entry, files, changed } = await takeChild(folder, parent.program, this.#parts.options);
      this.#refuseSecrets(files);
      return { entry, files, operator: 'agent', parents: [...new Set([parent, ...inspirations].map(({ program }) => program.id))], details: { ...details, changed } };
    });
  }

  #run(folder: string, { program, seed }: { readonly program: ProgramText; readonly seed: number }, signal: AbortSignal | undefined): Promise<ConfinedEnd> {
    const { words, readable, path, environment, runner, options: { limits, network } } = this.#parts;
    const caps = { turns: limits.turns, tokens: limits.tokens, dollars: limits.dollars, seconds: limits.wallSeconds };
    const told = Object.entries(caps).flatMap(([name, cap]) => (cap === undefined ? [] : [[`EVOSPICE_MAX_${name.toUpperCase()}`, String(cap)] as const]));
    const values: Readonly<Record<string, unknown>> = { ...caps, entry: program.entry };
    return runner.run({
      command: words.words.map((word) => word.replaceAll(/\{(?<name>entry|turns|tokens|dollars|seconds)\}/gu, (_, name: string) => String(values[name] ?? ''))),
      folder, network, readable: [...readable, ...path, ...words.files],
      environment: {
        HOME: join(folder, homeFolder), PATH: [...path, '/usr/local/bin', '/usr/bin', '/bin'].join(':'), EVOSPICE_SEED: String(seed), EVOSPICE_ENTRY: program.entry,
        ...Object.fromEntries(told), ...environment,
      },
      limits: { wallSeconds: limits.wallSeconds, memoryMb: limits.memoryMb, outputCharacters: limits.outputBytes, processes: limits.processes },
      ...defined({ signal }),
    });
  }

  /** Puts on record what was said and what it cost, whether or not a child comes of it. */
  async #account(folder: string, { end, prompt }: { readonly end: ConfinedEnd; readonly prompt: string }, { spent, exchanged }: ProposalOptions): Promise<ProposalDetails> {
    const usage = await usageIn(folder);
    const details = { model: this.#agent, isolation: end.isolation, ...usageDetails(usage, this.#parts.options.limits) };
    spent?.(details);
    const text = this.#withoutSecrets(`${end.stdout}${end.stderr}`.slice(-keptWords)).trim();
    exchanged?.({
      model: this.#agent, messages: [{ role: 'user', content: prompt }],
      answer: { text: text === '' ? '(it said nothing)' : text, model: usage.model ?? this.#agent, ...defined({ usage: completionUsage(usage) }) },
    });
    return details;
  }

  #refuseFailure({ code, killed, stdout, stderr, isolation }: ConfinedEnd): void {
    const { exitCodes, limits } = this.#parts.options;
    const fail = (message: string, remedy: string): never => {
      throw new EvospiceError('PROPOSAL_FAILED', `the agent ${this.#agent} ${message}`, { received: code, remedy, expected: `an end with exit code ${exitCodes.join(' or ')}` });
    };
    if (killed === 'deadline') fail(`did not end within ${limits.wallSeconds} s and was killed`, 'raise limits.wallSeconds, or tell it to stop earlier');
    if (killed === 'output') fail(`printed more than ${limits.outputBytes} characters and was killed`, 'raise limits.outputBytes, or have it say less');
    if (killed === 'processes') fail(`had more than ${limits.processes} processes and was killed`, 'raise limits.processes if it needs them');
    if (killed === 'cancelled') fail('was cancelled with the run', 'resume the run');
    if (code !== null && exitCodes.includes(code)) return;
    const said = this.#withoutSecrets((stderr.trim() === '' ? stdout : stderr).trim().split('\n').slice(-3).join(' ').slice(-500));
    fail(`ended with ${code === null ? 'a signal' : `exit code ${code}`}: ${said === '' ? 'no message' : said} (${isolation})`, 'run its command by hand; what it needs to read goes into `readable`, what it must know into `environment`');
  }

  #refuseSecrets(files: ProgramText['files']): void {
    const held = this.#secrets().find(([, value]) => Object.values(files).some((text) => text.includes(value)));
    if (held !== undefined) throw new EvospiceError('PROPOSAL_FAILED', `the agent wrote the value of ${held[0]} into the program`, { expected: 'a program without secrets' });
  }

  #withoutSecrets(text: string): string {
    return this.#secrets().reduce((rest, [name, value]) => rest.replaceAll(value, `[${name}]`), text);
  }

  #secrets(): readonly (readonly [string, string])[] {
    return Object.entries(this.#parts.environment).filter(([, value]) => value.length >= shortestSecret);
  }
}
