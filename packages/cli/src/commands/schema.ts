import { taskSchema } from '@evospice/device';
import { EvospiceError } from '@evospice/contracts';
import { nearest, selectionEditorSchema, type Kernel } from '@evospice/kernel';
import { z } from 'zod';
import { benchJsonSchema } from '@evospice/bench';
import { evolutionJsonSchema } from '../compose/evolution-configuration.ts';
import { jsonOption, type Common } from '../options/common.ts';
import type { RegisterVerb } from '../options/services.ts';
import { runCommand, type CommandResult } from '../output/run-command.ts';

export const registerSchema: RegisterVerb = (program, { kernel }) => {
  program
    .command('schema')
    .description('print the JSON Schema of a configuration file, for editors')
    .argument('[what]', 'evolve, bench or task', 'evolve')
    .addOption(jsonOption())
    .action((what: string, options: Common) => runCommand(options.json, async () => schemaCommand(kernel, what)));
};

/** `evospice schema`: the JSON Schema of a file that people write. */
function schemaCommand(kernel: Kernel, what: string): CommandResult {
  const makers: Record<string, () => unknown> = {
    evolve: () => evolutionJsonSchema(kernel.registry),
    bench: () => benchJsonSchema(kernel.registry),
    task: () => z.toJSONSchema(taskSchema(selectionEditorSchema(kernel.registry)), { io: 'input', unrepresentable: 'any' }),
  };
  const make = makers[what];
  if (make === undefined) {
    const names = Object.keys(makers);
    const guess = nearest(what, names);
    throw new EvospiceError('USAGE_SCHEMA', `there is no schema called "${what}"`, { received: what, expected: `one of ${names.join(', ')}`, ...(guess === undefined ? {} : { remedy: `did you mean "${guess}"?` }) });
  }
  const schema = make();
  return { document: schema, text: JSON.stringify(schema, null, 2) };
}
