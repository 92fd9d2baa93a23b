import type { CardValues } from '@evospice/contracts';
import { completeCard, type CardRules } from '../../card.ts';
import type { CompleteCard, ModelFamily, ModelIdentity, UnsupportedOption } from '../../model.ts';
import { code } from './generated.ts';
import { geometry, parameters, since, switches, withoutEffect } from './parameters.ts';

/**
 * Which of ngspice 39's four codes runs a version: 5 for 4.0 to 4.5, 6, 7, 8, and 8.1 where the last distinguishes 4.81 and 4.82 (also for a
 * card without version). Undefined: ngspice refuses the version.
 */
export function generationOf(version: string | undefined): number | undefined {
  if (version === undefined) return 8.1;
  const [, digit, rest] = /^4\.(\d)\.?(\d?)/.exec(version) ?? [];
  if (digit === undefined) return undefined;
  if (digit <= '5') return 5;
  if (digit === '8') return rest === '1' || rest === '2' ? 8.1 : 8;
  return digit === '6' || digit === '7' ? Number(digit) : undefined;
}

/** Values with which ngspice refuses the model (manual, appendix A). */
const positive = ['toxe', 'toxp', 'toxm', 'toxref', 'ndep', 'nsub', 'xj', 'pclm'];
const notNegative = ['ngate', 'dvt1', 'dvt1w', 'dsub', 'drout', 'delta', 'fprout', 'pdits', 'pditsl', 'clc', 'vtss', 'vtssws', 'vtsswgs'];

/** Options of a card that the equations do not have. */
function unsupportedOptions(values: CardValues, generation: number): UnsupportedOption[] {
  const unsupported: UnsupportedOption[] = [];
  const refuse = (parameter: string, reason: string) => unsupported.push({ parameter, value: values[parameter]!, reason });
  for (const name of ['trnqsmod', 'acnqsmod']) if ((values[name] ?? 0) !== 0) refuse(name, 'only the quasi-static model is there');
  if ((values['rgatemod'] ?? 0) > 1) refuse('rgatemod', 'only a constant gate resistance is there (rgatemod 0 and 1)');
  if (generation > 5 && (values['mtrlmod'] ?? 0) !== 0) refuse('mtrlmod', 'gates other than polysilicon over oxide are not there');
  for (const name of positive) if ((values[name] ?? 1) <= 0) refuse(name, 'ngspice wants it positive');
  for (const name of notNegative) if ((values[name] ?? 0) < 0) refuse(name, 'ngspice wants it at least 0');
  if ((values['ngate'] ?? 0) > 1e25) refuse('ngate', 'ngspice wants at most 1e25');
  // ngspice replaces these in the first analysis of a process and takes them as they are in all later ones; so do the equations
  const outside = (name: string, low: number, high: number) => {
    const value = values[name];
    if (value !== undefined && (value < low || value > high)) refuse(name, 'ngspice 39 computes something else in the first analysis of a process');
  };
  for (const name of ['ckappas', 'ckappad']) outside(name, 0.02, Infinity);
  if ((values['paramchk'] ?? 1) === 1) {
    outside('a2', 0.01, 1);
    for (const name of ['prwg', 'rdsw', 'rdswmin']) outside(name, 0, Infinity);
    if ((values['vtl'] ?? 0) > 0) outside('xn', 3, Infinity);
  }
  return unsupported;
}

function complete(values: CardValues, identity: ModelIdentity): CompleteCard {
  const generation = generationOf(identity.version);
  if (generation === undefined) {
    const reason = 'ngspice 39 runs BSIM4 versions 4.0 to 4.8';
    return { card: new Float64Array(code.card.length).fill(NaN), unsupported: [{ parameter: 'version', value: identity.version!, reason }] };
  }
  const known = Object.fromEntries(Object.entries(values).filter(([name]) => (since.get(name) ?? 5) <= generation));
  for (const { name, allowed } of switches) {
    const value = known[name];
    if (value !== undefined && !allowed(generation).includes(value)) known[name] = allowed(generation)[0]!;
  }
  const rules: CardRules = {
    code, parameters, withoutEffect: [...withoutEffect, 'trnqsmod', 'acnqsmod', 'mtrlmod'],
    fields: { generation, type: identity.type.toLowerCase() === 'pmos' ? -1 : 1 },
  };
  const { card, unsupported } = completeCard(rules, known, identity);
  return { card, unsupported: [...unsupported, ...unsupportedOptions(known, generation)] };
}

/** BSIM4 as ngspice 39 computes it, levels 14 and 54, versions 4.0 to 4.8. */
export const bsim4: ModelFamily = {
  name: 'bsim4',
  terminals: ['d', 'g', 's', 'b'],
  internalNodes: [
    { name: 'di', onto: 'd', present: 'drainNode' },
    { name: 'gi', onto: 'g', present: 'gateNode' },
    { name: 'si', onto: 's', present: 'sourceNode' },
    { name: 'bi', onto: 'b', present: 'bodyNode' },
    { name: 'db', onto: 'b', present: 'bodyNode' },
    { name: 'sb', onto: 'b', present: 'bodyNode' },
  ],
  parameters,
  geometry,
  accepts(deviceKind, { type, level }) {
    if (deviceKind !== 'mosfet' || (level !== 14 && level !== 54)) return undefined;
    return type.toLowerCase() === 'pmos' ? -1 : 1;
  },
  complete,
  code,
};
