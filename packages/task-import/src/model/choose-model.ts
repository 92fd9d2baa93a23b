import { EvospiceError, type ExtensionRegistry, type ModelCard } from '@evospice/contracts';
import { genericDevice, modelFamily, type GenericTunable, type ModelFamily } from '@evospice/device';
import type { ImportedKind } from '../kinds.ts';
import type { Assumptions } from '../assumptions.ts';
import type { KnownSource } from '../shape/entries.ts';
import type { TaskProposal } from '../task-document.ts';
import type { Coverage } from './coverage.ts';
import { discreteDiodeCard, discreteDiodeTunables } from './discrete-diode.ts';
import { proposeTunables, type TunableProposal } from './propose-tunables.ts';
import { scaledToCurrents } from './scaled-to-currents.ts';
import type { BroughtCard } from './starting-card.ts';
import { sizedToSupply } from './supply.ts';

/** Families that a generic card is picked from when none is named. */
const usualFamily: Readonly<Record<ImportedKind, ModelFamily>> = { mosfet: 'bsim4', soi: 'bsimsoi4', bjt: 'gummel-poon', diode: 'diode', jfet: 'jfet', vdmos: 'vdmos' };

/** Place of the starting card in the task's folder. */
export const cardFile = 'card/start.mod';

export interface ChosenModel {
  readonly model: TaskProposal['model'];
  readonly note: string;
  /** Text to write to {@link cardFile}; undefined where the task uses a library where it is. */
  readonly text?: string;
  readonly tunables: TunableProposal;
}

export interface ModelWork {
  readonly kind: ImportedKind;
  readonly polarity: 'n' | 'p' | undefined;
  readonly family: ModelFamily | undefined;
  readonly brought: BroughtCard | undefined;
  /** Path of a library as the task names it. */
  readonly libraryPath: string | undefined;
  readonly coverage: Coverage;
  readonly sources: readonly KnownSource[];
  /** Largest voltage measured, V. */
  readonly vdd: number;
  /** Whether a diode's area and perimeter are known. */
  readonly sized: boolean;
  readonly registry: ExtensionRegistry;
  readonly assumptions: Assumptions;
}

/** The starting card and what of it is tuned. @throws EvospiceError `USAGE_IMPORT`, `TASK_GENERATE` */
export async function chooseModel(work: ModelWork): Promise<ChosenModel> {
  return work.brought === undefined ? generic(work) : brought(work, work.brought);
}

async function brought({ kind, coverage, libraryPath, vdd, polarity, assumptions }: ModelWork, { card, name, file, text, dialect, section, bin, parameters }: BroughtCard): Promise<ChosenModel> {
  const level = card.value('level');
  const family = modelFamily(kind, { level, type: card.type });
  const model = {
    family: family === undefined ? card.type : labelOf(family), ...(level === undefined ? {} : { level }), card: text === undefined ? libraryPath ?? file : cardFile, name, type: card.type,
    ...(dialect === 'ngspice' ? {} : { dialect }), ...(section === undefined ? {} : { section }), ...(bin === undefined ? {} : { bin }), ...(parameters === undefined ? {} : { parameters }),
  };
  const note = text === undefined ? 'The library stays where it is.' : 'A copy of the card that was named.';
  if (family === undefined) {
    assumptions.add(`nothing is proposed for extraction, as no bounds are known for the model of ${name}: write tunables with their bounds into the task`);
    return { model, note, ...(text === undefined ? {} : { text }), tunables: { tunables: [], leftOut: new Map() } };
  }
  const usual = usualTunables(family, polarity, card, vdd);
  return { model, note, ...(text === undefined ? {} : { text }), tunables: proposeTunables(card, usual, coverage, { family, brought: true, defaultOf: await defaultsOf(kind, card) }) };
}

/** Numbers that ngspice takes for parameters which the card does not state. */
async function defaultsOf(kind: ImportedKind, card: ModelCard): Promise<(name: string) => number | undefined> {
  // Loaded where a card is brought, so that no other command waits for it.
  const { compactModel } = await import('@evospice/compact-models');
  const [level, version] = [card.value('level'), card.text('version')];
  const known = compactModel({ deviceKind: kind, type: card.type, ...(level === undefined ? {} : { level }), ...(version === undefined ? {} : { version }) })?.parameters ?? [];
  return (name) => {
    const value = known.find((parameter) => parameter.name === name)?.default;
    return typeof value === 'number' ? value : undefined;
  };
}

/** Name of a family without the version of our own card. */
function labelOf(family: ModelFamily): string {
  return genericDevice(family).model.family.replace(/ \(.*\)$/u, '');
}

function usualTunables(family: ModelFamily, polarity: 'n' | 'p' | undefined, card: ModelCard, vdd: number): readonly GenericTunable[] {
  const device = genericDevice(family, family === 'diode' || family === 'hicum' ? 'n' : polarity ?? 'n');
  const usual = sizedToSupply(device, () => undefined, vdd).tunables;
  // Names that a card may use for the same parameter.
  const isDiscrete = family === 'diode' && card.value('jsw') === undefined;
  return isDiscrete ? discreteDiodeTunables.map((tunable) => (tunable.name === 'cjo' && card.value('cj0') !== undefined ? { ...tunable, name: 'cj0' } : tunable)) : usual;
}

function generic({ kind, polarity, family = usualFamily[kind], coverage, sources, vdd, sized, registry, assumptions }: ModelWork): ChosenModel {
  const parse = (text: string, name: string): ModelCard => registry.create('CardDialect', 'ngspice').parse(text, { file: 'generic card', model: name });
  if (family === 'diode' && !sized) {
    assumptions.add('the starting card is our generic small-signal diode, as neither --card nor the area of a junction is given');
    const card = parse(discreteDiodeCard, 'generic_diode');
    const tunables = proposeTunables(card, discreteDiodeTunables, coverage, { family, brought: false });
    return { model: { family: 'diode', level: 1, card: cardFile, name: 'generic_diode', type: 'd' }, note: genericNote, text: discreteDiodeCard, tunables };
  }
  const device = genericDevice(family, polarity ?? 'n');
  if (device.device.kind !== kind) {
    throw new EvospiceError('USAGE_IMPORT', `the family ${family} is for a ${device.device.kind}, and this is a ${kind}`, { received: family, expected: `a family of a ${kind}`, remedy: `leave --family out, which takes ${usualFamily[kind]}` });
  }
  const card = parse(device.card, device.model.name);
  const valueOf = (name: string): number | undefined => card.value(name);
  const size = device.device.vdd === undefined ? scaledToCurrents(family, device.tunables, valueOf, sources) : sizedToSupply(device, valueOf, vdd);
  assumptions.add(`the starting card is our ${device.title}, as --card is not given`);
  if (size.note !== undefined) assumptions.add(size.note);
  const started = card.with(size.values);
  return {
    model: { ...device.model, card: cardFile },
    note: genericNote, text: started.toString(), tunables: proposeTunables(started, size.tunables, coverage, { family, brought: false }),
  };
}

const genericNote = 'A card of our own with textbook values: it is a place to begin, not a model of your process.';
