import type { CompactModels } from '@evospice/contracts';

/** All compact models; read when they are first wanted, as the equations of all families are several megabytes of code. */
export async function loadCompactModels(): Promise<CompactModels> {
  const { compactModels } = await import('@evospice/compact-models');
  return compactModels();
}
