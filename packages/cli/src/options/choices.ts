import type { ExtensionPointName, Selection } from '@evospice/contracts';
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { ConfigurationDocument } from '@evospice/kernel';

interface Choice {
  readonly point: ExtensionPointName;
  /** Key of a configuration that says the same. */
  readonly key: string;
  readonly many?: boolean;
  readonly description: string;
}

/** Every choice of an implementation that the command line takes, by the name of its option. */
export const choices = {
  simulator: { point: 'Simulator', key: 'simulator', description: 'simulator to use' },
  rule: { point: 'PhysicsRule', key: 'rules', many: true, description: 'physics rule that judges cards and curves' },
  store: { point: 'RunStore', key: 'store', description: 'what keeps the events of the run' },
  reporter: { point: 'Reporter', key: 'reporters', many: true, description: 'what shows the run' },
  runner: { point: 'ProgramRunner', key: 'runner', description: 'what runs programs' },
  executor: { point: 'Executor', key: 'executor', description: 'what spreads the work' },
  problem: { point: 'Problem', key: 'problem', description: 'what programs are evolved for' },
  proposer: { point: 'Proposer', key: 'proposers', many: true, description: 'what writes child programs' },
  archive: { point: 'Archive', key: 'archive', description: 'what keeps elites' },
  selector: { point: 'ParentSelector', key: 'selector', description: 'what chooses parents' },
  descriptor: { point: 'Descriptor', key: 'descriptors', many: true, description: 'behaviour measured of every program' },
  scorer: { point: 'Scorer', key: 'scorer', description: 'what makes scores' },
  baseline: { point: 'Optimizer', key: 'baselines', many: true, description: 'optimizer run for comparison' },
} as const satisfies Record<string, Choice>;

export type ChoiceName = keyof typeof choices;

/** A name, or `name:{…}` with options as JSON. */
export function selectionOf(text: string): Selection {
  const at = text.indexOf(':');
  if (at < 0) return text;
  try {
    return { name: text.slice(0, at), options: JSON.parse(text.slice(at + 1)) as unknown };
  } catch (error) {
    throw new InvalidArgumentError(`Expected a name, or name:{…} with options as JSON: ${(error as Error).message}`);
  }
}

/** The same as it is typed, before it is quoted for a shell. */
export function selectionText(selection: Selection): string {
  if (typeof selection === 'string') return selection;
  const { name, options = {} } = selection;
  return Object.keys(options as object).length === 0 ? name : `${name}:${JSON.stringify(options)}`;
}

/** Name of what was chosen. */
export function nameOf(selection: Selection): string {
  return typeof selection === 'string' ? selection : selection.name;
}

/**
 * Option of one choice.
 * @param fallback what is used when it is not given; undefined where the configuration says so
 */
export function choiceOption(name: ChoiceName, fallback?: string): Option {
  const { description, ...choice }: Choice = choices[name];
  const option = new Option(`--${name} <name>`, `${description}: a name, or name:{…} with options${choice.many === true ? '; may be repeated' : ''}`);
  if (choice.many !== true) return fallback === undefined ? option.argParser(selectionOf) : option.argParser(selectionOf).default(fallback);
  return option.argParser((text: string, earlier: readonly Selection[]) => [...earlier, selectionOf(text)]).default([] as readonly Selection[], fallback ?? 'as configured');
}

/** Adds the choices that override a configuration. */
export function addChoices(command: Command, names: readonly ChoiceName[]): Command {
  for (const name of names) command.addOption(choiceOption(name));
  return command;
}

/** The configuration with what the command line chose in its place. */
export function withChoices(document: ConfigurationDocument, names: readonly ChoiceName[], options: object): ConfigurationDocument {
  const given = names.flatMap((name) => {
    const value = (options as Readonly<Record<string, unknown>>)[name];
    return value === undefined || (Array.isArray(value) && value.length === 0) ? [] : [[choices[name].key, value] as const];
  });
  if (given.length === 0 || typeof document.value !== 'object' || document.value === null) return document;
  return { ...document, value: { ...document.value, ...Object.fromEntries(given) } };
}
