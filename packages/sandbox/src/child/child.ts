/**
 * The process around the isolate. Holds no secret and decides nothing: it carries lines between the host and the
 * guest, and dies with its standard input. It loads one native module and imports only files of its own folder.
 */
import process from 'node:process';
import { writeSync } from 'node:fs';
import type IsolatedVm from 'isolated-vm';
import { longestGuestLine, longestHostLine, longestMessage, programFolder, type HostVerb, type ProgramModules } from './frames.ts';
import { createLineReader } from './line-reader.ts';

type Transferable = string | IsolatedVm.Dereference<unknown>;
type Guest = IsolatedVm.Reference<(...values: Transferable[]) => unknown>;

const addon: { exports: { ivm?: typeof IsolatedVm } } = { exports: {} };
process.dlopen(addon, process.argv[2]!);
const ivm = addon.exports.ivm!;

let isolate: IsolatedVm.Isolate | undefined;
let context: IsolatedVm.Context | undefined;
let entries: { start: Guest; receive: Guest; idle: Guest } | undefined;
let entry: IsolatedVm.Reference<unknown> | undefined;
let ended = false;
/** CPU time of this process when the program came. */
let before = process.cpuUsage();
let loaded: { bundle: string; memoryMb: number } | undefined;
/** V8's code of the runtime, made by the first isolate: reading it is ten times faster than compiling it again. No program has been near it. */
let compiled: IsolatedVm.ExternalCopy<ArrayBuffer> | undefined;

/** Ends at once: an orderly exit would wait for an isolate that may never return. */
function die(): void {
  process.kill(process.pid, 'SIGKILL');
}

function send(message: object): void {
  write(JSON.stringify(message));
}

/** What the program has cost so far, with its compilation and the collection of its garbage. */
function tellWork(): void {
  const { user, system } = process.cpuUsage(before);
  send({ type: 'worked', cpuSeconds: (user + system) / 1e6 });
}

/** Written synchronously, so that the last words are out before the process dies. */
function write(line: string): void {
  const bytes = Buffer.from(`${line}\n`);
  for (let offset = 0; offset < bytes.length;) {
    try {
      offset += writeSync(1, bytes, offset);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return die();
    }
  }
}

function end(reason: 'stalled' | 'memory' | 'abuse' | 'syntax' | 'threw', message: string, stack = ''): void {
  if (ended) return;
  ended = true;
  tellWork();
  send({ type: 'ended', reason, name: '', message: message.slice(0, longestMessage), stack: stack.slice(-longestMessage) });
  if (reason === 'memory' || reason === 'abuse') die();
}

/** What an entry into the isolate failed with, from outside the guest's own handlers. */
function fail(error: unknown, reason: 'syntax' | 'threw'): void {
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  if (/memory limit|disposed|catastrophic/i.test(message)) return end('memory', message);
  end(reason, message, stack);
}

/** Everything the guest sends passes here; lines of its runtime are JSON, and the host checks them. */
function fromGuest(text: unknown): void {
  if (ended) return;
  if (typeof text !== 'string' || text.length > longestGuestLine || text.includes('\n')) return end('abuse', 'sent a malformed message');
  if (text.startsWith('{"type":"ended"')) ended = true;
  if (ended || text.startsWith('{"type":"call"')) tellWork();
  write(text);
}

/** Makes the isolate; on `renew` another one, without anything that was in the one before. */
async function load({ bundle, memoryMb }: { bundle: string; memoryMb: number }): Promise<void> {
  loaded = { bundle, memoryMb };
  isolate?.dispose();
  entries = entry = undefined;
  ended = false;
  isolate = new ivm.Isolate({ memoryLimit: memoryMb, onCatastrophicError: (message) => end('memory', message) });
  context = await isolate.createContext();
  const callback = new ivm.Callback(fromGuest, { ignored: true });
  const script = await isolate.compileScript(`(function (send) {${bundle}\nreturn evospiceGuest.createGuest(send);})`, {
    filename: 'runtime.js', ...(compiled === undefined ? { produceCachedData: true } : { cachedData: compiled }),
  });
  compiled ??= (script as IsolatedVm.CachedDataResult).cachedData;
  const create = await script.run(context, { reference: true }) as IsolatedVm.Reference<(send: typeof callback) => Record<string, Guest>>;
  const guest = await create.apply(undefined, [callback], { result: { reference: true } }) as IsolatedVm.Reference<Record<string, unknown>>;
  const get = async (name: string): Promise<Guest> => await guest.get(name, { reference: true }) as Guest;
  entries = { start: await get('start'), receive: await get('receive'), idle: await get('idle') };
  send({ type: 'ready' });
}

async function compile({ entry: path, function: name, modules: texts }: ProgramModules): Promise<void> {
  before = process.cpuUsage();
  const modules = new Map<string, IsolatedVm.Module>();
  const paths = new Map<IsolatedVm.Module, string>();
  try {
    for (const [file, { javascript }] of Object.entries(texts)) {
      const module = await isolate!.compileModule(javascript, { filename: `${programFolder}${file}` });
      modules.set(file, module);
      paths.set(module, file);
    }
    await modules.get(path)!.instantiate(context!, (specifier, referrer) => {
      const imported = modules.get(texts[paths.get(referrer)!]?.imports[specifier] ?? '');
      if (imported === undefined) throw new SyntaxError('a program imports its own files only');
      return imported;
    });
  } catch (error) {
    return fail(error, 'syntax');
  }
  try {
    const main = modules.get(path)!;
    await main.evaluate();
    const found = await main.namespace.get(name, { reference: true });
    if (found.typeof !== 'function') return end('syntax', name === 'default' ? 'the default export is not a function' : `it does not export a function called ${name}`);
    entry = found;
  } catch (error) {
    fail(error, 'threw');
  }
}

/** Enters the guest, and afterwards looks whether anything is left that could ever wake it again. */
async function enter(name: 'start' | 'receive', values: readonly Transferable[]): Promise<void> {
  if (ended) return;
  try {
    await entries![name].apply(undefined, [...values]);
    const idle = await entries!.idle.apply(undefined, []);
    if (idle === true) end('stalled', 'waits for something that never comes');
  } catch (error) {
    fail(error, 'threw');
  }
}

const verbs: Readonly<Record<HostVerb, (json: string) => Promise<void>>> = {
  load: (json) => load(JSON.parse(json)),
  renew: () => load(loaded!),
  program: (json) => compile(JSON.parse(json)),
  start: async (json) => { if (entry !== undefined) await enter('start', [entry.derefInto(), json]); },
  reply: (json) => enter('receive', [json]),
};

// One after another: a reply must not overtake the start.
let queue = Promise.resolve();
const read = createLineReader(longestHostLine, (line) => {
  const space = line.indexOf(' ');
  const action = verbs[line.slice(0, space) as HostVerb];
  queue = queue.then(() => action(line.slice(space + 1))).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    die();
  });
}, die);

process.stdin.setEncoding('utf8');
process.stdin.on('data', read);
process.stdin.on('end', die);
process.stdin.on('error', die);
