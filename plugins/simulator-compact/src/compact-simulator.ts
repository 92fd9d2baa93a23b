import { EvospiceError, type Simulator, type SimulatorSession, type SimulatorStatus, type Testbench } from '@evospice/contracts';
import { ComputedSession, refuseTestbench } from '@evospice/testbench';

/** Version of the equations: what they answer is part of stored results. */
const version = '1';

/** Simulates devices by the equations of their compact models, in this process. */
export class CompactSimulator implements Simulator {
  readonly name = 'compact';

  async probe(): Promise<SimulatorStatus> {
    const { families } = await import('@evospice/compact-models');
    return {
      available: true, version, location: 'built in',
      scope: `${families.map(({ name }) => name).join(', ')}, with the equations of ngspice 39; docs/compact-models.md says how far they agree`,
    };
  }

  async open(testbench: Testbench): Promise<SimulatorSession> {
    refuseTestbench(testbench);
    refuseSurroundings(testbench);
    // Read when it is wanted: the equations are several megabytes of code.
    const { compactModelOf } = await import('./compact-model.ts');
    return new ComputedSession(testbench, compactModelOf(testbench));
  }
}

/** What is around a device that stands alone in its equations. */
function refuseSurroundings({ instances, libraries = [] }: Testbench): void {
  const wrapped = instances.find(({ wrapper }) => wrapper !== undefined);
  if (wrapped === undefined && libraries.length === 0) return;
  throw new EvospiceError('SIMULATOR_TESTBENCH', 'the compact models compute a device alone, without a subcircuit or a library around it', {
    received: wrapped === undefined ? libraries : wrapped.wrapper?.name, expected: 'a built-in model', remedy: 'use ngspice',
  });
}
