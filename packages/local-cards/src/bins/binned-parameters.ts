import { EvospiceError, type Task } from '@evospice/contracts';
import { nearest } from '@evospice/kernel';

/** What modelling engineers let vary from bin to bin first: threshold, mobility, saturation, swing, and the drain's hold on the barrier. */
const usual = ['vth0', 'k2', 'u0', 'vsat', 'voff', 'nfactor', 'eta0'];

/**
 * Tunables of a task that its model has terms of length and width for.
 * @param wanted names; those of a few usual ones that the task has when left out, or all with terms where it has none of them
 * @throws EvospiceError `BINNING_MODEL` for a model without such terms, a card of a kit that has bins already, or devices with several fingers;
 *   `BINNING_PARAMETER` for a name that is not a tunable, or has no terms
 */
export async function binnedParameters({ device, model, tunables, instances }: Task, wanted?: readonly string[]): Promise<readonly string[]> {
  // Several megabytes of code, which the other commands do without.
  const { compactModel } = await import('@evospice/compact-models');
  const { card } = model;
  const level = card.value('level');
  const found = compactModel({ deviceKind: device.kind, type: card.type, ...(level === undefined ? {} : { level }) });
  if (found?.family !== 'bsim4' && found?.family !== 'bsim3') {
    throw new EvospiceError('BINNING_MODEL', `${model.family} has no terms of length and width`, { received: model.family, expected: 'a card of BSIM3 (level 8 or 49) or BSIM4 (level 14 or 54)', file: card.file });
  }
  if (model.cards !== undefined || instances.some(({ wrapper }) => wrapper !== undefined)) {
    throw new EvospiceError('BINNING_MODEL', 'the card comes from a design kit that has bins or a subcircuit of its own', {
      received: card.name, expected: 'one flat card for all devices', remedy: 'take the flat card that `evospice convert` prints for one geometry as the task\'s card', file: card.file,
    });
  }
  const fingers = instances.find(({ params }) => (params['nf'] ?? 1) !== 1);
  if (fingers !== undefined) {
    throw new EvospiceError('BINNING_MODEL', `instance ${fingers.id} has several fingers, and bins are by the width of the whole device`, { received: fingers.params['nf'], expected: 'nf = 1', remedy: 'state the width of one finger and the number of devices in parallel (m)' });
  }
  const names = new Set(found.parameters.map(({ name }) => name));
  const onCard = tunables.filter(({ of }) => of === undefined).map(({ name }) => name);
  const binned = onCard.filter((name) => ['l', 'w', 'p'].every((term) => names.has(`${term}${name}`)));
  const wrong = wanted?.find((name) => !binned.includes(name));
  if (wrong !== undefined) {
    const guess = nearest(wrong, binned);
    throw new EvospiceError('BINNING_PARAMETER', onCard.includes(wrong) ? `${wrong} has no terms of length and width` : `${wrong} is not a tunable of the task`, {
      received: wrong, expected: `one of ${binned.join(', ')}`, ...(guess === undefined ? {} : { remedy: `did you mean "${guess}"?` }),
    });
  }
  if (binned.length === 0) throw new EvospiceError('BINNING_PARAMETER', 'no tunable of the task has terms of length and width', { received: onCard.join(', '), expected: 'tunables such as vth0, u0 or vsat' });
  const common = binned.filter((name) => usual.includes(name));
  return wanted ?? (common.length > 0 ? common : binned);
}
