import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLineReader } from './line-reader.ts';

describe('line reader', () => {
  it('gives the same lines however the text is cut', () => {
    fc.assert(fc.property(fc.array(fc.string().map((text) => text.replaceAll('\n', '')), { maxLength: 20 }), fc.array(fc.nat(50)), (lines, cuts) => {
      let text = lines.map((line) => `${line}\n`).join('');
      const seen: string[] = [];
      const read = createLineReader(10_000, (line) => seen.push(line), () => { throw new Error('overflow'); });
      for (const cut of cuts) {
        read(text.slice(0, cut));
        text = text.slice(cut);
      }
      read(text);
      expect(seen).toEqual(lines);
    }));
  });

  it('stops for good at a line that is too long, however it comes', () => {
    for (const chunks of [['12345678901\nafter\n'], ['12345', '678901', '\nafter\n']]) {
      const seen: string[] = [];
      let overflows = 0;
      const read = createLineReader(10, (line) => seen.push(line), () => { overflows += 1; });
      for (const chunk of ['fine\n', ...chunks, 'more\n']) read(chunk);
      expect(seen).toEqual(['fine']);
      expect(overflows).toBe(1);
    }
  });
});
