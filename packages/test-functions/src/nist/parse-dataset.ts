import { EvospiceError } from '@evospice/contracts';

/** A set of the NIST StRD nonlinear regression archive, as its file states it. */
export interface RegressionDataset {
  readonly name: string;
  readonly level: 'lower' | 'average' | 'higher';
  /** Both starting points, one value a parameter. */
  readonly starts: readonly (readonly number[])[];
  /** Certified values of the parameters, to 11 digits. */
  readonly certified: readonly number[];
  readonly certifiedSumOfSquares: number;
  readonly response: readonly number[];
  /** Predictors of each observation. */
  readonly predictors: readonly (readonly number[])[];
}

/**
 * Reads a `.dat` file of the archive: the header names the lines that hold starting values, certified values and data.
 * @throws EvospiceError `DATASET_FORMAT` where the file does not hold what its header says.
 */
export function parseDataset(text: string): RegressionDataset {
  const lines = text.split(/\r?\n/);
  const fail = (what: string): never => {
    throw new EvospiceError('DATASET_FORMAT', `this is not a regression set of the NIST StRD: ${what}`, { expected: 'a .dat file of the nonlinear regression archive, unchanged' });
  };
  const found = (pattern: RegExp, what: string): RegExpExecArray => pattern.exec(text) ?? fail(`${what} is missing`);
  const part = (title: string): string[] => {
    const [, from, to] = found(new RegExp(`${title}\\s*\\(lines\\s+(\\d+)\\s+to\\s+(\\d+)\\)`, 'i'), `the line range of "${title}"`);
    return lines.slice(Number(from) - 1, Number(to)).filter((line) => line.trim() !== '');
  };
  const numbers = (line: string): number[] => {
    const values = line.trim().split(/\s+/).map(Number);
    return values.every(Number.isFinite) ? values : fail(`"${line.trim()}" should hold numbers`);
  };

  const rows = part('Starting Values').map((line) => numbers(line.split('=')[1] ?? fail(`"${line.trim()}" should give a parameter`)));
  if (rows.some((row) => row.length !== 4)) fail('a parameter needs two starts, a certified value and its deviation');
  const data = part('Data').map(numbers);
  const [count] = /\d+/.exec(found(/Number of Observations:\s*\d+/, 'the number of observations')[0])!;
  if (data.length !== Number(count) || data.some((row) => row.length !== data[0]!.length || row.length < 2)) fail(`${count} observations were announced, ${data.length} rows found`);
  return {
    name: found(/Dataset Name:\s*(\S+)/, 'the name')[1]!,
    level: found(/(Lower|Average|Higher) Level of Difficulty/, 'the level of difficulty')[1]!.toLowerCase() as RegressionDataset['level'],
    starts: [0, 1].map((column) => rows.map((row) => row[column]!)),
    certified: rows.map((row) => row[2]!),
    certifiedSumOfSquares: Number(found(/Residual Sum of Squares:\s*(\S+)/, 'the residual sum of squares')[1]),
    response: data.map(([y]) => y!),
    predictors: data.map(([, ...x]) => x),
  };
}
