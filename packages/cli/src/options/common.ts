import { Option } from 'commander';

const collect = (text: string, earlier: readonly string[]): readonly string[] => [...earlier, text];

/** An option that may be given several times; its value is the list of what was given. */
export function repeatable(flags: string, description: string, none = 'none'): Option {
  return new Option(flags, `${description}; may be repeated`).argParser(collect).default([] as readonly string[], none);
}

export const jsonOption = () => new Option('--json', 'print one JSON document on standard output').default(false);
export const metricOption = (description: string) =>
  new Option('--metric <metric>', description).choices(['relative', 'log']).default('relative');

/** What `<task>` may be, wherever a command takes one. */
export const taskArgument = ['<task>', 'task.yaml, its folder, or the id of a measured task'] as const;

/** Options of every verb. */
export interface Common {
  readonly json: boolean;
}
