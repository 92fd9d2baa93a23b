import { EvospiceError, type ConversionWarning, type NeutralModel, type NeutralWriting } from '@evospice/contracts';
import { formatSpiceNumber } from '../cards/spice-number.ts';
import type { DialectMap, FamilyMap } from './dialect-map.ts';
import { defaultOf, type ModelFamilyTable } from './family-table.ts';
import { modelFamilies } from './families/model-families.ts';
import { decimalVersion } from './versions.ts';

/**
 * Writes a model in a dialect: lower case, plain exponents, one parameter a line, temperature and level always stated.
 * @throws EvospiceError `CONVERT_FAMILY` when the simulator has no such model.
 */
export function fromNeutralModel(model: NeutralModel, dialect: DialectMap): NeutralWriting {
  const map = dialect.families.find((each) => each.family === model.family);
  const table = modelFamilies.get(model.family);
  if (map === undefined || table === undefined) throw noFamily(model, dialect);
  const warnings: ConversionWarning[] = [];
  const warn = (warning: ConversionWarning): number => warnings.push(warning);
  const parameters = new Map(model.parameters);
  const rows: [string, string][] = [];
  const level = levelOf(parameters, map, dialect, warn);
  if (map.polarity !== undefined) rows.push([map.polarity.parameter, model.polarity === 'p' ? map.polarity.p : map.polarity.n]);
  if (level !== undefined) rows.push(['level', formatSpiceNumber(level)]);
  if (model.version !== undefined) rows.push(...versionRow(model.version, map, dialect, warn));
  rows.push([map.tnom ?? 'tnom', formatSpiceNumber(model.tnom)]);
  stateDefaults(parameters, map, table);
  map.beforeWriting?.({ parameters, warn });
  for (const [name, value] of parameters) {
    const written = writtenName(name, map, table);
    if (written === undefined) warn(noCounterpart(name, value, parameters, dialect, map, table));
    else {
      const difference = map.equations?.[name];
      if (difference !== undefined && value !== defaultOf(name, table.defaults, table, parameters)) warn({ code: 'EQUATION_DIFFERS', parameter: name, message: `${written}=${String(value)} acts differently in ${dialect.title}: ${difference}` });
      rows.push([written, formatSpiceNumber(value)]);
    }
  }
  if (map.multiplier !== undefined) warn({ code: 'MULTIPLIER', parameter: 'm', message: `${dialect.title} and the multiplier m on a device's line: ${map.multiplier}` });
  if (table.names.length === 0) warn({ code: 'NAMES_NOT_CHECKED', parameter: '', message: `the parameters of ${table.title} are those of its published standard and passed as they stand; no name was checked` });
  const name = safeName(model.name, dialect, warn);
  const type = typeof map.types === 'string' ? map.types : map.types[model.polarity ?? 'n'];
  const lines = [`${dialect.comment} ${table.title}`, `${dialect.keyword} ${name} ${type}`, ...rows.map(([key, value]) => `+ ${key} = ${value}`)];
  return { text: `${lines.join('\n')}\n`, warnings };
}

function levelOf(parameters: Map<string, number>, map: FamilyMap, dialect: DialectMap, warn: (warning: ConversionWarning) => void): number | undefined {
  const wanted = parameters.get('level');
  parameters.delete('level');
  if (wanted === undefined || wanted === map.level) return map.level;
  if (map.meaningfulLevels?.includes(wanted) === true) return wanted;
  warn({ code: 'LEVEL_CHANGED', parameter: 'level', message: `${dialect.title} has no diode of level ${wanted}${map.level === undefined ? '' : ` and gets level ${map.level}`}: give each device area and pj in square metres and metres, for w and l are not turned into them` });
  return map.level;
}

function versionRow(version: string, map: FamilyMap, dialect: DialectMap, warn: (warning: ConversionWarning) => void): [string, string][] {
  const name = map.version ?? 'version';
  if (name === '') {
    warn({ code: 'NO_COUNTERPART', parameter: 'version', message: `${dialect.title} knows no versions of this model; it will run the one it has in place of ${version}` });
    return [];
  }
  if (map.versions !== undefined && !map.versions.includes(version)) {
    warn({ code: 'VERSION_UNKNOWN', parameter: name, message: `${dialect.title} has code for ${map.versions.join(', ')} and will run the nearest of them in place of ${version}` });
  }
  return [[name, map.versionStyle === 'decimal' ? decimalVersion(version) : version]];
}

/** A parameter that is absent has the manual's default; where the simulator would take another, it is written out. */
function stateDefaults(parameters: Map<string, number>, map: FamilyMap, table: ModelFamilyTable): void {
  for (const name of Object.keys(map.defaults ?? {})) {
    const manual = defaultOf(name, table.defaults, table, parameters);
    if (!parameters.has(name) && manual !== undefined && manual !== defaultOf(name, map.defaults!, table, parameters)) parameters.set(name, manual);
  }
  for (const name of map.stated ?? []) {
    const manual = defaultOf(name, table.defaults, table, parameters);
    if (!parameters.has(name) && manual !== undefined) parameters.set(name, manual);
  }
}

function writtenName(name: string, map: FamilyMap, table: ModelFamilyTable): string | undefined {
  if (map.hooked?.includes(name) === true) return name;
  if (map.missing?.includes(name) === true || (map.only !== undefined && !map.only.includes(name))) return undefined;
  if (table.names.length > 0 && !table.names.includes(name)) return undefined;
  return map.names?.[name] ?? name;
}

function noCounterpart(name: string, value: number, parameters: ReadonlyMap<string, number>, dialect: DialectMap, map: FamilyMap, table: ModelFamilyTable): ConversionWarning {
  const assumed = defaultOf(name, map.defaults ?? {}, table, parameters) ?? defaultOf(name, table.defaults, table, parameters);
  const then = assumed === undefined ? 'it will compute without it' : assumed === value ? `it computes as with ${String(assumed)}, the same value` : `it will compute as with ${String(assumed)}`;
  return { code: 'NO_COUNTERPART', parameter: name, message: `${dialect.title} has no ${name} in its ${table.title}, so ${name}=${String(value)} is left out: ${then}` };
}

function safeName(name: string, dialect: DialectMap, warn: (warning: ConversionWarning) => void): string {
  const lower = name.toLowerCase();
  if (dialect.modelName === undefined || dialect.modelName.test(lower)) return lower;
  const safe = lower.replaceAll(/[^a-z0-9_]/g, '_').replace(/^(?=\d)/, 'm_');
  warn({ code: 'NAME_CHANGED', parameter: '', message: `${dialect.title} cannot have a model called ${name}; it is called ${safe}` });
  return safe;
}

function noFamily(model: NeutralModel, dialect: DialectMap): EvospiceError {
  const title = modelFamilies.get(model.family)?.title ?? model.family;
  return new EvospiceError('CONVERT_FAMILY', `${dialect.title} has no counterpart of ${title}`, {
    received: model.family, expected: `one of ${[...new Set(dialect.families.map((map) => map.family))].join(', ')}`, remedy: dialect.absent?.[model.family] ?? `extract a model that ${dialect.title} has`,
  });
}
