import type { ModelCard } from '@evospice/contracts';
import { ngspiceSyntax, spectreStatement } from '../cards/card-syntax.ts';
import { findStatement } from '../cards/find-statement.ts';
import { readCard } from '../cards/text-card.ts';
import { formatSpiceNumber } from '../cards/spice-number.ts';
import { binEdges, chooseBin, type ModelBin } from './choose-bin.ts';
import type { LibraryModel } from './library-block.ts';
import type { LibraryLanguage } from './library-language.ts';
import { pdkError, type Place } from './pdk-error.ts';
import type { Scope } from './scope.ts';
import { Spellings } from './spellings.ts';

export interface ComputedExpression extends Place {
  readonly parameter: string;
  readonly expression: string;
  readonly value: number;
}

export interface PickGround {
  readonly language: LibraryLanguage;
  /** Of lengths on element lines. */
  readonly scale: number;
  /** Whether fingers share the width before a bin is chosen. */
  readonly perFinger: boolean;
  /** Bin to take whatever the geometry. */
  readonly bin?: string;
}

/** What a name on an element's line stands for. */
export interface NamedModels {
  readonly candidates: readonly LibraryModel[];
  readonly scope: Scope;
  /** Whether it is the name of one model, not the one in front of the numbers of bins. */
  readonly exact: boolean;
}

export interface PickedModel {
  readonly model: LibraryModel;
  readonly bin?: ModelBin;
  readonly notes: readonly string[];
}

/**
 * The model of an element out of those of its name. One of exactly the name is taken as it is, whatever edges it states, as in ngspice.
 * @throws EvospiceError `PDK_BIN`, `PDK_PARAMETER`
 */
export function pickModel({ language, scale, perFinger, bin: wanted }: PickGround, { candidates, scope, exact }: NamedModels, params: Readonly<Record<string, number>>, place: Place): PickedModel {
  const [first] = candidates as [LibraryModel, ...LibraryModel[]];
  if (exact) return { model: first, notes: [] };
  const size = (name: string): number => {
    const value = params[name] ?? scope.value(name, place);
    if (value === undefined) throw pdkError('PDK_PARAMETER', `${name} of the device is not given, so that no bin can be chosen`, place, { received: Object.keys(params).join(', '), expected: `${name} in metres`, remedy: `give ${name}: params of the instance in task.yaml, or --geometry ${name}=1e-6` });
    return value * scale;
  };
  const { nf = 1, wnflag = perFinger ? 1 : 0 } = params;
  const l = size('l');
  const w = size('w') / (wnflag === 0 ? 1 : nf);
  const { model, bin, outside } = chooseBin(candidates, { l, w }, scope, place, language, wanted);
  return { model, bin, notes: outside ? [`bin ${bin.model} is taken on purpose: l=${l} w=${w} is outside its l ${bin.lmin} to ${bin.lmax}, w ${bin.wmin} to ${bin.wmax}`] : [] };
}

/** Values that name something rather than count: not computed. */
const labels: ReadonlySet<string> = new Set(['mfg', 'vendor', 'type', 'icrating', 'vceo']);

/** The model with every expression computed, as a card of the library's dialect. Texts that are not expressions, such as a version, stay. */
export function flatCard(model: LibraryModel, scope: Scope, binned: boolean, { name: dialect }: LibraryLanguage): { card: ModelCard; expressions: readonly ComputedExpression[] } {
  const { file, line } = model.statement;
  if (/^ako:/i.test(model.type)) {
    throw pdkError('PDK_SYNTAX', `model ${model.name} is another model with changes (${model.type}), a form of PSpice that is not read`, model.statement, {
      received: model.type, expected: 'a type such as d or npn', remedy: 'copy the parameters of that model to this one, and write its type',
    });
  }
  const expressions: ComputedExpression[] = [];
  const rows = new Map<string, string>();
  const spellings = dialect === 'spectre' ? new Spellings(`parameter of model ${model.name}`) : undefined;
  for (const { name, spelling = name, text } of model.pairs) {
    spellings?.add(spelling, model.statement);
    if (binned && binEdges.includes(name)) continue;
    rows.delete(name);
    // Versions are texts: one of 4.0 is not one of 4 everywhere.
    const version = name === 'version' ? /^(["']?)([\d.]+)\1$/.exec(text)?.[2] : undefined;
    if (version !== undefined) {
      rows.set(name, version);
      continue;
    }
    if (/^(?:\d+\.\d+\.\d+|"[^"]*")$/.test(text) || (labels.has(name) && /^[a-z]\w*$/i.test(text) && scope.value(text.toLowerCase(), model.statement) === undefined)) {
      rows.set(name, text);
      continue;
    }
    const value = scope.evaluateOnLine({ text, file, line });
    if (Number.isNaN(value)) continue; // Of a parameter that is missing: refused when all those are known.
    rows.set(name, formatSpiceNumber(value));
    if (!/^[-+]?[\d.]+(?:[ed][-+]?\d+)?$/i.test(text)) expressions.push({ parameter: name, expression: text, value, file, line });
  }
  const name = binned ? model.name.replace(/\.\d+$/, '') : model.name;
  const syntax = dialect === 'spectre' ? spectreStatement : ngspiceSyntax;
  const text = [`${dialect === 'spectre' ? 'model' : '.model'} ${name} ${model.type}`, ...[...rows].map(([key, value]) => `+ ${key} = ${value}`), ''].join('\n');
  return { card: readCard(text, findStatement(text, { file }, syntax), file, syntax, dialect), expressions };
}
