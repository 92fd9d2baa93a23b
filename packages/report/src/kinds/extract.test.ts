import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Json } from '@evospice/contracts';
import { recordedTask } from '@evospice/extraction';
import { MemoryLog } from '@evospice/testkit';
import { afterAll, describe, expect, it } from 'vitest';
import { parseHtml } from '../testing/parse-html.ts';
import { cardAfter, sampleTask } from '../testing/sample-extraction.ts';
import { extractKind } from './extract.ts';

const folder = mkdtempSync(join(tmpdir(), 'evospice-extract-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What is stored of an extraction that was killed after some events. */
async function killed(events: readonly (readonly [string, unknown])[], facts: Readonly<Record<string, unknown>> = {}) {
  const log = new MemoryLog();
  const configuration = { optimizer: 'lm', simulator: { name: 'ngspice' }, seed: 3, budget: 200, metric: 'relative' };
  await log.append('extraction-started', configuration);
  for (const [type, payload] of events) await log.append(type, payload as Json);
  for (const [name, value] of Object.entries({ configuration, 'extraction-task': recordedTask(sampleTask()), ...facts })) await log.setFact(name, value as Json);
  return { folder, kind: 'extract', format: 2, log };
}

describe('an extraction that did not come to its end', () => {
  const errors = { relativeRms: 0.511, logRms: 0.431 };
  const start = ['start', { error: 0.511, train: errors, validate: errors }] as const;
  const best = { spent: 2, error: 0.31, train: { relativeRms: 0.31, logRms: 0.2 }, parameters: { vth0: 0.5, u0: 0.04, vsat: 9e4, pclm: 0.5 } };
  const evaluations = [['evaluation', { spent: 1, error: 0.4, best: 0.4 }], ['evaluation', { spent: 2, error: 0.31, best: 0.31 }], ['best', best], ['evaluation', { spent: 3, error: 0.6, best: 0.31 }]] as const;

  it('has a report and a card of the best until then, and says that they are not the end', async () => {
    const { report, files, notices } = await extractKind.report(await killed([start, ...evaluations], { 'extracted-card': cardAfter }));
    expect(notices?.[0]).toContain('3 of 200 simulations are stored');
    expect(readFileSync(String(files?.['card']), 'utf8')).toBe(cardAfter);
    const { text } = parseHtml(readFileSync(report, 'utf8'));
    for (const part of ['The extraction has not ended', '3 of 200 units spent', '51.1 %', '31.0 %', 'not simulated', 'vsat=1.2e5']) expect(text).toContain(part);
    // Neither a count of curves that are not stored, nor a second notice of the same.
    for (const part of ['0, measured', 'was interrupted']) expect(text).not.toContain(part);
    expect(await extractKind.status(await killed([start, ...evaluations]))).toMatchObject({ state: 'unfinished', document: { spent: 3, parameters: best.parameters }, text: expect.stringContaining('best card: vth0 = 0.5') });
  });

  it('has a report without a card before anything better than the start was found', async () => {
    const { files, report } = await extractKind.report(await killed([start]));
    expect(files).toBeUndefined();
    expect(parseHtml(readFileSync(report, 'utf8')).text).toContain('Nothing better than the starting card was found');
  });

  it('has nothing to report before the start card was simulated', async () => {
    await expect(extractKind.report(await killed([]))).rejects.toMatchObject({ code: 'USAGE_REPORT', message: expect.stringContaining('ended before anything was found') });
  });
});
