import type { ExtensionRegistry } from '@evospice/contracts';

/** Every rule once: one that gathers others, `card` for `card-limits` and its like, is left out. */
export function eachRule(registry: ExtensionRegistry): readonly string[] {
  const names = registry.list('PhysicsRule').map(({ contribution: { name } }) => name);
  return names.filter((name) => !names.some((other) => other.startsWith(`${name}-`)));
}
