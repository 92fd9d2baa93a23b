import { inside, type ParsedProgram } from '../reading/parse-program.ts';
import MagicString from 'magic-string';
import type { RandomSource } from '@evospice/contracts';
import { collect, identifierName, isNode, lineAt, type Place, type SyntaxNode } from '@evospice/program-text';
import { pick, pickSeveral, type Operator } from './operator.ts';

const phaseFunctions = new Set(['initialise', 'globalSearch', 'localSearch', 'polish', 'restart']);

/** A statement that runs one phase, such as `await restart(state);`. */
interface Phase {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  /** Text of the first argument: what the search state is called here. */
  readonly state: string;
  readonly node: SyntaxNode;
  readonly above: Place | undefined;
}

/** Adds a phase before or after another one. */
export const insertPhase: Operator = ({ program, random }) => {
  const anchor = pick(phases(program), random);
  if (anchor === undefined) return undefined;
  const phase = newPhase(anchor.state, random);
  const indent = /[ \t]*$/.exec(program.source.slice(0, anchor.start))?.[0] ?? '';
  const edit = new MagicString(program.source);
  if (random.next() < 0.5) edit.appendLeft(anchor.start, `${phase}\n${indent}`);
  else edit.appendLeft(anchor.end, `\n${indent}${phase}`);
  return { source: edit.toString(), donors: [], details: { phase, line: lineAt(program.source, anchor.start) } };
};

/** Takes a phase out, but never the last one. */
export const removePhase: Operator = ({ program, random }) => {
  const all = phases(program);
  const phase = all.length < 2 ? undefined : pick(all, random);
  if (phase === undefined) return undefined;
  // A loop without braces goes together with its only statement.
  const whole = phase.above !== undefined && phase.above.node.type.startsWith('For') ? phase.above.node : phase;
  const edit = new MagicString(program.source);
  const lineStart = program.source.lastIndexOf('\n', whole.start);
  const alone = lineStart >= 0 && program.source.slice(lineStart, whole.start).trim() === '';
  edit.remove(alone ? lineStart : whole.start, whole.end);
  return { source: edit.toString(), donors: [], details: { phase: phase.name, line: lineAt(program.source, phase.start) } };
};

/** Exchanges two different phases. */
export const reorderPhases: Operator = ({ program, random }) => {
  const [one, other] = pickSeveral(phases(program), 2, random);
  if (one === undefined || other === undefined) return undefined;
  const [first, second] = [one, other].map(({ start, end }) => program.source.slice(start, end)) as [string, string];
  if (first === second) return undefined;
  const edit = new MagicString(program.source);
  edit.overwrite(one.start, one.end, second);
  edit.overwrite(other.start, other.end, first);
  return { source: edit.toString(), donors: [], details: { phases: `${one.name}, ${other.name}` } };
};

function phases(program: ParsedProgram): readonly Phase[] {
  return collect(program.tree, ({ node }) => node.type === 'ExpressionStatement' && inside(node, program.evolve)).flatMap(({ node, above }) => {
    const awaited = isNode(node['expression']) && node['expression'].type === 'AwaitExpression' ? node['expression']['argument'] : undefined;
    if (!isNode(awaited) || awaited.type !== 'CallExpression') return [];
    const name = identifierName(awaited['callee']);
    const first: unknown = Array.isArray(awaited['arguments']) ? awaited['arguments'][0] : undefined;
    const state = identifierName(first);
    return name === undefined || state === undefined || !phaseFunctions.has(name) ? [] : [{ start: node.start, end: node.end, name, state, node, above }];
  });
}

function newPhase(state: string, random: RandomSource): string {
  const share = Number((0.03 * 20 ** random.next()).toPrecision(2));
  const budget = `${share} /* range 0.01..1 */ * ${state}.context.budget.allowed`;
  const choices = [
    `await globalSearch(${state}, ${budget});`,
    `await localSearch(${state}, wholeStage(${state}), ${budget});`,
    `await polish(${state}, wholeStage(${state}), ${budget});`,
    `for (const stage of stageOrder(${state})) await localSearch(${state}, stage, ${budget});`,
    `await restart(${state});`,
  ];
  return pick(choices, random) ?? '';
}
