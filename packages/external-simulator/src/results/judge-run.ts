import type { SimulationFailure } from '@evospice/contracts';
import type { RunMessages } from '../adapter/adapter.ts';
import type { ProgramEnd } from '../process/run-program.ts';

/** What a run's end and log say, before anyone looks at its results. */
export type RunVerdict =
  /** Results may be read. */
  | { readonly kind: 'good' }
  /** Nothing of it is used. */
  | { readonly kind: 'bad'; readonly failure: SimulationFailure; readonly netlistRefused: boolean };

/** @param log both output streams and all listings */
export function judgeRun(end: ProgramEnd, log: string, messages: RunMessages, title: string): RunVerdict {
  if (end.how === 'deadline') return bad('DEADLINE', `${title} was not done in the time allowed${queueing(log)}`);
  if (end.how === 'cancelled') return bad('CANCELLED', 'the caller cancelled');
  if (end.how === 'not started') return bad('CRASHED', `${title} did not start: ${end.detail}`);
  const good = end.how === 'exited' && (messages.goodExitCodes ?? [0]).includes(end.code ?? 1);
  const completed = messages.completed === undefined || messages.completed.test(log);
  if (good && completed) return { kind: 'good' };
  const licence = lineWith(log, messages.noLicence);
  if (licence !== undefined || (end.code !== undefined && messages.licenceExitCodes?.includes(end.code) === true)) {
    return bad('NO_LICENCE', licence ?? `${title} ended with ${end.detail}, which means that it got no licence`);
  }
  const why = explain(log, messages);
  if (why !== undefined) return bad(why.code, why.message);
  const refused = lineWith(log, messages.netlistRefused);
  if (refused !== undefined) return { kind: 'bad', netlistRefused: true, failure: { code: 'CRASHED', message: `${title} refused the netlist: ${refused}` } };
  return bad('CRASHED', good ? `${title} ended without saying that it was done` : `${title} ended with ${end.detail}${lastLine(log)}`);
}

/**
 * The failure that a log tells of, for a run whose results are not complete.
 * @param absent true when there is no result file at all, which a refused licence can be the reason of too
 */
export function explain(log: string, messages: RunMessages, absent = false): SimulationFailure | undefined {
  const licence = absent ? lineWith(log, messages.noLicence) : undefined;
  if (licence !== undefined) return { code: 'NO_LICENCE', message: licence };
  const refused = lineWith(log, messages.parameterRefused);
  if (refused !== undefined) return { code: 'PARAMETER_REFUSED', message: refused };
  const lost = lineWith(log, messages.notConverged);
  return lost === undefined ? undefined : { code: 'NOT_CONVERGED', message: lost };
}

/** Model parameters the program did not know, lower case. */
export function unknownParameters(log: string, messages: RunMessages): readonly string[] {
  return [...new Set(Array.from(log.matchAll(messages.unknownParameter), (match) => (match[1] ?? '').toLowerCase()).filter((name) => name !== ''))];
}

function bad(code: SimulationFailure['code'], message: string): RunVerdict {
  return { kind: 'bad', failure: { code, message }, netlistRefused: false };
}

/** The line of the log that an expression matches in. */
function lineWith(log: string, expression: RegExp | undefined): string | undefined {
  const match = expression?.exec(log);
  if (match === null || match === undefined) return undefined;
  const start = log.lastIndexOf('\n', match.index) + 1;
  const end = log.indexOf('\n', match.index + match[0].length);
  return log.slice(start, end < 0 ? undefined : end).replaceAll(/\s+/g, ' ').trim().slice(0, 400);
}

function lastLine(log: string): string {
  const line = log.trim().split('\n').at(-1)?.trim() ?? '';
  return line === '' ? '' : `: ${line.slice(0, 200)}`;
}

function queueing(log: string): string {
  return /waiting for[^\n]*licen[sc]e/i.test(log) ? '; it was waiting for a licence' : '';
}
