import { floors } from './tools/floors.mjs';

const test = '(\\.test\\.ts$|/src/testing/)';
const anyOf = (names) => `^packages/(${names.join('|')})/`;

const floorRules = floors.flatMap((names, floor) =>
  names.map((name) => {
    const others = floors.slice(floor).flat().filter((other) => other !== name);
    return {
      name: `floor-${name}`,
      comment: `${name} (floor ${floor}) imports packages of lower floors only; tests may use the test kit`,
      severity: 'error',
      from: { path: `^packages/${name}/` },
      to: { path: anyOf([...others, '__none__']), pathNot: '^packages/testkit/' },
    };
  }),
);

export default {
  forbidden: [
    ...floorRules,
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'package-not-to-plugin', comment: 'only the command line composes plugins', severity: 'error', from: { path: '^packages/', pathNot: '^packages/cli/' }, to: { path: '^plugins/' } },
    { name: 'plugin-not-to-plugin', severity: 'error', from: { path: '^plugins/([^/]+)/' }, to: { path: '^plugins/([^/]+)/', pathNot: '^plugins/$1/' } },
    { name: 'plugin-not-to-driver', comment: 'plugins serve the drivers and do not know them', severity: 'error', from: { path: '^plugins/' }, to: { path: anyOf(['bench', 'evolution', 'report', 'tune', 'cli']) } },
    { name: 'testkit-in-tests-only', severity: 'error', from: { path: '^(packages|plugins)/', pathNot: ['^packages/testkit/', test] }, to: { path: '^packages/testkit/' } },
    { name: 'no-deep-import', comment: 'a package is reached by its name, through its index', severity: 'error', from: { path: '^(packages|plugins)/([^/]+)/' }, to: { path: '^(packages|plugins)/[^/]+/src/(?!index\\.ts$)', pathNot: '^$1/$2/' } },
    { name: 'unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules)/' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { conditionNames: ['@evospice/source', 'import', 'node', 'default'], exportsFields: ['exports'] },
  },
};
