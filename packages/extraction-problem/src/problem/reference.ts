import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { identifierName, nodeIn, nodesIn, parseSource } from '@evospice/program-text';
import { toolbox } from '@evospice/toolbox';

const require = createRequire(import.meta.url);

/** Source files of one of our packages, or its declaration files where only those were installed. */
function declarationFiles(packageName: string): readonly string[] {
  const root = dirname(require.resolve(`${packageName}/package.json`));
  const [folder, ending] = existsSync(join(root, 'src')) ? ['src', '.ts'] : ['dist', '.d.ts'];
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending) && !file.endsWith('.test.ts'))
    .sort()
    .map((file) => join(root, folder, file));
}

/**
 * What programs may call of the toolbox, in ever shorter forms: signatures with the first sentence of their documentation and the types they speak of; without
 * the sentences; names alone. Read from the toolbox itself, so never out of date.
 */
export function toolboxReference(): readonly string[] {
  const functions = new Map<string, string>();
  const types = new Map<string, string>();
  for (const file of declarationFiles('@evospice/toolbox')) {
    const source = readFileSync(file, 'utf8');
    const { tree, comments } = parseSource(source);
    for (const statement of nodesIn(tree, 'body')) {
      const declaration = statement.type === 'ExportNamedDeclaration' ? nodeIn(statement, 'declaration') : undefined;
      const name = identifierName(declaration?.['id']);
      if (declaration === undefined || name === undefined) continue;
      const comment = comments.findLast(({ type, end }) => type === 'Block' && end <= statement.start && source.slice(end, statement.start).trim() === '');
      if (declaration.type === 'FunctionDeclaration' || declaration.type === 'TSDeclareFunction') {
        const signature = source.slice(nodeIn(declaration, 'id')?.start, nodeIn(declaration, 'body')?.start ?? declaration.end).trim().replace(/;$/, '');
        functions.set(name, `${plainTypes(signature)}${firstSentence(comment?.value)}`);
      } else if (declaration.type === 'TSInterfaceDeclaration') {
        types.set(name, plainTypes(source.slice(declaration.start, declaration.end).replaceAll(/\/\*\*[\s\S]*?\*\//g, '')));
      }
    }
  }
  const offered = Object.keys(toolbox).map((name) => functions.get(name) ?? name);
  const mentioned = [...types].filter(([name]) => offered.some((line) => line.includes(name)) || [...types].some(([, text]) => text.includes(`extends ${name}`)));
  const whole = [...offered, '', ...mentioned.map(([, text]) => text)].join('\n');
  return [whole, whole.replaceAll(/ {2}\/\/ .*$/gmu, ''), Object.keys(toolbox).join(', ')];
}

/** The types between an optimizer and the world, as the contracts declare them. */
export function contractReference(): string {
  const file = declarationFiles('@evospice/contracts').find((path) => /[\\/]optimizer(\.d)?\.ts$/.test(path));
  if (file === undefined) return '';
  const source = readFileSync(file, 'utf8');
  const { tree, comments } = parseSource(source);
  const exported = nodesIn(tree, 'body').flatMap((statement) => {
    const declaration = statement.type === 'ExportNamedDeclaration' ? nodeIn(statement, 'declaration') : undefined;
    if (declaration === undefined || !/^TS(?:Interface|TypeAlias)Declaration$/.test(declaration.type) || identifierName(declaration['id']) === 'Optimizer') return [];
    const comment = comments.findLast(({ type, end }) => type === 'Block' && end <= statement.start && source.slice(end, statement.start).trim() === '');
    return [`${comment === undefined ? '' : `${source.slice(comment.start, comment.end)}\n`}${source.slice(declaration.start, declaration.end)}`];
  });
  // A prompt is paid for by the token: that everything is read-only is said once, and short comments take the short form.
  return `// everything is readonly\n${exported.join('\n\n').replaceAll('readonly ', '').replaceAll(/\/\*\* (.*) \*\/$/gmu, '// $1')}`;
}

/** Types without what only a compiler needs. */
function plainTypes(declaration: string): string {
  const spaced = declaration.replaceAll(/\s+/g, ' ').replaceAll('( ', '(').replaceAll(/,? \)/g, ')').replaceAll('; }', ' }');
  return spaced.replaceAll('readonly ', '').replaceAll(/\((\w+\[\])\)\[\]/g, '$1[]');
}

/** Longest description of a function, in characters. */
const longest = 52;

/** Up to the first full stop, without tags and sources; long ones are cut, as a prompt is paid for by the token. */
function firstSentence(comment: string | undefined): string {
  const text = (comment ?? '').replaceAll(/^\s*\*+ ?/gm, '').replace(/(^|\s)@[\s\S]*$/, '').replaceAll(/\s+/g, ' ').replaceAll(/ \([^()]*\b(?:18|19|20)\d\d[^()]*\)/g, '').trim();
  const sentence = /^.*?\.(?=\s|$)/.exec(text)?.[0] ?? text;
  return sentence === '' ? '' : `  // ${sentence.length > longest ? `${sentence.slice(0, longest)}…` : sentence}`;
}
