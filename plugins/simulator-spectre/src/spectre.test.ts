import { type PlainWriter, testCommandSimulator } from '@evospice/testkit';
import plugin from './index.ts';

testCommandSimulator({
  plugin, name: 'spectre', program: 'spectre', standIn: new URL('./testing/spectre-stand-in.ts', import.meta.url), soi: 'opened', licensed: true, candidatesARun: 16,
  writeModel,
  outputs: [{ options: { output: 'nutbin' }, tolerance: 1e-6 }, { options: { output: 'psfascii' }, tolerance: 1e-6 }],
});

/** Spectre names the equations in place of a level, and the polarity as a parameter. */
function writeModel(...[name, type, parameters]: Parameters<PlainWriter>): string {
  const level = parameters.find(([key]) => key === 'level')?.[1];
  const masters: Readonly<Record<string, string>> = { nmos: `${level === '54' ? 'bsim4' : 'bsim3v3'} type=n`, d: 'diode', npn: 'bjt type=npn', njf: 'jfet type=n' };
  const values = parameters.filter(([key]) => key !== 'level').map(([key, value]) => `+ ${key} = ${value}`);
  return [`model ${name} ${masters[type]}`, ...values, ''].join('\n');
}
