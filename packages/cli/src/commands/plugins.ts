import { extensionPointNames } from '@evospice/contracts';
import { readConfiguration, type Kernel } from '@evospice/kernel';
import Table from 'cli-table3';
import { z } from 'zod';
import { jsonOption, type Common } from '../options/common.ts';
import type { RegisterVerb } from '../options/services.ts';
import { runCommand, type CommandResult } from '../output/run-command.ts';

export const registerPlugins: RegisterVerb = (program, { kernel }) => {
  program
    .command('plugins')
    .description('show the plugins that are loaded')
    .command('list', { isDefault: true })
    .description('list every implementation of every extension point, and where it comes from')
    .addOption(jsonOption())
    .action((options: Common) => runCommand(options.json, async () => pluginsList(kernel)));
};

/** `evospice plugins list`: what is loaded, and from where. */
export function pluginsList(kernel: Kernel): CommandResult {
  const entries = extensionPointNames.flatMap((point) =>
    kernel.registry.list(point).map(({ contribution, plugin, location }) => ({
      point,
      name: contribution.name,
      summary: contribution.summary,
      plugin: plugin.name,
      version: plugin.version,
      contract: plugin.contract,
      location,
      options: z.toJSONSchema(contribution.options, { io: 'input', unrepresentable: 'any' }),
    })),
  );
  const table = new Table({ head: ['extension point', 'name', 'what it is', 'plugin', 'from'], style: { head: [], border: [] }, wordWrap: true, colWidths: [16, 22, 44, 34, 24] });
  for (const { point, name, summary, plugin, version, location } of entries) table.push([point, name, summary, `${plugin} ${version}`, location]);
  return { document: { plugins: entries }, text: table.toString() };
}

/** The `plugins` entry of a configuration file, read before anything else of it. */
export async function pluginsOf(file: string): Promise<readonly string[]> {
  const { value } = await readConfiguration(file);
  const parsed = z.object({ plugins: z.array(z.string()).optional() }).safeParse(value);
  // A malformed entry is reported by the validation of the whole file, with its place.
  return parsed.success ? (parsed.data.plugins ?? []) : [];
}
