import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandResult } from '@evospice/contracts';
import { afterAll, expect, test } from 'vitest';
import { kindNames } from './kinds/mutation-kind.ts';
import { templateNames } from './prompt/templates.ts';
import { promptsCommand } from './prompts-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'evospice-prompts-command-'));
afterAll(() => rmSync(folder, { recursive: true }));
const prompts = (given?: string, show?: string): Promise<CommandResult> => promptsCommand.run({ arguments: [given], options: { show }, signal: new AbortController().signal });

test('templates are listed, and copied without losing what was edited', async () => {
  const copies = join(folder, 'copies');
  expect((await prompts()).document).toMatchObject({ templates: templateNames.map((name) => ({ name })) });
  const first = await prompts(copies);
  expect(first).toMatchObject({ text: `${templateNames.length} templates written to ${copies}`, document: { kept: [] } });
  expect(readdirSync(copies)).toHaveLength(templateNames.length);
  writeFileSync(join(copies, 'ask-diff.md.liquid'), 'Mine.');
  rmSync(join(copies, 'run.md.liquid'));
  expect((await prompts(copies)).document).toMatchObject({ written: ['run.md.liquid'] });
  expect(readFileSync(join(copies, 'ask-diff.md.liquid'), 'utf8')).toBe('Mine.');
  expect((await prompts(copies, 'diff')).text.endsWith('\n\nMine.')).toBe(true);
});

test('a prompt of every kind is shown, and what does not exist is refused', async () => {
  for (const kind of kindNames) expect((await prompts(undefined, kind)).text).toMatch(/^--- system ---\nYou improve programs[\s\S]*\n--- user ---\n# The run/u);
  await expect(prompts(undefined, 'mutate')).rejects.toMatchObject({ code: 'USAGE_PROMPTS', expected: expect.stringContaining('crossover') });
  await expect(prompts(join(folder, 'none'), 'diff')).rejects.toMatchObject({ code: 'CONFIG_PROMPTS' });
  await expect(prompts('/dev/null/prompts')).rejects.toMatchObject({ code: 'USAGE_PROMPTS' });
});
