import { NgspiceDialect } from '../cards/ngspice-dialect.ts';
import type { Complement, GenericDevice, GenericTunable, SweepBias } from './generic-device.ts';

/** The p-type device beside an n-type one: every bias and sweep with the other sign, its own type, and the values that differ. */
export function complementOf(device: GenericDevice, { title, name, type, values, bounds = {} }: Complement): GenericDevice {
  const { device: description, model } = device;
  const parsed = new NgspiceDialect().parse(device.card, { file: `generic ${device.family} card`, model: model.name });
  const card = parsed.with(values).toString()
    .replace(/^\*.*/, `* ${title}`)
    .replace(`.model ${model.name} ${model.type}`, `.model ${name} ${type}`);
  return {
    ...device,
    title,
    device: { ...description, polarity: 'p' },
    model: { ...model, name, type },
    card,
    sweeps: device.sweeps.map((sweep) => ({
      ...sweep, from: -sweep.from, to: -sweep.to,
      bias: Object.fromEntries(Object.entries(sweep.bias).map(([terminal, bias]) => [terminal, negated(bias)])),
    })),
    tunables: device.tunables.map((tunable): GenericTunable => {
      const own = bounds[tunable.name];
      return own === undefined ? tunable : { ...tunable, lower: own[0], upper: own[1] };
    }),
  };
}

function negated(bias: SweepBias): SweepBias {
  if (typeof bias === 'number') return 0 - bias;
  if ('follow' in bias) return bias;
  if ('force' in bias) return { force: bias.force.map((value) => 0 - value) };
  return bias.map((value) => 0 - value);
}
