import { counted } from '@evospice/contracts';
import type { Control } from '@evospice/evolution';

/** What runs for comparison came to, a line for each. */
export function controlLines(controls: readonly Control[]): readonly string[] {
  return controls.map((control) => `for comparison, ${control.name}: ${controlText(control)}`);
}

export function controlText({ programs, evaluations, score, confirmed, validation }: Control): string {
  const worth = (value: number | null | undefined, where: string): string[] => (value === undefined ? [] : [value === null ? `failed on ${where}` : `${value.toFixed(4)} on ${where}`]);
  const others = [...worth(confirmed, 'fresh seeds'), ...worth(validation, 'validation')];
  return `score ${score === null ? 'none' : score.toFixed(4)}${others.length === 0 ? '' : ` (${others.join(', ')})`} with ${counted(programs, 'program')}${evaluations === undefined ? '' : ` and ${counted(evaluations, 'case run')}`}`;
}
