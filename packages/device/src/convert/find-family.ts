import { EvospiceError, type ModelCard } from '@evospice/contracts';
import type { DialectMap, FamilyMap } from './dialect-map.ts';

export interface FoundFamily {
  readonly map: FamilyMap;
  readonly polarity?: 'n' | 'p';
  /** Level on the card, if it carries a meaning. */
  readonly level?: number;
}

/**
 * Family of a card by type, level and polarity, as its dialect numbers them.
 * @throws EvospiceError `CONVERT_FAMILY` for a model the table does not know.
 */
export function findFamily(card: ModelCard, dialect: DialectMap): FoundFamily {
  const type = card.type.toLowerCase();
  const written = card.text('level');
  const level = written === undefined ? undefined : card.value('level');
  const sameType = dialect.families.filter((map) => typesOf(map).has(type));
  const map = written !== undefined && level === undefined ? undefined : sameType.find((each) => takesLevel(each, level));
  if (map === undefined) {
    const key = level === undefined ? type : `${type} ${level}`;
    const known = sameType.length === 0 ? `types ${[...new Set(dialect.families.flatMap((each) => [...typesOf(each).keys()]))].join(', ')}` : `${type} with ${sameType.map(levelsText).join(', ')}`;
    throw new EvospiceError('CONVERT_FAMILY', `${dialect.title} model ${card.name} of type ${card.type}${written === undefined ? '' : ` level ${written}`} is not known here`, {
      received: `${card.type}${written === undefined ? '' : ` level=${written}`}`, expected: known,
      remedy: dialect.refused?.[key] ?? 'check the level: each simulator numbers its models in its own way', file: card.file,
    });
  }
  const polarity = polarityOf(card, map, type, dialect);
  return { map, ...(polarity === undefined ? {} : { polarity }), ...(level !== undefined && map.meaningfulLevels?.includes(level) === true ? { level } : {}) };
}

function typesOf(map: FamilyMap): Map<string, 'n' | 'p' | undefined> {
  const types = new Map<string, 'n' | 'p' | undefined>();
  if (typeof map.types === 'string') types.set(map.types, undefined);
  else types.set(map.types.n, 'n').set(map.types.p, 'p');
  for (const [type, polarity] of Object.entries(map.otherTypes ?? {})) types.set(type, polarity);
  return types;
}

function takesLevel(map: FamilyMap, level: number | undefined): boolean {
  // A model that knows no levels takes its number for the version of the code, as PSP cards write it.
  if (map.level === undefined && map.otherLevels === undefined && map.meaningfulLevels === undefined) return true;
  if (level === undefined) return map.withoutLevel === true;
  return level === map.level || map.otherLevels?.includes(level) === true || map.meaningfulLevels?.includes(level) === true;
}

function levelsText(map: FamilyMap): string {
  const levels = [...new Set([map.level, ...(map.otherLevels ?? []), ...(map.meaningfulLevels ?? [])])].filter((level) => level !== undefined);
  return levels.length === 0 ? 'any level' : `level ${levels.join(' or ')}`;
}

function polarityOf(card: ModelCard, map: FamilyMap, type: string, dialect: DialectMap): 'n' | 'p' | undefined {
  const { polarity } = map;
  if (polarity === undefined) return typesOf(map).get(type);
  const text = card.text(polarity.parameter)?.toLowerCase();
  const number = card.value(polarity.parameter);
  // Models that take a sign say +1 and -1.
  if (text === undefined || text === polarity.n || (number !== undefined && number === Number(polarity.n))) return 'n';
  if (text === polarity.p || (number !== undefined && number === Number(polarity.p))) return 'p';
  throw new EvospiceError('CONVERT_FAMILY', `${dialect.title} model ${card.name} has no polarity ${text}`, {
    received: text, expected: `${polarity.parameter}=${polarity.n} or ${polarity.parameter}=${polarity.p}`, remedy: `correct ${polarity.parameter}`, file: card.file,
  });
}
