import { readFileSync } from 'node:fs';
import { EvospiceError, type Logger } from '@evospice/contracts';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { priceSchema, type Price, type PriceLookup } from './prices.ts';

const rowSchema = z.strictObject({
  ...priceSchema.shape,
  match: z.string().min(1).describe('Name of a model; `*` is any text.'),
  date: z.iso.date().optional().describe('Day on which the price was looked up.'),
  source: z.string().min(1).optional().describe('Where it was looked up.'),
});

const tableSchema = z.strictObject({
  date: z.iso.date().describe('Day on which the prices were looked up, where a row names none.'),
  source: z.string().min(1).describe('Where they were looked up, where a row names nothing.'),
  models: z.array(rowSchema).min(1).describe('Prices; of several that match, the first counts.'),
});

type PriceTable = z.output<typeof tableSchema>;

/**
 * Reads a table of prices: a YAML file with `date`, `source` and `models`.
 * @throws EvospiceError `LLM_PRICES` for a file that cannot be read or is not a table of prices, with its line
 */
export function readPrices(file: string, logger: Logger): PriceLookup {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new EvospiceError('LLM_PRICES', `cannot read the prices in ${file}: ${(cause as Error).message}`, { file, expected: 'a YAML file with prices of models', cause });
  }
  return new Prices(parsedTable(text, file), file, logger);
}

function parsedTable(text: string, file: string): PriceTable {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [broken] = document.errors;
  if (broken !== undefined) throw wrong(broken.message, file, broken.linePos?.[0].line);
  const parsed = tableSchema.safeParse(document.toJS({ maxAliasCount: 100 }));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  const node = document.getIn(issue.path, true) ?? document.getIn(issue.path.slice(0, -1), true) ?? document.contents;
  const offset = (node as { readonly range?: readonly number[] } | null)?.range?.[0];
  throw wrong(`${issue.path.join('.')}: ${issue.message}`, file, offset === undefined ? undefined : lines.linePos(offset).line);
}

function wrong(reason: string, file: string, line: number | undefined): EvospiceError {
  return new EvospiceError('LLM_PRICES', `${file} is not a table of prices: ${reason}`, {
    file, expected: '`date`, `source` and `models`, each with `match`, `input` and `output` in US dollars per million tokens', ...(line === undefined ? {} : { line }),
  });
}

class Prices implements PriceLookup {
  readonly #rows: readonly { readonly pattern: RegExp; readonly price: Price }[];
  readonly #file: string;
  readonly #logger: Logger;
  readonly #told = new Set<string>();

  constructor({ models, date, source }: PriceTable, file: string, logger: Logger) {
    this.#rows = models.map(({ match, date: _date, source: _source, ...price }) => ({ pattern: patternOf(match), price }));
    this.#file = file;
    this.#logger = logger;
    logger.info(`prices of models are those of ${date} from ${source}`, { file });
  }

  priceOf(...names: readonly string[]): Price | undefined {
    for (const name of names) {
      const row = this.#rows.find(({ pattern }) => pattern.test(name));
      if (row !== undefined) return row.price;
    }
    const [name = ''] = names;
    if (!this.#told.has(name)) this.#logger.warn(`there is no price for ${name} in ${this.#file}: what it costs is not known`);
    this.#told.add(name);
    return undefined;
  }
}

function patternOf(match: string): RegExp {
  return new RegExp(`^${match.split('*').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)).join('.*')}$`, 'iu');
}
