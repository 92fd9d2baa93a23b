import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installStandIn } from '@evospice/testkit';
import { describe, expect, onTestFinished, test } from 'vitest';
import { documentOf, evospice, root } from './support/cli.ts';

interface Doctor {
  readonly simulators: readonly {
    readonly name: string;
    readonly available: boolean;
    readonly verification?: readonly { readonly device: string; readonly agrees: boolean; readonly largest: number | null; readonly message: string }[];
  }[];
}

const ngspice = documentOf<Doctor>(evospice(['doctor', '--simulator', 'ngspice-process', '--no-speed', '--json'])).simulators[0]?.available === true;
const why = ngspice ? '' : ' (skipped: the stand-ins answer through a native ngspice, which is not on this machine)';

/**
 * The whole way of a card: converted by the dialect plugin, written into a netlist, read by a stand-in with a parser of its
 * own, simulated by ngspice, written in the program's output format, read back and compared with ngspice.
 */
describe.skipIf(!ngspice)(`doctor verifies a simulator against ngspice${why}`, () => {
  test.each([
    ['xyce', 'Xyce', ['diode', 'bsim4', 'gummel-poon']],
    ['hspice', 'hspice', ['diode', 'bsim4', 'gummel-poon']],
    ['spectre', 'spectre', ['diode', 'bsim4', 'gummel-poon']],
    ['eldo', 'eldo', ['diode', 'bsim4', 'gummel-poon']],
    // Its diode has no counterpart of some parameters that are tuned: said, not passed over.
    ['spiceopus', 'spiceopus', ['bsim4', 'gummel-poon']],
  ] as const)('%s', (name, program, devices) => {
    const standIn = installStandIn(program, pathToFileURL(join(root, 'plugins', `simulator-${name}`, 'src', 'testing', `${name}-stand-in.ts`)));
    onTestFinished(() => standIn.remove());
    const result = evospice(['doctor', '--simulator', name, '--no-speed', '--json'], { env: { PATH: standIn.path } });
    const [entry] = documentOf<Doctor>(result).simulators;
    expect(entry?.available).toBe(true);
    expect(standIn.refusals()).toEqual([]);
    for (const { device, agrees, message } of entry?.verification ?? []) {
      if ((devices as readonly string[]).includes(device)) expect(agrees, `${device}: ${message}`).toBe(true);
      else expect(message).toContain('SIMULATOR_MODEL');
    }
    expect(entry?.verification?.length).toBe(3);
  });
});
