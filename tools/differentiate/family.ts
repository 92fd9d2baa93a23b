// What is written for the equations of one family: values, tangents and adjoints of its stages.
import { adjoint, tangent, values } from './derive.ts';
import { Graph } from './graph.ts';
import { SubsetError, type Modules } from './modules.ts';
import { translate } from './translate.ts';
import { write } from './write.ts';

/** JavaScript: the body of a function that returns the family's `GeneratedCode`. */
export function generate(modules: Modules, file: string): string {
  const prepare = translate(modules, file, 'prepare', ['p', 'g', 'a'], 'q');
  const [card, geometry, ambient] = prepare.fields.inputs;
  const prepared = prepare.fields.outputs;
  const parts: string[] = [];
  const add = (graph: Graph, name: string, arrays: readonly string[]): string => {
    parts.push(write(graph, name, arrays));
    return name;
  };
  const stage = (name: string, wanted: readonly string[] = ['value', 'jacobian', 'tangent', 'adjoint', 'second']): { text: string; nodes: readonly string[] } => {
    const of = () => translate(modules, file, name, ['q', 'v'], 'f');
    const { graph: value, fields } = of();
    const [q, nodes] = fields.inputs;
    if (String(q) !== String(prepared)) throw new SubsetError(`${name} takes what prepare returns`, file);
    if (String(nodes) !== String(fields.outputs)) throw new SubsetError(`the fields that ${name} returns are those of its voltages, in the same order`, file);
    const count = nodes!.length;
    const along = (graph: Graph, array: string, index: number) => (array === 'v' ? graph.input('d', index) : undefined);
    const units = nodes!.map((_, k) => (graph: Graph, array: string, index: number) => (array === 'v' && index === k ? graph.constant(1) : undefined));
    const change = { array: 'df', index: 0 };
    const directional = () => tangent(of().graph, [along], ({ index }) => ({ ...change, index }), true);
    const gradients = { q: { array: 'qs', length: prepared.length }, v: { array: 'vs', length: count } };
    const weighted = (graph: Graph, kept: boolean) => adjoint(graph, ({ index }) => graph.input('w', index), gradients, () => kept);
    const makers: Readonly<Record<string, () => string>> = {
      value: () => add(values(value), name, ['q', 'v', 'f']),
      jacobian: () => add(tangent(of().graph, units, ({ index }, k) => ({ array: 'j', index: index * count + k })), `${name}Jacobian`, ['q', 'v', 'f', 'j']),
      tangent: () => add(directional(), `${name}Tangent`, ['q', 'v', 'd', 'df']),
      adjoint: () => add(weighted(of().graph, true), `${name}Adjoint`, ['q', 'v', 'w', 'f', 'qs', 'vs']),
      second: () => add(weighted(directional(), false), `${name}Second`, ['q', 'v', 'd', 'w', 'qs', 'vs']),
    };
    return { text: `{ ${wanted.map((key) => `${key}: ${makers[key]!()}`).join(', ')} }`, nodes: nodes! };
  };
  add(prepare.graph, 'prepare', ['p', 'g', 'a', 'q']);
  const byCard = tangent(translate(modules, file, 'prepare', ['p', 'g', 'a'], 'q').graph,
    [(graph, array, index) => (array === 'p' ? graph.input('d', index) : undefined)], ({ index }) => ({ array: 'dq', index }), true);
  add(byCard, 'prepareTangent', ['p', 'g', 'a', 'd', 'dq']);
  const evaluate = stage('evaluate');
  const optional = (name: string, wanted?: readonly string[]): string => {
    if (modules.find('functions', name, modules.load(file)) === undefined) return '';
    const { text, nodes } = stage(name, wanted);
    if (String(nodes) !== String(evaluate.nodes)) throw new SubsetError(`evaluate and ${name} have the same voltages`, file);
    return `\n  ${name}: ${text},`;
  };
  const rest = optional('store') + optional('respond', ['jacobian', 'second']);
  const list = (names: readonly string[] | undefined) => {
    const lines: string[] = [];
    for (const name of names ?? []) {
      const last = lines.at(-1);
      if (last !== undefined && last.length + name.length < 124) lines[lines.length - 1] = `${last} '${name}',`;
      else lines.push(`    '${name}',`);
    }
    return lines.length === 0 ? '[]' : `[\n${lines.join('\n')}\n  ]`;
  };
  const object = `return {
  card: ${list(card)},
  geometry: ${list(geometry)},
  ambient: ${list(ambient)},
  prepared: ${list(prepared)},
  nodes: ${list(evaluate.nodes)},
  prepare, prepareTangent,
  evaluate: ${evaluate.text},${rest}
};
`;
  return [...parts, object].join('\n');
}
