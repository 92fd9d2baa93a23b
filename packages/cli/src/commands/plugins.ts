import { defined } from '@evospice/contracts';
import { readConfiguration, selectionEditorSchema, type Kernel } from '@evospice/kernel';
import { textTable } from '@evospice/report';
import { z } from 'zod';
import { jsonOption, type Common } from '../options/common.ts';
import { reach } from '../options/reach.ts';
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

/** `evospice plugins list`: every extension point, what is loaded for each, and from where. */
function pluginsList({ registry }: Kernel): CommandResult {
  const points = registry.points().map(({ name, summary }) =>
    defined({ name, summary, implementations: registry.list(name).length, drivers: reach[name] }));
  const select = selectionEditorSchema(registry);
  const entries = points.flatMap(({ name: point }) =>
    registry.list(point).map(({ contribution: { name, summary, options }, plugin, location }) => ({
      point, name, summary, plugin: plugin.name, version: plugin.version, contract: plugin.contract, location,
      options: z.toJSONSchema(typeof options === 'function' ? options(select) : options, { io: 'input', unrepresentable: 'any' }),
    })),
  );
  const kinds = textTable({ head: ['extension point', 'loaded', 'what an implementation does'], rows: points.map(({ name, summary, implementations }) => [name, String(implementations), summary]), right: [1] });
  const table = textTable({
    head: ['extension point', 'name', 'what it is', 'plugin', 'from'], keep: 2,
    rows: entries.map(({ point, name, summary, plugin, version, location }) => [point, name, summary, `${plugin} ${version}`, location]),
  });
  return { document: { points, plugins: entries }, text: `${kinds}\n\n${table}` };
}

/** The `plugins` entry of a configuration file, read before anything else of it. */
export async function pluginsOf(file: string): Promise<readonly string[]> {
  const { value } = await readConfiguration(file);
  const parsed = z.object({ plugins: z.array(z.string()).optional() }).safeParse(value);
  // A malformed entry is reported by the validation of the whole file, with its place.
  return parsed.success ? (parsed.data.plugins ?? []) : [];
}
