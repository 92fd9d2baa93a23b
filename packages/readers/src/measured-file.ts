import type { MeasuredFile } from '@evospice/contracts';
import { decodeText } from './text/decode-text.ts';

/** A measured file whose text is decoded where a reader asks for it, once. */
export function measuredFile(file: string, bytes: Uint8Array): MeasuredFile {
  let text: string | undefined;
  return {
    file,
    bytes,
    get text(): string {
      text ??= decodeText(bytes, file).text;
      return text;
    },
  };
}
