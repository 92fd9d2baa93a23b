import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './support/cli.ts';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

test('the picture of the floors is the one that tools/floors.mjs gives', () => {
  const { status, stderr } = spawnSync(process.execPath, ['tools/draw-floors.mjs', '--check'], { cwd: root, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

test('every decision page states its date, and the index lists it with that date', () => {
  const pages = readdirSync(join(root, 'docs/decisions')).filter((name) => name !== 'README.md');
  const index = read('docs/decisions/README.md');
  for (const page of pages) {
    const text = read(`docs/decisions/${page}`);
    const date = /^\*Decided (\d{4}-\d{2}-\d{2})\.\*$/mu.exec(text)?.[1];
    expect(date, page).toBeDefined();
    const title = /^# (.+)$/mu.exec(text)?.[1];
    expect(index).toContain(`| [${title}](${page}) | ${date} |`);
  }
  expect(index.match(/^\| \[/gmu)).toHaveLength(pages.length);
});

test('docs/overview.md has a paragraph for every package', () => {
  const overview = read('docs/overview.md');
  const missing = readdirSync(join(root, 'packages')).filter((name) => existsSync(join(root, 'packages', name, 'package.json')) && !overview.includes(`**\`${name}\`**`));
  expect(missing).toEqual([]);
});
