// Infers the nx targets of every workspace package, so that a package needs no project.json of its own.
import { dirname } from 'node:path';

const target = (command, extra) => ({
  executor: 'nx:run-commands',
  options: { command, cwd: '{projectRoot}' },
  cache: true,
  ...extra,
});

export const name = 'evospice-infer';
export const createNodesV2 = [
  '{packages,plugins}/*/package.json',
  (files) =>
    files.map((file) => {
      const root = dirname(file);
      const layer = root.startsWith('plugins/') ? 'layer:plugin' : 'layer:package';
      return [
        file,
        {
          projects: {
            [root]: {
              tags: [layer],
              targets: {
                build: target('tsc -b', {
                  dependsOn: ['^build'],
                  inputs: ['production', '^production'],
                  outputs: ['{projectRoot}/dist'],
                }),
                test: target('vitest run --root ../.. --project {projectRoot}', { inputs: ['default', '^production'] }),
              },
            },
          },
        },
      ];
    }),
];
