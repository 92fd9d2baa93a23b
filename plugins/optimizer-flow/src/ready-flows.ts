import { readFileSync, readdirSync } from 'node:fs';
import { EvospiceError, type SelectionSchemaMaker } from '@evospice/contracts';
import { nearest, validateConfiguration } from '@evospice/kernel';
import { parse } from 'yaml';
import { flowOptions, type FlowOptions } from './options.ts';

/** From `src` and from `dist` alike. */
const folder = new URL('../flows/', import.meta.url);
const ending = '.yaml';

/** Names of the flows that come along. */
export function readyFlowNames(): readonly string[] {
  return readdirSync(folder).filter((file) => file.endsWith(ending)).map((file) => file.slice(0, -ending.length)).sort();
}

/** Text of a ready flow. @throws EvospiceError `CONFIG_FLOW` for a name that none has */
export function readyFlowText(name: string): string {
  const names = readyFlowNames();
  if (names.includes(name)) return readFileSync(new URL(`${name}${ending}`, folder), 'utf8');
  const guess = nearest(name, names);
  throw new EvospiceError('CONFIG_FLOW', `there is no ready flow called "${name}"`, {
    received: name, expected: `one of ${names.join(', ')}, or a file`, ...(guess === undefined ? {} : { remedy: `did you mean "${guess}"?` }),
  });
}

/** A ready flow, checked. */
export function readyFlow(name: string, select: SelectionSchemaMaker): FlowOptions {
  const text = readyFlowText(name);
  return validateConfiguration({ file: `${name}${ending}`, value: parse(text) as unknown, lineOf: () => undefined }, flowOptions(select));
}
