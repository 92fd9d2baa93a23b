import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EvospiceError } from '@evospice/contracts';

/** File of a run's folder that holds its report. */
export const REPORT_FILE = 'report.html';

/** Writes a page into a run's folder and returns its path. @throws EvospiceError `REPORT_WRITE` */
export async function writeReport(folder: string, page: string): Promise<string> {
  const file = join(folder, REPORT_FILE);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(file, page);
  } catch (error) {
    throw new EvospiceError('REPORT_WRITE', 'the report could not be written', { file, remedy: 'check the folder’s permissions and free space', cause: error });
  }
  return file;
}
