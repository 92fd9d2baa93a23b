import type { Container, ContainerModule } from 'inversify';
import { extensionPointTokens, type ExtensionPointName, type ExtensionPoints } from '@evospice/contracts';
import { EvospiceError } from '@evospice/contracts';
import { nearest } from '../errors/nearest.ts';
import { problemsOf } from '../config/problems.ts';
import { CONTRACT_VERSION, type Contribution, type Plugin } from '@evospice/contracts';

/** A choice of an implementation: its name, or its name with options. */
export type Selection = string | { readonly name: string; readonly options?: unknown };

export interface RegisteredContribution {
  readonly contribution: Contribution;
  readonly plugin: Plugin;
  /** Where the plugin was loaded from. */
  readonly location: string;
}

type Factory<P extends ExtensionPointName> = (options: unknown) => ExtensionPoints[P];

/** Knows every loaded contribution and makes instances of them. */
export interface ExtensionRegistry {
  /** Binds everything the plugin contributes. @throws EvospiceError `PLUGIN_CONTRACT`, `PLUGIN_DUPLICATE`. */
  register(plugin: Plugin, location: string): void;
  /** Contributions in order of registration. */
  list(point?: ExtensionPointName): readonly RegisteredContribution[];
  /** @throws EvospiceError `EXTENSION_UNKNOWN` with the nearest right spelling. */
  find(point: ExtensionPointName, name: string): RegisteredContribution;
  /** @throws EvospiceError `EXTENSION_UNKNOWN`, `EXTENSION_OPTIONS`. */
  create<P extends ExtensionPointName>(point: P, selection: Selection): ExtensionPoints[P];
}
export const ExtensionRegistry = Symbol.for('evospice.ExtensionRegistry');

/** Registry over an inversify container: one named factory binding a contribution. */
export class ContainerRegistry implements ExtensionRegistry {
  readonly #container: Container;
  readonly #entries: RegisteredContribution[] = [];

  constructor(container: Container) {
    this.#container = container;
  }

  register(plugin: Plugin, location: string): void {
    if (plugin.contract !== CONTRACT_VERSION) {
      throw new EvospiceError('PLUGIN_CONTRACT', `plugin ${plugin.name} was written for contract version ${String(plugin.contract)}`, {
        received: plugin.contract,
        expected: `contract version ${CONTRACT_VERSION}`,
        remedy: 'use a release of the plugin made for this version of Evospice',
        file: location,
      });
    }
    for (const contribution of plugin.contributions) this.#refuseDuplicate(contribution, plugin, location);
    if (plugin.module !== undefined) this.#container.load(plugin.module as ContainerModule);
    for (const contribution of plugin.contributions) {
      const { point, name, inject } = contribution;
      this.#container
        .bind<Factory<typeof point>>(extensionPointTokens[point])
        .toResolvedValue((...services: unknown[]) => (options: unknown) => contribution.create(options, ...services), [...inject])
        .inSingletonScope()
        .whenNamed(name);
      this.#entries.push({ contribution, plugin, location });
    }
  }

  list(point?: ExtensionPointName): readonly RegisteredContribution[] {
    return point === undefined ? [...this.#entries] : this.#entries.filter((entry) => entry.contribution.point === point);
  }

  find(point: ExtensionPointName, name: string): RegisteredContribution {
    const known = this.list(point);
    const entry = known.find(({ contribution }) => contribution.name === name);
    if (entry !== undefined) return entry;
    const names = known.map(({ contribution }) => contribution.name);
    const guess = nearest(name, names);
    throw new EvospiceError('EXTENSION_UNKNOWN', `there is no ${point} called "${name}"`, {
      received: name,
      expected: names.length === 0 ? `a plugin that contributes a ${point}` : `one of ${names.join(', ')}`,
      remedy: guess === undefined ? 'see `evospice plugins list`, or add the plugin that brings it' : `did you mean "${guess}"?`,
    });
  }

  create<P extends ExtensionPointName>(point: P, selection: Selection): ExtensionPoints[P] {
    const { name, options } = typeof selection === 'string' ? { name: selection, options: undefined } : selection;
    const { contribution } = this.find(point, name);
    const parsed = contribution.options.safeParse(options ?? {});
    if (!parsed.success) {
      const problems = problemsOf(parsed.error, options ?? {}, contribution.options);
      throw new EvospiceError('EXTENSION_OPTIONS', `options of ${point} "${name}": ${problems.map((problem) => `${problem.path}: ${problem.message}`).join('; ')}`, {
        received: options,
        expected: problems.map((problem) => problem.expected).join('; '),
        remedy: 'see `evospice plugins list --json` for its options',
      });
    }
    const factory = this.#container.get<Factory<P>>(extensionPointTokens[point], { name });
    return factory(parsed.data);
  }

  #refuseDuplicate(contribution: Contribution, plugin: Plugin, location: string): void {
    const other = this.#entries.find((entry) => entry.contribution.point === contribution.point && entry.contribution.name === contribution.name);
    if (other === undefined) return;
    throw new EvospiceError('PLUGIN_DUPLICATE', `plugin ${plugin.name} contributes ${contribution.point} "${contribution.name}", which ${other.plugin.name} already does`, {
      received: contribution.name,
      expected: 'a name no other plugin has taken',
      remedy: `load only one of ${plugin.name} and ${other.plugin.name} (${other.location})`,
      file: location,
    });
  }
}
