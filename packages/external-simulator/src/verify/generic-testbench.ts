import { NgspiceDialect, sweepCurves, genericDevices, type SweepSize, type ModelFamily } from '@evospice/device';
import type { Testbench } from '@evospice/contracts';

/**
 * A testbench of one of our own devices, whose card has textbook values: what a simulator is verified on when there is
 * no data. The card is in the dialect of ngspice; the tunable parameters of the family are its parameters.
 * @param size `tiny` when left out: a few seconds on any simulator
 */
export function genericTestbench(family: ModelFamily, size: SweepSize = 'tiny'): Testbench {
  const generic = genericDevices[family];
  const instances = generic.instances.slice(0, size === 'tiny' ? 1 : undefined).map(({ id, params }) => ({ id, params, info: {} }));
  return {
    id: `generic-${family}`, device: generic.device, instances, curves: sweepCurves(generic, instances, size, `generic ${family} bench`),
    card: new NgspiceDialect().parse(generic.card, { file: `generic ${family} card`, model: generic.model.name }),
    parameters: generic.tunables.map(({ name }) => name),
  };
}
