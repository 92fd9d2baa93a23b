import type { Task } from '@evospice/contracts';

/** What decides over the curves of a kind of device, in the order in which engineers extract it. */
const physics: Readonly<Record<string, string>> = {
  mosfet: 'MOS transistor: threshold and body effect show in the drain current against gate voltage at low drain voltage; the slope of its logarithm below threshold gives the subthreshold swing; mobility, its '
    + 'degradation and the series resistance show above threshold at low drain voltage; velocity saturation, channel-length modulation and the lowering of the barrier by the drain (DIBL) in the drain current against drain voltage. '
    + 'Short and narrow devices shift the threshold, so geometry is extracted after the large device.',
  bjt: 'Bipolar transistor: saturation currents and emission coefficients are straight lines in the Gummel plot (logarithm of collector and base current against base-emitter voltage); recombination bends the base current at '
    + 'low current, high injection and resistances bend both at high current; the Early voltage is the slope of the output curves.',
  diode: 'Diode: saturation current and emission coefficient are the straight part of the logarithm of the current; the series resistance bends it at high current; recombination and breakdown lie at the ends; C-V gives junction '
    + 'capacitance, built-in voltage and grading.',
  jfet: 'Junction transistor: pinch-off voltage and transconductance show in the square root of the saturated drain current, channel-length modulation in the output curves, resistances at high current.',
  vdmos: 'Power MOS transistor: threshold and transconductance from the transfer curve, drain and source resistance at high current, quasi-saturation in the output curves, the body diode in reverse.',
};
const alike: Readonly<Record<string, string>> = { soi: 'mosfet' };

/** What somebody should know of extraction who is new to it, as far as these tasks need it. */
export function extractionBackground(tasks: readonly Task[]): string {
  const kinds = [...new Set(tasks.map(({ device }) => alike[device.kind] ?? device.kind))];
  const roles = [...new Set(tasks.flatMap(({ tunables }) => tunables.flatMap(({ role }) => role ?? [])))].toSorted();
  return [
    `A compact model gives the terminal currents of a device as equations with tens of parameters. Currents span many decades, parameters are correlated and differ in scale by many powers of ten, and far from a good card
simulations may fail. Most parameters act on few curves and in few bias regions: below threshold or above, at low or high current, at one geometry or temperature. Stages that fit a group of parameters on the curves where they
act cost little and lead to a start from which all can be fitted together. Measured curves hold noise and effects that the model does not have, so the error does not go to zero.`,
    ...kinds.flatMap((kind) => physics[kind] ?? []),
    ...(roles.length === 0 ? [] : [`Roles of the parameters in these tasks: ${roles.join(', ')}.`]),
  ].join('\n');
}
