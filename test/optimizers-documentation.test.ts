import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { documentOf, evospice, root, temporaryFolder } from './support/cli.ts';

interface Listed {
  readonly plugins: readonly { readonly point: string; readonly name: string; readonly options: { readonly properties?: Readonly<Record<string, unknown>> } }[];
}

const text = readFileSync(join(root, 'docs', 'optimizers.md'), 'utf8');
const optimizers = documentOf<Listed>(evospice(['plugins', 'list', '--json'])).plugins.filter(({ point }) => point === 'Optimizer');

/** First cells of the rows of the table whose heading begins with these cells. */
function rowsOf(...heading: readonly string[]): string[][] {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`| ${heading.join(' | ')}`));
  const table = lines.slice(start + 2);
  return table.slice(0, table.findIndex((line) => !line.startsWith('|'))).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
}

test('the table of optimizers names each that comes along, and no other', () => {
  const named = rowsOf('name', 'what it is').map(([cell]) => cell?.replaceAll('`', ''));
  expect(named.toSorted()).toEqual(optimizers.map(({ name }) => name).toSorted());
});

test('the options that SPICE OPUS’s methods are mapped to exist', () => {
  const rows = rowsOf('method', 'optimizer').filter(([, ours]) => !ours!.includes('npx'));
  expect(rows).toHaveLength(12);
  for (const [method, ours, options] of rows) {
    const name = ours!.replaceAll('`', '');
    const known = Object.keys(optimizers.find((optimizer) => optimizer.name === name)?.options.properties ?? {});
    const mapped = ourNames(options!);
    expect(mapped.length > 0 || options!.startsWith('as above'), method).toBe(true);
    expect(known, `${method}: ${name}`).toEqual(expect.arrayContaining(mapped));
  }
});

/** The only block of this kind, as it is. */
function block(language: string): string {
  const blocks = [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gmsu'))].map(([, code]) => code!);
  expect(blocks).toHaveLength(1);
  return blocks[0]!;
}

test('the command shown works as it is written', () => {
  const folder = temporaryFolder('shown');
  cpSync(join(root, 'examples', 'diode'), join(folder, 'examples', 'diode'), { recursive: true });
  const here = `npx() { shift; "${process.execPath}" "${join(root, 'packages/cli/bin/evospice.mjs')}" "$@"; }`;
  const { status, stdout, stderr } = spawnSync('bash', ['-ec', `${here}\n${block('sh')}`], { cwd: folder, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });
  expect(status, stderr).toBe(0);
  expect(stdout).toContain('chain');
});

test('the lines of a program shown do what they say', () => {
  const folder = temporaryFolder('shown');
  const program = join(folder, 'program.ts');
  writeFileSync(program, `export default async function shown(problem: any, context: any) {\n${block('ts')}context.log('spent ' + context.budget.spent);\n}\n`);
  const result = evospice(['extract', join(root, 'examples', 'diode'), '--optimizer', program, '--budget', '40', '--out', join(folder, 'run'), '--json']);
  expect(result.status, result.stderr).toBe(0);
  const { end, log } = documentOf<{ readonly end: string; readonly log: readonly string[] }>(result);
  expect(end).toBe('completed');
  expect(Number(log.at(-1)?.replace('spent ', ''))).toBeGreaterThan(5);
});

/** Names on our side of a cell: those before `→ the same`, and the one behind another arrow. Values are in parentheses. */
function ourNames(cell: string): string[] {
  return cell.replaceAll(/\([^)]*\)/g, '').split(';').flatMap((part) => {
    let pending: string[] = [];
    return [...part.matchAll(/→ the same|→ `([^`]+)`|`([^`]+)`/g)].flatMap(([, renamed, name]) => {
      if (name !== undefined) {
        pending.push(name);
        return [];
      }
      const found = renamed === undefined ? pending : [renamed];
      pending = [];
      return found;
    });
  });
}
