import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EvospiceError, describeError } from '@evospice/contracts';
import type { Liquid, Template } from 'liquidjs';
import { filters } from './filters.ts';

const ending = '.md.liquid';

export function templateFile(name: TemplateName): string {
  return `${name}${ending}`;
}

/** Templates that come with the plugin. */
export const shippedFolder = fileURLToPath(new URL('../../prompts/', import.meta.url));

/** The names of templates, without their ending. */
export const templateNames = [
  'system', 'user', 'run', 'background', 'reference', 'library', 'failures', 'children', 'digest', 'inspiration', 'partner', 'program',
  'ask-diff', 'ask-rewrite', 'ask-crossover', 'ask-simplify', 'ask-repair', 'ask-write', 'reask',
  'ask-plan', 'plan', 'summaries', 'ask-summaries', 'lessons', 'past-lessons', 'ask-lessons', 'paragraph', 'ask-paragraph',
] as const;
export type TemplateName = (typeof templateNames)[number];

interface LoadedTemplate {
  readonly file: string;
  readonly text: string;
  readonly parsed: Template[];
}

/** What makes text of a template. */
export interface Filling {
  fill(name: TemplateName, data: object): string;
}

/** The templates of prompts, in the template language Liquid: text with variables, conditions and loops, which runs no code. */
export class PromptTemplates implements Filling {
  readonly #engine: Liquid;
  readonly #templates: ReadonlyMap<TemplateName, LoadedTemplate>;

  private constructor(engine: Liquid, templates: ReadonlyMap<TemplateName, LoadedTemplate>) {
    this.#engine = engine;
    this.#templates = templates;
  }

  /**
   * @param folder holds templates that take the place of those that come with the plugin, by file name
   * @throws EvospiceError `CONFIG_PROMPTS` for a folder or template that cannot be used, with file and line
   */
  static async load(folder?: string): Promise<PromptTemplates> {
    // Loaded here, as most commands write no prompts.
    const { Liquid } = await import('liquidjs');
    const engine = new Liquid({ strictVariables: true, strictFilters: true });
    // A template is one file: nothing is read besides.
    for (const tag of ['render', 'include', 'layout', 'block']) delete engine.tags[tag];
    for (const [name, filter] of Object.entries(filters)) engine.registerFilter(name, filter);
    const own = new Set(folder === undefined ? [] : templatesIn(folder));
    return new PromptTemplates(engine, new Map(templateNames.map((name) => {
      const file = join(folder !== undefined && own.has(name) ? folder : shippedFolder, templateFile(name));
      const text = readFileSync(file, 'utf8');
      try {
        return [name, { file, text, parsed: engine.parse(text, file) }];
      } catch (error) {
        throw templateError(error, file);
      }
    })));
  }

  /** A hash of each template's text, by its name. */
  hashes(): Readonly<Record<string, string>> {
    return Object.fromEntries([...this.#templates].map(([name, { text }]) => [name, createHash('sha256').update(text).digest('hex').slice(0, 16)]));
  }

  /** @throws EvospiceError `CONFIG_PROMPTS` where the template asks for what the data does not hold */
  fill(name: TemplateName, data: object): string {
    const { file, parsed } = this.#templates.get(name)!;
    try {
      return (this.#engine.renderSync(parsed, data) as string).trim();
    } catch (error) {
      throw templateError(error, file);
    }
  }

  /**
   * Looks at every variable of a template, those in branches that are not taken included.
   * @param data an example in which everything is there
   * @returns the template filled with it
   * @throws EvospiceError `CONFIG_PROMPTS` for one that the data does not hold
   */
  check(name: TemplateName, data: object): string {
    const { file, parsed } = this.#templates.get(name)!;
    for (const { segments, location } of Object.values(this.#engine.analyzeSync(parsed).globals).flat()) {
      const unknown = unknownIn(data, segments);
      if (unknown !== undefined) throw unknownVariable(unknown, { file, line: location.row, known: Object.keys(data) });
    }
    return this.fill(name, data);
  }
}

/** Names of the templates in a folder. */
function templatesIn(folder: string): readonly string[] {
  let files: readonly string[];
  try {
    files = readdirSync(folder);
  } catch (cause) {
    throw new EvospiceError('CONFIG_PROMPTS', `cannot read the folder of prompts ${folder}: ${describeError(cause)}`, { file: folder, expected: 'a folder with templates', cause });
  }
  const names = files.filter((file) => file.endsWith('.liquid')).map((file) => file.slice(0, -ending.length));
  const unknown = names.find((name) => !templateNames.some((one) => one === name));
  if (unknown === undefined) return names;
  throw new EvospiceError('CONFIG_PROMPTS', `no prompt is called ${unknown}`, {
    file: join(folder, `${unknown}${ending}`), received: unknown, expected: `one of ${templateNames.join(', ')}`, remedy: '`evospice prompts FOLDER` writes all that there are',
  });
}

/** The first part of a path that an example does not hold, as it is written; undefined where all is there or depends on data. */
function unknownIn(data: object, segments: readonly unknown[]): string | undefined {
  let value: unknown = data;
  for (const [index, segment] of segments.entries()) {
    if (typeof segment !== 'string' || value === null || typeof value !== 'object') return undefined;
    if (segment === 'size' || (Array.isArray(value) && ['first', 'last'].includes(segment))) return undefined;
    if (!Object.hasOwn(value, segment)) return segments.slice(0, index + 1).join('.');
    value = (value as Readonly<Record<string, unknown>>)[segment];
  }
  return undefined;
}

function unknownVariable(name: string, { file, line, known }: { readonly file: string; readonly line: number; readonly known: readonly string[] }): EvospiceError {
  return new EvospiceError('CONFIG_PROMPTS', `${file}, line ${line}: there is no variable "${name}" here`, {
    file, line, received: name, expected: `one of ${known.join(', ')}, or what belongs to it`,
  });
}

interface LiquidError extends Error {
  readonly token?: { getPosition?(): readonly [number, number] };
}

function templateError(error: unknown, file: string): EvospiceError {
  const { message, token } = error as LiquidError;
  const line = token?.getPosition?.()[0];
  const what = message.replace(/,? ?(?:file:[^\n]*?, )?line:\d+, col:\d+[\s\S]*$/u, '');
  return new EvospiceError('CONFIG_PROMPTS', `${file}${line === undefined ? '' : `, line ${line}`}: ${what}`, {
    file, ...(line === undefined ? {} : { line }), expected: 'a template of the language Liquid with the variables that docs/prompts.md lists', cause: error,
  });
}
