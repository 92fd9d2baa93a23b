import { plainSpiceModels, testCommandSimulator } from '@evospice/testkit';
import plugin from './index.ts';

testCommandSimulator({
  plugin, name: 'eldo', program: 'eldo', standIn: new URL('./testing/eldo-stand-in.ts', import.meta.url), soi: 'refused', licensed: true, candidatesARun: 1,
  writeModel: plainSpiceModels({ 8: '53', 54: '60' }),
  outputs: [{ options: { output: 'spi3asc' }, tolerance: 1e-6 }, { options: { output: 'spi3bin' }, tolerance: 1e-6 }],
});
