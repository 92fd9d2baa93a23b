import { plainSpiceModels, testCommandSimulator } from '@evospice/testkit';
import plugin from './index.ts';

testCommandSimulator({
  plugin, name: 'xyce', program: 'Xyce', standIn: new URL('./testing/xyce-stand-in.ts', import.meta.url), licensed: false, candidatesARun: 1,
  writeModel: plainSpiceModels({ 8: '9', 54: '14', 58: '70' }),
  outputs: [{ options: { output: 'raw' }, tolerance: 1e-6 }, { options: { output: 'csv' }, tolerance: 1e-6 }],
});
