/** Globals that would tell the time, share memory, run in the background or differ between machines. */
const removed = ['WebAssembly', 'SharedArrayBuffer', 'Atomics', 'WeakRef', 'FinalizationRegistry', 'Intl', 'Temporal', 'performance'];

/** The clock of a program is at the epoch, so that two runs are one. */
function freezeDate(): void {
  const RealDate = Date;
  function FrozenDate(...values: unknown[]): unknown {
    if (new.target === undefined) return new RealDate(0).toString();
    return Reflect.construct(RealDate, values.length === 0 ? [0] : values, new.target);
  }
  Object.defineProperties(FrozenDate, {
    prototype: { value: RealDate.prototype, writable: false },
    now: { value: () => 0, writable: true, configurable: true },
    parse: { value: RealDate.parse, writable: true, configurable: true },
    UTC: { value: RealDate.UTC, writable: true, configurable: true },
    length: { value: 7 },
    name: { value: 'Date' },
  });
  Object.defineProperty(RealDate.prototype, 'constructor', { value: FrozenDate });
  Object.defineProperty(globalThis, 'Date', { value: FrozenDate });
}

/** Removes and replaces what a program must not have. Called once, before the program is compiled. */
export function hardenGlobals(log: (message: unknown) => void): void {
  for (const name of removed) delete (globalThis as Record<string, unknown>)[name];
  freezeDate();
  const line = (...values: unknown[]): void => log(values.length === 1 ? values[0] : values.map(String).join(' '));
  (globalThis as Record<string, unknown>)['console'] = Object.freeze({ log: line, info: line, warn: line, error: line, debug: line });
  // A hook here would be given call sites of the runtime's own functions.
  Object.defineProperty(Error, 'prepareStackTrace', { value: undefined, writable: false, configurable: false });
}
