import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import which from 'which';
import { defined, EvospiceError, type Logger, type Simulator, type SimulatorStatus, type Testbench } from '@evospice/contracts';
import type { LicenceFacts, SimulatorAdapter } from '../adapter/adapter.ts';
import type { CommandOptions } from '../adapter/command-options.ts';
import type { CardWriter } from '../card/card-writer.ts';
import { refuseTestbench } from '@evospice/testbench';
import { runProgram } from '../process/run-program.ts';
import { Slots } from '../process/slots.ts';
import { makeWorkFolder } from '../process/work-folder.ts';
import { CandidateCards } from './candidate-cards.ts';
import { ExternalSession } from './external-session.ts';
import { refuseKit } from './refuse-kit.ts';

export interface ExternalServices {
  readonly writeCard: CardWriter;
  readonly logger: Logger;
}

/** Time the question for a version may take, ms. */
const PROBE_MS = 20_000;

/** A simulator that is a command, driven through files. */
export class ExternalSimulator implements Simulator {
  readonly name: string;
  /** What the licence server counts; undefined where no licence is needed. */
  readonly licence: LicenceFacts | undefined;
  readonly #adapter: SimulatorAdapter;
  readonly #options: CommandOptions;
  readonly #services: ExternalServices;
  readonly #slots: Slots;

  constructor(adapter: SimulatorAdapter, options: CommandOptions, services: ExternalServices) {
    this.name = adapter.name;
    this.licence = adapter.licence;
    this.#adapter = adapter;
    this.#options = options;
    this.#services = services;
    this.#slots = new Slots(options.concurrency);
  }

  async probe(): Promise<SimulatorStatus> {
    const { versionProbe, title, remedy } = this.#adapter;
    const location = this.#find();
    if (location === undefined) return { available: false, remedy };
    const folder = makeWorkFolder(this.name);
    try {
      for (const [name, text] of Object.entries(versionProbe.files ?? {})) writeFileSync(join(folder.path, name), text);
      const end = await runProgram({
        program: location, arguments: versionProbe.arguments, folder: folder.path, environment: this.#environment(), deadlineMs: PROBE_MS, disposable: true,
      });
      const version = versionProbe.version.exec(end.output)?.[1];
      if (version !== undefined) return { available: true, version, location };
      const said = end.output.trim().split('\n')[0]?.slice(0, 200) ?? '';
      return { available: false, location, remedy: `${location} does not say that it is ${title} (${end.detail}${said === '' ? '' : `: ${said}`}); ${remedy}` };
    } finally {
      folder.discard();
    }
  }

  async open(testbench: Testbench, options: { readonly signal?: AbortSignal } = {}): Promise<ExternalSession> {
    const { devices, title, remedy } = this.#adapter;
    refuseTestbench(testbench);
    if (!devices.includes(testbench.device.kind)) {
      throw new EvospiceError('SIMULATOR_MODEL', `${title} has no model of a ${testbench.device.kind}`, {
        received: testbench.device.kind, expected: devices.join(', '), remedy: 'use another simulator', file: testbench.card.file,
      });
    }
    if ((testbench.libraries ?? []).length > 0) {
      throw new EvospiceError('SIMULATOR_TESTBENCH', `compiled Verilog-A models (OSDI) are not loaded into ${title}`, {
        received: testbench.libraries, expected: 'a model that it has', remedy: 'use an ngspice that loads them: evospice doctor says which does', file: testbench.card.file,
      });
    }
    refuseKit(testbench, this.#adapter);
    this.#adapter.refuse?.(testbench);
    const program = this.#find();
    if (program === undefined) {
      throw new EvospiceError('SIMULATOR_MISSING', `there is no program "${this.#options.program}"`, {
        received: this.#options.program, expected: `the path of ${title}, or a command on PATH`, remedy,
      });
    }
    const folder = makeWorkFolder(this.name, this.#options.keepFiles);
    return await ExternalSession.open({
      testbench, logger: this.#services.logger, width: this.#options.concurrency,
      cards: new CandidateCards(testbench, this.#services.writeCard),
      setting: {
        adapter: this.#adapter, program, arguments: this.#options.arguments, environment: this.#environment(),
        deadlineMs: this.#options.deadlineSeconds * 1000, folder, slots: this.#slots,
      },
    }, options.signal);
  }

  #find(): string | undefined {
    const path = this.#environment()['PATH'];
    const found = which.sync(this.#options.program, { nothrow: true, ...defined({ path }) });
    // Absolute: the program runs in a folder of its own.
    return found === null ? undefined : resolve(found);
  }

  #environment(): Readonly<Record<string, string | undefined>> {
    const { licenceServer, environment } = this.#options;
    const licence = licenceServer === undefined ? [] : (this.#adapter.licence?.variables ?? []).map((name) => [name, licenceServer]);
    return { ...process.env, ...this.#adapter.environment, ...Object.fromEntries(licence), ...environment };
  }
}
