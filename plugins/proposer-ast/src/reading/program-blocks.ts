import { identifierName, isNode } from '@evospice/program-text';
import type { ParsedProgram, TextRange } from './parse-program.ts';
import { inside } from './parse-program.ts';

/** A strategy block where it is in a program. */
export interface ProgramBlock extends TextRange {
  /** As its comment says; may be a kind that the library does not know. */
  readonly kind: string;
  readonly name: string;
  /** Ends in one line break. */
  readonly source: string;
  /** Names its top-level statements declare. */
  readonly declares: readonly string[];
}

/** Blocks of the evolve region, each from its `// STRATEGY: kind name` comment to the last statement before the next one. */
export function programBlocks(program: ParsedProgram): readonly ProgramBlock[] {
  const { source, evolve } = program;
  const statements = topLevel(program).filter((node) => inside(node, evolve));
  const heads = program.comments.filter((comment) => comment.type === 'Line' && inside(comment, evolve) && /^\s*STRATEGY:/.test(comment.value) && !statements.some((node) => inside(comment, node)));
  return heads.flatMap((comment, index) => {
    const next = heads[index + 1]?.start ?? evolve.end;
    const own = statements.filter((node) => node.start >= comment.end && node.end <= next);
    const last = own.at(-1);
    const [, kind, name = ''] = /^\s*STRATEGY:\s*(\S+)\s*(.*?)\s*$/.exec(comment.value) ?? [];
    if (last === undefined || kind === undefined) return [];
    return [{ kind, name, start: comment.start, end: last.end, source: `${source.slice(comment.start, last.end)}\n`, declares: own.flatMap(declaredNames) }];
  });
}

type Statement = { readonly type: string; readonly start: number; readonly end: number; readonly [key: string]: unknown };

function topLevel(program: ParsedProgram): readonly Statement[] {
  const body = program.tree['body'];
  return Array.isArray(body) ? body.filter(isNode) : [];
}

function declaredNames(node: Statement): readonly string[] {
  const single = identifierName(node['id']);
  if (single !== undefined) return [single];
  const declarations = node['declarations'];
  if (!Array.isArray(declarations)) return [];
  return declarations.flatMap((declaration: unknown) => (isNode(declaration) ? (identifierName(declaration['id']) ?? []) : []));
}
