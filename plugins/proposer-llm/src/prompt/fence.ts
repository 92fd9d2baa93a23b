import { extname } from 'node:path';

/** What opens the code fence of a file: its ending, which is what most models write. */
export function fenceOf(path: string): string {
  return extname(path).slice(1);
}
