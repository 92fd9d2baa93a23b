import { basename, resolve } from 'node:path';
import { defined, EvospiceError, type Task } from '@evospice/contracts';
import { cardTask, libraryBins, libraryLanguageOf, libraryNames, readLibrary, resolveModel, sizesWithin, withKitTemperature, type ModelBin, type ReadLibrary } from '@evospice/device';
import type { Kernel } from '@evospice/kernel';
import type { CheckedCard } from '../check/check-card.ts';
import { cardsOfFile } from '../check/cards-of-file.ts';
import { readCardText } from '../cards.ts';

export interface LibraryRequest {
  readonly from: string;
  readonly section?: string;
  /** Names that are wanted; all when empty. */
  readonly models: readonly string[];
  /** Names that are left out. */
  readonly skipped: readonly string[];
  /** Values of the instance; the ends of a bin, or usual sizes, when left out. */
  readonly geometry?: Readonly<Record<string, number>>;
  readonly vdd?: number;
  /** Parameters of the library that are set from outside. */
  readonly parameters: Readonly<Record<string, number>>;
}

/** A card of a library, or why there is none. */
export interface LibraryCard {
  readonly file: string;
  readonly name: string;
  readonly notes: readonly string[];
  readonly subject?: CheckedCard;
  readonly failure?: { readonly code: string; readonly message: string };
}

/** Every card of a file: the models of a flat one, or those of a design kit, each of its bins by itself. What cannot be read is among them, with the reason. */
export async function libraryCards(kernel: Kernel, file: string, request: LibraryRequest): Promise<readonly LibraryCard[]> {
  const text = await readCardText(file);
  const language = libraryLanguageOf(request.from)?.name;
  const isLibrary = request.section !== undefined || Object.keys(request.parameters).length > 0 || /^[ \t]*(?:\.(?:subckt|lib|include|inc|param)|inline subckt|subckt|library|section)\b/imu.test(text) || /=[ \t]*['{]/u.test(text) || /^[ \t]*\.?model[ \t]+\S+\.\d+[ \t]/imu.test(text);
  if (!isLibrary) return flatCards(kernel, file, request);
  if (language === undefined) throw new EvospiceError('USAGE_QA', `libraries of the dialect ${request.from} are not read`, { received: request.from, expected: 'a dialect whose libraries are known', remedy: 'name flat cards', file });
  const source = { file: resolve(file), language, ...defined({ section: request.section }) };
  return attempt({ file, name: basename(file) }, () => namedCards());

  function namedCards(): readonly LibraryCard[] {
    const library = readLibrary(source);
    const names = libraryNames(source);
    if (names.length === 0) throw new EvospiceError('USAGE_QA', `${file} has no model or subcircuit${request.section === undefined ? ' outside of its sections' : ` in the section ${request.section}`}`, { received: request.section ?? 'no --section', expected: 'a library with models', remedy: 'name a section: --section', file });
    return chosen(names, request, file).flatMap((name) => attempt({ file, name }, () => {
      const bins = request.geometry !== undefined ? [] : libraryBins({ ...source, library, name, parameters: request.parameters });
      return bins.length === 0 ? [resolved(name, library)] : once(name, bins.flatMap((bin) => attempt({ file, name: labelOf(name, bin) }, () => [resolved(name, library, bin)])));
    }));
  }

  function resolved(name: string, library: ReadLibrary, bin?: ModelBin): LibraryCard {
    const geometry = request.geometry ?? (bin === undefined ? {} : middleOf(bin));
    const model = resolveModel({ ...source, library, name, instance: geometry, parameters: request.parameters, ...(bin === undefined ? {} : { bin: bin.model }) });
    const { tnom, ...options } = model.options;
    const card = withKitTemperature(model.card, defined({ tnom }));
    const alone = cardTask(card, defined({ vdd: request.vdd, geometry: request.geometry ?? (bin !== undefined || Object.keys(model.instance).length === 0 ? undefined : model.instance) }));
    const instances = request.geometry === undefined && bin !== undefined && alone.device.kind === 'mosfet' ? sizesWithin(bin) : alone.instances;
    const task: Task = { ...alone, id: name, instances, model: { ...alone.model, ...(Object.keys(options).length === 0 ? {} : { options }) } };
    const notes = [
      ...model.report.notes, ...(bin === undefined ? [] : [`values that are expressions of the size are those of l = ${short(geometry['l'])} m, w = ${short(geometry['w'])} m`]).filter(() => model.report.expressions.length > 0), ...(model.wrapper === undefined ? [] : [`the model of ${model.report.device?.name ?? name} is judged without the other elements of the subcircuit ${name}`]),
      ...(model.report.temperatureDependent ? ['some values are expressions of the temperature: the card holds at 27 degrees Celsius'] : []),
    ];
    return { file, name: labelOf(name, bin), notes, subject: { card, task } };
  }
}

function labelOf(name: string, bin?: ModelBin): string {
  return bin === undefined ? name : bin.model.toLowerCase().startsWith(`${name.toLowerCase()}.`) ? bin.model : `${name}, ${bin.model}`;
}

/** Bins that fail for one reason are one card without a judgement. */
function once(name: string, cards: readonly LibraryCard[]): readonly LibraryCard[] {
  const [first] = cards;
  const same = cards.length > 1 && cards.every(({ failure }) => failure !== undefined && failure.message === first!.failure?.message);
  return same ? [{ ...first!, name: `${name} (${cards.length} bins)` }] : cards;
}

async function flatCards(kernel: Kernel, file: string, request: LibraryRequest): Promise<readonly LibraryCard[]> {
  const { from, geometry, vdd } = request;
  const cards = await cardsOfFile(kernel, file, { from });
  const names = chosen(cards.map(({ card }) => card.name), request, file);
  return cards.filter(({ card }) => names.includes(card.name))
    .flatMap(({ card, notes }) => attempt({ file, name: card.name }, () => [{ file, name: card.name, notes, subject: { card, task: cardTask(card, defined({ geometry, vdd })) } }]));
}

/** @throws EvospiceError `USAGE_QA` for a name that the file does not have */
function chosen(names: readonly string[], { models: wanted, skipped }: LibraryRequest, file: string): readonly string[] {
  const among = (name: string, list: readonly string[]): boolean => list.some((each) => each.toLowerCase() === name.toLowerCase());
  const missing = wanted.find((name) => !among(name, names));
  if (missing === undefined) return names.filter((name) => (wanted.length === 0 || among(name, wanted)) && !among(name, skipped));
  throw new EvospiceError('USAGE_QA', `${file} has no model ${missing}`, { received: missing, expected: names.slice(0, 12).join(', '), remedy: 'correct --model', file });
}

/** A model that cannot be read does not keep the others from being looked at. */
function attempt(of: Pick<LibraryCard, 'file' | 'name'>, read: () => readonly LibraryCard[]): readonly LibraryCard[] {
  try {
    return read();
  } catch (error) {
    // What was asked wrongly is for whoever asked.
    if (!EvospiceError.is(error) || error.code.startsWith('USAGE')) throw error;
    return [{ ...of, notes: [], failure: { code: error.code, message: error.message } }];
  }
}

function short(value: number | undefined): string {
  return String(Number((value ?? NaN).toPrecision(3)));
}

/** A size inside a bin, so that expressions over it are those of the bin. */
function middleOf({ lmin, lmax, wmin, wmax }: ModelBin): Readonly<Record<string, number>> {
  const middle = (least: number, most: number, open: number): number => Math.sqrt(Math.max(least, 1e-9) * (Number.isFinite(most) ? most : Math.max(least * 10, open)));
  return { l: middle(lmin, lmax, 1e-5), w: middle(wmin, wmax, 1e-4) };
}
