/** Primary result codes of SQLite (https://sqlite.org/rescode.html). */
const BUSY = 5;
const CORRUPT = 11;
const NOT_A_DATABASE = 26;

/** Primary code of an error raised by `node:sqlite`, or undefined for any other error. */
function primaryCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return undefined;
  return error.errcode & 0xff;
}

/** Another connection holds a lock that was needed. */
export function isBusy(error: unknown): boolean {
  return primaryCode(error) === BUSY;
}

/** The file is damaged or is not a database. */
export function isDamaged(error: unknown): boolean {
  const code = primaryCode(error);
  return code === CORRUPT || code === NOT_A_DATABASE;
}
