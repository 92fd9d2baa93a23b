import { pdkError, type Place } from './pdk-error.ts';

/** What a name is in sight of its kind, and where. */
interface Spelling {
  readonly name: string;
  readonly place: Place | undefined;
}

/**
 * Names of one kind in a language that tells capital letters from small ones. Nothing here tells names apart by them, so that two which
 * differ in nothing else must not be in sight of each other.
 */
export class Spellings {
  readonly #known = new Map<string, Spelling>();
  readonly #outside: Spellings | undefined;
  readonly #what: string;

  /** @param what the names are of, such as `parameter` */
  constructor(what: string, outside?: Spellings) {
    this.#what = what;
    this.#outside = outside;
  }

  /**
   * Takes note of a name; one without a place belongs to the simulator.
   * @throws EvospiceError `PDK_AMBIGUOUS` where it differs from another only in the case of letters
   */
  add(name: string, place?: Place): void {
    const other = this.#find(name.toLowerCase());
    if (other === undefined) this.#known.set(name.toLowerCase(), { name, place });
    else if (other.name !== name) throw differsInCase(this.#what, name, place, other);
  }

  #find(key: string): Spelling | undefined {
    return this.#known.get(key) ?? (this.#outside === undefined ? undefined : this.#outside.#find(key));
  }
}

/** @throws EvospiceError `PDK_AMBIGUOUS` where what was found is not written as it was asked for */
export function refuseOtherCase(what: string, wanted: string, place: Place, found: Spelling): void {
  if (found.name !== wanted) throw differsInCase(what, wanted, place, found);
}

function differsInCase(what: string, name: string, place: Place | undefined, other: Spelling): Error {
  const at = (each: Place | undefined): string => (each === undefined ? 'of the simulator' : `${each.file}:${each.line}`);
  return pdkError('PDK_AMBIGUOUS', `the ${what} ${name} differs from ${other.name} only in the case of letters, which Spectre tells apart and nothing here does`, place ?? other.place ?? { file: '', line: 1 }, {
    received: `${other.name} (${at(other.place)}) and ${name} (${at(place)})`, expected: 'names that differ in more', remedy: 'rename one of them',
  });
}
