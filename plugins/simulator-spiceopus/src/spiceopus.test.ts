import { plainSpiceModels, testCommandSimulator } from '@evospice/testkit';
import plugin from './index.ts';

testCommandSimulator({
  plugin, name: 'spiceopus', program: 'spiceopus', standIn: new URL('./testing/spiceopus-stand-in.ts', import.meta.url), soi: 'refused', bare: true, licensed: false, candidatesARun: 1,
  writeModel: plainSpiceModels({ 8: '53', 54: '60' }),
  outputs: [{ options: { output: 'binary' }, tolerance: 1e-6 }, { options: { output: 'ascii' }, tolerance: 1e-6 }],
});
