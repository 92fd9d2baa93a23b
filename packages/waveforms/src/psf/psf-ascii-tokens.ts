import { WaveformError, type WaveformErrorCode } from '../errors.ts';
import type { TextFile } from '../text/text-file.ts';

/** A quoted string, a bare word (keywords and numbers) or a bracket. */
export interface PsfToken {
  readonly kind: 'string' | 'word' | '(' | ')' | 'end';
  readonly text: string;
  readonly line: number;
}

const pattern = /\s*(?:"((?:[^"\\]|\\.)*)"|([()])|([^\s()"]+))/y;

/** Tokens of a PSF ASCII file, one at a time with one of look-ahead. */
export class PsfTokens {
  readonly #text: TextFile;
  #line = 0;
  #column = 0;
  #next: PsfToken;

  constructor(text: TextFile) {
    this.#text = text;
    this.#next = this.#scan();
  }

  peek(): PsfToken {
    return this.#next;
  }

  take(): PsfToken {
    const token = this.#next;
    if (token.kind === 'end') throw this.#text.truncated('END');
    this.#next = this.#scan();
    return token;
  }

  /** Takes the token if it is this bare word or bracket. */
  accept(text: string): boolean {
    if (this.#next.kind === 'string' || this.#next.text !== text) return false;
    this.take();
    return true;
  }

  expect(text: string): void {
    const token = this.take();
    if (token.kind === 'string' || token.text !== text) throw this.error('WAVEFORM_CORRUPTED', `"${token.text.slice(0, 40)}" is found where ${text} is expected`, token, text);
  }

  string(what: string): PsfToken {
    const token = this.take();
    if (token.kind !== 'string') throw this.error('WAVEFORM_CORRUPTED', `${token.text.slice(0, 40)} is found where ${what} is expected`, token, what);
    return token;
  }

  error(code: WaveformErrorCode, message: string, at: PsfToken, expected: string): WaveformError {
    return this.#text.error(code, message, at.line, { expected });
  }

  #scan(): PsfToken {
    while (this.#line < this.#text.lines.length) {
      const line = this.#text.lines[this.#line]!;
      if (line.slice(this.#column).trim() === '') {
        this.#line += 1;
        this.#column = 0;
        continue;
      }
      pattern.lastIndex = this.#column;
      const match = pattern.exec(line);
      const number = this.#line + 1;
      if (match === null) throw this.#text.error('WAVEFORM_CORRUPTED', 'a quoted name does not end on its line', number, { expected: '"' });
      this.#column = pattern.lastIndex;
      if (match[1] !== undefined) return { kind: 'string', text: match[1].replaceAll(/\\(.)/g, '$1'), line: number };
      if (match[2] !== undefined) return { kind: match[2] as '(' | ')', text: match[2], line: number };
      return { kind: 'word', text: match[3]!, line: number };
    }
    return { kind: 'end', text: 'the end of the file', line: this.#text.lines.length };
  }
}
