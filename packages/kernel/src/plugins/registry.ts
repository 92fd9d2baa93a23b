import type { Container, ContainerModule } from 'inversify';
import {
  CONTRACT_VERSION, contractPoints, EvospiceError, type Contribution, type ExtensionPoint, type ExtensionPointName, type ExtensionPoints,
  type ExtensionRegistry, type Plugin, type RegisteredContribution, type ResolvedSelection, type Selection,
} from '@evospice/contracts';
import type { ZodType } from 'zod';
import { problemsOf } from '../config/problems.ts';
import { selectionSchema } from '../config/selection.ts';
import { nearest } from '../errors/nearest.ts';
import { pointInWords } from '../errors/words.ts';

type Factory<P extends ExtensionPointName> = (options: unknown) => ExtensionPoints[P];

/** Registry over an inversify container: one named factory binding per contribution. */
export class ContainerRegistry implements ExtensionRegistry {
  readonly #container: Container;
  readonly #points = new Map<string, ExtensionPoint>(contractPoints.map((point) => [point.name, point]));
  readonly #entries: RegisteredContribution[] = [];
  readonly #substitutes = new Map<string, (selection: ResolvedSelection) => unknown>();

  constructor(container: Container) {
    this.#container = container;
  }

  /**
   * Binds everything the plugin contributes; nothing of it when it throws.
   * @throws EvospiceError `PLUGIN_CONTRACT`, `PLUGIN_DUPLICATE`, `PLUGIN_POINT`
   */
  register(plugin: Plugin, location: string): void {
    if (plugin.contract !== CONTRACT_VERSION) {
      throw new EvospiceError('PLUGIN_CONTRACT', `plugin ${plugin.name} was written for contract version ${String(plugin.contract)}`, {
        received: plugin.contract,
        expected: `contract version ${CONTRACT_VERSION}`,
        remedy: 'use a release of the plugin made for this version of Evospice',
        file: location,
      });
    }
    const { points = [] } = plugin;
    for (const point of points) this.#refuseOtherPoint(point, plugin, location);
    const known = [...this.#points.keys(), ...points.map(({ name }) => name)];
    for (const contribution of plugin.contributions) {
      if (!known.includes(contribution.point)) throw unknownPoint(contribution, known, plugin, location);
      this.#refuseDuplicate(contribution, plugin, location);
    }
    for (const point of points) this.#points.set(point.name, point);
    if (plugin.module !== undefined) this.#container.load(plugin.module as ContainerModule);
    for (const contribution of plugin.contributions) {
      const { point, name, inject } = contribution;
      this.#container
        .bind<Factory<typeof point>>(this.#tokenOf(point))
        .toResolvedValue((...services: unknown[]) => (options: unknown) => contribution.create(options, ...services), [...inject])
        .inSingletonScope()
        .whenNamed(name);
      this.#entries.push({ contribution, plugin, location });
    }
  }

  points(): readonly ExtensionPoint[] {
    return [...this.#points.values()];
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
    throw new EvospiceError('EXTENSION_UNKNOWN', `there is no ${pointInWords(point)} called "${name}"`, {
      received: name,
      expected: names.length === 0 ? 'a plugin that contributes one' : `one of ${names.join(', ')}`,
      remedy: guess === undefined ? 'see `evospice plugins list`, or add the plugin that brings it' : `did you mean "${guess}"?`,
    });
  }

  optionsOf({ options }: Contribution): ZodType {
    return typeof options === 'function' ? options(selectionSchema(this)) : options;
  }

  resolve(point: ExtensionPointName, selection: Selection): ResolvedSelection {
    const { name, options = {} } = typeof selection === 'string' ? { name: selection } : selection;
    const schema = this.optionsOf(this.find(point, name).contribution);
    const parsed = schema.safeParse(options);
    if (parsed.success) return { name, options: parsed.data };
    const problems = problemsOf(parsed.error, options, schema);
    const guess = problems.map(({ suggestion }) => suggestion).find((suggestion) => suggestion !== undefined);
    throw new EvospiceError('EXTENSION_OPTIONS', `options of ${point} "${name}": ${problems.map(({ path, message }) => `${path}: ${message}`).join('; ')}`, {
      received: options,
      expected: problems.map(({ expected }) => expected).join('; '),
      remedy: guess === undefined ? 'see `evospice plugins list --json` for its options' : `did you mean "${guess}"?`,
    });
  }

  /**
   * From now on makes something else in the place of the implementations of a point, whoever asks for one; choices and their options are checked as before. For
   * rehearsals, in which the real ones must not be used.
   */
  substitute<P extends ExtensionPointName>(point: P, make: (selection: ResolvedSelection) => ExtensionPoints[P]): void {
    this.#substitutes.set(point, make);
  }

  create<P extends ExtensionPointName>(point: P, selection: Selection): ExtensionPoints[P] {
    const { name, options } = this.resolve(point, selection);
    const substitute = this.#substitutes.get(point) as ((selection: ResolvedSelection) => ExtensionPoints[P]) | undefined;
    if (substitute !== undefined) return substitute({ name, options });
    return this.#container.get<Factory<P>>(this.#tokenOf(point), { name })(options);
  }

  #tokenOf(point: ExtensionPointName): symbol {
    return this.#points.get(point)!.token;
  }

  #refuseOtherPoint({ name, token }: ExtensionPoint, plugin: Plugin, location: string): void {
    const other = this.#points.get(name);
    if (other === undefined || other.token === token) return;
    throw new EvospiceError('PLUGIN_DUPLICATE', `plugin ${plugin.name} declares the extension point ${name}, which is declared already`, {
      received: String(token),
      expected: `the token ${String(other.token)}, or another name`,
      remedy: 'import the point from the package that declares it, or rename it',
      file: location,
    });
  }

  #refuseDuplicate(contribution: Contribution, plugin: Plugin, location: string): void {
    const other = this.#entries.find((entry) => entry.contribution.point === contribution.point && entry.contribution.name === contribution.name);
    if (other === undefined) return;
    const what = `${contribution.point} "${contribution.name}"`;
    throw new EvospiceError('PLUGIN_DUPLICATE', `plugin ${plugin.name} contributes ${what}, which ${other.plugin.name} already does`, {
      received: contribution.name,
      expected: 'a name no other plugin has taken',
      remedy: `load only one of ${plugin.name} and ${other.plugin.name} (${other.location})`,
      file: location,
    });
  }
}

function unknownPoint({ point, name }: Contribution, known: readonly string[], plugin: Plugin, location: string): EvospiceError {
  const guess = nearest(point, known);
  return new EvospiceError('PLUGIN_POINT', `plugin ${plugin.name} contributes "${name}" to the extension point "${point}", which nobody declares`, {
    received: point,
    expected: `one of ${known.join(', ')}`,
    remedy: guess === undefined ? 'load the plugin that declares the point first, or list it under `points`' : `did you mean "${guess}"?`,
    file: location,
  });
}
