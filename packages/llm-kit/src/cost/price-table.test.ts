import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Logger } from '@evospice/contracts';
import { afterAll, describe, expect, it } from 'vitest';
import { readPrices } from './price-table.ts';

const folder = mkdtempSync(join(tmpdir(), 'evospice-prices-'));
afterAll(() => rmSync(folder, { recursive: true }));

const said: string[] = [];
const logger: Logger = { debug: () => undefined, info: (message) => void said.push(message), warn: (message) => void said.push(message) };
const table = (text: string): string => {
  const file = join(folder, 'prices.yaml');
  writeFileSync(file, text);
  return file;
};

describe('a table of prices', () => {
  it('gives the first row that matches a name, and says once where there is none', () => {
    const prices = readPrices(table(`
date: 2026-11-30
source: https://example.org/prices
models:
  - { match: big-1.5-mini, input: 1, output: 2, source: an invoice, date: 2026-10-01 }
  - { match: big-1.5*, input: 10, cached: 1, output: 20 }
`), logger);
    expect(prices.priceOf('big-1.5-mini')).toEqual({ input: 1, output: 2 });
    expect(prices.priceOf('Big-1.5-2026-01-01')).toEqual({ input: 10, cached: 1, output: 20 });
    expect([prices.priceOf('big-1x5'), prices.priceOf('big-1x5'), prices.priceOf('other', 'big-1.5')]).toEqual([undefined, undefined, { input: 10, cached: 1, output: 20 }]);
    expect(said).toEqual(['prices of models are those of 2026-11-30 from https://example.org/prices', expect.stringContaining('there is no price for big-1x5')]);
  });

  it.each([
    ['date: 2026-11-30\nsource: x\nmodels:\n  - { match: a, input: -1, output: 2 }\n', 4, 'input'],
    ['date: soon\nsource: x\nmodels: [{ match: a, input: 1, output: 2 }]\n', 1, 'date'],
    ['date: 2026-11-30\nmodels: [\n', undefined, ''],
    ['[]', 1, ''],
    ['', undefined, ''],
  ])('%j is refused with its line', (text, line, reason) => {
    const file = table(text);
    expect(() => readPrices(file, logger)).toThrow(expect.objectContaining({ code: 'LLM_PRICES', file, message: expect.stringContaining(reason), ...(line === undefined ? {} : { line }) }));
  });

  it('that is not there is refused', () => {
    expect(() => readPrices(join(folder, 'nothing.yaml'), logger)).toThrow(expect.objectContaining({ code: 'LLM_PRICES' }));
  });
});
