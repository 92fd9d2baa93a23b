import { existsSync } from 'node:fs';
import { extname } from 'node:path';
import type { ExtensionRegistry } from '@evospice/contracts';
import { readConfiguration, validateConfiguration } from '@evospice/kernel';

/** The optimizer that extracts in stages. */
export const flowOptimizer = 'flow';

/**
 * Options of it for a flow as the command line names one: a file, or a ready flow.
 * @throws EvospiceError `CONFIG_MISSING`, `CONFIG_SYNTAX`, `CONFIG_INVALID` for a file that is not a flow
 */
export async function flowOptionsOf(registry: ExtensionRegistry, nameOrFile: string): Promise<unknown> {
  if (!isFile(nameOrFile)) return { flow: nameOrFile };
  const document = await readConfiguration(nameOrFile);
  // The file is checked where its lines are known; the options are what it says, without defaults.
  validateConfiguration(document, registry.optionsOf(registry.find('Optimizer', flowOptimizer).contribution));
  return document.value;
}

function isFile(text: string): boolean {
  return ['.yaml', '.yml', '.json'].includes(extname(text)) || text.includes('/') || existsSync(text);
}
