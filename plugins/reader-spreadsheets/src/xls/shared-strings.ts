import type { BiffRecord } from './biff.ts';

/**
 * The strings that cells share ([MS-XLS] 2.4.265, 2.5.293). They may go over several records: where characters do, the next record begins with a byte
 * that says anew whether they have one byte or two.
 * @param records SST, then the CONTINUE records behind it
 */
export function readSharedStrings(records: readonly BiffRecord[]): readonly string[] {
  let [index, at] = [0, 8];
  const here = (): BiffRecord => records[index]!;
  /** Goes on to the next record where this one is at its end. */
  const turn = (): boolean => {
    if (at < here().length || index + 1 >= records.length) return false;
    [index, at] = [index + 1, 0];
    return true;
  };
  const skip = (size: number): void => {
    for (let left = size; left > 0;) {
      turn();
      const part = Math.min(left, here().length - at);
      if (part <= 0) return;
      at += part;
      left -= part;
    }
  };
  const strings: string[] = [];
  const count = records[0]!.u32(4);
  while (strings.length < count) {
    turn();
    const length = here().u16(at);
    let flags = here().u8(at + 2);
    at += 3;
    const runs = (flags & 8) === 0 ? 0 : here().u16(at);
    if (runs > 0 || (flags & 8) !== 0) at += 2;
    const phonetic = (flags & 4) === 0 ? 0 : here().u32(at);
    if ((flags & 4) !== 0) at += 4;
    let text = '';
    while (text.length < length) {
      if (turn()) flags = here().u8(at++);
      const width = (flags & 1) === 1 ? 2 : 1;
      const part = Math.min(length - text.length, Math.floor((here().length - at) / width));
      // Reading behind the last record throws the error of a cut file.
      text += here().text(at, Math.max(part, 1), flags);
      at += Math.max(part, 1) * width;
    }
    strings.push(text);
    skip(4 * runs + phonetic);
  }
  return strings;
}
