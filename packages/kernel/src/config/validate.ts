import { basename } from 'node:path';
import type { ZodType, output } from 'zod';
import { counted, defined, EvospiceError } from '@evospice/contracts';
import type { ConfigurationDocument } from './document.ts';
import { problemsOf, type OptionProblem } from './problems.ts';

export interface ConfigurationProblem extends OptionProblem {
  readonly line?: number;
}

/** Everything that is wrong with one configuration file, at once. */
export class ConfigurationError extends EvospiceError {
  readonly problems: readonly ConfigurationProblem[];

  /** @param schema what `evospice schema` calls the schema, where it knows it */
  constructor(file: string, problems: readonly ConfigurationProblem[], schema?: string) {
    const first = problems[0];
    super('CONFIG_INVALID', `${counted(problems.length, 'problem')} in ${basename(file)}`, {
      file,
      received: first?.found,
      ...(first === undefined ? {} : { expected: first.expected }),
      remedy: `correct the places named${schema === undefined ? '' : `; \`npx evospice schema ${schema}\` prints a JSON Schema for editors`}`,
      ...(first?.line === undefined ? {} : { line: first.line }),
    });
    this.problems = problems;
  }

  override describe(): string {
    const lines = this.problems.map((problem) => {
      const hint = problem.suggestion === undefined ? '' : `; did you mean "${problem.suggestion}"?`;
      return `${this.file ?? ''}${problem.line === undefined ? '' : `:${problem.line}`}: ${problem.path}: ${problem.message}\n  found ${problem.found}, expected ${problem.expected}${hint}`;
    });
    return [...lines, `${this.message} [${this.code}]`, ...(this.remedy === undefined ? [] : [`  what to do: ${this.remedy}`])].join('\n');
  }

  override toJSON(): ReturnType<EvospiceError['toJSON']> & { readonly problems: readonly ConfigurationProblem[] } {
    return { ...super.toJSON(), problems: this.problems };
  }
}

/**
 * Checks a whole configuration against its schema.
 * @param name what `evospice schema` calls the schema, for the hint in the error
 * @throws ConfigurationError naming every problem with path, found, expected and the nearest right spelling
 */
export function validateConfiguration<S extends ZodType>(document: ConfigurationDocument, schema: S, name?: string): output<S> {
  const parsed = schema.safeParse(document.value);
  if (parsed.success) return parsed.data;
  const problems = problemsOf(parsed.error, document.value, schema)
    .map((problem): ConfigurationProblem => ({ ...problem, ...defined({ line: document.lineOf(problem.keys) }) }));
  throw new ConfigurationError(document.file, problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)), name);
}
