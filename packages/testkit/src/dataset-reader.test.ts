import { BlankReader, DelimitedReader, MdmReader, PypsucurvetraceReader } from '@evospice/readers';
import { testDatasetReader } from './dataset-reader.ts';

testDatasetReader('mdm', () => new MdmReader(), [
  {
    name: 'two outer sweeps, header values, a synchronised input',
    blocks: 4,
    rows: 12,
    statesLength: true,
    text: `! VERSION = 6.00
!Data measured by somebody
BEGIN_HEADER
 ICCAP_INPUTS
  vg         V  G GROUND SMU2 0.001 LIN        1    -0.1       0.1       3   0.1
  vb         V  B GROUND SMU4 0.1 LIN        2    0          -1.2       2    -1.2
  vd         V  D GROUND SMU1 0.1 LIST       3 2 0.05 1.2
  vx         V  X GROUND SMU5 0.1 SYNC       1 0 vg
  vs         V  S GROUND SMU3 0.1 CON        0
 ICCAP_OUTPUTS
  id         I  D GROUND SMU1 B
 ICCAP_VALUES
  TEMP " 27.0000 "
  MAIN.W "10.00u"
END_HEADER

${[[0.05, 0], [0.05, -1.2], [1.2, 0], [1.2, -1.2]]
  .map(([vd, vb]) => `BEGIN_DB\n ICCAP_VAR vb ${vb}\n ICCAP_VAR vd ${vd}\n ICCAP_VAR vs -0\n\n #vg              id\n  -0.1 1.5e-009\n  0\t-2.25e-009\n  0.1             3.125e-008\nEND_DB\n`)
  .join('\n')}
`,
  },
]);

const rows = [0, 0.5, 1].flatMap((vg) => [0.1, 0.2, 0.3].map((vd) => [vg, vd, 12.5 * vg * vd]));
testDatasetReader('csv', () => new DelimitedReader('csv', ','), [
  { name: 'stated rows and blocks', blocks: 3, rows: 9, statesLength: true, text: `# operator: me\n# sweep: vd\n# block: vg\n# rows: 9\nvg (V),vd (mV),id (uA)\n${rows.map((row) => row.join(',')).join('\n')}\n` },
  { name: 'a row of units and no comments', blocks: 1, rows: 9, statesLength: false, text: `vg,vd,id\nV,mV,uA\n${rows.map((row) => row.join(',')).join('\n')}\n` },
]);
testDatasetReader('tsv', () => new DelimitedReader('tsv', '\t'), [
  { name: 'stated rows', blocks: 1, rows: 9, statesLength: true, text: `# rows: 9\nvg [V]\tvd [V]\tid [A]\n${rows.map((row) => row.join('\t')).join('\n')}\n` },
]);
testDatasetReader('txt', () => new BlankReader(), [
  { name: 'stated rows', blocks: 1, rows: 9, statesLength: true, text: `# rows: 9\nvg (V)  vd (V)  id (A)\n${rows.map((row) => row.join('   ')).join('\n')}\n` },
]);

const traced = [3, 3.5].flatMap((gate) => [0, 0.5, 1].map((drain) => [drain, 15, drain, drain * (gate - 2.9), 0, gate, 1, gate, 0, 0].map((value) => value.toFixed(4)).join('  ')));
testDatasetReader('pypsucurvetrace', () => new PypsucurvetraceReader(), [
  {
    name: 'two curves',
    blocks: 2,
    rows: 6,
    statesLength: true,
    text: `% * Sample: power transistor\n% * PSU1:\n%   - voltage output = 0.0 V ... 1.0 V (0.5 V steps)\n% * PSU2:\n%   - voltage output = 3.0 V ... 4.0 V (0.5 V steps)\n% Column 1: PSU1 nominal voltage setting (V)\n${traced.map((row) => `    ${row}\n`).join('')}`,
  },
]);
