import { EvospiceError, type ConversionWarning, type ModelCard, type NeutralReading } from '@evospice/contracts';
import { givenTwice } from '../cards/text-card.ts';
import { suffixDoubts } from '../cards/suffix-doubts.ts';
import { foreignParameter } from '@evospice/testbench';
import type { DialectMap, FamilyMap } from './dialect-map.ts';
import { defaultOf, type ModelFamilyTable } from './family-table.ts';
import { modelFamilies } from './families/model-families.ts';
import { findFamily } from './find-family.ts';
import { normaliseMobility } from './mobility.ts';
import { normaliseVersion } from './versions.ts';

/**
 * What a card says, under the names, units and defaults of the model's own manual.
 * @throws EvospiceError `CONVERT_FAMILY`, `CONVERT_EXPRESSION`.
 */
export function toNeutralModel(card: ModelCard, dialect: DialectMap): NeutralReading {
  const { map, polarity, level } = findFamily(card, dialect);
  const table = modelFamilies.get(map.family)!;
  const warnings: ConversionWarning[] = [];
  const parameters = new Map<string, number>(level === undefined ? [] : [['level', level]]);
  const spelling = spellings(map, table);
  const versionName = map.version ?? 'version';
  let tnom: number | undefined;
  for (const { name, message } of givenTwice(card)) warnings.push({ code: 'GIVEN_TWICE', parameter: name, message });
  for (const name of card.names()) {
    if (name === 'level' || name === map.polarity?.parameter || (versionName !== '' && name === versionName)) continue;
    const canonical = spelling(name);
    if (canonical === undefined) {
      warnings.push(unknown(name, card, dialect, map, table));
      continue;
    }
    const value = card.value(name);
    if (value === undefined) throw notANumber(card, name);
    for (const doubt of suffixDoubts(card.text(name) ?? '', () => value)) warnings.push({ code: 'SUFFIX', parameter: name, message: `${name}=${doubt}` });
    if (canonical === 'tnom') tnom = value;
    else if (parameters.has(canonical) && parameters.get(canonical) !== value) {
      warnings.push({ code: 'GIVEN_TWICE', parameter: name, message: `${name} and another spelling of ${canonical} are on the card with different values; ${String(value)}, which comes last, counts` });
      parameters.set(canonical, value);
    } else parameters.set(canonical, value);
  }
  map.afterNames?.({ parameters, warn: (warning) => warnings.push(warning) });
  normaliseMobility(parameters, table);
  stateDefaults(parameters, map, table);
  if (tnom === undefined) {
    tnom = dialect.tnom;
    warnings.push({ code: 'TNOM_ASSUMED', parameter: 'tnom', message: `the card states no nominal temperature; ${dialect.title} takes ${dialect.tnom} degrees Celsius unless an option says otherwise` });
  }
  const version = versionOf(card, map, table, dialect, warnings);
  return { model: { name: card.name, family: map.family, ...(polarity === undefined ? {} : { polarity }), ...(version === undefined ? {} : { version }), tnom, parameters }, warnings };
}

/** The manual's name of what a card wrote; undefined for a name that is not the family's. */
function spellings(map: FamilyMap, table: ModelFamilyTable): (name: string) => string | undefined {
  const own = new Map(Object.entries(map.names ?? {}).map(([canonical, written]) => [written, canonical]));
  const known = new Set(table.names);
  const absent = new Set(map.missing ?? []);
  const only = map.only === undefined ? undefined : new Set(map.only);
  return (name) => {
    if (map.hooked?.includes(name) === true) return name;
    const canonical = own.get(name) ?? map.aliases?.[name] ?? (known.has(name) ? name : (table.aliases[name] ?? name));
    // PSpice's name of it, on cards that are otherwise those of every SPICE.
    if (canonical === 'tnom' || name === 't_measured') return 'tnom';
    if (table.names.length === 0) return canonical;
    return known.has(canonical) && !absent.has(canonical) && (only === undefined || only.has(canonical)) ? canonical : undefined;
  };
}

function unknown(name: string, card: ModelCard, dialect: DialectMap, map: FamilyMap, table: ModelFamilyTable): ConversionWarning {
  const value = card.text(name)!;
  const meaning = map.own?.[name];
  const foreign = foreignParameter(card.type, name);
  if (foreign !== undefined) return { code: 'NO_COUNTERPART', parameter: name, message: `${name}=${value} is ${foreign.meaning}; it is left out` };
  if (meaning !== undefined) return { code: 'NO_COUNTERPART', parameter: name, message: `${name}=${value} belongs to ${dialect.title} alone (${meaning}) and is left out: the ${table.title} equations know nothing of it` };
  return { code: 'UNKNOWN_PARAMETER', parameter: name, message: `${name}=${value} is not a parameter of ${table.title} in ${dialect.title}, which ignores or refuses it; it is left out` };
}

/** Where the simulator's default is not the manual's, the value must travel with the model. */
function stateDefaults(parameters: Map<string, number>, map: FamilyMap, table: ModelFamilyTable): void {
  for (const name of Object.keys(map.defaults ?? {})) {
    const here = defaultOf(name, map.defaults!, table, parameters);
    if (!parameters.has(name) && here !== undefined && here !== defaultOf(name, table.defaults, table, parameters)) parameters.set(name, here);
  }
}

function versionOf(card: ModelCard, map: FamilyMap, table: ModelFamilyTable, dialect: DialectMap, warnings: ConversionWarning[]): string | undefined {
  const name = map.version ?? 'version';
  const text = name === '' ? undefined : card.text(name);
  const dotted = table.versions === 'dotted';
  if (text !== undefined) return normaliseVersion(text, dotted);
  if (map.defaultVersion === undefined) return undefined;
  warnings.push({ code: 'VERSION_ASSUMED', parameter: name, message: `the card states no version; ${dialect.title} takes ${map.defaultVersion}` });
  return map.defaultVersion;
}

function notANumber(card: ModelCard, name: string): EvospiceError {
  return new EvospiceError('CONVERT_EXPRESSION', `${name} of model ${card.name} is not a number`, {
    received: card.text(name), expected: 'a number', remedy: `name the model (--model ${card.name}), and --section and --geometry where it has them: the file is then read as a library`, file: card.file,
  });
}
