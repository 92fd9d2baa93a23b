import { EvospiceError, type Elite, type ParentSelection, type ParentSelector } from '@evospice/contracts';

/** Every elite with the same chance, with replacement. */
export const uniformSelector: ParentSelector = {
  name: 'uniform',
  select({ archive, count, random }: ParentSelection): readonly Elite[] {
    const elites = archive.elites();
    if (elites.length === 0) {
      throw new EvospiceError('SELECTOR_EMPTY', 'no parent can be chosen from an empty archive', { expected: 'at least one elite' });
    }
    return Array.from({ length: count }, () => elites[random.integer(0, elites.length - 1)] as Elite);
  },
};
