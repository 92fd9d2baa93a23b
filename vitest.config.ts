import { existsSync, readdirSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const conditions = ['@evospice/source', 'module', 'node', 'development|production'];
const shared = {
  ssr: { resolve: { conditions } },
  resolve: { conditions },
};

const roots = ['packages', 'plugins'].flatMap((floor) =>
  readdirSync(new URL(`${floor}/`, import.meta.url))
    .filter((name) => existsSync(new URL(`${floor}/${name}/package.json`, import.meta.url)))
    .map((name) => `${floor}/${name}`),
);

/** One run for the whole workspace: unit tests lie beside the source, tests of several parts together in `test/`. */
export default defineConfig({
  ...shared,
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      // Loading what a test imports takes longer than most tests, so all files of a package share it.
      ...roots.map((root) => ({ ...shared, root, test: { name: root, include: ['src/**/*.test.ts'], isolate: false } })),
      {
        ...shared, root: 'test',
        test: { name: 'test', include: ['**/*.test.ts'], globalSetup: ['../tools/link.mjs'], testTimeout: 300_000, hookTimeout: 300_000 },
      },
    ],
  },
});
