/**
 * What passes between the library's process and its owner: frames over one pipe. A frame is two 32-bit lengths, of all
 * that follows and of the JSON text in it, then the text, then numbers as the machine has them.
 */
import type { EngineRequest } from './engine.ts';

/** File descriptor of the pipe in the child. */
export const PIPE = 3;
export const HEADER = 8;

export type LibraryRequest = EngineRequest;

/** The numbers that follow are the vectors of all runs that were complete, one after the other. */
export interface LibraryAnswer {
  /** The library asked to be left, or did not load; the process ends after this answer. */
  readonly died: boolean;
  readonly log: string;
  readonly runs: readonly { readonly log: string; readonly complete: boolean; readonly reached: number }[];
  /** Memory of the process, MB; 0 where it was not measured. */
  readonly memoryMb: number;
}

/** A frame without numbers, or the head of one with them. */
export function frameHead(text: string, numberBytes: number): Buffer {
  const length = Buffer.byteLength(text);
  const head = Buffer.allocUnsafe(HEADER + length);
  head.writeUInt32LE(length + numberBytes, 0);
  head.writeUInt32LE(length, 4);
  head.write(text, HEADER);
  return head;
}

/** Cuts a stream of chunks into frames. */
export class FrameReader {
  #head = Buffer.allocUnsafe(HEADER);
  #body: Buffer | undefined;
  #filled = 0;

  /** Takes a chunk; returns the frames that it completed. */
  read(chunk: Uint8Array): readonly { readonly text: string; readonly numbers: Uint8Array }[] {
    const frames: { readonly text: string; readonly numbers: Uint8Array }[] = [];
    for (let at = 0; at < chunk.length;) {
      const target = this.#body ?? this.#head;
      const part = chunk.subarray(at, at + target.length - this.#filled);
      target.set(part, this.#filled);
      this.#filled += part.length;
      at += part.length;
      if (this.#filled < target.length) break;
      this.#filled = 0;
      if (this.#body === undefined) {
        this.#body = Buffer.allocUnsafe(this.#head.readUInt32LE(0));
        if (this.#body.length > 0) continue;
      }
      const length = this.#head.readUInt32LE(4);
      frames.push({ text: this.#body.toString('utf8', 0, length), numbers: this.#body.subarray(length) });
      this.#body = undefined;
    }
    return frames;
  }
}
