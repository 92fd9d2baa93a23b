import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WaveformError } from './errors.ts';
import type { Waveforms } from './model.ts';
import { readWaveforms } from './read-waveforms.ts';
import { absent, because, root } from './testing/real-files.ts';

/** Formats whose every cut must show; a cut between two plots of a raw or probe file is told apart below. */
const sealed = ['xyce-table', 'xyce-tecplot', 'hspice-post', 'hspice-saved-point', 'psf-ascii', 'psf-binary', 'spice-raw', 'xyce-probe'];

describe.skipIf(absent)(`cuts of real files${because}`, () => {
  const files = absent ? [] : readdirSync(root, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.md') && !/mytran/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));

  it.each(files.map((path) => [path.slice(root.length), path]))('%s', (_, path) => {
    const bytes = readFileSync(path);
    const file = path.slice(path.lastIndexOf('/') + 1);
    const whole = readWaveforms(bytes, { file });
    if (!sealed.includes(whole.format)) return;
    const text = new TextDecoder('latin1').decode(bytes).trimEnd().length;
    const end = ['psf-binary', 'spice-raw', 'hspice-post'].includes(whole.format) ? bytes.length : text;
    // sixty cuts spread over the file, the last bytes among them
    const cuts = Array.from({ length: 60 }, (__, index) => (index < 20 ? end - 1 - index : Math.floor(((index - 20) * end) / 40))).filter((cut) => cut >= 0);
    for (const cut of cuts) {
      let part: Waveforms | undefined;
      try {
        part = readWaveforms(bytes.subarray(0, cut), { file });
      } catch (error) {
        expect(error).toBeInstanceOf(WaveformError);
      }
      // a lost blank line changes nothing
      const blank = bytes.subarray(cut).every((byte) => byte === 0x0a || byte === 0x0d || byte === 0x20);
      if (part !== undefined && !blank) expect(part.plots.length, `cut at byte ${cut}`).toBeLessThan(whole.plots.length);
    }
  });
});
