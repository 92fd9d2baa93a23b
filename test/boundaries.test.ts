import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const check = (...args: string[]) => spawnSync(process.execPath, ['tools/check-workspace.mjs', ...args], { cwd: root, encoding: 'utf8' });

test('the boundary rules fire on a tree that breaks each of them', () => {
  const { status, stderr } = check('test/fixtures/boundaries');
  expect(status).toBe(1);
  expect(stderr).toContain('floor-kernel: packages/kernel/src/index.ts -> packages/device/src/index.ts');
  expect(stderr).toContain('plugin-not-to-plugin: plugins/alpha/src/index.ts -> plugins/beta/src/index.ts');
  expect(stderr).toContain('plugin-not-to-driver: plugins/alpha/src/index.ts -> packages/cli/src/index.ts');
  expect(stderr).toContain('no-deep-import: plugins/alpha/src/index.ts -> packages/device/src/inner.ts');
  expect(stderr).toContain('manifest: @evospice/kernel depends on @evospice/device');
  expect(stderr).toContain('manifest: @evospice/plugin-alpha depends on @evospice/plugin-beta');
});

test('this workspace keeps them', () => {
  const { status, stdout, stderr } = check();
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(stdout).toMatch(/boundaries hold: [1-9]\d+ modules/);
});
