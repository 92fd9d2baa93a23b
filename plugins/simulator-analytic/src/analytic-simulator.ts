import { EvospiceError, type Simulator, type SimulatorSession, type SimulatorStatus, type Testbench } from '@evospice/contracts';
import { ComputedSession, type ComputedModel } from '@evospice/testbench';
import { formulaType } from '@evospice/test-functions';
import { diodeModel } from './models/diode.ts';
import { testFunctionModel } from './models/test-function.ts';

/** Version of the formulas: what they answer is part of stored results. */
const version = '1';

/** Simulates what has a formula, in this process: test functions (cards of type `formula`), and the diode equation (type `d`). */
export class AnalyticSimulator implements Simulator {
  readonly name = 'analytic';

  probe(): Promise<SimulatorStatus> {
    return Promise.resolve({ available: true, version, location: 'built in' });
  }

  // oxlint-disable-next-line require-await -- a refusal must be a rejected promise
  async open(testbench: Testbench): Promise<SimulatorSession> {
    refuseDrives(testbench);
    return new ComputedSession(testbench, modelOf(testbench));
  }
}

function modelOf(testbench: Testbench): ComputedModel {
  const type = testbench.card.type.toLowerCase();
  if (type === formulaType) return testFunctionModel(testbench);
  if (type === 'd' && testbench.device.kind === 'diode') return diodeModel(testbench);
  throw new EvospiceError('SIMULATOR_MODEL', `the analytic simulator has no formula for a model of type ${testbench.card.type}`, {
    received: testbench.card.type, expected: `a test function (${formulaType}) or a diode (d)`, remedy: 'use a SPICE simulator',
  });
}

function refuseDrives({ device, curves }: Testbench): void {
  for (const curve of curves) {
    const wrong = device.terminals.find((terminal) => curve.drives.filter((drive) => drive.terminal === terminal && drive.values.length === curve.x.length).length !== 1);
    if (wrong === undefined) continue;
    throw new EvospiceError('SIMULATOR_TESTBENCH', `curve ${curve.id} does not drive terminal ${wrong} once, at each of its points`, {
      received: curve.drives.map(({ terminal }) => terminal), expected: `one drive for each of ${device.terminals.join(', ')}`,
    });
  }
}
