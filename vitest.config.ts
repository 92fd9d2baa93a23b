import { existsSync, readdirSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const conditions = ['@evospice/source', 'module', 'node', 'development|production'];

const roots = ['packages', 'plugins'].flatMap((floor) =>
  readdirSync(new URL(`${floor}/`, import.meta.url))
    .filter((name) => existsSync(new URL(`${floor}/${name}/package.json`, import.meta.url)))
    .map((name) => `${floor}/${name}`),
);

/** What takes longest, first; the size of a file, which Vitest goes by where it has not run them before, says nothing about that. */
const longest = [
  ...['bench', 'extract', 'readme', 'evolve', 'demo', 'reach', 'programs', 'try', 'plugin-pages', 'resume-conditions', 'learning', 'judging'].map((name) => `/test/${name}.test.ts`),
  '/packages/sandbox/src/isolate-program-runner.test.ts',
];

/** What takes longest, then the rest of `test/`, then the packages: many short files at the end leave no worker idle. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId, project }: TestSpecification): number => {
      const place = longest.findIndex((file) => moduleId.endsWith(file));
      return place === -1 ? longest.length + (project.name === 'test' ? 0 : 1) : place;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

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
    sequence: { sequencer: LongestFirst },
    testTimeout: 30_000,
    // What is polled for comes when it comes: a second, the default, is a measurement of the machine.
    expect: { poll: { timeout: 20_000, interval: 50 } },
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
