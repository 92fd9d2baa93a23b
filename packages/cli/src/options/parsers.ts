import type { HoldOut } from '@evospice/extraction';
import { InvalidArgumentError } from 'commander';

/** A finite number above 0. */
export const positive = (text: string): number => {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value <= 0) throw new InvalidArgumentError('Expected a number greater than 0.');
  return value;
};

/** `validation`, or a part by which an error may grow. */
export const regularisation = (text: string): 'validation' | number => {
  const value = Number(text);
  if (text === 'validation') return text;
  if (text.trim() === '' || !Number.isFinite(value) || value <= 0) throw new InvalidArgumentError('Expected validation, or a number greater than 0 by which the training error may grow, such as 0.05.');
  return value;
};

/** A whole number that every generator takes as its seed. */
export const seed = (text: string): number => {
  const value = Number(text);
  if (text.trim() === '' || !Number.isInteger(value) || value < 0 || value >= 2 ** 31) {
    throw new InvalidArgumentError('Expected a whole number from 0 to 2147483647.');
  }
  return value;
};

/** A number of processes. */
export const count = (text: string): number => {
  const value = Number(text);
  if (text.trim() === '' || !Number.isInteger(value) || value < 1 || value > 1024) {
    throw new InvalidArgumentError('Expected a whole number from 1 to 1024.');
  }
  return value;
};

/** A port of TCP. */
export const port = (text: string): number => {
  const value = Number(text);
  if (text.trim() === '' || !Number.isInteger(value) || value < 1 || value > 65_535) {
    throw new InvalidArgumentError('Expected a whole number from 1 to 65535.');
  }
  return value;
};

/** What is held out: an axis, with a value for one group of it; a bias with its terminal. */
export const holdOut = (text: string): HoldOut => {
  const [axis = '', ...rest] = text.split('=').map((part) => part.trim());
  const value = (parts: readonly string[]): { readonly value?: string } => (parts.length === 0 ? {} : { value: parts.join('=') });
  if (axis === 'bias' && rest.length > 0 && rest[0] !== '') return { axis, terminal: rest[0]!.toLowerCase(), ...value(rest.slice(1)) };
  if (axis === 'temperature' || axis === 'geometry' || axis === 'die') return { axis, ...value(rest) };
  throw new InvalidArgumentError('Expected temperature, geometry, die or bias=TERMINAL, each with =VALUE for one group of it, such as temperature=125 or bias=b=-1.2.');
};

/** Names, separated by commas. */
export const names = (text: string): readonly string[] => {
  const list = text.split(',').map((name) => name.trim()).filter((name) => name !== '');
  if (list.length === 0) throw new InvalidArgumentError('Expected names, separated by commas.');
  return list;
};

export const json = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InvalidArgumentError(`Expected JSON: ${(error as Error).message}`);
  }
};
