import { counted, EvospiceError, type Curve, type MeasuredVector, type Testbench } from '@evospice/contracts';
import { deviceFacts } from '../devices/device-kinds.ts';
import { refuseTexts } from './check-texts.ts';

/** @throws EvospiceError `SIMULATOR_TESTBENCH` naming the curve or the field, and what is wrong with it. */
export function refuseTestbench(testbench: Testbench): void {
  refuseTexts(testbench);
  refuseDevice(testbench);
  if (testbench.parameters.includes('level')) {
    throw new EvospiceError('SIMULATOR_TESTBENCH', 'a candidate cannot set the level of a model', { received: 'level', expected: 'a model parameter' });
  }
  if (Object.keys(testbench.cards ?? {}).length > 0) {
    throw new EvospiceError('SIMULATOR_TESTBENCH', 'the testbench has several cards, and a session has one', {
      received: Object.keys(testbench.cards ?? {}), expected: 'one card', remedy: 'open it with openTestbench of @evospice/testbench',
    });
  }
  const ids = new Set<string>();
  for (const curve of testbench.curves) {
    if (ids.has(curve.id)) fail(curve, 'has an id that another curve has', curve.id, 'unique ids');
    ids.add(curve.id);
    refuseCurve(testbench, curve);
  }
}

function refuseDevice({ device, instances }: Testbench): void {
  const { nodeCounts, thermalAfter } = deviceFacts(device);
  // A subcircuit has as many terminals as it likes, and says itself how its device hangs on them.
  if (instances.length > 0 && instances.every(({ wrapper }) => wrapper !== undefined)) return;
  if (!nodeCounts.includes(device.terminals.length)) {
    throw new EvospiceError('SIMULATOR_TESTBENCH', `a ${device.kind} with ${device.terminals.length} terminals has no element line`, {
      received: device.terminals, expected: `${nodeCounts.join(' or ')} terminals`,
    });
  }
  if (device.thermalNode && thermalAfter === undefined) {
    throw new EvospiceError('SIMULATOR_TESTBENCH', `a thermal node on a ${device.kind} is not supported`, {
      received: device.kind, expected: 'a bjt or mosfet', remedy: 'set thermal_node to false',
    });
  }
}

function refuseCurve(testbench: Testbench, curve: Curve): void {
  const { device, instances } = testbench;
  if (!instances.some((instance) => instance.id === curve.instance)) {
    fail(curve, 'names an instance that the testbench does not have', curve.instance, instances.map((instance) => instance.id).join(', '));
  }
  if (curve.x.length === 0) fail(curve, 'has no points', 0, 'at least one point');
  for (const terminal of device.terminals) {
    const drives = curve.drives.filter((drive) => drive.terminal === terminal);
    if (drives.length !== 1) fail(curve, `drives terminal ${terminal} ${counted(drives.length, 'time')}`, drives.length, 'one drive a terminal');
    for (const drive of drives) {
      if (drive.values.length !== curve.x.length) fail(curve, `has a drive of another length on ${terminal}`, drive.values.length, counted(curve.x.length, 'value'));
      if (!drive.values.every(Number.isFinite)) fail(curve, `has a drive that is not finite on ${terminal}`, Number.NaN, 'finite numbers');
    }
  }
  for (const measured of curve.measured) {
    if (measured.kind === 'c') refuseCapacitance(testbench, curve, measured);
    else if (measured.node === undefined || !device.terminals.includes(measured.node)) {
      fail(curve, `measures ${measured.column} at no terminal`, measured.node, `one of ${device.terminals.join(', ')}`);
    }
  }
}

function refuseCapacitance(testbench: Testbench, curve: Curve, measured: MeasuredVector): void {
  const { terminals } = testbench.device;
  const { hi = [], lo = [] } = measured;
  const clash = hi.find((terminal) => lo.includes(terminal));
  if (hi.length === 0 || lo.length === 0) fail(curve, 'has a capacitance without a high or a low terminal', { hi, lo }, 'hi and lo');
  if (clash !== undefined) fail(curve, `has terminal ${clash} both high and low`, clash, 'hi and lo apart');
  for (const terminal of [...hi, ...lo]) {
    if (!terminals.includes(terminal)) fail(curve, `has a capacitance at an unknown terminal ${terminal}`, terminal, `one of ${terminals.join(', ')}`);
    if (curve.drives.some((drive) => drive.terminal === terminal && drive.quantity === 'i')) {
      fail(curve, `drives ${terminal}, where a capacitance is measured, with a current`, 'i', 'a voltage drive');
    }
  }
  if (curve.frequency === undefined || !(curve.frequency > 0)) fail(curve, 'has a capacitance but no frequency', curve.frequency, 'a frequency above 0 Hz');
}

function fail(curve: Curve, problem: string, received: unknown, expected: string): never {
  throw new EvospiceError('SIMULATOR_TESTBENCH', `curve ${curve.id} (${curve.source}) ${problem}`, { received, expected });
}
