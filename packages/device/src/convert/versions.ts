/**
 * Versions in dotted form: `3.24` and `3.2.4` are one, `4.50` and `4.5` too, `3.3.0` is `3.3`.
 * @param dotted false for standards whose version is a plain number, such as 103.6
 */
export function normaliseVersion(text: string, dotted: boolean): string {
  const match = /^(\d+)(?:\.(\d+))?(?:\.(\d+))?$/.exec(text.trim());
  if (match === null) return text.trim();
  const [, major, minor = '0', patch] = match;
  if (!dotted) return patch === undefined ? String(Number(text)) : text.trim();
  const first = minor.charAt(0);
  const last = patch ?? minor.slice(1);
  return /^0*$/.test(last) ? `${major}.${first}` : `${major}.${first}.${String(Number(last))}`;
}

/** `3.2.4` as the decimal number `3.24`. */
export function decimalVersion(version: string): string {
  const [major, minor, patch] = version.split('.');
  return patch === undefined ? version : `${major}.${minor}${patch}`;
}
