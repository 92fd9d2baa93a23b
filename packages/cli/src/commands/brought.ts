import { EvospiceError, type Command, type CommandLine, type RegisteredContribution } from '@evospice/contracts';
import type { Command as Verb } from 'commander';
import { jsonOption, type Common } from '../options/common.ts';
import type { RegisterVerb } from '../options/services.ts';
import { runCommand } from '../output/run-command.ts';

/**
 * The verbs that plugins bring.
 * @throws EvospiceError `PLUGIN_DUPLICATE` for a verb that is there already
 */
export const registerBroughtVerbs: RegisterVerb = (program, { kernel }) => {
  for (const entry of kernel.registry.list('Command')) {
    const command = kernel.registry.create('Command', entry.contribution.name);
    refuseTaken(program, command, entry);
    const verb = program.command(command.name).description(command.description).addOption(jsonOption());
    command.register(lineOf(verb));
    verb.action(() => {
      const { json, ...options } = verb.opts<Common & Record<string, string | boolean | undefined>>();
      // Of `program.args` it has those that were given only.
      const values = verb.registeredArguments.map((_, index) => verb.args[index]);
      return runCommand(json, (signal) => command.run({ arguments: values, options, signal }));
    });
  }
};

function lineOf(verb: Verb): CommandLine {
  const line: CommandLine = {
    argument(syntax, description) {
      verb.argument(syntax, description);
      return line;
    },
    option(flags, description, byDefault) {
      verb.option(flags, description, byDefault);
      return line;
    },
  };
  return line;
}

function refuseTaken(program: Verb, { name }: Command, { plugin, location }: RegisteredContribution): void {
  const taken = program.commands.map((verb) => verb.name());
  if (!taken.includes(name)) return;
  throw new EvospiceError('PLUGIN_DUPLICATE', `plugin ${plugin.name} brings the command "${name}", which there is already`, {
    received: name, expected: `another name than ${taken.join(', ')}`, remedy: `leave ${plugin.name} out, or use a release with another name`, file: location,
  });
}
