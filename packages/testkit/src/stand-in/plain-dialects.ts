import { EvospiceError, type CardDialect, type ExtensionRegistry, type ModelCard, type NeutralModel, type Selection } from '@evospice/contracts';

/** Writes a model statement: its name, the type of the card it came from (`nmos`), and its parameters. */
export type PlainWriter = (name: string, type: string, parameters: readonly (readonly [string, string])[]) => string;

/**
 * Writes `.model` statements as SPICE does.
 * @param levels what takes the place of ngspice's level, by that level
 */
export function plainSpiceModels(levels: Readonly<Record<string, string>> = {}): PlainWriter {
  return (name, type, parameters) => [
    `.model ${name} ${type}`, ...parameters.map(([key, value]) => `+ ${key} = ${key === 'level' ? (levels[value] ?? value) : value}`), '',
  ].join('\n');
}

/**
 * A registry that knows two card dialects, `ngspice` and one that passes names and numbers through as they stand, so that an
 * adapter can be tested without the conversion of cards.
 */
export function plainDialects(target: string, write: PlainWriter = plainSpiceModels()): ExtensionRegistry {
  const dialects: Readonly<Record<string, CardDialect>> = { ngspice: plainDialect('ngspice', plainSpiceModels()), [target]: plainDialect(target, write) };
  const refuse = (): never => { throw new EvospiceError('EXTENSION_UNKNOWN', 'this registry knows card dialects only'); };
  return {
    points: () => [], list: () => [], find: refuse, optionsOf: refuse, resolve: refuse,
    create: ((point: string, selection: Selection) => {
      const name = typeof selection === 'string' ? selection : selection.name;
      return (point === 'CardDialect' ? dialects[name] : undefined) ?? refuse();
    }) as ExtensionRegistry['create'],
  };
}

function plainDialect(name: string, write: PlainWriter): CardDialect {
  return {
    name,
    parse: () => { throw new EvospiceError('CARD_SYNTAX', 'plain dialects read no text'); },
    toNeutral: (card: ModelCard) => ({
      // The family carries the type: nothing but the same dialect's writer reads it.
      model: { name: card.name, family: card.type, tnom: 27, parameters: new Map(card.names().map((key) => [key, card.value(key) as number])) },
      warnings: [],
    }),
    fromNeutral: ({ name: model, family, parameters }: NeutralModel) => ({
      text: write(model, family, [...parameters].map(([key, value]) => [key, String(value)])), warnings: [],
    }),
  };
}
