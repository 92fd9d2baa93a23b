import { counted } from '@evospice/contracts';
import type { RunView } from '@evospice/evolution';

/** What racing saved; null where nobody was stopped by it. */
export function racedText({ programs, saved }: RunView['raced']): string | null {
  return programs === 0 ? null : `racing stopped ${counted(programs, 'program')} early and saved ${counted(saved, 'case run')}`;
}
