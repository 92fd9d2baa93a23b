import { parseSync } from 'oxc-parser';

/** Where the evolve block of a program lies, in lines from 0: its first line and the line of its end marker. */
export interface EvolveRegion {
  readonly lines: readonly string[];
  readonly first: number;
  readonly end: number;
}

const marks = { start: '// EVOLVE-BLOCK-START', end: '// EVOLVE-BLOCK-END' };

/** Finds the evolve block; a reason where there is not exactly one pair of markers, each alone on its line. */
export function evolveRegion(source: string): EvolveRegion | { readonly reason: string } {
  const lines = source.split('\n');
  const at = (mark: string): readonly number[] => lines.flatMap((line, index) => (line.trim() === mark ? [index] : []));
  const [starts, ends] = [at(marks.start), at(marks.end)];
  const [start, end] = [starts[0], ends[0]];
  if (start === undefined || end === undefined || starts.length > 1 || ends.length > 1 || start > end) {
    return { reason: `it has ${starts.length} lines "${marks.start}" and ${ends.length} lines "${marks.end}" in place of one pair` };
  }
  return { lines, first: start + 1, end };
}

/** Why a source is no program: a syntax error with its line, or not exactly one default export. Undefined when it is one. */
export function programFault(source: string): string | undefined {
  const parsed = parseSync('program.ts', source, { lang: 'ts', sourceType: 'module', showSemanticErrors: true });
  const error = parsed.errors[0];
  if (error !== undefined) {
    const line = source.slice(0, error.labels[0]?.start ?? 0).split('\n').length;
    return `line ${line} (${source.split('\n')[line - 1]?.trim() ?? ''}): ${error.message}`;
  }
  const exports = parsed.program.body.filter(({ type }) => type === 'ExportDefaultDeclaration').length;
  if (exports !== 1) return `it has ${exports} default exports in place of one`;
  const region = evolveRegion(source);
  return 'reason' in region ? region.reason : undefined;
}
