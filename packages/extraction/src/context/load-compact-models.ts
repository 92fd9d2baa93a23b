import { EvospiceError, type CompactModels } from '@evospice/contracts';

/**
 * The compact models; read when they are first wanted, as the equations of all families are several megabytes of code.
 * @param hidden families that optimizers shall do without, or `all`
 * @throws EvospiceError `CONFIG_MODELS` for a family that there is not.
 */
export async function loadCompactModels(hidden: readonly string[] = []): Promise<CompactModels> {
  const { compactModels, families } = await import('@evospice/compact-models');
  const names: readonly string[] = families.map(({ name }) => name);
  const unknown = hidden.find((name) => name !== 'all' && !names.includes(name));
  if (unknown !== undefined) {
    throw new EvospiceError('CONFIG_MODELS', `there is no compact model "${unknown}" to hide`, { received: unknown, expected: `all, or some of ${names.join(', ')}`, remedy: 'check the name' });
  }
  return compactModels({ without: hidden.includes('all') ? names : hidden });
}
