import { plainSpiceModels, testCommandSimulator } from '@evospice/testkit';
import plugin from './index.ts';

testCommandSimulator({
  plugin, name: 'hspice', program: 'hspice', standIn: new URL('./testing/hspice-stand-in.ts', import.meta.url), licensed: true, candidatesARun: 10,
  writeModel: plainSpiceModels({ 8: '53', 58: '70' }),
  // The text form has five digits.
  outputs: [{ options: { output: 'binary' }, tolerance: 1e-6 }, { options: { output: 'ascii' }, tolerance: 1e-4 }],
});
