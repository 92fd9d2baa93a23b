import { EvospiceError } from '@evospice/contracts';

/**
 * The variables of these names.
 * @throws EvospiceError `CONFIG_COMMAND` for one that is not set
 */
export function environmentOf(names: readonly string[], environment: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => {
    const value = environment[name];
    if (value !== undefined && value !== '') return [name, value];
    throw new EvospiceError('CONFIG_COMMAND', `the environment variable ${name}, which the agent is to get, is not set`, { received: name, remedy: `set ${name}, or leave it out of \`environment\`` });
  }));
}
