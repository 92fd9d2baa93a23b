import { readFileSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './support/cli.ts';

const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** Every command in a shell block of the README, in order; a trailing backslash continues a line. */
const commands = [...readme.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) =>
  block.replaceAll(/\\\n\s*/g, ' ').split('\n').map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#')),
);

/** The set-up, the test run and the demonstration are run by continuous integration and `test/demo.test.ts`. */
const elsewhere = new Set(['npm run setup', 'npm test', 'npm run demo']);

describe('every command in the README works', () => {
  test('there are some, and the two that do everything are among them', () => {
    expect(commands).toContain('npm run demo');
    expect(commands).toContain('npm test');
    expect(commands.filter((command) => !elsewhere.has(command)).length).toBeGreaterThan(4);
  });

  rmSync(join(root, 'runs', 'readme'), { recursive: true, force: true });
  test.each(commands.filter((command) => !elsewhere.has(command)))('%s', (command) => {
    const { status, stdout, stderr } = spawnSync('bash', ['-ec', command], { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28, env: { ...process.env, NO_COLOR: '1', PATH: `${join(root, 'node_modules', '.bin')}:${process.env['PATH'] ?? ''}` } });
    expect(status, `${stdout}\n${stderr}`).toBe(0);
    expect(stdout.trim()).not.toBe('');
  });
});
