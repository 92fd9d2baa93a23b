import type { MeasuredFile } from '@evospice/contracts';
import { measuredFile } from '../measured-file.ts';

/** A measured file with this text in UTF-8. */
export function measuredText(text: string, { file }: { readonly file: string }): MeasuredFile {
  return measuredFile(file, new TextEncoder().encode(text));
}
