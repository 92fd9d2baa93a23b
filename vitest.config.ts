import { existsSync, readdirSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const conditions = ['@evospice/source', 'module', 'node', 'development|production'];

const roots = ['packages', 'plugins'].flatMap((floor) =>
  readdirSync(new URL(`${floor}/`, import.meta.url))
    .filter((name) => existsSync(new URL(`${floor}/${name}/package.json`, import.meta.url)))
    .map((name) => `${floor}/${name}`),
);

/** One run for the whole workspace: unit tests lie beside the source, tests of several parts together in `test/`. */
export default defineConfig({
  ssr: { resolve: { conditions } },
  resolve: { conditions },
  test: {
    pool: 'forks',
    // One more than the cores of the smallest machine they run on: many tests wait for a process or a deadline.
    maxWorkers: 3,
    // Loading what a test imports takes longer than most tests, so all files of a package share it.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Projects say nothing of Vite (not even a root), so that they share one server: what two packages import is transformed once.
    projects: [
      ...roots.map((root) => ({ extends: true as const, test: { name: root, include: [`${root}/src/**/*.test.ts`] } })),
      {
        extends: true as const,
        test: { name: 'test', include: ['test/**/*.test.ts'], globalSetup: ['tools/link.mjs'], testTimeout: 300_000, hookTimeout: 300_000 },
      },
    ],
  },
});
