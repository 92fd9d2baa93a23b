import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

// That this workspace keeps them is part of `npm run lint`, which comes before the tests.
test('the boundary rules fire on a tree that breaks each of them', () => {
  const { status, stderr } = spawnSync(process.execPath, ['tools/check-workspace.mjs', 'test/fixtures/boundaries'], { cwd: root, encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toContain('floor-kernel: packages/kernel/src/index.ts -> packages/device/src/index.ts');
  expect(stderr).toContain('plugin-not-to-plugin: plugins/alpha/src/index.ts -> plugins/beta/src/index.ts');
  expect(stderr).toContain('plugin-not-to-driver: plugins/alpha/src/index.ts -> packages/cli/src/index.ts');
  expect(stderr).toContain('no-deep-import: plugins/alpha/src/index.ts -> packages/device/src/inner.ts');
  expect(stderr).toContain('manifest: @evospice/kernel depends on @evospice/device');
  expect(stderr).toContain('manifest: @evospice/plugin-alpha depends on @evospice/plugin-beta');
});
