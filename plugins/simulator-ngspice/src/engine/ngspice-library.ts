/** The shared library's C interface (ngspice manual, "ngspice as shared library"). One per process is all that works. */
import koffi from 'koffi';

/** The library copies this many bytes of a command, and does not end the copy when it is longer. */
const LONGEST_COMMAND = 1022;

/** Offsets in `struct vector_info` on 64-bit machines: v_name, v_type, v_flags, v_realdata, v_compdata, v_length. */
const VECTOR_INFO = { realData: 16, complexData: 24, length: 32, size: 40 } as const;

export class NgspiceLibrary {
  readonly #command: (text: string) => number;
  readonly #vectorInfo: (name: string) => unknown;
  readonly #copy: (target: Float64Array, source: bigint, bytes: number) => void;
  /** The library fills the same structure for every vector, so it is mapped once. */
  #info: DataView | undefined;
  #printed: string[] = [];
  #exited = false;

  /** @param path of the library; loads it, and throws what the loader said. */
  constructor(path: string) {
    const library = koffi.load(path);
    const sendChar = koffi.proto('int SendChar(const char *text, int id, void *user)');
    const controlledExit = koffi.proto('int ControlledExit(int status, bool immediate, bool quit, int id, void *user)');
    const initialise = library.func('int ngSpice_Init(SendChar *print, void *status, ControlledExit *exit, void *data, void *initData, void *thread, void *user)');
    this.#command = library.func('int ngSpice_Command(const char *text)');
    this.#vectorInfo = library.func('void *ngGet_Vec_Info(const char *name)');
    this.#copy = koffi.load(null).func('void memcpy(_Out_ double *target, uintptr_t source, size_t bytes)');
    const print = koffi.register((text: string) => { this.#print(text); return 0; }, koffi.pointer(sendChar));
    const exit = koffi.register((status: number) => { this.#exited = true; this.#printed.push(`exit(${status})`); return 0; }, koffi.pointer(controlledExit));
    // No callbacks for data: they would come at every point.
    initialise(print, null, exit, null, null, null, null);
  }

  /** True once the library asked to be left: it is not to be trusted any more. */
  get exited(): boolean {
    return this.#exited;
  }

  /** @throws RangeError for a command the library would read beyond its end. */
  command(text: string): void {
    if (text.length > LONGEST_COMMAND) throw new RangeError(`a command of ${text.length} characters, where ngspice takes ${LONGEST_COMMAND}: ${text.slice(0, 60)}…`);
    this.#command(text);
  }

  /** What was printed since the last call. */
  takeLog(): string {
    if (this.#printed.length === 0) return '';
    const log = `${this.#printed.join('\n')}\n`;
    this.#printed = [];
    return log;
  }

  /**
   * Copies a vector of the current plot.
   * @param target as long as a complete vector
   * @returns false when there is no such vector, or it has another length
   */
  copy(name: string, part: 'real' | 'imaginary', target: Float64Array): boolean {
    const info = this.#look(name);
    if (info?.getInt32(VECTOR_INFO.length, true) !== target.length) return false;
    const real = info.getBigUint64(VECTOR_INFO.realData, true);
    if (real !== 0n) {
      if (part === 'real') this.#copy(target, real, target.byteLength);
      else target.fill(0);
      return true;
    }
    const pairs = new Float64Array(2 * target.length);
    this.#copy(pairs, info.getBigUint64(VECTOR_INFO.complexData, true), pairs.byteLength);
    const offset = part === 'real' ? 0 : 1;
    for (let point = 0; point < target.length; point += 1) target[point] = pairs[2 * point + offset] as number;
    return true;
  }

  /** Values of a vector of the current plot; 0 when there is no such vector. */
  lengthOf(name: string): number {
    return this.#look(name)?.getInt32(VECTOR_INFO.length, true) ?? 0;
  }

  #look(name: string): DataView | undefined {
    const pointer = this.#vectorInfo(name);
    if (pointer === null) return undefined;
    this.#info ??= new DataView(koffi.view(pointer, VECTOR_INFO.size));
    return this.#info;
  }

  #print(text: string): void {
    // "stdout …" or "stderr …".
    this.#printed.push(text.startsWith('std') ? text.slice(7) : text);
  }
}
