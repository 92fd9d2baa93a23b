import { modelFamilies, type ModelFamily } from '@evospice/device';
import { defineRule, viewOf, type CardView, type Found } from '@evospice/rules-kit';
import { foreignParameter } from '@evospice/testbench';
import { limitTables } from './limits/tables.ts';

/** Versions of the equations that ngspice 39 runs, and what it does with others. */
const versions: Partial<Readonly<Record<ModelFamily, { readonly known: RegExp; readonly range: string; readonly otherwise: string }>>> = {
  bsim4: { known: /^4\.[0-8](?:\.?\d)?0*$/u, range: '4.0 to 4.8', otherwise: 'ngspice 39 refuses it' },
  bsim3: { known: /^3\.[0-3](?:\.?\d)?0*$/u, range: '3.0 to 3.3', otherwise: 'ngspice 39 takes 3.3 in its place' },
  hicum: { known: /^2\.\d+(?:\.\d+)?$/u, range: '2.x', otherwise: 'HICUM level 2 counts its versions from 2' },
};

const source = 'ngspice 39 manual, chapters 7 to 11 (levels and versions)';
/** Names that no table of parameters has, as they say which model it is. */
const identity = new Set(['level', 'version', 'type', 'tnom', 'tref', 'paramchk']);

/** Limits of safe operation, which ngspice watches over and computes nothing with. */
const ratings = /^[a-z]{1,3}_max$/u;

/** Level, version, and names that the model does not know. */
export const cardVersion = defineRule('card-version', (subject) => {
  const view = viewOf(subject);
  if (view.family === undefined || limitTables[view.family] === undefined) return [unknownModel(view, subject.task.device.kind)];
  return [...versionOf(view, view.family), ...unknownNames(view, view.family), ...textsOf(view)];
});

function unknownModel({ card }: CardView, kind: string): Found {
  const level = card.text('level');
  return {
    severity: 'note', parameter: 'level', source, limit: 'a model family with rules',
    message: `there are no rules for a ${kind} of type ${card.type}${level === undefined ? ' without level' : `, level ${level}`}: its card was not judged`,
  };
}

function versionOf({ card }: CardView, family: ModelFamily): readonly Found[] {
  const facts = versions[family];
  if (facts === undefined) return [];
  const written = card.text('version');
  if (written === undefined) {
    return family === 'hicum' ? [] : [{
      severity: 'note', parameter: 'version', limit: facts.range, source,
      message: 'the card does not state the version of its equations: each simulator takes its newest, and results change when it is updated',
    }];
  }
  if (facts.known.test(written.replaceAll(/["']/gu, ''))) return [];
  return [{ severity: 'violation', parameter: 'version', limit: facts.range, source, message: `version ${written} is not one of ${facts.range}: ${facts.otherwise}` }];
}

function unknownNames({ card }: CardView, family: ModelFamily): readonly Found[] {
  const table = modelFamilies.get(family);
  if (table === undefined || table.names.length === 0) return [];
  const known = namesOf(family);
  return card.names().flatMap((name): Found[] => {
    if (known.has(name) || ratings.test(name) || foreignParameter(card.type, name) !== undefined || (card.text(name) ?? '') === '') return [];
    return [{
      severity: 'warning', parameter: name, source: `${table.title} manual, list of parameters`, limit: `a parameter of ${table.title}`,
      message: `${name} is not a parameter of ${table.title}: simulators ignore it, with a warning at most`,
    }];
  });
}

const tables = new Map<ModelFamily, ReadonlySet<string>>();

function namesOf(family: ModelFamily): ReadonlySet<string> {
  const known = tables.get(family);
  if (known !== undefined) return known;
  const table = modelFamilies.get(family);
  const names = new Set([...identity, ...(table?.names ?? []), ...Object.keys(table?.aliases ?? {})]);
  tables.set(family, names);
  return names;
}

/** Expressions that nobody has evaluated. */
function textsOf({ card }: CardView): readonly Found[] {
  const texts = card.names().filter((name) => (card.text(name) ?? '') !== '' && !identity.has(name) && card.value(name) === undefined && foreignParameter(card.type, name) === undefined);
  const [first] = texts;
  if (first === undefined) return [];
  const named = `${texts.slice(0, 6).join(', ')}${texts.length > 6 ? ', …' : ''}`;
  return [{
    severity: 'note', parameter: first, value: texts.length, limit: 'numbers', source: 'this card',
    message: `${texts.length === 1 ? `${named} is an expression or a word` : `${texts.length} values are expressions or words (${named})`}, as in a library: no rule can judge what is not a number; evospice convert resolves a library to a card`,
  }];
}
