import { EvospiceError, describeError, faultOf, type CommandResult } from '@evospice/contracts';
import { visible } from './visible.ts';

export type { CommandResult };

/**
 * Runs a command to its end: one JSON document or text on standard output, everything else on standard error.
 * Exit codes: 0 done, 1 failed, 2 asked wrongly (configuration, names, files), 130 interrupted.
 */
export async function runCommand(json: boolean, action: (signal: AbortSignal) => Promise<CommandResult>): Promise<void> {
  const controller = new AbortController();
  const interrupt = () => controller.abort(new EvospiceError('INTERRUPTED', 'interrupted', { remedy: 'run the same command again; evolve goes on with --resume' }));
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  try {
    const { document, text, exitCode = 0 } = await action(controller.signal);
    await print(json ? JSON.stringify(document, null, 2) : visible(text));
    process.exitCode = exitCode;
  } catch (error) {
    const failure = controller.signal.aborted ? controller.signal.reason : error;
    if (process.env['EVOSPICE_DEBUG'] !== undefined && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
    const code = await reportFailure(failure, json);
    process.exitCode = controller.signal.aborted || EvospiceError.is(failure, 'INTERRUPTED') ? 130 : code;
  } finally {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
  }
}

/** Says on standard error, and with `json` on standard output, why nothing came of a command. Returns the exit code. */
export async function reportFailure(failure: unknown, json: boolean): Promise<1 | 2> {
  process.stderr.write(`${visible(describeError(failure))}\n`);
  if (json) await print(JSON.stringify({ error: documentOf(failure) }, null, 2));
  return EvospiceError.is(failure) && faultOf(failure.code) === 'usage' ? 2 : 1;
}

function documentOf(error: unknown): unknown {
  return EvospiceError.is(error) ? error : { code: 'UNEXPECTED', message: error instanceof Error ? error.message : String(error) };
}

/** Waits until the text is out, so that a pipe gets all of it. */
function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text.endsWith('\n') ? text : `${text}\n`, (error) => {
      // A reader that went away (`| head`) is not our failure.
      if (error !== null && error !== undefined && (error as NodeJS.ErrnoException).code !== 'EPIPE') reject(error);
      else resolve();
    });
  });
}
