import { fileURLToPath } from 'node:url';
import { testProblem } from '@evospice/testkit';
import { createModuleProblem } from './create-module-problem.ts';
import { moduleProblemOptions } from './options.ts';

const base = fileURLToPath(new URL('testing/', import.meta.url));
const refused = [
  { entry: 'a.ts', files: { 'a.ts': 'export default (' } },
  { entry: 'a.ts', files: { 'a.ts': "import 'fs'; export default () => 1;" } },
  { entry: 'a.ts', files: { 'a.ts': 'export default () => "forbidden";' } },
  { entry: 'a.ts', files: { 'a.ts': 'export default () => 1;', '../b.ts': '' } },
];

for (const evaluate of ['beside', 'sandbox']) {
  const options = moduleProblemOptions.parse({ module: './distance.ts', seeds: ['./half.ts'], evaluate, limits: { wallSeconds: 20, memoryMb: 64 } });
  testProblem(`module, evaluated ${evaluate}`, () => createModuleProblem(options, base), { refused });
}
