import { counted, defined, type DeviceInstance, type LibraryCircuit, type ModelCard, type ParameterShift, type ParameterShifts } from '@evospice/contracts';
import { deviceFacts } from '@evospice/testbench';
import { libraryLanguageOf } from '../pdk/library-language.ts';
import { readLibrary } from '../pdk/read-library.ts';
import { resolveModel, type ResolvedModel, type ResolveOptions } from '../pdk/resolve-model.ts';
import { simulable } from './simulable.ts';
import type { CardFile, StartingModel } from './starting-model.ts';
import type { TaskDocument } from './task-document.ts';
import type { TaskTunable } from './task-schema.ts';

/** One instance at the temperatures of its curves. */
interface Resolved {
  readonly id: string;
  /** Id of the instance in the task where each temperature has its own; equal to `id` otherwise. */
  readonly name: string;
  readonly temperatureC: number;
  readonly model: ResolvedModel;
  /** The same at the task's first temperature. */
  readonly reference: ResolvedModel;
}

/**
 * The starting model of a task out of a library of a design kit. An instance whose values depend on the temperature becomes one instance for
 * each temperature of its curves.
 * @throws EvospiceError `PDK_*`; `TASK_TUNABLE` as `shiftsOf`, `TASK_MODEL` for a device of another kind
 */
export function libraryOf(document: TaskDocument, source: CardFile): StartingModel {
  const resolveAll = resolver(document, source);
  const all = resolveAll({});
  const [first] = all as [Resolved, ...Resolved[]];
  refuseElement(document, first.model);
  const circuit = circuitOf(document, all);
  const { model: { options, parameter } } = first;
  return {
    ...circuit, parameter, notes: notesOf(all, circuit),
    instanceAt: (instance, temperatureC) => (all.find((each) => each.id === instance && each.temperatureC === temperatureC) ?? all.find((each) => each.id === instance))?.name ?? instance,
    resolve: (values) => circuitOf(document, resolveAll(values)),
    ...(Object.keys(options).length === 0 ? {} : { options }),
  };
}

/** Resolves every instance for values of tunables of the wrapper and the library. */
function resolver({ task }: TaskDocument, { file, dialect }: CardFile): (values: Readonly<Record<string, number>>) => readonly Resolved[] {
  const { model, instances, data, device, tunables } = task;
  const language = libraryLanguageOf(dialect.name)?.name ?? 'ngspice';
  const library = readLibrary({ file, language, ...defined({ section: model.section }) });
  const of = (values: Readonly<Record<string, number>>, owner: 'wrapper' | 'library'): Readonly<Record<string, number>> =>
    // One that does not say what it belongs to can only be the wrapper's: a library's says so.
    Object.fromEntries(Object.entries(values).filter(([name]) => tunables.some((tunable) => tunable.name === name && (tunable.of ?? 'wrapper') === owner)));
  return (values) => instances.flatMap(({ id, params }): readonly Resolved[] => {
    const options: ResolveOptions = {
      file, library, name: model.name, instance: { ...params, ...of(values, 'wrapper') }, parameters: { ...model.parameters, ...of(values, 'library') },
      language, terminals: device.terminals, thermalNode: device.thermal_node ?? false, type: model.type,
      ...defined({ section: model.section, device: model.device, bin: model.bin }),
    };
    const first = data[0]!.temp_c;
    const at = (temperatureC: number): ResolvedModel => simulable(resolveModel({ ...options, temperatureC }), dialect);
    const reference = at(first);
    const temperatures = [...new Set(data.filter(({ instance }) => instance === id).map(({ temp_c }) => temp_c))];
    if (!reference.report.temperatureDependent || temperatures.length === 0) return [{ id, name: id, temperatureC: temperatures[0] ?? first, model: reference, reference }];
    return temperatures.map((temperatureC) => ({
      id, name: temperatures.length === 1 ? id : `${id} at ${temperatureC} C`, temperatureC, reference,
      model: temperatureC === first ? reference : at(temperatureC),
    }));
  });
}

function circuitOf(document: TaskDocument, all: readonly Resolved[]): LibraryCircuit {
  const { task } = document;
  const [first] = all as [Resolved, ...Resolved[]];
  const shifts = shiftsOf(document, all);
  const others = all.filter(({ name, model }) => shifts[name] !== undefined || model.card.toString() !== first.model.card.toString());
  return {
    card: first.model.card, ...(Object.keys(shifts).length === 0 ? {} : { shifts }),
    ...(others.length === 0 ? {} : { cards: Object.fromEntries(others.map(({ name, model }): readonly [string, ModelCard] => [name, model.card])) }),
    instances: all.map(({ id, name, model }): DeviceInstance => ({
      id: name, params: model.instance, info: task.instances.find((instance) => instance.id === id)?.info ?? {}, ...defined({ wrapper: model.wrapper }),
    })),
  };
}

/** @throws EvospiceError `TASK_MODEL` where the subcircuit's device is of another kind than the task's. */
function refuseElement(document: TaskDocument, { element, report }: ResolvedModel): void {
  const { kind, element: stated, terminals } = document.task.device;
  const expected = deviceFacts({ kind, terminals, thermalNode: false, ...defined({ element: stated }) }).element;
  if (element === undefined || element === expected) return;
  throw document.error('TASK_MODEL', `the device ${report.device?.name ?? ''} of the subcircuit is no ${kind}: its element line begins with ${element}`, ['device', 'kind'], {
    received: element, expected, remedy: 'correct device.kind, or name another device of the subcircuit with model.device',
  });
}

/**
 * Tunables that the library computes from the temperature keep what it says of that: the difference from their value at the first
 * temperature, or the ratio on a log scale.
 * @throws EvospiceError `TASK_TUNABLE` where there is no such ratio
 */
function shiftsOf(document: TaskDocument, all: readonly Resolved[]): ParameterShifts {
  const shiftOf = ({ model, reference }: Resolved, { name, of = 'model', scale }: TaskTunable, index: number): ParameterShift | undefined => {
    const [value, first] = [model.card.value(name), reference.card.value(name)];
    if (of !== 'model' || value === first || value === undefined || first === undefined) return undefined;
    if (scale === 'lin') return { factor: 1, add: value - first };
    if (value / first > 0 && Number.isFinite(value / first)) return { factor: value / first, add: 0 };
    throw document.error('TASK_TUNABLE', `${name} is an expression of the temperature and changes its sign with it`, ['tunables', index, 'scale'], { received: `${first} and ${value}`, expected: 'values of one sign on a log scale', remedy: 'use scale: lin' });
  };
  return Object.fromEntries(all.flatMap((each) => {
    const shifts = document.task.tunables.flatMap((tunable, index) => {
      const shift = shiftOf(each, tunable, index);
      return shift === undefined ? [] : [[tunable.name, shift] as const];
    });
    return shifts.length === 0 ? [] : [[each.name, Object.fromEntries(shifts)] as const];
  }));
}

function notesOf(all: readonly Resolved[], { cards = {}, shifts = {} }: LibraryCircuit): string[] {
  const { report } = (all[0] as Resolved).model;
  const temperatures = [...new Set(all.map(({ temperatureC }) => temperatureC))];
  const following = [...new Set(Object.values(shifts).flatMap(Object.keys))];
  const beside = (all[0] as Resolved).model.wrapper?.elements.map(({ name }) => name) ?? [];
  return [
    ...(Object.keys(cards).length === 0 ? [] : [`the instances fall into ${new Set(all.map(({ model }) => model.card.toString())).size} bins or geometries with cards of their own; extracted parameters are set on all`]),
    `starting card resolved from ${counted(report.files.length, 'file')}, ${counted(report.expressions.length, 'expression')} computed`,
    ...(report.statistical.length === 0 ? [] : [`nominal values taken of ${report.statistical.join(', ')}`]),
    ...(beside.length === 0 ? [] : [`simulated with ${beside.slice(0, 8).join(', ')}${beside.length > 8 ? `, … (${beside.length} elements)` : ''} of the subcircuit around ${report.device?.name}`]),
    ...(report.temperatureDependent ? [`values that depend on the temperature are computed at ${temperatures.join(', ')} degrees Celsius${temperatures.length > 1 ? ', with a card for each' : ', where alone the card holds'}`] : []),
    ...(following.length > 0 ? [`${following.join(', ')} depend${following.length === 1 ? 's' : ''} on the temperature: a tuned value holds at ${(all[0] as Resolved).temperatureC} degrees Celsius, and the others follow as the library says`] : []),
    ...new Set(all.flatMap(({ model }) => model.report.notes)),
  ];
}
